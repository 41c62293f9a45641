#include "platform/markdown/typed.hpp"

#include "platform/text/utf8.hpp"

#include <unicode/uchar.h>

#include <charconv>
#include <utility>

namespace markdown {
namespace {

constexpr char32_t kGlue = 0xFDD0;  // a non-character: nobody can type it past readable()
constexpr int kMostMarks = 8;

bool turns_direction(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_unwanted(char32_t c)
{
    if (c < 0x20) return c != U'\n' && c != U'\t';
    return (c >= 0x7F && c < 0xA0) || turns_direction(c) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFE;
}

bool is_mark(char32_t c) { return c >= 0x300 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0; }

bool is_punctuation(char32_t c) { return u_ispunct(static_cast<UChar32>(c)) != 0; }
bool is_japanese_letter(char32_t c) { return c >= 0x2E80 && !is_punctuation(c) && c != 0x3000; }

char32_t first_of(std::string_view text) { return text.empty() ? 0 : text::take_character(text); }

}  // namespace

std::string readable(std::string_view in)
{
    std::string out;
    out.reserve(in.size());
    int marks = 0;
    while (!in.empty()) {
        if (in.starts_with("\r\n")) in.remove_prefix(1);
        auto c = text::take_character(in);
        if (c == U'\r') c = U'\n';
        if (c == 0) c = text::kReplacement;
        if (is_unwanted(c)) continue;
        marks = is_mark(c) ? marks + 1 : 0;
        if (marks <= kMostMarks) text::append_character(out, c);
    }
    return out;
}

std::string loosened(std::string_view in)
{
    std::string out;
    out.reserve(in.size());
    char32_t before = 0;
    while (!in.empty()) {
        auto const c = in.front();
        if (c != '*' && c != '~') {
            before = text::take_character(in);
            text::append_character(out, before);
            continue;
        }
        auto const end = std::min(in.find_first_not_of(c), in.size());
        auto const after = first_of(in.substr(end));
        if (is_punctuation(before) && before != U'\\' && is_japanese_letter(after)) text::append_character(out, kGlue);
        out += in.substr(0, end);
        if (is_japanese_letter(before) && is_punctuation(after)) text::append_character(out, kGlue);
        before = static_cast<char32_t>(c);
        in.remove_prefix(end);
    }
    return out;
}

std::string named_character(std::string_view entity)
{
    constexpr std::pair<std::string_view, std::string_view> kNames[] = {{"&amp;", "&"},   {"&lt;", "<"},   {"&gt;", ">"},
                                                                        {"&quot;", "\""}, {"&apos;", "'"}, {"&nbsp;", "\u00A0"}};
    for (auto const& [name, character] : kNames) {
        if (entity == name) return std::string{character};
    }
    if (!entity.starts_with("&#") || !entity.ends_with(';')) return std::string{entity};
    auto digits = entity.substr(2, entity.size() - 3);
    bool const hexadecimal = digits.starts_with('x') || digits.starts_with('X');
    if (hexadecimal) digits.remove_prefix(1);
    std::uint32_t number = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, hexadecimal ? 16 : 10);
    std::string out;
    text::append_character(out, error == std::errc{} && number != 0 ? number : text::kReplacement);
    return out;
}

}  // namespace markdown
