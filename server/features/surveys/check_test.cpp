#include "features/surveys/check.hpp"

#include "features/surveys/pack.hpp"

#include <gtest/gtest.h>

using namespace surveys;

namespace {

/// Every type of question once, nothing wrong.
Survey whole()
{
    std::vector<Option> const options{{.code = "a", .text = "はい"}, {.code = "b", .text = "いいえ"}};
    Survey survey{.code = "s", .title = "調査", .sections = {{.code = "S1", .title = "前半"}, {.code = "S2", .title = "後半"}}};
    survey.questions = {
        {.code = "Q1", .section = "S1", .type = QuestionType::single, .text = "一", .options = options, .cut = true},
        {.code = "Q2", .section = "S1", .type = QuestionType::multiple, .text = "二", .options = options, .most_choices = 2},
        {.code = "Q3", .section = "S1", .type = QuestionType::scale, .text = "三", .options = options},
        {.code = "Q4",
         .section = "S1",
         .type = QuestionType::matrix,
         .text = "四",
         .options = options,
         .items = {{.code = "i", .text = "項目"}}},
        {.code = "Q5", .section = "S2", .type = QuestionType::number, .text = "五", .least = 0, .most = 10, .unit = "分"},
        {.code = "Q6", .section = "S2", .type = QuestionType::short_text, .text = "六", .if_question = "Q3", .if_any = {"b"}},
        {.code = "Q7", .section = "S2", .type = QuestionType::long_text, .text = "七"}};
    survey.indicators = {{.code = "I1", .name = "割合", .question = "Q1", .options = {"a"}},
                         {.code = "I2", .name = "項目の割合", .question = "Q4", .item = "i", .options = {"a", "b"}}};
    return survey;
}

Question& last(Survey& survey) { return survey.questions.back(); }

/// The pointers of what is wrong after `change`.
template <class Change>
std::string wrong(Change&& change)
{
    auto survey = whole();
    change(survey);
    std::string pointers;
    for (auto const& problem : check(survey)) {
        EXPECT_FALSE(problem.ja.empty());
        EXPECT_FALSE(problem.en.empty());
        pointers += (pointers.empty() ? "" : " ") + problem.pointer;
    }
    return pointers;
}

}  // namespace

TEST(SurveyCheck, AWholeSurveyHasNoProblem)
{
    EXPECT_EQ(wrong([](Survey&) {}), "");
}

TEST(SurveyCheck, ASurveyHasACodeATitleAndAQuestion)
{
    EXPECT_EQ(wrong([](Survey& s) { s = {.sections = {}}; }), "/code /title /questions");
}

TEST(SurveyCheck, CodesAreOfPlainCharactersAndUniqueWhereTheyStand)
{
    EXPECT_EQ(wrong([](Survey& s) { s.code = "調査"; }), "/code");
    EXPECT_EQ(wrong([](Survey& s) { s.code = std::string(41, 'a'); }), "/code");
    EXPECT_EQ(wrong([](Survey& s) { s.sections[1].code = "S 2"; }),
              "/sections/1/code /questions/4/section /questions/5/section "
              "/questions/6/section");
    EXPECT_EQ(wrong([](Survey& s) { last(s).code = "Q5"; }), "/questions/6/code");
    EXPECT_EQ(wrong([](Survey& s) { s.questions[2].options[1].code = "a"; }), "/questions/2/options/1/code /questions/5/if_any");
    EXPECT_EQ(wrong([](Survey& s) { s.questions[3].items.push_back({.code = "i", .text = "又"}); }), "/questions/3/items/1/code");
    EXPECT_EQ(wrong([](Survey& s) { s.indicators[1].code = "I1"; }), "/indicators/1/code");
}

TEST(SurveyCheck, AQuestionStandsInASectionThatExistsAndInItsOrder)
{
    EXPECT_EQ(wrong([](Survey& s) { last(s).section = "S9"; }), "/questions/6/section");
    EXPECT_EQ(wrong([](Survey& s) { last(s).section = "S1"; }), "/questions/6/section");
}

