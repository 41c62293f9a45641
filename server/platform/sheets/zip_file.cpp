#include "platform/sheets/zip_file.hpp"

#include "platform/core/refused.hpp"

#include <zip.h>

namespace sheets {
namespace {

constexpr std::size_t kRatioMatters = 16u << 20;  // small parts of honest files compress a thousandfold

[[noreturn]] void refuse_bomb()
{
    throw Refused{
        Code::too_large,
        {"展開すると大きくなりすぎる xlsx です。Excel で開き、必要なシートだけを新しいブックに保存し直してください。",
         "This xlsx becomes too large when unpacked. Open it in Excel and save only the sheets you need as a new workbook."}};
}

}  // namespace

void refuse_broken_xlsx()
{
    throw Refused{Code::unreadable_file,
                  {"xlsx の中身が壊れています。Excel で開き、「名前を付けて保存」で保存し直してください。",
                   "This xlsx is damaged inside. Open it in Excel and save it again with Save As."}};
}

void ZipFile::Discard::operator()(zip* handle) const { zip_discard(handle); }
void ZipFile::Part::Close::operator()(zip_file* file) const { zip_fclose(file); }

ZipFile::ZipFile(std::string_view bytes, Limits const& limits) : limits_(limits)
{
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    if (!source) throw std::bad_alloc{};
    zip_.reset(zip_open_from_source(source, ZIP_RDONLY, nullptr));
    if (!zip_) {
        zip_source_free(source);
        refuse_broken_xlsx();
    }
    if (static_cast<std::size_t>(zip_get_num_entries(zip_.get(), 0)) > limits_.entries) refuse_bomb();
}

bool ZipFile::has(std::string_view name) const
{
    return zip_name_locate(zip_.get(), std::string{name}.c_str(), ZIP_FL_NOCASE) >= 0;
}

void ZipFile::check_declared_size(std::string_view name) const
{
    zip_stat_t stat;
    if (zip_stat(zip_.get(), std::string{name}.c_str(), ZIP_FL_NOCASE, &stat) != 0) refuse_broken_xlsx();
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE) {
        throw Refused{Code::unreadable_file,
                      {"パスワードが設定されたファイルです。パスワードを解除して保存し直してください。",
                       "The file has a password. Remove it and save the file again."}};
    }
    if (stat.size > limits_.unpacked_bytes) refuse_bomb();
    if (stat.size > kRatioMatters && stat.size / std::max<zip_uint64_t>(1, stat.comp_size) > limits_.ratio) refuse_bomb();
}

void ZipFile::spend(std::size_t bytes)
{
    spent_ += bytes;
    if (spent_ > limits_.unpacked_bytes) refuse_bomb();
}

ZipFile::Part::Part(ZipFile& zip, std::string_view name) : zip_(zip)
{
    zip.check_declared_size(name);
    file_.reset(zip_fopen(zip.zip_.get(), std::string{name}.c_str(), ZIP_FL_NOCASE));
    if (!file_) refuse_broken_xlsx();
}

std::size_t ZipFile::Part::read(char* buffer, std::size_t size)
{
    auto const count = zip_fread(file_.get(), buffer, size);
    if (count < 0) refuse_broken_xlsx();
    zip_.spend(static_cast<std::size_t>(count));
    return static_cast<std::size_t>(count);
}

std::string ZipFile::read_all(std::string_view name, std::size_t at_most)
{
    auto part = open(name);
    std::string content;
    char buffer[32768];
    while (auto const count = part.read(buffer, sizeof buffer)) {
        if (content.size() + count > at_most) refuse_bomb();
        content.append(buffer, count);
    }
    return content;
}

}  // namespace sheets
