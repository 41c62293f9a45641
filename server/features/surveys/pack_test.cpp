#include "features/surveys/pack.hpp"

#include "platform/json/write.hpp"

#include <gtest/gtest.h>

using namespace surveys;

namespace {

constexpr auto kSmall = R"(code: small
title: 小さな調査
title_en: Small survey
purpose: reaction
sections:
  - {code: S1, title: 全体}
questions:
  - code: Q1
    section: S1
    type: single
    text: いかがでしたか。
    required: true
    options:
      - {code: good, text: よい}
      - {code: other, text: その他, with_text: true}
  - {code: Q2, section: S1, type: number, text: 何分ですか。, least: 0, most: 600.5, unit: 分, if_question: Q1, if_any: [good]}
indicators:
  - {code: I1, name: よいと答えた割合, question: Q1, options: [good]}
)";

}  // namespace

TEST(SurveyPack, AFileIsReadAsTheSurveyItDescribes)
{
    auto const read = read_pack(kSmall);
    ASSERT_TRUE(read.problems.empty()) << read.problems[0].ja;
    EXPECT_EQ(read.survey.purpose, Purpose::reaction);
    EXPECT_TRUE(read.survey.questions.at(0).options.at(1).with_text);
    EXPECT_EQ(read.survey.questions.at(1).most, 600.5);
    EXPECT_EQ(read.survey.indicators.at(0).options, std::vector<std::string>{"good"});
    EXPECT_EQ(read.places.at("/questions/0/options/1/text").line, 15);
}

TEST(SurveyPack, EveryMistakeIsToldAtOnceWithLineAndColumn)
{
    auto const problems = read_pack(std::string{kSmall} + R"(purpos: other
sections: []
)")
                              .problems;
    ASSERT_EQ(problems.size(), 2u);
    EXPECT_EQ(problems[0].line, 19);
    EXPECT_NE(problems[0].ja.find("「purpos」"), std::string::npos);
    EXPECT_EQ(problems[1].pointer, "/sections");
    auto const wrong = read_pack("questions:\n  - {code: Q1, type: checkbox, required: はい}\n").problems;
    ASSERT_EQ(wrong.size(), 2u);
    EXPECT_NE(wrong[0].ja.find("single, multiple, scale, matrix"), std::string::npos);
    EXPECT_EQ(wrong[1].pointer, "/questions/0/required");
    EXPECT_NE(read_pack("- 1").problems.at(0).ja.find("調査票のファイル"), std::string::npos);
}

TEST(SurveyPack, WhatIsWrittenReadsBackEqual)
{
    auto survey = read_pack(kSmall).survey;
    survey.intro = "一行目\n\n三行目: 「引用」 #5";
    survey.questions[0].hint = " 前後の空白 ";
    survey.questions[0].options[0].alone = true;
    auto const again = read_pack(write_pack(survey));
    EXPECT_TRUE(again.problems.empty());
    EXPECT_EQ(json::write(again.survey), json::write(survey));
}
