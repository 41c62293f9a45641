#include "platform/mail/smtp.hpp"

#include <algorithm>
#include <array>

namespace mail {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::size_t kBytesAWord = 42;  // an encoded word of "=?UTF-8?B?…?=" stays below 75 characters
constexpr std::size_t kBytesALine = 57;  // 76 characters of base64

std::string base64(std::string_view bytes)
{
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 3; ++j)
            group = group << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        for (std::size_t j = 0; j < 4; ++j) out += i + j <= bytes.size() ? kAlphabet[group >> (18 - 6 * j) & 63] : '=';
    }
    return out;
}

/// Takes at most `most` bytes off the front, ending before a character begins.
std::string_view piece(std::string_view& text, std::size_t most)
{
    auto size = std::min(most, text.size());
    while (size > 1 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
    auto const taken = text.substr(0, size);
    text.remove_prefix(size);
    return taken;
}

std::string encoded_words(std::string_view text)
{
    std::string words;
    while (!text.empty()) words += (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(piece(text, kBytesAWord)) + "?=";
    return words;
}

/// "Mon, 01 Jun 2026 10:00:00 +0900"
std::string date_of(Instant at)
{
    using namespace std::chrono;
    constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const japan = at + hours{9};
    auto const day = floor<days>(japan);
    year_month_day const date{day};
    auto const iso = to_iso(japan);
    char text[40];
    auto const size = std::snprintf(text, sizeof text, "%s, %02u %s %d %s +0900", kDays[weekday{day}.c_encoding()],
                                    static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
                                    static_cast<int>(date.year()), iso.substr(11, 8).c_str());
    return {text, static_cast<std::size_t>(size)};
}

std::string body_of(std::string_view text)
{
    std::string lines;
    for (char const c : text)
        if (c != '\r') lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
    std::string body;
    for (std::size_t i = 0; i < lines.size(); i += kBytesALine)
        body += base64(std::string_view(lines).substr(i, kBytesALine)) + "\r\n";
    return body;
}

}  // namespace

bool is_address(std::string const& address)
{
    auto const at = address.find('@');
    auto const plain = [](char c) { return c > 0x20 && c < 0x7F && c != '<' && c != '>' && c != ',' && c != ';' && c != '"'; };
    return at != address.npos && at > 0 && at + 1 < address.size() && address.find('@', at + 1) == address.npos &&
           address.size() <= 254 && std::all_of(address.begin(), address.end(), plain);
}

std::string message_of(Relay const& relay, Letter const& letter)
{
    auto const domain = relay.from.substr(relay.from.find('@') + 1);
    return "Date: " + date_of(letter.written_at) +
           "\r\n"
           "From: <" +
           relay.from +
           ">\r\n"
           "To: <" +
           letter.to +
           ">\r\n"
           "Message-ID: <" +
           letter.id + "@" + domain +
           ">\r\n"
           "Subject: " +
           encoded_words(letter.subject) +
           "\r\n"
           "MIME-Version: 1.0\r\n"
           "Content-Type: text/plain; charset=UTF-8\r\n"
           "Content-Transfer-Encoding: base64\r\n"
           "Auto-Submitted: auto-generated\r\n"
           "\r\n" +
           body_of(letter.text);
}

}  // namespace mail
