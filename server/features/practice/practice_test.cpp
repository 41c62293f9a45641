// What somebody did at work becomes evidence of a skill: claimed by them, confirmed by their head, as the plan allows it.
#include "features/plan/versions.hpp"
#include "features/plan/yaml.hpp"
#include "testing/town.hpp"

#include <gtest/gtest.h>

namespace {

namespace bj = boost::json;

constexpr auto kPlan = R"(municipality: {slug: town, name: 試験市, name_en: Test City}
document: {key: T, title: 計画, clause: 表紙}
population: {rule: 全職員, clause: L1}
ranks:
  - {name: 課長, order: 50, band: management, clause: L1}
  - {name: 係員, order: 10, band: staff, clause: L1}
categories:
  - {code: ALL, name: 全職員, priority: 9, rule: 全職員, clause: 第2章}
skills:
  - {code: DX, name: DX基礎, clause: L2}
  - {code: BPR, name: 業務改革, clause: L2}
  - {code: SEC, name: セキュリティ, clause: L2}
requirements:
  - {category: ALL, skill: BPR, clause: L3}
practice:
  - {code: P1, source: project, skills: [DX, BPR], text: 横断の取組への参加, clause: L146}
  - {code: P2, source: consultation, text: 外部人材との業務, clause: L400}
)";

struct PracticeTest : testing::Test {
    Town town;
    OrgUnitId section = town.unit("情報課");
    OrgUnitId other = town.unit("市民課");
    StaffId boss = town.person({.no = "0001", .name = "課長 一郎", .unit = section, .rank = "課長", .is_head = true});
    StaffId anna = town.person({.no = "0010", .name = "青木 花子", .unit = section});
    StaffId dora = town.person({.no = "0020", .name = "江口 四子", .unit = other});

    void SetUp() override { plan_is(kPlan); }
    void plan_is(std::string const& yaml)
    {
        town.write([&](db::Tx& tx) {
            return plan::import_in_force(tx, plan::read_yaml(yaml).plan, *date_from_iso("2025-04-01"), town.clock());
        });
    }
    Client staff() { return town.staff("0010"); }
    Client head() { return town.staff("0001", Role::section_head); }

    static bj::object project(bj::array skills, char const* title = "書かない窓口")
    {
        return {{"kind", "project"},  {"id", 0},          {"title", title},
                {"on", "2026-05-20"}, {"skills", skills}, {"note", "制度設計を担当"}};
    }
    std::int64_t claimed(bj::array skills = {"BPR"})
    {
        auto const made = staff().post("/practice/claims", project(std::move(skills)));
        EXPECT_EQ(made.status, 201) << made.bytes;
        return made.body.at("claims").at(0).at("id").as_int64();
    }
    static std::string at(std::int64_t id, std::string const& rest = {})
    {
        return "/practice/claims/" + std::to_string(id) + rest;
    }
    static bj::object word(char const* text) { return {{"word", text}}; }
    bj::object skill(std::string_view code)
    {
        auto const shown = staff().get("/staff/" + std::to_string(anna.value) + "/skills").body;
        for (auto const& row : shown.at("rows").as_array())
            if (row.at("skill").as_string() == code) return row.as_object();
        return {{"holds", false}, {"evidence", bj::array{}}};
    }
};

}  // namespace

TEST_F(PracticeTest, WhatWasDoneIsEvidenceOnceTheHeadHasConfirmedIt)
{
    auto const id = claimed();
    EXPECT_FALSE(skill("BPR").at("holds").as_bool()) << "one's own word does not decide";
    auto const waiting = head().get("/practice/claims?to_decide=true").body.at("claims").as_array();
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting[0].at("note"), "制度設計を担当");

    auto const confirmed = head().post(at(id, "/confirmation"), word("よくまとめました"));
    ASSERT_EQ(confirmed.status, 200) << confirmed.bytes;
    auto const held = skill("BPR");
    EXPECT_TRUE(held.at("holds").as_bool());
    auto const& evidence = held.at("evidence").at(0);
    EXPECT_EQ(evidence.at("kind"), "project");
    EXPECT_EQ(evidence.at("source"), "書かない窓口");
    EXPECT_EQ(evidence.at("dated_on"), "2026-05-20");
    EXPECT_EQ(staff().get("/practice/claims").body.at("claims").at(0).at("word"), "よくまとめました");
    EXPECT_TRUE(head().get("/practice/claims?to_decide=true").body.at("claims").as_array().empty());
    EXPECT_EQ(head().post(at(id, "/confirmation"), word("")).code(), "wrong_status");
}

