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

TEST(Export, HoldsExactlyWhomTheListShowsUnderTheSameFilters)
{
    Place place;
    auto const elsewhere = place.unit("税務課");
    place.person({.no = "20", .name = "髙橋 太郎", .unit = elsewhere, .rank = "課長", .kana = "タカハシ タロウ"});
    auto const office = place.as(Role::dx_office);
    for (auto const* filter : {"q=高橋", "rank=課長", "leave=false", "employment=nobody", "q=タカ&rank=課長"}) {
        auto const list = office.get(std::string{"/staff?sort=unit&"} + filter).body.at("rows").as_array();
        auto const book = sheets::read_table(office.get(std::string{"/exports/staff?format=xlsx&"} + filter).bytes);
        auto const& rows = book.sheets.at(0).rows;
        ASSERT_EQ(rows.size(), list.size() + 1) << filter;
        std::vector<std::string> shown, written;
        for (auto const& row : list) shown.emplace_back(row.at("staff_no").as_string());
        for (std::size_t i = 1; i < rows.size(); ++i) written.push_back(rows[i].text(3));
        EXPECT_THAT(written, testing::UnorderedElementsAreArray(shown)) << filter;
    }
}

TEST(Export, PeopleThatWerePickedComeAloneAndNobodyOutOfReachAmongThem)
{
    Place place;
    auto const team = place.unit("窓口係");
    auto const head = place.person({.no = "7", .name = "係長", .unit = team, .is_head = true});
    auto const other = place.person({.no = "8", .name = "別人", .unit = place.unit("税務課")});
    auto const path = "/exports/staff?staff=" + std::to_string(head.value) + "&staff=" + std::to_string(other.value);
    auto const all = place.as(Role::dx_office).get(path).bytes;
    EXPECT_THAT(all, HasSubstr("係長"));
    EXPECT_THAT(all, HasSubstr("別人"));
    EXPECT_THAT(all, testing::Not(HasSubstr("花子")));
    auto const own = place.staff("7", Role::section_head).get(path).bytes;
    EXPECT_THAT(own, HasSubstr("係長"));
    EXPECT_THAT(own, testing::Not(HasSubstr("別人")));
}

TEST(Export, ThePageForPaperHasATitle)
{
    Place place;
    auto const book = sheets::read_table(place.as(Role::dx_office).get("/exports/staff?format=xlsx_pretty").bytes);
    EXPECT_THAT(book.sheets.at(0).rows.at(0).text(0), HasSubstr("職員一覧（令和8年6月1日現在）"));
}
