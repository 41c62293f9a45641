#include "platform/core/refused.hpp"
#include "platform/sheets/csv.hpp"
#include "platform/sheets/xlsx.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace sheets {
namespace {

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kOldOffice = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view kEncryptedPackage{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32};
constexpr std::string_view kOthers[] = {"%PDF", "\x89PNG", "\xFF\xD8\xFF", "GIF8", "{\\rtf", "\x1F\x8B", "Rar!", "7z\xBC\xAF"};

[[noreturn]] void refuse_old_office(std::string_view bytes)
{
    if (bytes.find(kEncryptedPackage) != bytes.npos) {
        throw Refused{Code::unreadable_file,
                      {"パスワードが設定されたファイルです。Excel "
                       "で開き、「ファイル」→「情報」→「ブックの保護」でパスワードを解除して保存し直してください。",
                       "The file has a password. Open it in Excel, remove the password under File, Info, Protect Workbook, and "
                       "save it again."}};
    }
    throw Refused{Code::unsupported_file,
                  {"古い形式 (.xls) のファイルです。Excel で開き、「Excel ブック (.xlsx)」で保存し直してください。",
                   "This is a file of the old kind (.xls). Open it in Excel and save it as Excel Workbook (.xlsx)."}};
}

bool looks_like_markup(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    auto const begin = bytes.find_first_not_of(" \t\r\n");
    if (begin == bytes.npos || bytes[begin] != '<') return false;
    auto const next = begin + 1 < bytes.size() ? bytes[begin + 1] : ' ';
    return next == '!' || next == '?' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
}

// Text has no NUL bytes, except UTF-16 with its mark.
bool looks_binary(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;
    auto const head = bytes.substr(0, 4096);
    return std::count(head.begin(), head.end(), '\0') > static_cast<std::ptrdiff_t>(head.size() / 50 + 1);
}

void refuse_oversized(std::uintmax_t size, Limits const& limits)
{
    if (size <= limits.file_bytes) return;
    throw Refused{Code::too_large,
                  {"ファイルは" + std::to_string(limits.file_bytes >> 20) +
                       "MBまでです。不要なシートや図を削除するか、ファイルを分けてください。",
                   "A file may have " + std::to_string(limits.file_bytes >> 20) +
                       " MB. Delete sheets or pictures that are not needed, or divide the file."}};
}

}  // namespace

Workbook read_table(std::string_view bytes, Options const& options)
{
    refuse_oversized(bytes.size(), options.limits);
    if (bytes.empty()) throw Refused{Code::unreadable_file, {"ファイルが空です。", "The file is empty."}};
    if (bytes.starts_with(kZip)) return read_xlsx(bytes, options.limits);
    if (bytes.starts_with(kOldOffice)) refuse_old_office(bytes);
    auto const known = std::any_of(std::begin(kOthers), std::end(kOthers), [&](auto magic) { return bytes.starts_with(magic); });
    if (known || looks_like_markup(bytes) || looks_binary(bytes)) {
        throw Refused{
            Code::unsupported_file,
            {"表のファイルではありません。Excel で開けるものは「Excel ブック (.xlsx)」か「CSV UTF-8」で保存し直してください。",
             "This is not a table. If Excel can open it, save it as Excel Workbook (.xlsx) or CSV UTF-8."}};
    }
    return read_csv(bytes, options);
}

Workbook read_table_file(std::filesystem::path const& path, Options const& options)
{
    std::error_code error;
    auto const size = std::filesystem::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file)
        throw Refused{Code::unreadable_file,
                      {path.string() + " を開けません。場所と読み取りの権限を確かめてください。",
                       path.string() + " cannot be opened. Check where it is and that it may be read."}};
    refuse_oversized(size, options.limits);
    std::string bytes(size, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return read_table(bytes, options);
}

}  // namespace sheets
