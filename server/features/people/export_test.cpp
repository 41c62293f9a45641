#include "features/people/people.hpp"
#include "platform/sheets/machine_readable.hpp"
#include "testing/town.hpp"

#include <gmock/gmock.h>

using testing::HasSubstr;
using testing::IsEmpty;

namespace {

struct Place : Town {
    Place()
    {
        auto const section = unit("情報政策課");
        person({.no = "0012", .name = "髙橋　花子", .unit = section, .kana = "タカハシ　ハナコ"});
        person({.no = "1-2", .name = "𠮷田 一郎", .unit = section, .kana = "ヨシダ イチロウ"});
    }
};

}  // namespace

TEST(Export, TheFilesForMachinesObeyTheGovernmentsRules)
{
    Place place;
    auto const office = place.as(Role::dx_office);
    for (auto const* format : {"csv", "csv_cp932", "xlsx"}) {
        auto const file = office.get(std::string{"/exports/staff?format="} + format);
        ASSERT_EQ(file.status, 200);
        std::string broken;
        for (auto const& finding : sheets::check_machine_readable(sheets::read_table(file.bytes), people::proper_name_columns()))
            broken += finding.place + " " + finding.en + "\n";
        EXPECT_THAT(broken, IsEmpty()) << format;
    }
}

TEST(Export, NumbersKeepTheirZerosNamesTheirCharactersAndTheDayIsSaid)
{
    Place place;
    auto const book = sheets::read_table(place.as(Role::dx_office).get("/exports/staff?format=xlsx&on=2026-05-01").bytes);
    auto const& rows = book.sheets.at(0).rows;
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].text(2), "基準日");
    EXPECT_EQ(rows[1].text(2), "2026-05-01");
    EXPECT_EQ(rows[1].text(3), "0012");
    EXPECT_EQ(rows[1].text(4), "髙橋　花子");
    EXPECT_EQ(rows[2].text(3), "1-2");
    EXPECT_EQ(book.sheets.at(1).name, "項目の説明");
}

TEST(Export, WhatShiftJisCannotHoldIsListed)
{
    Place place;
    auto const lost = place.as(Role::dx_office).get("/exports/staff/lost-characters").body.at("lost").as_array();
    ASSERT_EQ(lost.size(), 1U);
    EXPECT_EQ(lost[0].at("character").as_string(), "𠮷");
    EXPECT_EQ(lost[0].at("column").as_string(), "氏名");
    EXPECT_EQ(lost[0].at("row").as_int64(), 3);
}

TEST(Export, HoldsWhomTheActorsRightReachesAndIsWrittenDown)
{
    Place place;
    auto const team = place.unit("窓口係");
    place.person({.no = "7", .name = "係長", .unit = team, .is_head = true});
    auto const file = place.staff("7", Role::section_head).get("/exports/staff").bytes;
    EXPECT_THAT(file, HasSubstr("係長"));
    EXPECT_THAT(file, testing::Not(HasSubstr("花子")));
    EXPECT_EQ(place.staff("0012").get("/exports/staff").status, 403);
    EXPECT_EQ(place.as(Role::administrator).get("/audit?action=people.exported").body.at("entries").as_array().size(), 1U);
}

TEST(Export, ThePageForPaperHasATitle)
{
    Place place;
    auto const book = sheets::read_table(place.as(Role::dx_office).get("/exports/staff?format=xlsx_pretty").bytes);
    EXPECT_THAT(book.sheets.at(0).rows.at(0).text(0), HasSubstr("職員一覧（令和8年6月1日現在）"));
}
