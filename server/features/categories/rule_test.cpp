#include "features/categories/classifier.hpp"

#include <gtest/gtest.h>

using namespace categories;
using plan::check_rule;
using plan::parse_rule;
using plan::sentence_en;
using plan::sentence_ja;

namespace {

plan::Plan small_plan()
{
    plan::Plan plan;
    plan.ranks = {{.name = "部長", .order = 70, .band = plan::RankBand::executive, .aliases = {"理事"}},
                  {.name = "課長", .order = 50, .band = plan::RankBand::management},
                  {.name = "係長", .order = 30, .band = plan::RankBand::supervisory},
                  {.name = "主事", .order = 10, .band = plan::RankBand::staff}};
    plan.roles = {{.code = "LDR", .name = "DX推進リーダー"}};
    plan.levels = {{.code = "L1", .name = "レベル1", .order = 1}, {.code = "L2", .name = "レベル2", .order = 2}};
    return plan;
}

people::Roster small_town()
{
    people::Roster roster;
    std::vector<people::TreeUnit> units(4);
    units[0] = {.id = {1}, .code = "10", .name = "総務部", .kind = "部"};
    units[1] = {.id = {2},
                .code = "11",
                .name = "情報政策課",
                .kind = "課",
                .parent = 0,
                .depth = 1,
                .tags = {roster.words.of("情報部門")}};
    units[2] = {.id = {3}, .code = "20", .name = "医療センター", .kind = "所"};
    units[3] = {.id = {4}, .code = "21", .name = "看護課", .kind = "課", .parent = 2, .depth = 1};
    roster.tree = people::OrgTree{units};
    return roster;
}

people::Person someone(people::Roster& roster, people::Place place, std::string_view rank)
{
    people::Person person;
    person.posts = {{.place = place, .rank = roster.words.of(rank)}};
    person.employment = roster.words.of("正規");
    person.occupation = roster.words.of("行政職");
    return person;
}

bool holds(std::string_view rule, plan::Plan const& plan, people::Roster& roster, people::Person const& person)
{
    auto const parsed = parse_rule(rule);
    EXPECT_TRUE(parsed.errors.empty()) << rule << ": " << (parsed.errors.empty() ? "" : parsed.errors.front().ja);
    Classifier classifier{plan, roster};
    return classifier.holds(classifier.bind(parsed.root), person, classifier.of(person));
}

}  // namespace

TEST(Rule, RanksCompareByTheirOrderAndAnAliasCountsAsItsRank)
{
    auto const plan = small_plan();
    auto roster = small_town();
    auto const director = someone(roster, 0, "理事");
    auto const chief = someone(roster, 1, "係長");
    EXPECT_TRUE(holds("職位 >= 課長", plan, roster, director));
    EXPECT_FALSE(holds("職位 >= 課長", plan, roster, chief));
    EXPECT_TRUE(holds("職位 ≦ 課長", plan, roster, chief));
    EXPECT_TRUE(holds("職位 in (部長, 係長)", plan, roster, director));
    EXPECT_TRUE(holds("職位帯 >= 監督職", plan, roster, chief));
    EXPECT_FALSE(holds("職位 >= 主事", plan, roster, someone(roster, 0, "相談員")))
        << "a title the plan does not rank is never above one";
}

TEST(Rule, AUnitWithAllBelowItIsExcludedByName)
{
    auto const plan = small_plan();
    auto roster = small_town();
    auto const rule = "任用形態 = 正規 and 職種 in (行政職, 医療職) and not 所属 within 医療センター";
    EXPECT_TRUE(holds(rule, plan, roster, someone(roster, 1, "主事")));
    EXPECT_FALSE(holds(rule, plan, roster, someone(roster, 3, "主事")));
    EXPECT_FALSE(holds("所属 = 医療センター", plan, roster, someone(roster, 3, "主事"))) << "= means the unit itself";
    EXPECT_TRUE(holds("部門タグ = 情報部門", plan, roster, someone(roster, 1, "主事")));
}

