#include "features/skills/skill_map.hpp"
#include "features/skills/state.hpp"

#include <gtest/gtest.h>

using namespace skills;

namespace {

Date day(char const* iso) { return *date_from_iso(iso); }

plan::Plan two_axes()
{
    plan::Plan plan;
    plan.categories = {{.code = "S1", .name = "一般職員"},
                       {.code = "S2", .name = "推進員", .inherits = {"S1"}},
                       {.code = "S3", .name = "高度", .inherits = {"S2"}}};
    plan.skills = {{.code = "basic"}, {.code = "data"}, {.code = "build"}};
    plan.requirements = {{.category = "S1", .skill = "basic"},
                         {.category = "S2", .skill = "data"},
                         {.category = "S2", .skill = "build", .mark = plan::Mark::conditional},
                         {.category = "S3", .skill = "build"}};
    return plan;
}

}  // namespace

TEST(SkillMap, AHigherSpecialtyPresupposesTheSkillsOfTheLowerOnes)
{
    auto const plan = two_axes();
    SkillMap const map{plan};
    EXPECT_EQ(map.required(0b100).to_ulong(), 0b111u);
    EXPECT_EQ(map.required(0b010).to_ulong(), 0b011u);
    EXPECT_EQ(map.conditional(0b010).to_ulong(), 0b100u);
    EXPECT_EQ(map.conditional(0b110).to_ulong(), 0u) << "required by another category: nothing is left to decide";
    EXPECT_EQ(map.cell(2, 0).inherited_from, 0) << "through S2, but written for S1";
    EXPECT_EQ(map.cell(0, 1).requirement, nullptr);
}

TEST(SkillMap, CoursesOfLowerLevelsComeFirst)
{
    auto plan = two_axes();
    plan.courses = {
        {.code = "adv", .skills = {"data"}}, {.code = "free", .skills = {"data"}}, {.code = "intro", .skills = {"data"}}};
    plan.levels = {{.code = "L2", .order = 2, .required_courses = {"adv"}},
                   {.code = "L1", .order = 1, .required_courses = {"intro"}}};
    SkillMap const map{plan};
    ASSERT_EQ(map.courses_for(1).size(), 3u);
    EXPECT_EQ(map.courses_for(1)[0]->code, "intro");
    EXPECT_EQ(map.courses_for(1)[2]->code, "free");
}

TEST(SkillState, ASelfRatingNeverDecides)
{
    Finding const own{EvidenceKind::self, true, day("2026-04-01"), {}};
    EXPECT_FALSE(state_of({.code = "s"}, {&own, 1}, day("2026-06-01")).holds);
}

TEST(SkillState, BestKeepsWhatWasEverShownLatestLetsTheNewestDecide)
{
    Finding const findings[] = {{EvidenceKind::exam, true, day("2024-05-01"), {}},
                                {EvidenceKind::exam, false, day("2026-05-01"), {}}};
    EXPECT_TRUE(state_of({.code = "s", .evidence_rule = plan::EvidenceRule::best}, findings, day("2026-06-01")).holds);
    EXPECT_FALSE(state_of({.code = "s", .evidence_rule = plan::EvidenceRule::latest}, findings, day("2026-06-01")).holds);
    EXPECT_TRUE(state_of({.code = "s", .evidence_rule = plan::EvidenceRule::latest}, findings, day("2026-04-30")).holds)
        << "as of the day before";
}

TEST(SkillState, ValidityMonthsEndASkillAndTheLongestLastingEvidenceTellsWhen)
{
    plan::Skill const yearly{.code = "s", .validity_months = 12};
    Finding const findings[] = {{EvidenceKind::course, true, day("2025-05-01"), {}},
                                {EvidenceKind::course, true, day("2025-09-01"), {}}};
    auto const state = state_of(yearly, findings, day("2026-04-30"));
    EXPECT_TRUE(state.holds);
    EXPECT_EQ(to_iso(*state.expires_on), "2026-09-01");
    EXPECT_EQ(state.decided_by, 1);
    EXPECT_FALSE(state_of(yearly, findings, day("2026-09-01")).holds);
}
