#include "features/plan/diff.hpp"

#include <gtest/gtest.h>

using namespace plan;

namespace {
Plan base()
{
    Plan plan;
    plan.categories = {{.code = "A", .name = "管理職"}, {.code = "B", .name = "一般"}};
    plan.skills = {{.code = "S", .name = "DX基礎"}};
    plan.requirements = {{.category = "A", .skill = "S"}};
    return plan;
}
}  // namespace

TEST(PlanDiff, EqualPlansDoNotDifferWhateverTheOrderOfTheirItems)
{
    auto other = base();
    std::swap(other.categories[0], other.categories[1]);
    EXPECT_TRUE(diff(base(), other).empty());
}

TEST(PlanDiff, AMapCellReadsAsSkillAndCategoryWithItsMark)
{
    auto after = base();
    after.requirements[0].mark = Mark::conditional;
    after.requirements.push_back({.category = "B", .skill = "S"});
    auto const changes = diff(base(), after);
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0].sentence, "「DX基礎 × 管理職」の印を「●」から「★」に改めます。");
    EXPECT_EQ(changes[1].sentence, "スキルマップの「DX基礎 × 一般」(●)を追加します。");
    EXPECT_EQ(changes[1].sentence_en, "Adds \"DX基礎 × 一般\" (●) to skill map.");
}

TEST(PlanDiff, WhatACourseAsksFirstAndHowLongItCountsIsNamed)
{
    auto before = base();
    before.courses = {{.code = "C1", .name = "基礎"}, {.code = "C2", .name = "応用"}};
    auto after = before;
    after.courses[1].prerequisites = {"C1"};
    after.courses[1].validity_months = 24;
    auto const changes = diff(before, after);
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0].sentence, "「応用」の先に修了する研修を(なし)から「C1」に改めます。");
    EXPECT_EQ(changes[1].sentence, "「応用」の有効月数を「0」から「24」に改めます。");
}

TEST(PlanDiff, ARemovedItemAndAChangedMemberAreNamed)
{
    auto after = base();
    after.categories.pop_back();
    after.document.colophon.tel = "0467";
    auto const changes = diff(base(), after);
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0].field, "tel");
    EXPECT_EQ(changes[1].kind, ChangeKind::removed);
    EXPECT_EQ(changes[1].code, "B");
}
