#include "features/plan/yaml.hpp"

#include "features/plan/check.hpp"
#include "platform/core/described.hpp"
#include "platform/json/write.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace plan;

namespace {

constexpr auto kSmall = R"(municipality: {slug: x, name: X市, name_en: X}
document: {key: X, title: 計画, clause: 表紙}
population: {rule: 全職員, clause: L1}
categories:
  - code: A
    name: 管理職
    rule: 職位 >= 課長
    clause: L2
ranks:
  - {name: 課長, order: 50, band: management, clause: L3}
)";

std::string file_text(std::filesystem::path const& path)
{
    std::ifstream in{path, std::ios::binary};
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<std::filesystem::path> packs()
{
    std::vector<std::filesystem::path> found;
    for (auto const& entry : std::filesystem::directory_iterator{"plans"}) {
        if (entry.path().extension() == ".yaml") found.push_back(entry.path());
    }
    return found;
}

std::string told(std::vector<PlacedProblem> const& problems)
{
    std::string text;
    for (auto const& p : problems)
        text += std::to_string(p.line) + ":" + std::to_string(p.column) + " " + p.pointer + " " + p.ja + "\n";
    return text;
}

}  // namespace

TEST(PlanPack, AWholePlanIsReadAndPassesTheCheck)
{
    auto const read = read_yaml(kSmall);
    EXPECT_EQ(told(read.problems), "");
    EXPECT_EQ(told(check(read.plan, read.places)), "");
    EXPECT_EQ(read.plan.categories.at(0).name, "管理職");
}

TEST(PlanPack, EveryMistakeIsToldAtOnceWithLineAndColumn)
{
    auto const read = read_yaml(std::string{kSmall} + R"(skills:
  - {code: S1, name: n, kinds: skill, clause: c}
  - {code: S2, name: n, kind: 技能, clause: c}
  - {code: S3, name: n, validity_months: one, clause: c}
)");
    ASSERT_EQ(read.problems.size(), 3u) << told(read.problems);
    EXPECT_EQ(read.problems[0].line, 12);
    EXPECT_EQ(read.problems[0].column, 25);
    EXPECT_NE(read.problems[0].ja.find("kinds"), std::string::npos);
    EXPECT_NE(read.problems[1].ja.find("knowledge, skill, ability"), std::string::npos);
    EXPECT_EQ(read.problems[2].pointer, "/skills/2/validity_months");
}

TEST(PlanPack, BrokenYamlIsAProblemNotACrash)
{
    EXPECT_EQ(read_yaml("a: [1, 2").problems.size(), 1u);
    EXPECT_EQ(read_yaml("- 1").problems.size(), 1u);
    EXPECT_FALSE(read_yaml("").problems.empty());
}

TEST(PlanPack, TheCheckNamesTheLineOfTheItemThatIsWrong)
{
    auto const read = read_yaml(std::string{kSmall} + R"(skills:
  - {code: S1, name: n, confidence: low, clause: c}
  - {code: S1, name: n}
requirements:
  - {category: A, skill: S9, clause: c}
year_plan:
  - {course: C1, months: [13], clause: c}
)");
    auto const problems = check(read.plan, read.places);
    auto const text = told(problems);
    EXPECT_NE(text.find("12:5 /skills/0/note"), std::string::npos) << text;
    EXPECT_NE(text.find("13:12 /skills/1/code"), std::string::npos) << text;
    EXPECT_NE(text.find("/skills/1/clause"), std::string::npos) << text;
    EXPECT_NE(text.find("15:26 /requirements/0/skill"), std::string::npos) << text;
    EXPECT_NE(text.find("/year_plan/0/months"), std::string::npos) << text;
}

TEST(PlanPack, RulesThatAskEachOtherInACircleAreRefused)
{
    auto read = read_yaml(kSmall);
    read.plan.categories.push_back({.code = "B", .name = "b", .rule = "区分 = C", .clause = "c"});
    read.plan.categories.push_back({.code = "C", .name = "c", .rule = "区分 = B", .clause = "c"});
    EXPECT_EQ(check(read.plan).size(), 2u);
}

