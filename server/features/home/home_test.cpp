#include "features/plan/versions.hpp"
#include "features/plan/yaml.hpp"
#include "testing/town.hpp"

#include <gtest/gtest.h>

#include <set>

namespace {

namespace bj = boost::json;

constexpr auto kPlan = R"(municipality: {slug: town, name: 試験市, name_en: Test City}
document: {key: T, title: 計画, clause: 表紙}
population: {rule: 全職員, clause: L1}
ranks:
  - {name: 課長, order: 50, band: management, clause: L1}
  - {name: 係員, order: 10, band: staff, clause: L1}
categories:
  - {code: MGR, name: 管理職, priority: 1, rule: 職位 >= 課長, reason: 課長以上のため, clause: 第2章}
  - {code: ALL, name: 全職員, priority: 9, rule: 全職員, clause: 第2章}
skills:
  - {code: DX, name: DX基礎, clause: L2}
  - {code: BUILD, name: 構築, clause: L2}
requirements:
  - {category: ALL, skill: DX, clause: L3}
  - {category: ALL, skill: BUILD, mark: conditional, clause: L3}
courses:
  - {code: C1, name: DX入門, skills: [DX], clause: L4}
)";

struct HomeTest : testing::Test {
    Town town;
    OrgUnitId section = town.unit("情報課");
    StaffId member = town.person({.no = "0010", .name = "髙橋 花子", .unit = section});
    StaffId head = town.person({.no = "0001", .name = "課長 一郎", .unit = section, .rank = "課長", .is_head = true});

    void SetUp() override
    {
        town.write([&](db::Tx& tx) {
            return plan::import_in_force(tx, plan::read_yaml(kPlan).plan, *date_from_iso("2025-04-01"), town.clock());
        });
    }
    static std::string of(StaffId id, std::string const& rest) { return "/staff/" + std::to_string(id.value) + rest; }
    static bj::object evidence(char const* kind)
    {
        return {{"kind", kind}, {"holds", true}, {"dated_on", "2026-05-01"}, {"source", "試験"}, {"note", ""}};
    }
};

}  // namespace

TEST_F(HomeTest, AMemberSeesWhereTheyStandAndWhatClosesTheGap)
{
    auto const home = town.staff("0010").get("/home").body;
    EXPECT_EQ(home.at("me").at("required"), 1);
    EXPECT_EQ(home.at("me").at("held"), 0);
    EXPECT_EQ(home.at("me").at("missing").at(0).at("course_name"), "DX入門");
    EXPECT_EQ(home.at("sections").as_array().size(), 0u);
    EXPECT_TRUE(home.at("city").is_null());
}

TEST_F(HomeTest, ASelfRatingStandsApartFromTheHeadsConfirmationWhichCloses)
{
    auto const own = town.staff("0010").post(of(member, "/skills/DX/evidence"), evidence("self"));
    ASSERT_EQ(own.status, 201) << own.bytes;
    EXPECT_EQ(own.body.at("kind"), "self") << "the write answers with the evidence alone";
    auto const listed = town.staff("0010").get(of(member, "/skills")).body;
    EXPECT_EQ(listed.at("held"), 0);
    EXPECT_EQ(listed.at("rows").at(0).at("self").at("id"), own.body.at("id"));
    EXPECT_EQ(town.staff("0010").post(of(member, "/skills/DX/evidence"), evidence("confirmed")).code(), "not_allowed");

    auto const confirmed = town.staff("0001", Role::section_head).post(of(member, "/skills/DX/evidence"), evidence("confirmed"));
    ASSERT_EQ(confirmed.status, 201) << confirmed.bytes;
    EXPECT_EQ(town.staff("0010").get(of(member, "/skills")).body.at("held"), 1);
    EXPECT_EQ(town.staff("0010").get("/home").body.at("me").at("held"), 1) << "the index was brought forward";
}

TEST_F(HomeTest, TheHeadDecidesAStarInTheRowAndItEntersThePersonsGap)
{
    auto const boss = town.staff("0001", Role::section_head);
    auto const before = boss.get("/home").body.at("sections").at(0);
    EXPECT_EQ(before.at("people"), 2);
    ASSERT_EQ(before.at("decisions").as_array().size(), 1u) << "one's own ★ waits for somebody else";
    EXPECT_EQ(before.at("decisions").at(0).at("staff"), member.value);
    auto const decided =
        boss.post(of(member, "/skills/BUILD/decision"), bj::object{{"needed", true}, {"reason", "申請システムを担当するため"}});
    ASSERT_EQ(decided.status, 201) << decided.bytes;
    EXPECT_EQ(decided.body.at("reason"), "申請システムを担当するため");
    EXPECT_EQ(boss.get(of(member, "/skills")).body.at("required"), 2);
    EXPECT_EQ(boss.get("/home").body.at("sections").at(0).at("decisions").as_array().size(), 0u);
    EXPECT_EQ(boss.post(of(head, "/skills/BUILD/decision"), bj::object{{"needed", true}, {"reason", "x"}}).status, 403)
        << "not one's own";
    EXPECT_EQ(
        town.staff("0010").post(of(member, "/skills/BUILD/decision"), bj::object{{"needed", false}, {"reason", "x"}}).status,
        403);
}