TEST(Rule, AConcurrentPostCountsAsWell)
{
    auto const plan = small_plan();
    auto roster = small_town();
    auto person = someone(roster, 3, "主事");
    person.posts.push_back({.place = 1, .rank = roster.words.of("課長"), .kind = people::PostingKind::acting});
    EXPECT_TRUE(holds("所属 within 総務部 かつ 職位 >= 課長", plan, roster, person));
}

TEST(Rule, CategoriesMayAskAboutOthersAndOneTakesTheRest)
{
    auto plan = small_plan();
    plan.categories = {{.code = "GEN", .name = "一般職員", .axis = "x", .priority = 3, .rule = "その他"},
                       {.code = "TOP", .name = "上位", .axis = "x", .priority = 1, .rule = "区分 = LDR and レベル認定 >= L2"},
                       {.code = "LDR", .name = "リーダー", .axis = "x", .priority = 2, .rule = "任命 = DX推進リーダー"}};
    auto roster = small_town();
    auto leader = someone(roster, 1, "主事");
    leader.roles = {roster.words.of("LDR")};
    leader.levels = {roster.words.of("L1"), roster.words.of("L2")};
    Classifier const classifier{plan, roster};
    EXPECT_EQ(classifier.of(leader), 0b110u);
    EXPECT_EQ(classifier.primary(classifier.of(leader)), 1);
    EXPECT_EQ(classifier.of(someone(roster, 1, "主事")), 0b001u);
}

TEST(Rule, LevelsCompareByTheHighestValidOne)
{
    auto const plan = small_plan();
    auto roster = small_town();
    auto person = someone(roster, 1, "主事");
    EXPECT_FALSE(holds("レベル認定 <= L2", plan, roster, person)) << "no level is not a low level";
    person.levels = {roster.words.of("L1"), roster.words.of("L2")};
    EXPECT_FALSE(holds("レベル認定 = L1", plan, roster, person));
    EXPECT_TRUE(holds("レベル認定 = L2", plan, roster, person));
}

TEST(Rule, WhatIsWrongIsSaidWithItsPlaceAndTheRemedy)
{
    auto const unknown = parse_rule("職位 >= 課長 and 役職 = 部長");
    ASSERT_EQ(unknown.errors.size(), 1u);
    EXPECT_EQ(unknown.errors[0].column, 14);
    EXPECT_NE(unknown.errors[0].ja.find("役職"), std::string::npos);
    EXPECT_FALSE(parse_rule("").errors.empty());
    EXPECT_FALSE(parse_rule("(職位 = 課長").errors.empty());
    EXPECT_FALSE(parse_rule("職種 >= 行政職").errors.empty()) << "occupations have no order";
    EXPECT_FALSE(parse_rule("職位 = 課長 職位 = 部長").errors.empty());
    EXPECT_FALSE(parse_rule("職位 in (課長").errors.empty());

    auto const plan = small_plan();
    auto const errors = check_rule(parse_rule("職位 >= 次長").root, plan);
    ASSERT_EQ(errors.size(), 1u);
    EXPECT_NE(errors[0].ja.find("次長"), std::string::npos);
}

TEST(Rule, ReadsAsASentence)
{
    auto const plan = small_plan();
    auto const rule = parse_rule("職位 <= 課長 and 任命 = LDR").root;
    EXPECT_EQ(sentence_ja(rule, plan), "職位が課長以下、かつDX推進リーダーに任命の職員");
    EXPECT_EQ(sentence_en(parse_rule("全職員").root, plan), "all staff");
}

TEST(Rule, AMalformedRuleLetsNobodyIn)
{
    auto plan = small_plan();
    plan.categories = {{.code = "X", .name = "x", .rule = "職位 >="}};
    auto roster = small_town();
    EXPECT_EQ((Classifier{plan, roster}.of(someone(roster, 0, "部長"))), 0u);
}
