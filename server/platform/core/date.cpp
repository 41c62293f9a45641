#include "platform/core/date.hpp"

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

// By hand: a large import writes hundreds of thousands of days.
void put_number(std::string& text, std::size_t at, std::size_t digits, unsigned number)
{
    for (; digits > 0; --digits, number /= 10) text[at + digits - 1] = static_cast<char>('0' + number % 10);
}

}  // namespace

std::string to_iso(Date date)
{
    std::string text = "0000-00-00";
    put_number(text, 0, 4, static_cast<unsigned>(int{date.year()}));
    put_number(text, 5, 2, unsigned{date.month()});
    put_number(text, 8, 2, unsigned{date.day()});
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
    std::string text = to_iso(Date{midnight}) + "T00:00:00Z";
    put_number(text, 11, 2, static_cast<unsigned>(time.hours().count()));
    put_number(text, 14, 2, static_cast<unsigned>(time.minutes().count()));
    put_number(text, 17, 2, static_cast<unsigned>(time.seconds().count()));
    return text;
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
