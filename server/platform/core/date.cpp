#include "platform/core/date.hpp"

#include <cstdio>

using namespace std::chrono;

namespace {

// Reads exactly `digits` decimal digits at the front of `text` and moves past them.
std::optional<int> take_number(std::string_view& text, std::size_t digits)
{
    if (text.size() < digits) return std::nullopt;
    int number = 0;
    for (char const c : text.substr(0, digits)) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    text.remove_prefix(digits);
    return number;
}

bool take(std::string_view& text, char expected)
{
    if (text.empty() || text.front() != expected) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Date> take_date(std::string_view& text)
{
    auto const y = take_number(text, 4);
    if (!y || !take(text, '-')) return std::nullopt;
    auto const m = take_number(text, 2);
    if (!m || !take(text, '-')) return std::nullopt;
    auto const d = take_number(text, 2);
    if (!d) return std::nullopt;
    Date const date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

}  // namespace

std::string to_iso(Date date)
{
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", int{date.year()}, unsigned{date.month()}, unsigned{date.day()});
    return text;
}

std::optional<Date> date_from_iso(std::string_view text)
{
    auto const date = take_date(text);
    return text.empty() ? date : std::nullopt;
}

std::string to_iso(Instant instant)
{
    auto const midnight = floor<days>(instant);
    hh_mm_ss const time{instant - midnight};
    char text[16];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return to_iso(Date{midnight}) + text;
}

std::optional<Instant> instant_from_iso(std::string_view text)
{
    auto const date = take_date(text);
    if (!date || !take(text, 'T')) return std::nullopt;
    auto const h = take_number(text, 2);
    if (!h || *h > 23 || !take(text, ':')) return std::nullopt;
    auto const m = take_number(text, 2);
    if (!m || *m > 59 || !take(text, ':')) return std::nullopt;
    auto const s = take_number(text, 2);
    if (!s || *s > 59 || text != "Z") return std::nullopt;
    return sys_days{*date} + hours{*h} + minutes{*m} + seconds{*s};
}

int fiscal_year(Date date) { return int{date.year()} - (unsigned{date.month()} < 4 ? 1 : 0); }
Date first_day_of_fiscal_year(int y) { return Date{year{y}, April, day{1}}; }
Date last_day_of_fiscal_year(int y) { return Date{year{y + 1}, March, day{31}}; }
Date add_days(Date date, int n) { return Date{sys_days{date} + days{n}}; }

Date add_months(Date date, int n)
{
    auto const moved = date + months{n};
    return moved.ok() ? moved : Date{moved.year() / moved.month() / last};
}

int days_between(Date from, Date to) { return static_cast<int>((sys_days{to} - sys_days{from}).count()); }
