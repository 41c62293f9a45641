#include "features/people/records.hpp"
#include "features/plan/versions.hpp"
#include "features/plan/yaml.hpp"
#include "features/skills/exports.hpp"
#include "platform/sheets/machine_readable.hpp"
#include "testing/town.hpp"

#include <gmock/gmock.h>

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

namespace bj = boost::json;

constexpr auto kPlan = R"(municipality: {slug: town, name: 試験市, name_en: Test City}
document: {key: T, title: 計画, clause: 表紙}
population: {rule: 全職員, clause: L1}
ranks:
  - {name: 課長, order: 50, band: management, clause: L1}
  - {name: 係員, order: 10, band: staff, clause: L1}
roles:
  - {code: LEAD, name: 推進リーダー, routes: [nomination], clause: L1}
categories:
  - {code: MGR, name: 管理職, priority: 1, rule: 職位 >= 課長, reason: 課長以上のため, clause: 第2章}
  - {code: LEAD, name: リーダー, priority: 2, rule: 任命 = LEAD, clause: 第2章}
  - {code: ALL, name: 全職員, priority: 9, rule: 全職員, clause: 第2章}
areas:
  - {code: A1, name: ICT, clause: L2}
skills:
  - {code: DX, name: DX基礎, area: A1, clause: L2}
  - {code: BUILD, name: 構築, area: A1, clause: L2}
requirements:
  - {category: ALL, skill: DX, clause: L3}
  - {category: LEAD, skill: BUILD, mark: conditional, clause: L3}
courses:
  - {code: C1, name: DX入門, skills: [DX], clause: L4}
levels:
  - {code: L1, name: レベル1, order: 1, required_courses: [C1], clause: L5}
)";

db::Sql const kCareer{R"(
    INSERT INTO posting (staff_id, unit_id, kind, rank, is_head, effective_on, ended_on, announced_on)
    VALUES ($1, $2, 'primary', $3, $4, $5, $6, $5))"};
db::Sql const kNoCareer{"DELETE FROM posting WHERE staff_id = $1"};
db::Sql const kLead{R"(
    INSERT INTO appointment (staff_id, role_code, route, valid_from, created_at) VALUES ($1, 'LEAD', 'nomination', $2, $3))"};

Date day(char const* iso) { return *date_from_iso(iso); }

/// 佐藤 became head of the section on 2026-04-01, 田中 was appointed on 2026-05-01; the day is 2026-06-01.
struct CategoriesInTime : testing::Test {
    Town town;
    OrgUnitId section = town.unit("情報課");
    OrgUnitId other = town.unit("別の課");
    StaffId sato = town.person({.no = "0001", .name = "佐藤 一郎", .unit = section, .rank = "課長", .is_head = true});
    StaffId tanaka = town.person({.no = "0010", .name = "田中 花子", .unit = section});
    StaffId stranger = town.person({.no = "0020", .name = "別課 次郎", .unit = other});

    void SetUp() override
    {
        town.write([&](db::Tx& tx) {
            plan::import_in_force(tx, plan::read_yaml(kPlan).plan, day("2024-04-01"), town.clock());
            tx.run(kNoCareer, sato);
            tx.run(kCareer, sato, section, std::string{"係員"}, false, day("2023-04-01"), std::optional{day("2026-04-01")});
            tx.run(kCareer, sato, section, std::string{"課長"}, true, day("2026-04-01"), std::optional<Date>{});
            tx.run(kLead, tanaka, day("2026-05-01"), town.clock().now());
            tx.run(kLead, stranger, day("2026-05-01"), town.clock().now());
            people::note_change_of_all(tx);
        });
    }
    static std::string of(StaffId id, std::string const& rest) { return "/staff/" + std::to_string(id.value) + rest; }
    Client head() { return town.staff("0001", Role::section_head); }
};

bj::value row_of(bj::value const& rows, std::string_view category)
{
    for (auto const& row : rows.as_array())
        if (row.at("category").as_string() == category) return row;
    return {};
}

std::vector<std::string> names_of(bj::value const& changes)
{
    std::vector<std::string> names;
    for (auto const& row : changes.at("rows").as_array()) names.emplace_back(row.at("name").as_string());
    return names;
}

}  // namespace

