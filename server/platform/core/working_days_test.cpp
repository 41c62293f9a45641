#include "platform/core/working_days.hpp"

#include <gmock/gmock.h>

using namespace std::chrono;
using namespace testing;

namespace {

Date on(char const* iso) { return *date_from_iso(iso); }

std::vector<std::string> holidays_of(int y)
{
    std::vector<std::string> found;
    for (auto day = Date{year{y} / January / 1}; int{day.year()} == y; day = add_days(day, 1))
        if (!holiday_name(day).empty()) found.push_back(to_iso(day).substr(5));
    return found;
}

}  // namespace

// As 内閣府 publishes them each February, 振替休日 and 国民の休日 among them.
TEST(WorkingDays, TheHolidaysOfAYearAreThoseThatWerePublished)
{
    EXPECT_THAT(holidays_of(2015), ElementsAre("01-01", "01-12", "02-11", "03-21", "04-29", "05-03", "05-04", "05-05", "05-06",
                                               "07-20", "09-21", "09-22", "09-23", "10-12", "11-03", "11-23", "12-23"));
    EXPECT_THAT(holidays_of(2024),
                ElementsAre("01-01", "01-08", "02-11", "02-12", "02-23", "03-20", "04-29", "05-03", "05-04", "05-05", "05-06",
                            "07-15", "08-11", "08-12", "09-16", "09-22", "09-23", "10-14", "11-03", "11-04", "11-23"));
    EXPECT_THAT(holidays_of(2025),
                ElementsAre("01-01", "01-13", "02-11", "02-23", "02-24", "03-20", "04-29", "05-03", "05-04", "05-05", "05-06",
                            "07-21", "08-11", "09-15", "09-23", "10-13", "11-03", "11-23", "11-24"));
    EXPECT_THAT(holidays_of(2026), ElementsAre("01-01", "01-12", "02-11", "02-23", "03-20", "04-29", "05-03", "05-04", "05-05",
                                               "05-06", "07-20", "08-11", "09-21", "09-22", "09-23", "10-12", "11-03", "11-23"));
}

TEST(WorkingDays, TheYearsOfTheAccessionAndOfTheGamesHadTheirOwn)
{
    EXPECT_THAT(holidays_of(2019),
                ElementsAre("01-01", "01-14", "02-11", "03-21", "04-29", "04-30", "05-01", "05-02", "05-03", "05-04", "05-05",
                            "05-06", "07-15", "08-11", "08-12", "09-16", "09-23", "10-14", "10-22", "11-03", "11-04", "11-23"));
    EXPECT_THAT(holidays_of(2020), ElementsAre("01-01", "01-13", "02-11", "02-23", "02-24", "03-20", "04-29", "05-03", "05-04",
                                               "05-05", "05-06", "07-23", "07-24", "08-10", "09-21", "09-22", "11-03", "11-23"));
    EXPECT_THAT(holidays_of(2021), ElementsAre("01-01", "01-11", "02-11", "02-23", "03-20", "04-29", "05-03", "05-04", "05-05",
                                               "07-22", "07-23", "08-08", "08-09", "09-20", "09-23", "11-03", "11-23"));
}

TEST(WorkingDays, ADayOffSaysWhyItIsOne)
{
    EXPECT_EQ(holiday_name(on("2025-05-06")), "振替休日");
    EXPECT_EQ(holiday_name(on("2026-09-22")), "国民の休日");
    EXPECT_EQ(holiday_name(on("2019-10-14")), "体育の日");
    EXPECT_EQ(holiday_name(on("2018-12-23")), "天皇誕生日");
    EXPECT_EQ(holiday_name(on("2026-05-07")), "");
    EXPECT_EQ(holiday_name(on("2012-09-22")), "秋分の日");
    EXPECT_EQ(holiday_name(on("2023-03-21")), "春分の日");
}

TEST(WorkingDays, TheHallIsClosedFromTheTwentyNinthOfDecemberToTheThirdOfJanuary)
{
    EXPECT_TRUE(is_working_day(on("2026-12-28")));
    EXPECT_FALSE(is_working_day(on("2026-12-29")));
    EXPECT_EQ(to_iso(next_working_day(on("2026-12-28"))), "2027-01-04");
    EXPECT_EQ(to_iso(add_working_days(on("2026-12-25"), 3)), "2027-01-05");
    EXPECT_FALSE(is_working_day(on("2027-01-10"))) << "a Sunday";
}

TEST(WorkingDays, ADeadlineThatFallsOnADayOffIsTheNextWorkingDay)
{
    EXPECT_EQ(to_iso(add_working_days(on("2026-05-02"), 0)), "2026-05-07");
    EXPECT_EQ(to_iso(add_working_days(on("2026-05-01"), 0)), "2026-05-01");
    EXPECT_EQ(to_iso(add_working_days(on("2026-05-01"), 1)), "2026-05-07");
}

TEST(WorkingDays, BetweenTwoDaysOnlyWorkingDaysCount)
{
    EXPECT_EQ(working_days_between(on("2026-05-01"), on("2026-05-08")), 2);
    EXPECT_EQ(working_days_between(on("2026-05-08"), on("2026-05-08")), 0);
    EXPECT_EQ(working_days_between(on("2026-05-08"), on("2026-05-01")), 0);
    EXPECT_EQ(working_days_between(on("2026-12-25"), on("2027-01-05")), 3);
}