TEST_F(PracticeTest, NobodyConfirmsTheirOwnAndNobodyElsesHeadDoes)
{
    auto const own = head().post("/practice/claims", project({"DX"}));
    ASSERT_EQ(own.status, 201) << own.bytes;
    EXPECT_EQ(head().post(at(own.body.at("claims").at(0).at("id").as_int64(), "/confirmation"), word("")).code(), "not_allowed");
    auto const id = claimed();
    EXPECT_EQ(staff().post(at(id, "/confirmation"), word("")).code(), "not_allowed");
    town.person({.no = "0002", .name = "課長 二郎", .unit = other, .rank = "課長", .is_head = true});
    EXPECT_EQ(town.staff("0002", Role::section_head).post(at(id, "/confirmation"), word("")).status, 404);
    EXPECT_EQ(town.as(Role::training_officer).post(at(id, "/confirmation"), word("")).code(), "not_allowed")
        << "the plan leaves it to the head";
    EXPECT_TRUE(town.staff("0020").get("/practice/claims").body.at("claims").as_array().empty());
}

TEST_F(PracticeTest, TheSameThingShowsASkillOnce)
{
    auto const id = claimed({"BPR", "DX"});
    EXPECT_EQ(staff().post("/practice/claims", project({"BPR"}, "書かない 窓口")).code(), "already_exists")
        << "a project goes by its title, however it is spaced";
    EXPECT_EQ(staff().post("/practice/claims", project({"BPR"}, "別の取組")).status, 201);
    EXPECT_EQ(head().post(at(id, "/return"), word("担当した部分を書いてください")).status, 200);
    EXPECT_EQ(staff().post("/practice/claims", project({"BPR"})).status, 201) << "returned, it may be claimed again";
}

TEST_F(PracticeTest, OnlyWhatThePlanSaysCanBeShown)
{
    EXPECT_EQ(staff().post("/practice/claims", project({"SEC"})).code(), "not_eligible");
    EXPECT_EQ(staff().post("/practice/claims", project({"NONE"})).code(), "not_eligible");
    auto const offer = staff().get("/practice/offer?kind=project").body;
    ASSERT_EQ(offer.at("skills").as_array().size(), 2u);
    EXPECT_EQ(offer.at("skills").at(0).at("skill"), "BPR") << "what is needed and not held comes first";
    EXPECT_EQ(offer.at("rules").at(0).at("clause"), "L146");
    plan_is(std::string{kPlan}.substr(0, std::string_view{kPlan}.find("practice:")));
    EXPECT_TRUE(staff().get("/practice/offer?kind=project").body.at("skills").as_array().empty());
    EXPECT_EQ(staff().post("/practice/claims", project({"BPR"})).code(), "not_eligible");
}

TEST_F(PracticeTest, AProjectNeedsItsTitleAndADayThatHasCome)
{
    EXPECT_EQ(staff().post("/practice/claims", project({"BPR"}, "")).code(), "invalid_input");
    auto later = project({"BPR"});
    later["on"] = "2026-07-01";
    EXPECT_EQ(staff().post("/practice/claims", later).code(), "invalid_input");
    auto unknown = project({"BPR"});
    unknown["kind"] = "accepted_answer";
    unknown["id"] = 99;
    EXPECT_EQ(staff().post("/practice/claims", unknown).status, 404);
}

TEST_F(PracticeTest, ReturnedOrWithdrawnItIsNoEvidenceAnyMore)
{
    auto const id = claimed();
    ASSERT_EQ(head().post(at(id, "/confirmation"), word("")).status, 200);
    EXPECT_EQ(staff().del(at(id)).code(), "wrong_status") << "what is confirmed is for the head to take back";
    ASSERT_EQ(head().post(at(id, "/return"), word("別の取組でした")).status, 200);
    EXPECT_FALSE(skill("BPR").at("holds").as_bool());
    EXPECT_EQ(town.staff("0020").del(at(id)).status, 404);
    EXPECT_EQ(head().del(at(id)).code(), "not_allowed");
    EXPECT_EQ(staff().del(at(id)).body.at("status"), "withdrawn");

    auto const again = claimed();
    ASSERT_EQ(head().post(at(again, "/confirmation"), word("")).status, 200);
    auto const evidence = skill("BPR").at("evidence").at(0).at("id").as_int64();
    ASSERT_EQ(head().del("/evidence/" + std::to_string(evidence)).status, 200);
    EXPECT_EQ(staff().get("/practice/claims").body.at("claims").at(0).at("status"), "withdrawn")
        << "evidence that is withdrawn takes its claim with it";
    EXPECT_EQ(staff().post("/practice/claims", project({"BPR"})).status, 201);
}

TEST_F(PracticeTest, WhoeverHeadsThePersonNowTakesBackWhatTheHeadBeforeConfirmed)
{
    auto const id = claimed();
    ASSERT_EQ(head().post(at(id, "/confirmation"), word("")).status, 200);
    town.person({.no = "0003", .name = "課長 三郎", .unit = section, .rank = "課長", .is_head = true});
    ASSERT_EQ(town.staff("0003", Role::section_head).post(at(id, "/return"), word("別の人の仕事でした")).status, 200);
    EXPECT_FALSE(skill("BPR").at("holds").as_bool());
}
