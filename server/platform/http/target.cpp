#include "platform/http/target.hpp"

#include <cstdint>
#include <optional>

namespace http {
namespace {

struct Lead {
    int following;        ///< continuation bytes; -1: no lead byte
    unsigned char least;  ///< bounds of the first continuation byte, which rule out overlong forms, surrogates and > U+10FFFF
    unsigned char most;
};

Lead lead_of(unsigned char c)
{
    if (c < 0x80) return {0, 0, 0};
    if (c >= 0xC2 && c <= 0xDF) return {1, 0x80, 0xBF};
    if (c == 0xE0) return {2, 0xA0, 0xBF};
    if (c == 0xED) return {2, 0x80, 0x9F};
    if (c >= 0xE1 && c <= 0xEF) return {2, 0x80, 0xBF};
    if (c == 0xF0) return {3, 0x90, 0xBF};
    if (c >= 0xF1 && c <= 0xF3) return {3, 0x80, 0xBF};
    if (c == 0xF4) return {3, 0x80, 0x8F};
    return {-1, 0, 0};
}

bool is_utf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        auto const lead = lead_of(static_cast<unsigned char>(text[i++]));
        if (lead.following < 0 || text.size() - i < static_cast<std::size_t>(lead.following)) return false;
        for (int k = 0; k < lead.following; ++k) {
            auto const c = static_cast<unsigned char>(text[i++]);
            if (c < (k == 0 ? lead.least : 0x80) || c > (k == 0 ? lead.most : 0xBF)) return false;
        }
    }
    return true;
}

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// Text areas send tabs and line breaks; no other control character has business in a name or a value.
bool is_unwelcome_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

enum class Plus { literal, space };

std::optional<std::string> decoded(std::string_view in, Plus plus)
{
    std::string out;
    out.reserve(in.size());
    for (std::size_t i = 0; i < in.size(); ++i) {
        char c = in[i];
        if (c == '%') {
            if (in.size() - i < 3) return {};
            int const high = hex_digit(in[i + 1]), low = hex_digit(in[i + 2]);
            if (high < 0 || low < 0) return {};
            c = static_cast<char>(high * 16 + low);
            if (is_unwelcome_control(c)) return {};
            i += 2;
        } else if (c == '+' && plus == Plus::space) {
            c = ' ';
        }
        out += c;
    }
    if (!is_utf8(out)) return {};
    return out;
}

/// The part before `mark`; `rest` becomes what follows it, or nothing when there was no mark.
std::string_view take_until(char mark, std::optional<std::string_view>& rest)
{
    auto const whole = *rest;
    auto const at = whole.find(mark);
    rest = at == whole.npos ? std::nullopt : std::optional(whole.substr(at + 1));
    return whole.substr(0, at);
}

bool split_path(std::string_view path, std::vector<std::string>& segments)
{
    std::optional rest = path.substr(1);
    while (rest) {
        auto segment = decoded(take_until('/', rest), Plus::literal);
        if (!segment || *segment == "." || *segment == "..") return false;
        segments.push_back(std::move(*segment));
    }
    return true;
}

bool split_query(std::string_view query, std::vector<std::pair<std::string, std::string>>& pairs)
{
    std::optional rest = query;
    while (rest) {
        auto const pair = take_until('&', rest);
        if (pair.empty()) continue;
        auto const equals = pair.find('=');
        auto name = decoded(pair.substr(0, equals), Plus::space);
        auto value = decoded(equals == pair.npos ? std::string_view{} : pair.substr(equals + 1), Plus::space);
        if (!name || !value) return false;
        pairs.emplace_back(std::move(*name), std::move(*value));
    }
    return true;
}

// RFC 9112 3.2.2: a server must accept the form a proxy would be sent, "GET http://host/path".
std::string_view without_authority(std::string_view target)
{
    for (std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        auto const slash = target.find('/', scheme.size());
        return slash == target.npos ? std::string_view{"/"} : target.substr(slash);
    }
    return target;
}

}  // namespace

bool split_target(std::string_view target, Target& out)
{
    target = without_authority(target);
    if (!target.starts_with('/')) return false;
    for (unsigned char const c : target)
        if (c <= 0x20 || c == 0x7F) return false;
    auto const mark = target.find('?');
    if (!split_path(target.substr(0, mark), out.segments)) return false;
    return mark == target.npos || split_query(target.substr(mark + 1), out.query);
}

std::string percent_encode(std::string_view text)
{
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (unsigned char const c : text) {
        bool const plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.' ||
                           c == '_' || c == '~';
        if (plain) {
            out += static_cast<char>(c);
        } else {
            out += '%';
            out += kDigits[c >> 4];
            out += kDigits[c & 15];
        }
    }
    return out;
}

}  // namespace http
