// Three files an upload: TOKEN.file, TOKEN.name (its name, and when it came), TOKEN.note.
#include "platform/files/uploads.hpp"

#include "platform/core/refused.hpp"
#include "platform/files/disk.hpp"

#include <algorithm>
#include <vector>

namespace files {
namespace {

constexpr std::size_t kTokenLength = 32;

bool is_token(std::string_view text)
{
    return text.size() == kTokenLength && text.find_first_not_of("0123456789abcdef") == text.npos;
}

// The first line of TOKEN.name.
std::optional<Instant> kept_at(std::string_view text) { return instant_from_iso(text.substr(0, text.find('\n'))); }

}  // namespace

Uploads::Uploads(std::filesystem::path folder, Clock const& clock) : folder_(std::move(folder)), clock_(clock)
{
    make_folder(folder_);
}

std::filesystem::path Uploads::at(std::string_view token, std::string_view suffix) const
{
    return folder_ / (std::string(token) + std::string(suffix));
}

KeptUpload Uploads::keep(std::filesystem::path const& spooled, std::string_view name)
{
    sweep();
    KeptUpload const kept{random_name(), {}, std::string(name)};
    write_whole(at(kept.token, ".name"), to_iso(clock_.now()) + "\n" + kept.name);
    move_file(spooled, at(kept.token, ".file"));
    return find(kept.token);
}

KeptUpload Uploads::find(std::string_view token) const
{
    if (!is_token(token))
        throw Refused{Code::not_found,
                      {"送られたファイルがありません。ファイルを選んでください。", "There is no such file. Choose a file."}};
    auto const text = read_whole(at(token, ".name"));
    auto const since = text ? kept_at(*text) : std::nullopt;
    if (!since || clock_.now() - *since > kKept || !std::filesystem::exists(at(token, ".file"))) {
        throw Refused{Code::not_found,
                      {"アップロードされたファイルの保存期間(24時間)が過ぎました。もう一度選んでください。",
                       "The uploaded file was kept for 24 hours and is gone. Choose it again."}};
    }
    return {std::string(token), at(token, ".file"), text->substr(text->find('\n') + 1)};
}

void Uploads::note(std::string_view token, std::string_view text) const { write_whole(at(find(token).token, ".note"), text); }

std::optional<std::string> Uploads::noted(std::string_view token) const { return read_whole(at(find(token).token, ".note")); }

std::size_t Uploads::sweep()
{
    std::vector<std::string> over;
    for (auto const& entry : std::filesystem::directory_iterator(folder_)) {
        auto const token = entry.path().stem().string();
        if (entry.path().extension() != ".name" || !is_token(token)) continue;
        auto const since = kept_at(read_whole(entry.path()).value_or(""));
        if (!since || clock_.now() - *since > kKept) over.push_back(token);
    }
    for (auto const& token : over) {
        std::error_code ignored;
        for (auto const* suffix : {".file", ".note", ".name"}) std::filesystem::remove(at(token, suffix), ignored);
    }
    return over.size();
}

}  // namespace files
