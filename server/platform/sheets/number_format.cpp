#include "platform/sheets/number_format.hpp"

#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace sheets {
namespace {

using Shape = NumberFormat::Shape;

constexpr int kSecondsOfADay = 86'400;
constexpr int kDaysFrom1900To1904 = 1'462;
constexpr double kLargestExactInteger = 1e15;

// The first section without quoted text, escapes and [conditions]: what is left are the format's own letters.
std::string letters_of(std::string_view code)
{
    std::string letters;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        if (code[i] == '"' || code[i] == '[') {
            auto const end = code.find(code[i] == '"' ? '"' : ']', i + 1);
            if (end == code.npos) break;
            auto const inside = code.substr(i + 1, end - i - 1);
            if (code[i] == '[' && inside.find_first_not_of("hmsHMS") == inside.npos) letters += 'h';  // elapsed time
            i = end;
        } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
            ++i;
        } else {
            letters += static_cast<char>(std::tolower(static_cast<unsigned char>(code[i])));
        }
    }
    return letters;
}

// Excel shows 15 digits, so 0.1 + 0.2 is 0.3.
std::string plain(double number)
{
    char text[400];
    if (std::abs(number) < kLargestExactInteger && number == std::trunc(number)) {
        return {text, std::to_chars(text, text + sizeof text, static_cast<long long>(number)).ptr};
    }
    auto const end = std::to_chars(text, text + sizeof text, number, std::chars_format::general, 15).ptr;
    std::string general{text, end};
    if (general.find('e') == general.npos) return general;
    double rounded = number;
    std::from_chars(text, end, rounded);
    return {text, std::to_chars(text, text + sizeof text, rounded, std::chars_format::fixed).ptr};
}

std::string time_of_day(int seconds)
{
    char text[40];
    if (seconds % 60 == 0)
        std::snprintf(text, sizeof text, "%02d:%02d", seconds / 3600, seconds / 60 % 60);
    else
        std::snprintf(text, sizeof text, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return text;
}

Cell shown_date(double number, text::SerialBase base)
{
    auto day = std::floor(number);
    auto seconds = static_cast<int>(std::lround((number - day) * kSecondsOfADay));
    if (seconds == kSecondsOfADay) {
        ++day;
        seconds = 0;
    }
    auto const date = text::read_serial_date(day, base);
    if (!date) return {plain(number), Kind::number, number};
    return {to_iso(*date) + (seconds ? "T" + time_of_day(seconds) : ""), Kind::date,
            base == text::SerialBase::since_1904 ? number + kDaysFrom1900To1904 : number};
}

std::string padded(double number, std::size_t digits)
{
    auto text = plain(number);
    if (text.size() < digits && text.find_first_not_of("0123456789") == text.npos) text.insert(0, digits - text.size(), '0');
    return text;
}

}  // namespace

NumberFormat built_in_format(int id)
{
    auto const between = [id](int from, int to) { return id >= from && id <= to; };
    if (between(18, 21) || between(45, 47) || between(32, 33)) return {Shape::time};
    if (between(14, 22) || between(27, 36) || between(50, 58)) return {Shape::date};
    return {};
}

NumberFormat custom_format(std::string_view code)
{
    auto const letters = letters_of(code);
    if (letters.empty() || letters.find("general") != letters.npos) return {};
    if (letters.size() > 1 && letters.find_first_not_of('0') == letters.npos) return {Shape::zero_padded, letters.size()};
    auto const era_year = letters.find('e') != letters.npos && letters.find_first_of("0#?") == letters.npos;  // but not 0.00E+00
    if (era_year || letters.find_first_of("ydg") != letters.npos) return {Shape::date};
    if (letters.find_first_of("hs") != letters.npos) return {Shape::time};
    return letters.find('m') != letters.npos ? NumberFormat{Shape::date} : NumberFormat{};
}

Cell shown(double number, NumberFormat format, text::SerialBase base)
{
    switch (format.shape) {
        case Shape::date: return shown_date(number, base);
        case Shape::time:
            if (number >= 0 && number < 100)
                return {time_of_day(static_cast<int>(std::lround(number * kSecondsOfADay))), Kind::number, number};
            break;
        case Shape::zero_padded: return {padded(number, format.digits), Kind::number, number};
        case Shape::number: break;
    }
    return {plain(number), Kind::number, number};
}

}  // namespace sheets
