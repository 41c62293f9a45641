#include "features/training/training_test_town.hpp"

#include <gmock/gmock.h>

using namespace training_test;

namespace {

/// A run on 2026-07-01 with five seats and one person more in the house than sits in it.
struct EvaluationTest : TrainingTest {
    bj::value run;
    bj::value reaction, awareness, follow_up;

    void SetUp() override
    {
        TrainingTest::SetUp();
        for (auto const* const no : {"0030", "0031"}) town.person({.no = no, .unit = other});
        reaction = published("course-reaction");
        awareness = published("course-awareness");
        follow_up = published("course-follow-up");
        auto wanted = form();
        wanted["capacity"] = 5;
        run = opened(wanted);
        for (auto const* const no : {"0010", "0011", "0012", "0020", "0030"}) EXPECT_EQ(apply(no, run).status, 201);
    }

    bj::value published(char const* pack)
    {
        auto const begun = office.post("/surveys", {{"pack", pack}, {"copy_of", nullptr}, {"title", ""}});
        EXPECT_EQ(begun.status, 201) << begun.bytes;
        auto const id = begun.body.at("summary").at("id");
        EXPECT_EQ(office.post(path("/surveys/", id, "/publish")).status, 200);
        return id;
    }
    Answer attach(bool on = true)
    {
        return office.put("/course-evaluations/setting", {{"on", on},
                                                          {"reaction", reaction},
                                                          {"awareness", awareness},
                                                          {"follow_up", follow_up},
                                                          {"answer_days", 14},
                                                          {"follow_up_after_days", 60},
                                                          {"threshold", 5},
                                                          {"revision", 0}});
    }
    void day_comes(char const* day)
    {
        on(day);
        town.municipality().caretaker().tend_day();
    }
    std::vector<std::string> kinds_to_answer(char const* no)
    {
        std::vector<std::string> kinds;
        auto const mine = town.staff(no).get("/survey-answers").body.at("surveys").as_array();
        for (auto const& each : mine) kinds.emplace_back(each.at("name").as_string());
        return kinds;
    }
    /// Every matrix item and required choice by the same place among the options.
    bj::object same_answer(bj::value const& survey, std::size_t place)
    {
        auto const document = office.get(path("/surveys/", survey)).body.at("survey");
        bj::array answers;
        for (auto const& question : document.at("questions").as_array()) {
            if (!question.at("if_question").as_string().empty()) continue;
            auto const& options = question.at("options").as_array();
            if (options.empty()) continue;
            auto const code = options.at(std::min(place, options.size() - 1)).at("code");
            bj::array items, chosen;
            for (auto const& item : question.at("items").as_array())
                items.push_back({{"item", item.at("code")}, {"option", code}});
            if (items.empty()) chosen.push_back(code);
            answers.push_back(
                {{"question", question.at("code")}, {"options", chosen}, {"items", items}, {"number", nullptr}, {"text", ""}});
        }
        return {{"answers", answers}};
    }
    void everybody_answers(char const* wave_name, bj::value const& survey, std::size_t place)
    {
        auto const input = same_answer(survey, place);
        for (auto const* const no : {"0010", "0011", "0012", "0020", "0030"}) {
            auto const mine = town.staff(no).get("/survey-answers").body.at("surveys").as_array();
            for (auto const& each : mine)
                if (each.at("name").as_string() == wave_name) {
                    auto const sent = town.staff(no).post(path("/survey-waves/", each.at("wave"), "/answers"), input);
                    EXPECT_EQ(sent.status, 201) << sent.bytes;
                }
        }
    }
    bj::value evaluation() { return office.get("/course-evaluations?course=C1&fiscal_year=2026").body; }
};

}  // namespace

TEST_F(EvaluationTest, WhoSitsInARunIsAskedBeforeAndAfterAndLaterByItself)
{
    EXPECT_EQ(attach().status, 200);
    day_comes("2026-06-21");
    EXPECT_THAT(kinds_to_answer("0010"), testing::ElementsAre("DX入門 学習前"));
    EXPECT_THAT(kinds_to_answer("0031"), testing::IsEmpty()) << "does not sit in it";
    day_comes("2026-06-22");
    EXPECT_THAT(kinds_to_answer("0010"), testing::ElementsAre("DX入門 学習前")) << "once only";
    day_comes("2026-07-01");
    EXPECT_THAT(kinds_to_answer("0010"), testing::UnorderedElementsAre("DX入門 学習前", "DX入門 学習後", "DX入門 研修直後"));
    day_comes("2026-07-16");
    EXPECT_THAT(kinds_to_answer("0010"), testing::IsEmpty());
    day_comes("2026-08-30");
    EXPECT_THAT(kinds_to_answer("0010"), testing::ElementsAre("DX入門 その後の活用"));
}

TEST_F(EvaluationTest, NothingIsAttachedUntilTheOfficeWantsItNorToARunThatIsLongOver)
{
    day_comes("2026-06-21");
    EXPECT_THAT(kinds_to_answer("0010"), testing::IsEmpty());
    on("2026-10-20");
    EXPECT_EQ(attach().status, 200);
    day_comes("2026-10-21");
    EXPECT_THAT(kinds_to_answer("0010"), testing::IsEmpty());
    EXPECT_EQ(attach().code(), "changed_meanwhile");
}

TEST_F(EvaluationTest, TheCoursePageSaysReactionLearningAndBehaviour)
{
    attach();
    day_comes("2026-06-21");
    everybody_answers("DX入門 学習前", awareness, 0);
    day_comes("2026-07-01");
    everybody_answers("DX入門 学習後", awareness, 3);
    everybody_answers("DX入門 研修直後", reaction, 3);
    EXPECT_TRUE(evaluation().at("reaction").as_array().empty()) << "not while it is open";
    day_comes("2026-07-16");
    auto const page = evaluation();
    EXPECT_EQ(page.at("participants"), 5);
    EXPECT_FALSE(page.at("reaction").as_array().empty());
    ASSERT_FALSE(page.at("learning_means").as_array().empty());
    EXPECT_EQ(page.at("learning_means").at(0).at("difference").to_number<double>(), 3.0);
    EXPECT_EQ(page.at("runs").at(0).at("waves").as_array().size(), 3U);
    EXPECT_EQ(town.staff("0010").get("/course-evaluations?course=C1").status, 403);
}
