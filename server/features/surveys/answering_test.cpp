#include "features/surveys/surveys_test_town.hpp"

using namespace surveys_test;

namespace {

struct AnsweringTest : SurveysTest {
    std::int64_t kept() const
    {
        return const_cast<Town&>(town).read([](db::Tx& tx) {
            static db::Sql const kCount{"SELECT count(*) FROM survey_response"};
            return tx.one<std::int64_t>(kCount);
        });
    }
    bj::array problems(Answer const& answer) { return answer.body.at("problems").as_array(); }
};

}  // namespace

TEST_F(AnsweringTest, WhoIsAskedSeesTheSurveyOnTheFirstScreenAndAnswersItOnce)
{
    auto const wave = opened();
    auto const staff = town.staff("0101");
    auto const todo = staff.get("/home").body.at("todo").as_array();
    auto const mine = std::find_if(todo.begin(), todo.end(), [](auto const& each) { return each.at("kind") == "answer_survey"; });
    ASSERT_NE(mine, todo.end());
    EXPECT_EQ(mine->at("url").as_string(), "/surveys/answer/" + digits(wave));

    EXPECT_EQ(send("0101", wave, answers("yes")).status, 201);
    auto const second = send("0101", wave, answers("no"));
    EXPECT_EQ(second.code(), "already_exists");
    EXPECT_EQ(kept(), 1);
    EXPECT_TRUE(staff.get("/survey-answers").body.at("surveys").at(0).at("answered").as_bool());
    EXPECT_TRUE(staff.get(at(wave, "/form")).body.at("answered").as_bool());
}

TEST_F(AnsweringTest, TheFormSaysWhoReadsTheSmallestGroupAndWhenTheKeyGoes)
{
    auto const form = town.staff("0101").get(at(opened(), "/form")).body;
    EXPECT_EQ(form.at("threshold"), 5);
    EXPECT_EQ(form.at("readers"), "leaders");
    EXPECT_EQ(form.at("keys_until"), "2026-07-31");
    EXPECT_EQ(form.at("survey").at("questions").as_array().size(), 6U);
}

TEST_F(AnsweringTest, WhatIsTypedSoFarIsThereAgainAndGoneWithTheAnswer)
{
    auto const wave = opened();
    auto const staff = town.staff("0101");
    EXPECT_EQ(staff.put(at(wave, "/draft"), answers("no")).status, 200);
    auto const form = staff.get(at(wave, "/form")).body;
    EXPECT_EQ(form.at("draft").at(0).at("options").at(0), "no");
    EXPECT_EQ(town.staff("0102").get(at(wave, "/form")).body.at("draft").as_array().size(), 0U);
    EXPECT_EQ(send("0101", wave, answers("yes")).status, 201);
    EXPECT_EQ(staff.get(at(wave, "/form")).body.at("draft").as_array().size(), 0U);
    EXPECT_EQ(staff.put(at(wave, "/draft"), answers("no")).code(), "already_exists");
}

TEST_F(AnsweringTest, WhoIsNotAskedFindsNothing)
{
    auto wanted = form();
    wanted["audience"] = "職位 >= 課長 or 所属 within 総務部";
    auto const wave = opened(wanted);
    EXPECT_EQ(office.get(at(wave)).body.at("invited"), 14);
    EXPECT_EQ(town.staff("0201").get(at(wave, "/form")).code(), "not_found");
    EXPECT_EQ(send("0201", wave, answers("yes")).code(), "not_found");
    EXPECT_EQ(office.get(at(wave, "/form")).code(), "not_found");
    EXPECT_EQ(send("0200", wave, answers("yes")).status, 201);
}

TEST_F(AnsweringTest, BeforeTheFirstAndAfterTheLastDayNothingIsTaken)
{
    auto wanted = form();
    wanted["opens_on"] = "2026-06-10";
    auto const wave = opened(wanted);
    EXPECT_EQ(send("0101", wave, answers("yes")).code(), "wrong_status");
    town.clock().set(*date_from_iso("2026-06-10"));
    EXPECT_EQ(send("0101", wave, answers("yes")).status, 201);
    town.clock().set(*date_from_iso("2026-07-01"));
    EXPECT_EQ(send("0102", wave, answers("yes")).code(), "wrong_status");
    EXPECT_EQ(kept(), 1);
}

