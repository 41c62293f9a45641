#include "features/training/training_test_town.hpp"

using namespace training_test;

namespace {

struct NextYear : TrainingTest {
    Client plan_office = town.as(Role::dx_office);

    static bj::object judged(char const* judgement, char const* change = "", int revision = 0)
    {
        return {{"fiscal_year", 2026}, {"judgement", judgement}, {"change", change}, {"revision", revision}};
    }
    Answer draft() { return office.post("/training/next-year", bj::object{{"fiscal_year", 2026}}); }
    bj::array year_rows(bj::value const& version)
    {
        bj::array rows;
        auto const document = office.get(path("/plan/versions/", version)).body;
        for (auto const& row : document.at("plan").at("year_plan").as_array())
            if (row.at("fiscal_year") == 2027) rows.push_back(row);
        return rows;
    }
};

}  // namespace

TEST_F(NextYear, AReviewStandsOnTheYearBoardWithWhoWroteItAndWhen)
{
    ASSERT_EQ(office.put("/courses/C1/review", judged("keep")).status, 200);
    EXPECT_EQ(office.put("/courses/C1/review", judged("stop")).code(), "changed_meanwhile");
    auto const changed = office.put("/courses/C1/review", judged("change", "半日にする", 1));
    EXPECT_EQ(changed.body.at("revision"), 2);
    auto const review = office.get("/training/year").body.at("rows").at(0).at("review");
    EXPECT_EQ(review.at("judgement"), "change");
    EXPECT_EQ(review.at("change"), "半日にする");
    EXPECT_EQ(review.at("reviewed_by"), "as-training_officer");
    EXPECT_TRUE(town.staff("0010").get("/training/year").body.at("rows").at(0).at("review").is_null()) << "not for everybody";
    EXPECT_TRUE(office.get("/training/year?fiscal_year=2025").body.at("rows").at(0).at("review").is_null());
}

TEST_F(NextYear, AReviewSaysWhatToChangeIsOfACourseOfTheYearAndCanBeTakenBack)
{
    EXPECT_EQ(office.put("/courses/C1/review", judged("change")).body.at("problems").at(0).at("pointer"), "/change");
    EXPECT_EQ(office.put("/courses/C3/review", judged("keep")).status, 404) << "neither planned nor held";
    opened(form("C3"));
    EXPECT_EQ(office.put("/courses/C3/review", judged("keep")).status, 200);
    EXPECT_EQ(head().put("/courses/C1/review", judged("keep")).status, 403);
    EXPECT_EQ(office.del("/courses/C3/review?fiscal_year=2026").status, 200);
    EXPECT_EQ(office.del("/courses/C3/review?fiscal_year=2026").status, 404);
}

TEST_F(NextYear, TheDraftCopiesTheYearFollowsTheReviewAndSaysWhatItDid)
{
    plan_is([](plan::Plan& plan) {
        plan.year_plan.push_back(
            {.fiscal_year = 2026, .band = "ALL", .course = "C3", .months = {9}, .note = "二日", .clause = "第4章"});
        plan.year_plan.push_back({.fiscal_year = 2026, .activity = "報告会", .months = {2}, .clause = "第4章"});
    });
    office.put("/courses/C1/review", judged("change", "動画にする"));
    office.put("/courses/C2/review", judged("stop", "対象者がいない"));
    office.put("/courses/C3/review", judged("change", "一日にする"));
    auto const made = draft();
    ASSERT_EQ(made.status, 200) << made.bytes;
    EXPECT_EQ(made.body.at("fiscal_year"), 2027);
    EXPECT_TRUE(made.body.at("new_draft").as_bool());
    EXPECT_EQ(made.body.at("added"), 2);
    EXPECT_EQ(made.body.at("changed"), 1);
    EXPECT_EQ(made.body.at("stopped"), 1);
    EXPECT_EQ(made.body.at("every_year"), 2) << "C1 and the activity of every year";
    EXPECT_EQ(made.body.at("by_hand").at(0).at("course"), "C1") << "a row of every year is changed by hand";

    auto const version = made.body.at("version");
    auto const rows = year_rows(version);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].at("course"), "C3");
    EXPECT_EQ(rows[0].at("months"), (bj::array{9}));
    EXPECT_EQ(rows[0].at("note"), "二日\n令和8年度の振り返り: 一日にする");
    EXPECT_EQ(rows[1].at("activity"), "報告会");
    EXPECT_EQ(office.get(path("/plan/versions/", version, "/diff")).body.at("changes").as_array().size(), 2u);
    EXPECT_EQ(office.get(path("/plan/versions/", version)).body.at("problems").as_array().size(), 0u) << "it can be put in force";
}

TEST_F(NextYear, TwiceAddsNothingTwiceAndADraftThatIsOpenIsGoneOnWith)
{
    auto const open = plan_office.post("/plan/drafts", bj::object{{"title", "改定案"}, {"note", ""}}).body.at("id");
    auto const first = draft().body;
    EXPECT_EQ(first.at("version"), open);
    EXPECT_FALSE(first.at("new_draft").as_bool());
    EXPECT_EQ(first.at("added"), 1);
    auto const second = draft().body;
    EXPECT_EQ(second.at("added"), 0);
    EXPECT_EQ(second.at("already"), 1);
    EXPECT_EQ(year_rows(open).size(), 1u);
}

TEST_F(NextYear, WhereThePlanHasNoYearWhatWasHeldAndIsNotStoppedIsDrafted)
{
    plan_is([](plan::Plan& plan) { plan.year_plan.clear(); });
    EXPECT_TRUE(draft().body.at("version").is_null()) << "nothing to draft makes no draft";
    opened();
    opened(form("C3"));
    office.put("/courses/C3/review", judged("stop"));
    auto const made = draft().body;
    EXPECT_EQ(made.at("added"), 1);
    EXPECT_EQ(made.at("stopped"), 1);
    auto const rows = year_rows(made.at("version"));
    EXPECT_EQ(rows.at(0).at("course"), "C1");
    EXPECT_EQ(rows.at(0).at("months"), (bj::array{7}));
}

TEST_F(NextYear, ACourseHeldWithoutARowComesInWhenTheReviewKeepsIt)
{
    opened(form("C3"));
    EXPECT_EQ(draft().body.at("added"), 1) << "C2 only";
    office.put("/courses/C3/review", judged("keep"));
    auto const again = draft().body;
    EXPECT_EQ(again.at("added"), 1);
    EXPECT_EQ(again.at("already"), 1);
}

TEST_F(NextYear, WhoEditsThePlanMayDraftItTooAndNobodyElse)
{
    EXPECT_EQ(town.staff("0010").post("/training/next-year", bj::object{{"fiscal_year", 2026}}).code(), "not_allowed");
    EXPECT_EQ(head().post("/training/next-year", bj::object{{"fiscal_year", 2026}}).code(), "not_allowed");
    EXPECT_EQ(plan_office.post("/training/next-year", bj::object{{"fiscal_year", 2026}}).body.at("added"), 1);
}