TEST(SurveyCheck, EachTypeHasWhatItNeedsAndNothingElse)
{
    EXPECT_EQ(wrong([](Survey& s) { s.questions[1].options.clear(); }), "/questions/1/options /questions/1/most_choices");
    EXPECT_EQ(wrong([](Survey& s) { last(s).options = s.questions[0].options; }), "/questions/6/options");
    EXPECT_EQ(wrong([](Survey& s) { last(s).items = s.questions[3].items; }), "/questions/6/items");
    EXPECT_EQ(wrong([](Survey& s) { s.questions[3].items.clear(); }), "/questions/3/items /indicators/1/item");
    EXPECT_EQ(wrong([](Survey& s) { last(s).unit = "分"; }), "/questions/6/type");
    EXPECT_EQ(wrong([](Survey& s) { s.questions[4].least = 11; }), "/questions/4/most");
}

TEST(SurveyCheck, OnlyASingleChoiceDividesTheResults)
{
    EXPECT_EQ(wrong([](Survey& s) { s.questions[1].cut = true; }), "/questions/1/cut");
    EXPECT_EQ(wrong([](Survey& s) { last(s).cut = true; }), "/questions/6/cut");
}

TEST(SurveyCheck, AnOptionThatExcludesOthersNeedsOthersAndWordsNeedAChoice)
{
    EXPECT_EQ(wrong([](Survey& s) { s.questions[1].options[1].alone = true; }), "");
    EXPECT_EQ(wrong([](Survey& s) { s.questions[0].options[1].alone = true; }), "/questions/0/options/1/alone");
    EXPECT_EQ(wrong([](Survey& s) { s.questions[1].options[1].with_text = true; }), "");
    EXPECT_EQ(wrong([](Survey& s) { s.questions[2].options[1].with_text = true; }), "/questions/2/options/1/with_text");
}

TEST(SurveyCheck, HowManyMayBeChosenIsMoreThanOneAndNoMoreThanThereAre)
{
    for (int const most : {-1, 1, 3})
        EXPECT_EQ(wrong([&](Survey& s) { s.questions[1].most_choices = most; }), "/questions/1/most_choices");
    EXPECT_EQ(wrong([](Survey& s) { s.questions[0].most_choices = 2; }), "/questions/0/most_choices");
}

TEST(SurveyCheck, AConditionAsksAnEarlierQuestionForItsOwnOptions)
{
    EXPECT_EQ(wrong([](Survey& s) { s.questions[5].if_question = "Q6"; }), "/questions/5/if_question") << "itself";
    EXPECT_EQ(wrong([](Survey& s) { s.questions[0].if_question = "Q2"; }), "/questions/0/if_question") << "a later one";
    EXPECT_EQ(wrong([](Survey& s) { s.questions[5].if_question = "Q5"; }), "/questions/5/if_question") << "a number";
    EXPECT_EQ(wrong([](Survey& s) { s.questions[5].if_question = "Q4"; }), "/questions/5/if_question") << "a matrix";
    EXPECT_EQ(wrong([](Survey& s) { s.questions[5].if_any = {"c"}; }), "/questions/5/if_any");
    EXPECT_EQ(wrong([](Survey& s) { s.questions[5].if_any.clear(); }), "/questions/5/if_any");
    EXPECT_EQ(wrong([](Survey& s) { s.questions[5].if_question.clear(); }), "/questions/5/if_question");
}

