#include "platform/text/japanese_date.hpp"

#include <gmock/gmock.h>

using testing::HasSubstr;
using text::read_date;
using text::SerialBase;

namespace {

std::string read(std::string_view given)
{
    auto const date = read_date(given);
    return date ? to_iso(*date) : date.reason().ja;
}

}  // namespace

TEST(JapaneseDate, EveryWayAnOfficeWritesADayIsRead)
{
    for (auto const* given : {"R7.4.1",
                              "r7/4/1",
                              "Ｒ７．４．１",
                              "Ｒ７／４／１",
                              "R07.04.01",
                              "令和7年4月1日",
                              "令和７年４月１日",
                              "令和 7年 4月 1日",
                              "令7.4.1",
                              "㋿7年4月1日",
                              "2025/4/1",
                              "2025-04-01",
                              "2025.4.1",
                              "2025年4月1日",
                              "２０２５年４月１日",
                              "20250401",
                              "5070401",
                              "2025/4/1 0:00",
                              "2025-04-01 00:00:00",
                              "2025-04-01T00:00:00",
                              "令和7年4月1日（火）",
                              "2025年4月1日(火曜日)",
                              "　2025/4/1 ",
                              "45748",
                              "R7-4-1",
                              "2025−4−1"}) {
        EXPECT_EQ(read(given), "2025-04-01") << given;
    }
    EXPECT_EQ(read("令和元年5月1日"), "2019-05-01");
    EXPECT_EQ(read("R1.5.1"), "2019-05-01");
    EXPECT_EQ(read("H31.4.30"), "2019-04-30");
    EXPECT_EQ(read("S64.1.7"), "1989-01-07");
    EXPECT_EQ(read("昭和元年12月25日"), "1926-12-25");
    EXPECT_EQ(read("T15.12.24"), "1926-12-24");
    EXPECT_EQ(read("明治45年7月29日"), "1912-07-29");
}

TEST(JapaneseDate, ADayOutsideTheEraItNamesIsRefusedWithTheDayThatWasProbablyMeant)
{
    EXPECT_THAT(read("平成31年5月1日"), HasSubstr("令和元年5月1日"));
    EXPECT_THAT(read("令和元年4月30日"), HasSubstr("平成31年4月30日"));
    EXPECT_THAT(read("S64.1.8"), HasSubstr("平成元年1月8日"));
    EXPECT_THAT(read_date("H31.5.1").reason().en, HasSubstr("2019-05-01"));
}

TEST(JapaneseDate, WhatIsNotADayIsRefusedWithTheReason)
{
    EXPECT_THAT(read("2025/2/29"), HasSubstr("ありません"));
    EXPECT_THAT(read("20251301"), HasSubstr("ありません"));
    EXPECT_THAT(read("令和7年4月31日"), HasSubstr("ありません"));
    EXPECT_THAT(read("R0.4.1"), HasSubstr("令和"));
    EXPECT_THAT(read("25/4/1"), HasSubstr("あいまい"));
    EXPECT_THAT(read("令和7年4月1日(水)"), HasSubstr("火曜日"));
    for (auto const* given : {"", "未定", "R7.4", "2025", "4/1", "2025/4/1 9:30", "R7.4.1x", "X7.4.1", "202504", "2025//1",
                              "9070401", "99999999999999999999", "R", "令和", "2025/4/1("}) {
        EXPECT_FALSE(read_date(given)) << given;
        EXPECT_FALSE(read_date(given).reason().ja.empty()) << given;
        EXPECT_FALSE(read_date(given).reason().en.empty()) << given;
    }
}

TEST(JapaneseDate, ExcelsDayNumbersAreReadInBothSystems)
{
    EXPECT_EQ(to_iso(*text::read_serial_date(45748)), "2025-04-01");
    EXPECT_EQ(to_iso(*text::read_serial_date(45748.75)), "2025-04-01");
    EXPECT_EQ(to_iso(*text::read_serial_date(44286, SerialBase::since_1904)), "2025-04-01");
    EXPECT_EQ(to_iso(*text::read_serial_date(1)), "1900-01-01");
    EXPECT_EQ(to_iso(*text::read_serial_date(59)), "1900-02-28");
    EXPECT_FALSE(text::read_serial_date(60));
    EXPECT_EQ(to_iso(*text::read_serial_date(61)), "1900-03-01");
    EXPECT_FALSE(text::read_serial_date(0));
    EXPECT_FALSE(text::read_serial_date(-1));
    EXPECT_FALSE(text::read_serial_date(1e300));
    EXPECT_FALSE(text::read_serial_date(std::numeric_limits<double>::quiet_NaN()));
}

TEST(JapaneseDate, TheEraIsDecidedByTheDay)
{
    EXPECT_EQ(text::era_text(*date_from_iso("2025-10-01")), "令和7年10月1日");
    EXPECT_EQ(text::era_text(*date_from_iso("2019-04-30")), "平成31年4月30日");
    EXPECT_EQ(text::era_text(*date_from_iso("2019-05-01")), "令和元年5月1日");
    EXPECT_EQ(text::era_text(*date_from_iso("1800-01-01")), "1800年1月1日");
    EXPECT_EQ(text::era_short(*date_from_iso("2025-10-01")), "R7.10.1");
    EXPECT_EQ(text::english_date(*date_from_iso("2025-10-01")), "1 October 2025");
    EXPECT_EQ(text::era_text_with_weekday(*date_from_iso("2025-05-30")), "令和7年5月30日(金)");
}

TEST(JapaneseDate, AFiscalYearIsNamedAfterTheEraThatHoldsMostOfIt)
{
    EXPECT_EQ(text::fiscal_year_text(2025), "令和7年度");
    EXPECT_EQ(text::fiscal_year_text(2019), "令和元年度");
    EXPECT_EQ(text::fiscal_year_text(2018), "平成30年度");
    EXPECT_EQ(text::fiscal_year_text(1988), "昭和63年度");
    EXPECT_EQ(text::fiscal_year_text_with_western(2025), "令和7年度(2025年度)");
}

TEST(JapaneseDate, EveryDayOfACenturyIsReadBackFromBothItsTexts)
{
    for (Date day = *date_from_iso("1925-01-01"); day < *date_from_iso("2035-01-01"); day = add_days(day, 1)) {
        ASSERT_EQ(*read_date(text::era_text_with_weekday(day)), day) << to_iso(day);
        ASSERT_EQ(*read_date(text::era_short(day)), day) << to_iso(day);
    }
}