TEST_F(CategoriesInTime, APersonSeesSinceWhenEachCategoryHoldsAndWhatBeganIt)
{
    auto const rows = head().get(of(sato, "/categories")).body.at("rows");
    EXPECT_EQ(row_of(rows, "MGR").at("since"), "2026-04-01");
    EXPECT_EQ(row_of(rows, "MGR").at("causes"), (bj::array{"posting"}));
    EXPECT_EQ(row_of(rows, "ALL").at("since"), "2024-04-01") << "employed before, but no plan was in force";
    EXPECT_EQ(row_of(rows, "ALL").at("causes"), (bj::array{"plan"}));
    EXPECT_TRUE(row_of(rows, "LEAD").is_null());

    auto const before = head().get(of(sato, "/categories?on=2026-03-31")).body.at("rows");
    EXPECT_TRUE(row_of(before, "MGR").is_null());
}

TEST_F(CategoriesInTime, SinceWhenIsToldOnlyOfWhomOneSees)
{
    EXPECT_EQ(town.staff("0010").get(of(sato, "/categories")).status, 404);
    EXPECT_EQ(town.staff("0010").get(of(tanaka, "/categories")).status, 200);
}

TEST_F(CategoriesInTime, BetweenTwoDaysEachCategoryCountsWhoEnteredAndEveryRowSaysWhatChanged)
{
    auto const changes = town.as(Role::dx_office).get("/categories/changes?from=2026-03-31").body;
    auto const& manager = changes.at("categories").at(0);
    EXPECT_EQ(manager.at("code"), "MGR");
    EXPECT_EQ(manager.at("before"), 0);
    EXPECT_EQ(manager.at("after"), 1);
    EXPECT_EQ(manager.at("entered"), 1);
    auto const row = row_of(changes.at("rows"), "MGR");
    EXPECT_EQ(row.at("move"), "entered");
    EXPECT_EQ(row.at("reason"), "課長以上のため");
    EXPECT_EQ(row.at("before").at("because"), (bj::array{"職位: 係員"}));
    EXPECT_EQ(row.at("after").at("because"), (bj::array{"職位: 課長"}));
    EXPECT_EQ(changes.at("total"), 3);
}

TEST_F(CategoriesInTime, WhoHasLeftTheHouseHasLeftEveryCategory)
{
    static db::Sql const kEnd{"UPDATE posting SET ended_on = '2026-05-15' WHERE staff_id = $1 AND ended_on IS NULL"};
    static db::Sql const kGone{"UPDATE engagement SET valid_until = '2026-05-15' WHERE staff_id = $1"};
    town.write([&](db::Tx& tx) {
        tx.run(kEnd, stranger);
        tx.run(kGone, stranger);
        people::note_change(tx, stranger);
    });
    auto const rows = town.as(Role::dx_office).get("/categories/changes?from=2026-05-02&category=LEAD").body.at("rows");
    ASSERT_EQ(rows.as_array().size(), 1U);
    EXPECT_EQ(rows.at(0).at("move"), "left");
    EXPECT_EQ(rows.at(0).at("name"), "別課 次郎");
    EXPECT_EQ(rows.at(0).at("after").at("presence"), "absent");
}

TEST_F(CategoriesInTime, AHeadIsToldOfTheirOwnPeopleTheCountsAreTheCitys)
{
    auto const changes = head().get("/categories/changes?from=2026-03-31").body;
    EXPECT_THAT(names_of(changes), ElementsAre("佐藤 一郎", "田中 花子"));
    EXPECT_EQ(changes.at("categories").at(1).at("entered"), 2);
}

TEST_F(CategoriesInTime, TheDefaultIsTheFiscalYearAndADayAheadIsRefused)
{
    auto const office = town.as(Role::dx_office);
    EXPECT_EQ(office.get("/categories/changes").body.at("from"), "2026-04-01");
    EXPECT_EQ(office.get("/categories/changes?on=2026-04-01").body.at("from"), "2025-04-01");
    EXPECT_EQ(office.get("/categories/changes?from=2026-06-01").code(), "invalid_input");
    auto const first = office.get("/categories/changes?from=2023-06-01").body;
    EXPECT_FALSE(first.at("planned_before").as_bool());
}