TEST(PlanPack, ACourseNamesTheCoursesThatComeFirstAndNeverItself)
{
    auto const read = read_yaml(std::string{kSmall} + R"(courses:
  - {code: C1, name: 基礎, capacity: 20, validity_months: 36, clause: c}
  - {code: C2, name: 応用, prerequisites: [C1, C9], capacity: -1, clause: c}
  - {code: C3, name: 上級, prerequisites: [C4], validity_months: -1, clause: c}
  - {code: C4, name: 特級, prerequisites: [C3], clause: c}
)");
    EXPECT_EQ(told(read.problems), "");
    EXPECT_EQ(read.plan.courses.at(0).capacity, 20);
    auto const problems = check(read.plan, read.places);
    auto const text = told(problems);
    ASSERT_EQ(problems.size(), 5u) << text;
    EXPECT_NE(text.find("13:"), std::string::npos) << text;
    EXPECT_NE(problems[0].ja.find("「C9」"), std::string::npos) << text;
    EXPECT_EQ(problems[1].pointer, "/courses/1/capacity");
    EXPECT_NE(problems[2].ja.find("「上級」の前提の研修をたどると"), std::string::npos) << text;
    EXPECT_EQ(problems[3].pointer, "/courses/2/validity_months");
    EXPECT_EQ(problems[4].pointer, "/courses/3/prerequisites");
}

TEST(PlanPack, PracticeNamesOnlySkillsOfThePlanAndSaysWhatItIs)
{
    auto const read = read_yaml(std::string{kSmall} + R"(skills:
  - {code: S1, name: n, clause: c}
practice:
  - {code: P1, source: project, text: 横断の取組, clause: c}
  - {code: P2, source: consultation, skills: [S1, S9], clause: c}
)");
    EXPECT_EQ(told(read.problems), "");
    ASSERT_EQ(read.plan.practice.size(), 2u);
    EXPECT_EQ(read.plan.practice[0].source, PracticeSource::project);
    auto const problems = check(read.plan, read.places);
    ASSERT_EQ(problems.size(), 2u) << told(problems);
    EXPECT_NE(problems[0].ja.find("「S9」"), std::string::npos) << told(problems);
    EXPECT_EQ(problems[1].pointer, "/practice/1/text");
    EXPECT_EQ(read_yaml("practice:\n  - {code: P, source: 事例}\n").problems.front().pointer, "/practice/0/source");
}

TEST(PlanPack, WhatIsWrittenReadsBackEqual)
{
    auto plan = read_yaml(kSmall).plan;
    plan.statements.push_back({.code = "T", .text = "一行目\n二行目: - 「引用」 #5", .clause = "'\"\\"});
    plan.statements.push_back({.code = "U", .text = "a\n b\n\nc", .clause = " 前後の空白 "});
    plan.statements.push_back({.code = "true", .text = "null", .clause = "0012"});
    plan.courses.push_back({.code = "C2", .prerequisites = {"C1"}, .capacity = 12, .validity_months = 24, .clause = "c"});
    plan.practice.push_back(
        {.code = "P", .source = PracticeSource::accepted_answer, .skills = {"S"}, .text = "t", .clause = "c"});
    plan.document.in_force_from = *date_from_iso("2025-04-01");
    plan.baselines.push_back({.survey = "s", .percent = 66.4, .clause = "c"});
    auto const again = read_yaml(write_yaml(plan));
    EXPECT_EQ(told(again.problems), "");
    EXPECT_EQ(json::write(again.plan), json::write(plan));
}

TEST(PlanPack, EveryShippedPackIsWholeAndSurvivesARoundTrip)
{
    auto const files = packs();
    ASSERT_GE(files.size(), 6u) << "five cities and the template";
    for (auto const& file : files) {
        SCOPED_TRACE(file);
        auto const read = read_yaml(file_text(file));
        EXPECT_EQ(told(read.problems), "");
        EXPECT_EQ(told(check(read.plan, read.places)), "");
        EXPECT_EQ(json::write(read_yaml(write_yaml(read.plan)).plan), json::write(read.plan));
    }
}
