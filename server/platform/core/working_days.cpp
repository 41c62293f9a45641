#include "platform/core/working_days.hpp"

#include <array>
#include <cmath>

using namespace std::chrono;

namespace {

constexpr std::string_view kSpring = "春分の日", kAutumn = "秋分の日", kEmperor = "天皇誕生日", kSea = "海の日",
                           kMountain = "山の日", kSubstitute = "振替休日", kBetween = "国民の休日";

struct Fixed {
    month_day day;
    std::string_view name;
};
constexpr std::array kFixed{
    Fixed{January / 1, "元日"},      Fixed{February / 11, "建国記念の日"}, Fixed{April / 29, "昭和の日"},
    Fixed{May / 3, "憲法記念日"},    Fixed{May / 4, "みどりの日"},         Fixed{May / 5, "こどもの日"},
    Fixed{November / 3, "文化の日"}, Fixed{November / 23, "勤労感謝の日"},
};

// What a law for one year put elsewhere (オリンピック) or added (即位).
struct Single {
    Date day;
    std::string_view name;
};
constexpr std::array kSingle{
    Single{2019y / May / 1, "即位の日"},       Single{2019y / October / 22, "即位礼正殿の儀の行われる日"},
    Single{2020y / July / 23, kSea},           Single{2020y / July / 24, "スポーツの日"},
    Single{2020y / August / 10, kMountain},    Single{2021y / July / 22, kSea},
    Single{2021y / July / 23, "スポーツの日"}, Single{2021y / August / 8, kMountain},
};
constexpr bool moved_by_games(year y) { return y == 2020y || y == 2021y; }

/// The day of the month on which the sun crosses the equator; `at_1980` and `at_2100` are where it stood then.
int equinox(int y, double at_1980, double at_2100)
{
    constexpr double kDriftAYear = 0.242194;
    auto const since = y - 1980;
    return static_cast<int>(std::floor((y < 2100 ? at_1980 : at_2100) + kDriftAYear * since)) - since / 4;
}
int spring_equinox(int y) { return equinox(y, 20.8431, 21.8510); }
int autumn_equinox(int y) { return equinox(y, 23.2488, 24.2488); }

std::string_view by_week(Date date)
{
    auto const is = [&](month m, unsigned nth) { return date == Date{sys_days{date.year() / m / Monday[nth]}}; };
    if (is(January, 2)) return "成人の日";
    if (is(September, 3)) return "敬老の日";
    if (moved_by_games(date.year())) return {};
    if (is(July, 3)) return kSea;
    if (is(October, 2)) return date.year() < 2020y ? "体育の日" : "スポーツの日";
    return {};
}

std::string_view of_emperor(Date date)
{
    auto const birthday = date.year() < 2019y ? December / 23 : February / 23;
    return date.year() != 2019y && date.month() / date.day() == birthday ? kEmperor : std::string_view{};
}

/// What article 2 names, without the days off that article 3 makes of it.
std::string_view national_holiday(Date date)
{
    for (auto const& [day, name] : kFixed)
        if (date.month() / date.day() == day) return name;
    for (auto const& [day, name] : kSingle)
        if (date == day) return name;
    auto const day_of_month = static_cast<int>(unsigned{date.day()});
    auto const y = int{date.year()};
    if (date.month() == March && day_of_month == spring_equinox(y)) return kSpring;
    if (date.month() == September && day_of_month == autumn_equinox(y)) return kAutumn;
    if (date.month() / date.day() == August / 11 && date.year() >= 2016y && !moved_by_games(date.year())) return kMountain;
    auto const name = of_emperor(date);
    return name.empty() ? by_week(date) : name;
}

bool is_national(Date date) { return !national_holiday(date).empty(); }
weekday weekday_of(Date date) { return weekday{sys_days{date}}; }

/// Article 3 (2): a holiday on a Sunday gives the next day that is none itself.
bool stands_in_for_a_sunday(Date date)
{
    for (auto before = add_days(date, -1); is_national(before); before = add_days(before, -1))
        if (weekday_of(before) == Sunday) return true;
    return false;
}

bool is_year_end(Date date)
{
    auto const day = date.month() / date.day();
    return day >= December / 29 || day <= January / 3;
}

}  // namespace

std::string_view holiday_name(Date date)
{
    auto const name = national_holiday(date);
    if (!name.empty()) return name;
    if (stands_in_for_a_sunday(date)) return kSubstitute;
    if (is_national(add_days(date, -1)) && is_national(add_days(date, 1))) return kBetween;
    return {};
}

bool is_working_day(Date date)
{
    auto const day = weekday_of(date);
    return day != Saturday && day != Sunday && !is_year_end(date) && holiday_name(date).empty();
}

Date next_working_day(Date date)
{
    do date = add_days(date, 1);
    while (!is_working_day(date));
    return date;
}

Date add_working_days(Date from, int days)
{
    if (days <= 0) return is_working_day(from) ? from : next_working_day(from);
    for (; days > 0; --days) from = next_working_day(from);
    return from;
}

int working_days_between(Date from, Date to)
{
    int days = 0;
    for (auto day = next_working_day(from); day <= to; day = next_working_day(day)) ++days;
    return days;
}