TEST_F(CategoriesInTime, TheLevelOfAPersonSaysWhatTheNextOneStillNeeds)
{
    auto const level = head().get(of(tanaka, "/page")).body.at("level");
    EXPECT_TRUE(level.at("held").is_null());
    EXPECT_EQ(level.at("next").at("name"), "レベル1");
    EXPECT_EQ(level.at("next").at("needs").at(0).at("name"), "DX入門");
    EXPECT_FALSE(level.at("next").at("needs").at(0).at("done").as_bool());
    EXPECT_TRUE(head().get(of(sato, "/page")).body.at("level").at("next").is_null()) << "not on the way to a level";
}

TEST_F(CategoriesInTime, TheFilesForMachinesObeyTheGovernmentsRules)
{
    auto const office = town.as(Role::dx_office);
    for (auto const* what : {"gap", "skill-map", "category-changes"}) {
        for (auto const* format : {"csv", "csv_cp932", "xlsx"}) {
            auto const file = office.get(std::string{"/exports/"} + what + "?format=" + format);
            ASSERT_EQ(file.status, 200) << file.bytes;
            std::string broken;
            for (auto const& finding :
                 sheets::check_machine_readable(sheets::read_table(file.bytes), skills::export_name_columns()))
                broken += finding.place + " " + finding.en + "\n";
            EXPECT_EQ(broken, "") << what << " " << format;
        }
    }
}

TEST_F(CategoriesInTime, TheGapFileHasARowForEachPersonAndSkillWithTheDayAndTheRules)
{
    auto const book = sheets::read_table(town.as(Role::dx_office).get("/exports/gap?format=xlsx&on=2026-05-01").bytes);
    auto const& rows = book.sheets.at(0).rows;
    ASSERT_EQ(rows.size(), 6U) << "DX of three people, the ★ of two";
    EXPECT_EQ(rows[1].text(2), "2026-05-01");
    EXPECT_EQ(rows[1].text(15), "不足");
    EXPECT_EQ(book.sheets.at(1).name, "項目の説明");
    EXPECT_EQ(book.sheets.at(2).name, "数え方");
    EXPECT_EQ(book.sheets.at(2).rows.at(3).text(1), "すべての職員");
}

TEST_F(CategoriesInTime, AHeadsGapFileHoldsTheirSectionOtherUnitsAreNotFoundAndItIsWrittenDown)
{
    auto const boss = head();
    auto const file = boss.get("/exports/gap").bytes;
    EXPECT_THAT(file, HasSubstr("田中 花子"));
    EXPECT_THAT(file, Not(HasSubstr("別課 次郎")));
    EXPECT_EQ(boss.get("/exports/gap?unit=" + std::to_string(other.value)).status, 404);
    EXPECT_EQ(town.staff("0010").get("/exports/gap").status, 403);
    EXPECT_EQ(town.staff("0010").get("/exports/skill-map").status, 200) << "the map names nobody";

    town.municipality().looks().flush();
    auto const auditor = town.as(Role::administrator);
    EXPECT_EQ(auditor.get("/audit?action=skills.exported").body.at("entries").as_array().size(), 2U);
    auto const looks = auditor.get("/audit?action=record.looked_at").body.at("entries").as_array();
    ASSERT_EQ(looks.size(), 1U) << "one's own record is no look";
    EXPECT_EQ(looks[0].at("subject_id"), tanaka.value);
}

TEST_F(CategoriesInTime, ThePagesForPaperAreTheScreensTables)
{
    auto const office = town.as(Role::dx_office);
    auto const gap = sheets::read_table(office.get("/exports/gap?format=xlsx_pretty").bytes);
    EXPECT_THAT(gap.sheets.at(0).rows.at(0).text(0), HasSubstr("全庁、令和8年6月1日現在"));
    auto const map = sheets::read_table(office.get("/exports/skill-map?format=xlsx_pretty").bytes);
    EXPECT_THAT(map.sheets.at(0).rows.at(0).text(0), HasSubstr("スキルマップ（令和8年6月1日現在"));
    EXPECT_EQ(map.sheets.at(0).rows.at(3).text(3), "★");
}