TEST_F(HomeTest, APersonsPageGivesEveryCategoryWithReasonFactsAndClause)
{
    auto const page = town.staff("0001", Role::section_head).get(of(head, "/page")).body;
    auto const& first = page.at("categories").at(0);
    EXPECT_EQ(first.at("category"), "MGR");
    EXPECT_TRUE(first.at("primary").as_bool());
    EXPECT_EQ(first.at("reason"), "課長以上のため");
    EXPECT_EQ(first.at("because").at(0), "職位: 課長");
    EXPECT_EQ(first.at("clause"), "第2章");
    EXPECT_EQ(page.at("categories").as_array().size(), 2u);
}

TEST_F(HomeTest, WhoMayNotSeeAPersonFindsNobody)
{
    auto const other = town.unit("別の課");
    town.person({.no = "0020", .name = "別課 次郎", .unit = other});
    EXPECT_EQ(town.staff("0020").get(of(member, "/page")).status, 404);
    EXPECT_EQ(town.staff("0020").get(of(member, "/skills")).status, 404);
    EXPECT_EQ(town.staff("0010").get(of(member, "/page")).status, 200);
}

TEST_F(HomeTest, TheOfficeSeesTheCityAndADryRunNamesWhoEnters)
{
    auto const office = town.as(Role::dx_office);
    auto const city = office.get("/home").body.at("city");
    EXPECT_EQ(city.at("counted"), 2);
    auto const draft = office.post("/plan/drafts", bj::object{{"title", "案"}, {"note", ""}}).body.at("id").as_int64();
    auto const path = "/plan/versions/" + std::to_string(draft);
    office.patch(path + "/items", bj::object{{"revision", 0},
                                             {"table", "categories"},
                                             {"key", "MGR"},
                                             {"remove", false},
                                             {"members", bj::object{{"rule", "全職員"}}}});
    auto const run = office.get(path + "/dry-run").body;
    EXPECT_EQ(run.at("categories").at(0).at("enters"), 1);
    EXPECT_EQ(run.at("categories").at(0).at("people").at(0).at("name"), "髙橋 花子");
}

TEST_F(HomeTest, RowsTheLastRosterCouldNotBringAreToldToWhoKeepsItAndToWhoRunsThePlan)
{
    town.write([&](db::Tx& tx) {
        static db::Sql const kImported{R"(
            INSERT INTO import_run (kind, file_name, as_of, whole, options, summary, imported_at)
            VALUES ('staff', '名簿.csv', '2026-04-01', 1, '{}', $1, '2026-04-02T01:00:00Z'))"};
        tx.run(kImported, std::string{R"({"counts":{"added":5,"changed":0,"left":0,"unchanged":0,"refused":3},)"
                                      R"("categories":[],"new_units":[]})"});
        return 0;
    });
    auto const told = [&](Role role) -> std::string {
        auto const home = town.as(role).get("/home").body;
        for (auto const& todo : home.at("todo").as_array())
            if (todo.at("kind") == "refused_rows") return std::string{todo.at("url").as_string()} + ".";
        return "";
    };
    EXPECT_EQ(told(Role::training_officer), "/imports?run=1.");
    EXPECT_EQ(told(Role::dx_office), ".") << "told, with nothing to do there";
    EXPECT_EQ(told(Role::executive), "");
    EXPECT_EQ(town.as(Role::training_officer).get("/home").body.at("roster").at("last_import").at("refused"), 3);
    EXPECT_TRUE(town.as(Role::training_officer).get("/imports/1").body.at("refused").as_array().empty())
        << "imported before refused rows were kept";
}

TEST_F(HomeTest, WhatTheTrainingYearWaitsForIsOnTheFirstScreenOfWhomItWaitsFor)
{
    auto const office = town.as(Role::training_officer);
    bj::object const form{{"course", "C1"},
                          {"fiscal_year", 2026},
                          {"name", ""},
                          {"per_unit", 0},
                          {"apply_from", "2026-05-01"},
                          {"apply_until", "2026-06-05"},
                          {"attend", "all"},
                          {"needs_release", true},
                          {"note", ""},
                          {"sessions", bj::array{bj::object{{"starts_at", "2026-06-08T10:00"},
                                                            {"ends_at", "2026-06-08T12:00"},
                                                            {"place", "大会議室"},
                                                            {"online_address", ""}}}}};
    auto const run = "/runs/" + std::to_string(office.post("/runs", form).body.at("id").as_int64());
    auto const kinds = [](Client const& client) {
        std::set<std::string> all;
        auto const home = client.get("/home").body;
        for (auto const& todo : home.at("todo").as_array()) all.emplace(todo.at("kind").as_string());
        return all;
    };
    EXPECT_TRUE(kinds(office).contains("open_runs"));
    office.post(run + "/opening");
    EXPECT_FALSE(kinds(office).contains("open_runs"));

    auto const asked = town.staff("0010").post(run + "/enrolments", bj::object{{"reason", ""}});
    ASSERT_EQ(asked.status, 201) << asked.bytes;
    auto const boss = town.staff("0001", Role::section_head);
    EXPECT_TRUE(kinds(boss).contains("release_training"));
    boss.post("/enrolments/" + std::to_string(asked.body.at("enrolment").at("id").as_int64()) + "/release");
    EXPECT_FALSE(kinds(boss).contains("release_training"));
    EXPECT_TRUE(kinds(town.staff("0010")).contains("session_soon"));
    EXPECT_FALSE(kinds(office).contains("enter_attendance"));
    town.clock().set(*date_from_iso("2026-06-09"));
    EXPECT_TRUE(kinds(town.as(Role::training_officer)).contains("enter_attendance"));
}