TEST_F(AnsweringTest, EachWrongPlaceIsNamedAndNothingIsKept)
{
    auto const wave = opened();
    auto const refused = [&](bj::array list, char const* pointer) {
        auto const answer = send("0101", wave, {{"answers", std::move(list)}});
        EXPECT_EQ(answer.code(), "invalid_input") << answer.bytes;
        auto const named = problems(answer);
        EXPECT_TRUE(std::any_of(named.begin(), named.end(), [&](auto const& each) { return each.at("pointer") == pointer; }))
            << answer.bytes;
    };
    refused({}, "/Q1");
    refused({answer("Q1", {"nobody"})}, "/answers/0/options/0");
    refused({answer("Q1", {"yes", "no"})}, "/answers/0/options");
    refused({answer("Q1", {"yes"}), answer("Q1", {"no"})}, "/answers/1/question");
    refused({answer("Q1", {"yes"}), answer("X", {})}, "/answers/1/question");
    refused({answer("Q1", {"yes"}), answer("Q2", {"time"})}, "/answers/1");
    refused({answer("Q1", {"no"}), answer("Q2", {"time", "place", "money"})}, "/answers/1/options");
    refused({answer("Q1", {"no"}), answer("Q2", {"time", "none"})}, "/answers/1/options");
    refused({answer("Q1", {"yes"}), with(answer("Q5"), "number", 101)}, "/answers/1/number");
    refused({answer("Q1", {"yes"}), with(answer("Q6"), "text", bj::string(2001, 'x'))}, "/answers/1/text");
    refused({answer("Q1", {"yes"}), with(answer("Q4"), "items", bj::array{{{"item", "word"}, {"option", "c1"}}})},
            "/answers/1/items/0");
    refused({with(answer("Q1", {"yes"}), "text", "なぜなら")}, "/answers/0/text");
    EXPECT_EQ(kept(), 0);
    EXPECT_EQ(send("0101", wave, answers("yes")).status, 201);
}

TEST_F(AnsweringTest, NothingBesideTheKeyNamesAPersonOrATime)
{
    auto const wave = opened();
    town.clock().set(*date_from_iso("2026-06-07"));
    send("0101", wave,
         {{"answers", bj::array{with(answer("Q1", {"other"}), "text", "独学です"), with(answer("Q6"), "text", "時間がほしい")}}});
    static db::Sql const kAudit{"SELECT count(*) FROM audit WHERE at >= '2026-06-07' AND action LIKE 'surveys.%'"};
    static db::Sql const kTextsLinked{R"(
        SELECT count(*) FROM survey_text t JOIN survey_response r ON t.id LIKE '%' || r.pseudonym || '%')"};
    static db::Sql const kTexts{"SELECT count(*) FROM survey_text"};
    town.municipality().looks().flush();
    town.read([&](db::Tx& tx) {
        EXPECT_EQ(tx.one<std::int64_t>(kAudit), 0);
        EXPECT_EQ(tx.one<std::int64_t>(kTexts), 2);
        EXPECT_EQ(tx.one<std::int64_t>(kTextsLinked), 0);
        return true;
    });
}

TEST_F(AnsweringTest, AFormOnPaperIsTypedInByAnotherThanWhoPrintedIt)
{
    auto const wave = opened();
    auto const printed = office.post(at(wave, "/paper"), {{"unit", general.value}});
    ASSERT_EQ(printed.status, 200) << printed.bytes;
    auto const forms = printed.body.at("forms").as_array();
    ASSERT_EQ(forms.size(), 13U);
    auto const code = forms.at(0).at("code");
    bj::object input = answers("yes");
    input["code"] = code;
    EXPECT_EQ(office.post(at(wave, "/paper-answers"), input).code(), "not_allowed");
    auto const other = town.as(Role::training_officer);
    EXPECT_EQ(other.post(at(wave, "/paper-answers"), input).status, 201);
    EXPECT_EQ(other.post(at(wave, "/paper-answers"), input).code(), "already_exists");
    input["code"] = "00000-00000";
    EXPECT_EQ(other.post(at(wave, "/paper-answers"), input).code(), "not_found");
    EXPECT_EQ(kept(), 1);
}

TEST_F(AnsweringTest, AHeadPrintsForTheOwnSectionOnly)
{
    auto const wave = opened();
    auto const head = town.staff("0100", Role::section_head);
    EXPECT_EQ(head.post(at(wave, "/paper"), {{"unit", general.value}}).status, 200);
    EXPECT_EQ(head.post(at(wave, "/paper"), {{"unit", welfare.value}}).code(), "not_found");
}
