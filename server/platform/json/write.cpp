#include "platform/json/write.hpp"

#include <cstring>

namespace json {
namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101;
constexpr std::uint64_t kHighs = 0x8080808080808080;

// Whether any of eight bytes needs escaping: below 0x20, '"' or '\'. Exact for "none"; may say yes one byte early.
bool needs_escape(std::uint64_t bytes)
{
    auto const has_zero = [](std::uint64_t v) { return (v - kOnes) & ~v & kHighs; };
    auto const control = (bytes - kOnes * 0x20) & ~bytes & kHighs;
    return (control | has_zero(bytes ^ kOnes * '"') | has_zero(bytes ^ kOnes * '\\')) != 0;
}

void append_escaped(std::string& out, unsigned char c)
{
    static constexpr char hex[] = "0123456789abcdef";
    switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            out += "\\u00";
            out += hex[c >> 4];
            out += hex[c & 15];
    }
}

}  // namespace

void append_text(std::string& out, std::string_view text)
{
    out += '"';
    std::size_t begin = 0;
    std::size_t i = 0;
    while (i < text.size()) {
        if (i + 8 <= text.size()) {
            std::uint64_t bytes = 0;
            std::memcpy(&bytes, text.data() + i, 8);
            if (!needs_escape(bytes)) {
                i += 8;
                continue;
            }
        }
        auto const c = static_cast<unsigned char>(text[i]);
        if (c < 0x20 || c == '"' || c == '\\') {
            out.append(text, begin, i - begin);
            append_escaped(out, c);
            begin = i + 1;
        }
        ++i;
    }
    out.append(text, begin);
    out += '"';
}

void append_date(std::string& out, Date date)
{
    int const y = int{date.year()};
    if (y < 0 || y > 9999) return append_text(out, to_iso(date));
    unsigned const m = unsigned{date.month()};
    unsigned const d = unsigned{date.day()};
    auto const digit = [](unsigned n) { return static_cast<char>('0' + n % 10); };
    auto const u = static_cast<unsigned>(y);
    char const text[12] = {
        '"', digit(u / 1000), digit(u / 100), digit(u / 10), digit(u), '-', digit(m / 10), digit(m), '-', digit(d / 10), digit(d),
        '"'};
    out.append(text, sizeof text);
}

}  // namespace json
