#include "platform/core/date.hpp"

#include <gtest/gtest.h>

using namespace std::chrono;

TEST(Date, OnlyADayThatExistsInStrictIsoIsRead)
{
    EXPECT_EQ(date_from_iso("2025-10-01"), (Date{year{2025}, October, day{1}}));
    EXPECT_FALSE(date_from_iso("2025-02-29"));
    EXPECT_FALSE(date_from_iso("2025-1-1"));
    EXPECT_FALSE(date_from_iso("2025-10-01 "));
    EXPECT_FALSE(date_from_iso(""));
}

TEST(Date, AFiscalYearRunsFromAprilToMarch)
{
    EXPECT_EQ(fiscal_year(*date_from_iso("2026-03-31")), 2025);
    EXPECT_EQ(fiscal_year(*date_from_iso("2026-04-01")), 2026);
    EXPECT_EQ(to_iso(last_day_of_fiscal_year(2025)), "2026-03-31");
}

TEST(Date, MonthsAreAddedWithoutInventingDays)
{
    EXPECT_EQ(to_iso(add_months(*date_from_iso("2024-01-31"), 1)), "2024-02-29");
    EXPECT_EQ(to_iso(add_days(*date_from_iso("2024-02-28"), 2)), "2024-03-01");
}

TEST(Date, AnInstantSurvivesItsText)
{
    auto const at = instant_from_iso("2026-06-01T01:02:03Z");
    ASSERT_TRUE(at);
    EXPECT_EQ(to_iso(*at), "2026-06-01T01:02:03Z");
    EXPECT_FALSE(instant_from_iso("2026-06-01T25:00:00Z"));
}
