#include "platform/text/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <iterator>

namespace text {
namespace {

constexpr std::string_view kIdeographicSpace = "\u3000";

bool is_private_use(char32_t c) { return u_charType(static_cast<UChar32>(c)) == U_PRIVATE_USE_CHAR; }

template <class Change>
std::string changed(std::string_view in, Change change)
{
    std::string out;
    out.reserve(in.size());
    while (!in.empty()) {
        auto const before = in;
        auto const c = take_character(in);
        auto const now = change(c);
        if (now == c)
            out += before.substr(0, before.size() - in.size());  // malformed bytes stay as they are
        else
            append_character(out, now);
    }
    return out;
}

}  // namespace

char32_t take_character(std::string_view& text)
{
    auto const first = static_cast<unsigned char>(text.front());
    if (first < 0x80) {
        text.remove_prefix(1);
        return first;
    }
    std::int32_t at = 0;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, static_cast<std::int32_t>(std::min<std::size_t>(text.size(), 4)), c);
    text.remove_prefix(c < 0 ? 1 : static_cast<std::size_t>(at));
    return c < 0 ? kReplacement : static_cast<char32_t>(c);
}

void append_character(std::string& to, char32_t c)
{
    char bytes[4];
    std::int32_t size = 0;
    UBool failed = false;
    U8_APPEND(bytes, size, 4, static_cast<UChar32>(c), failed);
    if (failed) return append_character(to, kReplacement);
    to.append(bytes, static_cast<std::size_t>(size));
}

bool valid_utf8(std::string_view text)
{
    while (!text.empty()) {
        auto const was = text.size();
        auto const c = take_character(text);
        if (c == 0 || (c == kReplacement && was - text.size() != 3)) return false;
    }
    return true;
}

std::vector<char32_t> private_use(std::string_view text)
{
    std::vector<char32_t> found;
    while (!text.empty()) {
        auto const c = take_character(text);
        if (is_private_use(c) && std::find(found.begin(), found.end(), c) == found.end()) found.push_back(c);
    }
    return found;
}

bool has_private_use(std::string_view text)
{
    while (!text.empty()) {
        if (is_private_use(take_character(text))) return true;
    }
    return false;
}

std::string to_half_width(std::string_view in)
{
    return changed(in, [](char32_t c) -> char32_t {
        if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + '!';
        return c == 0x3000 ? U' ' : c;
    });
}

std::string to_half_width_digits(std::string_view in)
{
    return changed(in, [](char32_t c) -> char32_t { return c >= 0xFF10 && c <= 0xFF19 ? c - 0xFF10 + '0' : c; });
}

std::string_view trim(std::string_view text)
{
    constexpr std::string_view kSpaces = " \t\r\n\v\f";
    for (;;) {
        if (text.empty()) return text;
        if (kSpaces.find(text.front()) != text.npos)
            text.remove_prefix(1);
        else if (text.starts_with(kIdeographicSpace))
            text.remove_prefix(kIdeographicSpace.size());
        else if (kSpaces.find(text.back()) != text.npos)
            text.remove_suffix(1);
        else if (text.ends_with(kIdeographicSpace))
            text.remove_suffix(kIdeographicSpace.size());
        else
            return text;
    }
}

std::size_t character_count(std::string_view text)
{
    std::size_t count = 0;
    for (char const c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    return count;
}

std::size_t display_width(std::string_view text)
{
    std::size_t width = 0;
    while (!text.empty()) {
        auto const c = static_cast<UChar32>(take_character(text));
        if (c < 0x80) {
            ++width;
            continue;
        }
        auto const type = u_charType(c);
        if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) continue;
        auto const shape = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
        width += shape == U_EA_HALFWIDTH || shape == U_EA_NARROW || shape == U_EA_NEUTRAL ? 1 : 2;
    }
    return width;
}

}  // namespace text
