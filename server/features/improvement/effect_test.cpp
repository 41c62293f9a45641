#include "features/improvement/effect.hpp"

#include <gtest/gtest.h>

using namespace improvement;

namespace {

HourlyCost const kCost{3'000, "人件費の予算 ÷ 総労働時間"};

}  // namespace

TEST(Effect, HoursAreMinutesTimesPeopleTimesHowOftenAYear)
{
    auto const effect =
        improvement::effect({{"受付", 10, 2, 600}, {"転記", 15, 1, 600}}, {{"受付", 5, 2, 600}}, {{"フォーム", 120'000}}, kCost);
    EXPECT_DOUBLE_EQ(effect.hours_before, 350);
    EXPECT_DOUBLE_EQ(effect.hours_after, 100);
    EXPECT_DOUBLE_EQ(effect.hours_saved, 250);
    EXPECT_EQ(effect.yen_saved, 750'000);
    EXPECT_EQ(effect.tool_yen, 120'000);
    EXPECT_EQ(effect.yen, 630'000);
    EXPECT_DOUBLE_EQ(effect.before.at(1).hours, 150);
    EXPECT_NE(effect.formula.find("改善前 350.0 時間 − 改善後 100.0 時間 = 250.0 時間"), std::string::npos) << effect.formula;
    EXPECT_NE(effect.formula.find("250.0 時間 × 3000 円 − ツールの年額 120000 円 = 630000 円"), std::string::npos);
}

TEST(Effect, ManySmallStepsAreSummedBeforeTheyAreRounded)
{
    std::vector<FlowStep> const small(12, {"確認", 0.5, 1, 5});  // 2.5 minutes each: 0.04 h, which alone would round to nothing
    EXPECT_EQ(tenths_of_hours(small), 5);
    EXPECT_DOUBLE_EQ(improvement::effect(small, {}, {}, {}).before.front().hours, 0.0);
}

TEST(Effect, TheShownFiguresAddUp)
{
    // 3.25 h and 1.15 h are shown as 3.3 and 1.2; what is freed is their difference and not 2.1 by another way.
    auto const effect = improvement::effect({{"a", 195, 1, 1}}, {{"b", 69, 1, 1}}, {}, kCost);
    EXPECT_DOUBLE_EQ(effect.hours_before, 3.3);
    EXPECT_DOUBLE_EQ(effect.hours_after, 1.2);
    EXPECT_DOUBLE_EQ(effect.hours_saved, 2.1);
    EXPECT_EQ(effect.yen, 6'300);
}

TEST(Effect, HalvesAreRoundedAwayFromZeroOnBothSides)
{
    EXPECT_EQ(tenths_of_hours(std::vector<FlowStep>{{"a", 3, 1, 1}}), 1);
    EXPECT_EQ(tenths_of_hours(std::vector<FlowStep>{{"a", 2.9, 1, 1}}), 0);
    EXPECT_EQ(yen_of(5, 1'001), 501);
    EXPECT_EQ(yen_of(-5, 1'001), -501);
    EXPECT_EQ(yen_of(0, 1'001), 0);
}

TEST(Effect, WhatTakesLongerThanBeforeIsToldAsALoss)
{
    auto const effect = improvement::effect({{"a", 60, 1, 1}}, {{"a", 60, 1, 3}}, {{"t", 1'000}}, kCost);
    EXPECT_DOUBLE_EQ(effect.hours_saved, -2);
    EXPECT_EQ(effect.yen, -7'000);
}

TEST(Effect, WithoutACostOfAnHourNothingIsWorthYen)
{
    auto const effect = improvement::effect({{"a", 60, 1, 1}}, {}, {{"t", 1'000}}, {});
    EXPECT_FALSE(effect.yen);
    EXPECT_FALSE(effect.yen_saved);
    EXPECT_EQ(effect.formula.find("円"), std::string::npos);
}

TEST(Effect, TheLargestFlowThatTheFormTakesDoesNotOverflow)
{
    std::vector<FlowStep> const most(50, {"a", 10'000, 1'000, 1'000'000});
    EXPECT_EQ(tenths_of_hours(most), 83'333'333'333'333);
    EXPECT_EQ(yen_of(tenths_of_hours(most), 100'000), 833'333'333'333'330'000);
}