TEST(SurveyCheck, AnIndicatorNamesWhatTheSurveyHas)
{
    EXPECT_EQ(wrong([](Survey& s) { s.indicators[0].name.clear(); }), "/indicators/0/name");
    EXPECT_EQ(wrong([](Survey& s) { s.indicators[0].question = "Q9"; }), "/indicators/0/question");
    EXPECT_EQ(wrong([](Survey& s) { s.indicators[0].question = "Q7"; }), "/indicators/0/question");
    EXPECT_EQ(wrong([](Survey& s) { s.indicators[0].item = "i"; }), "/indicators/0/item");
    EXPECT_EQ(wrong([](Survey& s) { s.indicators[1].item.clear(); }), "/indicators/1/item");
    EXPECT_EQ(wrong([](Survey& s) { s.indicators[0].options = {"z"}; }), "/indicators/0/options");
    EXPECT_EQ(wrong([](Survey& s) { s.indicators[0].options.clear(); }), "/indicators/0/options");
    EXPECT_EQ(wrong([](Survey& s) { s.indicators[0].baseline_question = "Q1"; }), "/indicators/0/baseline_survey");
}

TEST(SurveyCheck, EveryTextIsThereInJapaneseUnlessTheSourceLostItAndANoteSaysSo)
{
    EXPECT_EQ(wrong([](Survey& s) { last(s).text.clear(); }), "/questions/6/text");
    EXPECT_EQ(wrong([](Survey& s) { last(s).text.clear(), last(s).text_lost = true; }), "/questions/6/note");
    EXPECT_EQ(wrong([](Survey& s) { last(s).text_lost = true, last(s).note = "図の中"; }), "");
    EXPECT_EQ(wrong([](Survey& s) { s.sections[0].title.clear(); }), "/sections/0/title");
    EXPECT_EQ(wrong([](Survey& s) { s.questions[0].options[0].text.clear(); }), "/questions/0/options/0/text");
    EXPECT_EQ(wrong([](Survey& s) { s.questions[3].items[0].text.clear(); }), "/questions/3/items/0/text");
}

TEST(SurveyCheck, ATextIsCountedInCharactersAndFitsAPage)
{
    auto const long_text = [](int characters) {
        std::string text;
        for (int i = 0; i < characters; ++i) text += "あ";
        return text;
    };
    EXPECT_EQ(wrong([&](Survey& s) { s.title = long_text(200); }), "");
    EXPECT_EQ(wrong([&](Survey& s) { s.title = long_text(201); }), "/title");
    EXPECT_EQ(wrong([&](Survey& s) { s.questions[0].options[1].text_en = long_text(1001); }), "/questions/0/options/1/text_en");
}

TEST(SurveyCheck, NoMoreQuestionsAndOptionsThanAnAnswerCanKeep)
{
    auto const fill = [](auto& items, std::size_t count) {
        while (items.size() < count) {
            items.push_back(items.back());
            items.back().code = "more" + std::to_string(items.size());
        }
    };
    EXPECT_EQ(wrong([&](Survey& s) { fill(s.questions, kMostQuestions); }), "");
    EXPECT_EQ(wrong([&](Survey& s) { fill(s.questions, kMostQuestions + 1); }), "/questions");
    EXPECT_EQ(wrong([&](Survey& s) { fill(s.questions[0].options, kMostOptions); }), "");
    EXPECT_EQ(wrong([&](Survey& s) { fill(s.questions[0].options, kMostOptions + 1); }), "/questions/0/options");
    EXPECT_EQ(wrong([&](Survey& s) { fill(s.questions[3].items, kMostOptions + 1); }), "/questions/3/items");
}

TEST(SurveyCheck, AProblemOfAFileIsToldWithItsLine)
{
    auto const read = read_pack(
        "code: s\ntitle: t\nsections:\n  - {code: S, title: t}\nquestions:\n"
        "  - {code: Q1, section: S, type: long_text, text: t}\n  - {code: Q1, section: S, type: number}\n");
    auto const problems = check(read.survey, read.places);
    ASSERT_EQ(problems.size(), 2u);
    EXPECT_EQ(problems[0].line, 7);
    EXPECT_EQ(problems[0].column, 12);
    EXPECT_EQ(problems[1].pointer, "/questions/1/text");
    EXPECT_EQ(problems[1].line, 7);
    EXPECT_EQ(problems[1].column, 5);
}
