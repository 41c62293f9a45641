// Any bytes as what somebody wrote: the pieces lead nowhere they may not, nest within bounds and are UTF-8.
#include "platform/markdown/markdown.hpp"
#include "platform/text/utf8.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void must(bool holds)
{
    if (!holds) std::abort();
}

bool may_stand(markdown::Piece const& piece)
{
    auto const& href = piece.href;
    if (href.empty()) return piece.kind != markdown::Kind::image;
    if (piece.kind == markdown::Kind::image)
        return href.starts_with("attachment:") && href.find_first_not_of("0123456789", 11) == href.npos;
    if (piece.kind != markdown::Kind::link || href.find_first_of(" \t\r\n\\") != href.npos) return false;
    auto const colon = href.find_first_of(":/");
    auto const scheme = href.substr(0, colon);
    if (scheme.empty()) return href[0] == '/' && !href.starts_with("//");
    auto lower = scheme;
    for (auto& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return lower == "http" || lower == "https" || lower == "mailto";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const pieces = markdown::pieces(text);
    must(pieces.size() <= markdown::kMostPieces);
    int before = -1;
    for (auto const& piece : pieces) {
        must(piece.depth >= 0 && piece.depth <= before + 1 && piece.depth < markdown::kDeepest);
        must(text::valid_utf8(piece.text) && text::valid_utf8(piece.href) && may_stand(piece));
        before = piece.depth;
    }
    must(text::valid_utf8(markdown::plain(text)));
    return 0;
}
