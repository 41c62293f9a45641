#include "platform/files/kept_file.hpp"

#include "platform/core/refused.hpp"

#include <algorithm>
#include <array>
#include <fstream>

namespace files {
namespace {

struct Kind {
    std::string_view ending, media_type, begins;
};
constexpr std::array kKinds{
    Kind{".png", "image/png", "\x89PNG\r\n\x1a\n"},
    Kind{".jpg", "image/jpeg", "\xff\xd8\xff"},
    Kind{".jpeg", "image/jpeg", "\xff\xd8\xff"},
    Kind{".gif", "image/gif", "GIF8"},
    Kind{".webp", "image/webp", "RIFF"},
    Kind{".pdf", "application/pdf", "%PDF-"},
    Kind{".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"},
    Kind{".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "PK"},
    Kind{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK"},
    Kind{".zip", "application/zip", "PK"},
    Kind{".txt", "text/plain", ""},
    Kind{".csv", "text/csv", ""},
    Kind{".mp4", "video/mp4", ""},
};

Refused wrong(std::string ja, std::string en)
{
    return Refused{Code::invalid_input, {}, {{"/name", std::move(ja), std::move(en)}}};
}

std::string base_name(std::string const& name)
{
    auto const slash = name.find_last_of("/\\");
    return slash == std::string::npos ? name : name.substr(slash + 1);
}

Kind const& kind_of(std::string name)
{
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    auto const kind = std::find_if(kKinds.begin(), kKinds.end(), [&](Kind const& each) {
        return name.size() > each.ending.size() && name.ends_with(each.ending);
    });
    if (kind != kKinds.end()) return *kind;
    std::string known;
    for (auto const& each : kKinds) known += (known.empty() ? "" : " ") + std::string{each.ending};
    throw wrong("この形式のファイルは載せられません。載せられるのは " + known + " です。",
                "This kind of file is not kept. Kept are: " + known + ".");
}

db::Blob bytes_of(std::string const& path, std::uint64_t largest)
{
    std::ifstream in{path, std::ios::binary | std::ios::ate};
    auto const size = static_cast<std::uint64_t>(std::max<std::streamoff>(in.tellg(), 0));
    if (size > largest) throw Refused{Code::too_large};
    if (size == 0) throw wrong("ファイルが空です。", "The file is empty.");
    db::Blob bytes(size);
    in.seekg(0);
    if (!in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size))) throw Refused{Code::unreadable_file};
    return bytes;
}

void must_begin_as_its_kind(db::Blob const& bytes, Kind const& kind)
{
    if (std::string_view{reinterpret_cast<char const*>(bytes.data()), bytes.size()}.starts_with(kind.begins)) return;
    throw wrong("中身が " + std::string{kind.ending} + " ではありません。元のファイルを確かめてください。",
                "Its content is not " + std::string{kind.ending} + ". Check the original file.");
}

}  // namespace

KeptFile kept_file(std::string const& name, std::string const& path, std::uint64_t largest)
{
    auto base = base_name(name);
    auto const& kind = kind_of(base);
    auto bytes = bytes_of(path, largest);
    must_begin_as_its_kind(bytes, kind);
    return {std::move(base), kind.media_type, std::move(bytes)};
}

}  // namespace files
