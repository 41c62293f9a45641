#include "features/surveys/workbook.hpp"

#include "features/surveys/check.hpp"
#include "features/surveys/packs.hpp"
#include "platform/json/write.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

using namespace surveys;

namespace {

ReadSurvey through_excel(std::vector<sheets::SheetOut> const& book)
{
    return from_workbook(sheets::read_table(sheets::xlsx_bytes(book)));
}

sheets::SheetOut& sheet(std::vector<sheets::SheetOut>& book, std::string_view name)
{
    return *std::find_if(book.begin(), book.end(), [&](auto const& s) { return s.name == name; });
}

std::string told(std::vector<PlacedProblem> const& problems)
{
    std::string text;
    for (auto const& p : problems) text += p.pointer + " " + p.ja + "\n";
    return text;
}

Survey small()
{
    Survey survey{.code = "s", .title = "調査", .sections = {{.code = "S", .title = "全体"}}};
    survey.questions = {{.code = "Q1",
                         .section = "S",
                         .type = QuestionType::matrix,
                         .text = "一行目\n二行目",
                         .options = {{.code = "1", .text = "いいえ"}, {.code = "2", .text = "はい"}},
                         .items = {{.code = "i", .text = "項目"}}},
                        {.code = "Q2", .section = "S", .type = QuestionType::number, .text = "何分", .least = 0.5, .unit = "分"}};
    return survey;
}

}  // namespace

TEST(SurveyWorkbook, EveryShippedSurveySurvivesTheWayThroughExcel)
{
    for (auto const& survey : packs()) {
        auto const read = through_excel(to_workbook(survey));
        EXPECT_EQ(told(read.problems), "") << survey.code;
        EXPECT_EQ(json::write(read.survey), json::write(survey));
    }
    EXPECT_EQ(json::write(through_excel(to_workbook(small())).survey), json::write(small()));
}

TEST(SurveyWorkbook, SheetsAndHeadingsSpeakJapaneseAndAnOptionNamesItsQuestionFirst)
{
    auto const book = to_workbook(small());
    std::string names;
    for (auto const& one : book) names += one.name + " ";
    EXPECT_EQ(names, "調査票 セクション 質問 選択肢 項目 指標 ");
    EXPECT_EQ(book[3].header[0], "質問 [question]");
    EXPECT_EQ(book[3].rows[1][0].text, "Q1");
    EXPECT_EQ(book[3].rows[1][1].text, "2");
    for (auto const& one : book) {
        for (auto const& heading : one.header) EXPECT_FALSE(std::isalpha(static_cast<unsigned char>(heading[0]))) << heading;
    }
}

TEST(SurveyWorkbook, AWrongCellIsNamedAsExcelNamesIt)
{
    auto book = to_workbook(small());
    sheet(book, "質問").rows[1][2] = sheets::Cell::of("数値");
    sheet(book, "選択肢").rows[1][0] = sheets::Cell::of("Q9");
    sheet(book, "選択肢").rows[0][4] = sheets::Cell::of("はい");
    auto const read = through_excel(book);
    EXPECT_EQ(told(read.problems),
              "質問!C3 「数値」は使えません。single, multiple, scale, matrix, number, short_text, long_text "
              "のいずれかを入れてください。\n"
              "選択肢!E2 「はい」は使えません。true か falseを入れてください。\n"
              "選択肢!A3 「Q9」という質問はありません。「質問」シートのコードを入れてください。\n");
}

TEST(SurveyWorkbook, WithoutItsFirstSheetItIsNoSurvey)
{
    auto book = to_workbook(small());
    book.erase(book.begin());
    EXPECT_EQ(told(through_excel(book).problems),
              "調査票 「調査票」シートがありません。書き出したファイルのシート名は変えないでください。\n");
}

TEST(SurveyWorkbook, WhatTheCheckFindsHasTheRowOfItsSheet)
{
    auto survey = small();
    survey.questions[0].options[1].text.clear();
    auto const read = through_excel(to_workbook(survey));
    auto const problems = check(read.survey, read.places);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].pointer, "/questions/0/options/1/text");
    EXPECT_EQ(problems[0].line, 3) << "of the sheet 選択肢";
    EXPECT_EQ(problems[0].column, 3);
}
