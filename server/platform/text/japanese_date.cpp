#include "platform/text/japanese_date.hpp"

#include "platform/text/utf8.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

using namespace std::chrono;

namespace text {
namespace {

constexpr Date on(int y, unsigned m, unsigned d) { return Date{year{y}, month{m}, day{d}}; }

// 明治 counts from 1868-01-25, its 1st month 1st day, as the rescript of that autumn ordered. The others from the day of their
// rescript or cabinet order, which belongs to the new era.
constexpr Era kEras[] = {
    {"明治", "Meiji", 'M', on(1868, 1, 25)}, {"大正", "Taisho", 'T', on(1912, 7, 30)}, {"昭和", "Showa", 'S', on(1926, 12, 25)},
    {"平成", "Heisei", 'H', on(1989, 1, 8)}, {"令和", "Reiwa", 'R', on(2019, 5, 1)},
};

constexpr std::string_view kWeekdays[] = {"日", "月", "火", "水", "木", "金", "土"};
constexpr int kFirstSerialAfterTheDayThatNeverWas = 61;  // Excel believes in 1900-02-29 (serial 60)
constexpr int kLastSerial = 2958465;                     // 9999-12-31

Era const* era_of(Date date)
{
    Era const* found = nullptr;
    for (auto const& era : kEras) {
        if (era.first_day <= date) found = &era;
    }
    return found;
}

Era const* after(Era const& era) { return &era + 1 == std::end(kEras) ? nullptr : &era + 1; }

int year_in(Era const& era, Date date) { return int{date.year()} - int{era.first_day.year()} + 1; }

std::string year_text(Era const& era, Date date)
{
    auto const n = year_in(era, date);
    return std::string{era.name} + (n == 1 ? "元" : std::to_string(n));
}

std::string western_text(Date date)
{
    return std::to_string(int{date.year()}) + "年" + std::to_string(unsigned{date.month()}) + "月" +
           std::to_string(unsigned{date.day()}) + "日";
}

// Full width becomes half width, ㋿ becomes 令和, and spaces go.
std::string normalised(std::string_view given)
{
    UErrorCode error = U_ZERO_ERROR;
    auto const* form = icu::Normalizer2::getNFKCInstance(error);
    std::string nfkc;
    form->normalize(icu::UnicodeString::fromUTF8({given.data(), static_cast<std::int32_t>(given.size())}), error)
        .toUTF8String(nfkc);
    return std::string{trim(nfkc)};
}

Reason not_a_date(std::string_view given)
{
    return {"「" + std::string{given} + "」は日付として読めません。2025/4/1、令和7年4月1日、R7.4.1 のように書いてください。",
            "\"" + std::string{given} + "\" is not a date. Write 2025/4/1, 令和7年4月1日 or R7.4.1."};
}

Reason no_such_day(std::string_view given)
{
    return {"「" + std::string{given} + "」という日はありません。年月日を確かめてください。",
            "\"" + std::string{given} + "\" is a day that does not exist. Check year, month and day."};
}

Reason outside_era(std::string_view given, Era const& era, Date meant)
{
    std::string ja =
        "「" + std::string{given} + "」は" + std::string{era.name} + "の期間(" + western_text(era.first_day) + "から";
    std::string en =
        "\"" + std::string{given} + "\" lies outside " + std::string{era.name_en} + " (from " + to_iso(era.first_day);
    if (auto const* next = after(era)) {
        ja += western_text(add_days(next->first_day, -1)) + "まで";
        en += " to " + to_iso(add_days(next->first_day, -1));
    }
    return {ja + ")にありません。" + era_text(meant) + "のことであれば、そのように書いてください。",
            en + "). If " + to_iso(meant) + " is meant, write that."};
}

std::optional<int> take_number(std::string_view& rest, std::size_t at_most)
{
    std::size_t n = 0;
    int number = 0;
    for (; n < rest.size() && n < at_most && rest[n] >= '0' && rest[n] <= '9'; ++n) number = number * 10 + (rest[n] - '0');
    if (n == 0) return std::nullopt;
    rest.remove_prefix(n);
    return number;
}

bool take(std::string_view& rest, std::string_view expected)
{
    if (!rest.starts_with(expected)) return false;
    rest.remove_prefix(expected.size());
    return true;
}

bool take_separator(std::string_view& rest, std::string_view kanji)
{
    return take(rest, kanji) || take(rest, "/") || take(rest, ".") || take(rest, "-") || take(rest, "\u2212") ||
           take(rest, "\u2010");
}

Era const* take_era(std::string_view& rest)
{
    for (auto const& era : kEras) {
        auto const initial = era.name.substr(0, 3);  // 令7.4.1
        if (take(rest, era.name) || take(rest, initial)) return &era;
        if (!rest.empty() && (rest.front() & ~0x20) == era.letter) {
            rest.remove_prefix(1);
            return &era;
        }
    }
    return nullptr;
}

Reading<Date> date_of(std::string_view given, Era const* era, int y, int m, int d)
{
    if (era) y += int{era->first_day.year()} - 1;
    Date const date = on(y, static_cast<unsigned>(m), static_cast<unsigned>(d));
    if (y < 1 || !date.ok()) return no_such_day(given);
    if (era && era_of(date) != era) return outside_era(given, *era, date);
    return date;
}

Reading<Date> read_digits(std::string_view given, std::string_view digits)
{
    auto rest = digits;
    switch (digits.size()) {
        case 8: {
            auto const y = *take_number(rest, 4), m = *take_number(rest, 2);
            return date_of(given, nullptr, y, m, *take_number(rest, 2));
        }
        case 7: {
            auto const code = *take_number(rest, 1);
            if (code < 1 || code > static_cast<int>(std::size(kEras))) return not_a_date(given);
            auto const y = *take_number(rest, 2), m = *take_number(rest, 2);
            return date_of(given, &kEras[code - 1], y, m, *take_number(rest, 2));
        }
        case 5: return read_serial_date(*take_number(rest, 5));
        default: return not_a_date(given);
    }
}

// What may follow the day: 日, a weekday in brackets (which must be the right one), midnight.
Reading<Date> finished(std::string_view given, Reading<Date> date, std::string_view rest)
{
    take(rest, "日");
    rest = trim(rest);
    if (!date) return date;
    if (take(rest, "(")) {
        auto const said = rest.substr(0, rest.find(')'));
        if (said != weekday(*date) && said != std::string{weekday(*date)} + "曜日" &&
            said != std::string{weekday(*date)} + "曜") {
            return Reason{
                "「" + std::string{given} + "」の曜日が合いません。この日は" + std::string{weekday(*date)} + "曜日です。",
                "The weekday in \"" + std::string{given} + "\" is wrong: check the date."};
        }
        rest = trim(rest.substr(std::min(rest.size(), said.size() + 1)));
    }
    for (auto const midnight : {"0:00:00", "00:00:00", "T00:00:00", "0:00", "00:00"}) {
        if (rest == midnight) rest = {};
    }
    if (!rest.empty()) return not_a_date(given);
    return date;
}

}  // namespace

std::span<Era const> eras() { return kEras; }

Reading<Date> read_date(std::string_view given)
{
    auto const plain = normalised(given);
    std::string_view rest = plain;
    if (plain.empty()) return Reason{"日付がありません。", "There is no date."};
    if (std::all_of(plain.begin(), plain.end(), [](char c) { return c >= '0' && c <= '9'; })) return read_digits(given, plain);

    auto const* era = take_era(rest);
    rest = trim(rest);
    auto const first_year = era && take(rest, "元");
    auto const digits_before = rest.size();
    auto const y = first_year ? std::optional{1} : take_number(rest, 4);
    if (!y) return not_a_date(given);
    if (!era && digits_before - rest.size() != 4) {
        return Reason{"「" + std::string{given} + "」は年があいまいです。西暦4桁か元号で書いてください。",
                      "The year in \"" + std::string{given} + "\" is ambiguous: write four digits or an era."};
    }
    if (!take_separator(rest, "年")) return not_a_date(given);
    rest = trim(rest);
    auto const m = take_number(rest, 2);
    if (!m || !take_separator(rest, "月")) return not_a_date(given);
    rest = trim(rest);
    auto const d = take_number(rest, 2);
    if (!d) return not_a_date(given);
    return finished(given, date_of(given, era, *y, *m, *d), rest);
}

Reading<Date> read_serial_date(double serial, SerialBase base)
{
    if (std::isnan(serial)) return not_a_date("NaN");
    auto const n = std::floor(serial);
    auto const shown = std::to_string(static_cast<long long>(std::clamp(n, -1e15, 1e15)));
    if (!(n >= (base == SerialBase::since_1900 ? 1 : 0) && n <= kLastSerial) || (base == SerialBase::since_1900 && n == 60))
        return not_a_date(shown);
    auto const count = static_cast<int>(n);
    if (base == SerialBase::since_1904) return add_days(on(1904, 1, 1), count);
    return add_days(count < kFirstSerialAfterTheDayThatNeverWas ? on(1899, 12, 31) : on(1899, 12, 30), count);
}

std::string era_text(Date date)
{
    auto const* era = era_of(date);
    if (!era) return western_text(date);
    return year_text(*era, date) + "年" + std::to_string(unsigned{date.month()}) + "月" + std::to_string(unsigned{date.day()}) +
           "日";
}

std::string era_text_with_weekday(Date date) { return era_text(date) + "(" + std::string{weekday(date)} + ")"; }

std::string english_date(Date date)
{
    static constexpr std::string_view kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                                   "July",    "August",   "September", "October", "November", "December"};
    return std::to_string(unsigned{date.day()}) + " " + std::string{kMonths[unsigned{date.month()} - 1]} + " " +
           std::to_string(int{date.year()});
}

std::string era_short(Date date)
{
    auto const* era = era_of(date);
    auto const y = era ? era->letter + std::to_string(year_in(*era, date)) : std::to_string(int{date.year()});
    return y + "." + std::to_string(unsigned{date.month()}) + "." + std::to_string(unsigned{date.day()});
}

std::string_view weekday(Date date) { return kWeekdays[std::chrono::weekday{sys_days{date}}.c_encoding()]; }

std::string fiscal_year_text(int year)
{
    auto const middle = on(year, 10, 1);
    auto const* era = era_of(middle);
    return era ? year_text(*era, middle) + "年度" : std::to_string(year) + "年度";
}

std::string fiscal_year_text_with_western(int year) { return fiscal_year_text(year) + "(" + std::to_string(year) + "年度)"; }

}  // namespace text
