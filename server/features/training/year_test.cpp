#include "features/training/training_test_town.hpp"

#include <algorithm>

using namespace training_test;

namespace {

using TrainingYear = TrainingTest;

std::vector<std::string> courses_of(bj::value const& rows)
{
    std::vector<std::string> codes;
    for (auto const& row : rows.as_array()) codes.emplace_back(row.at("course").as_string());
    return codes;
}

}  // namespace

TEST_F(TrainingYear, ThePlanAndTheAudienceSayWhoMustTakeWhatByWhenAndWhy)
{
    auto const mine = head().get("/me/training").body.at("obligations");
    EXPECT_EQ(courses_of(mine), (std::vector<std::string>{"C1", "C2"}));
    EXPECT_EQ(mine.at(0).at("due"), "2026-07-31") << "the end of the last planned month";
    EXPECT_EQ(mine.at(1).at("due"), "2027-03-31") << "no month: the end of the year";
    EXPECT_EQ(mine.at(1).at("clause"), "第4章");
    EXPECT_NE(mine.at(1).at("reason").as_string().find("課長"), std::string::npos) << mine.at(1).at("reason");
    EXPECT_EQ(courses_of(town.staff("0010").get("/me/training").body.at("obligations")), std::vector<std::string>{"C1"});
}

TEST_F(TrainingYear, ACompletionCountsForItsYearAndTheNextYearAsksAgain)
{
    complete(anna, "C1", "2026-03-20");
    auto const now = town.staff("0010").get("/me/training").body.at("obligations").at(0);
    EXPECT_FALSE(now.at("done").as_bool()) << "completed in the year before";
    complete(anna, "C1", "2026-05-20");
    auto const done = town.staff("0010").get("/me/training").body.at("obligations").at(0);
    EXPECT_TRUE(done.at("done").as_bool());
    EXPECT_EQ(done.at("completed_on"), "2026-05-20");
    auto const before = town.staff("0010").get("/me/training?fiscal_year=2025").body;
    EXPECT_TRUE(before.at("obligations").at(0).at("done").as_bool()) << "as of the last day of that year";
    EXPECT_EQ(before.at("completions").as_array().size(), 1u);
}

TEST_F(TrainingYear, ACompletionCountsAsManyMonthsAsThePlanSaysAndNotADayLonger)
{
    plan_is([](plan::Plan& plan) { plan.courses[0].validity_months = 14; });
    complete(anna, "C1", "2025-04-10");
    auto const first = [&] { return town.staff("0010").get("/me/training").body.at("obligations").at(0); };
    on("2026-06-09");
    auto const still = first();
    EXPECT_TRUE(still.at("done").as_bool()) << "the last day of the fourteen months";
    EXPECT_EQ(still.at("completed_on"), "2025-04-10");
    EXPECT_EQ(still.at("valid_until"), "2026-06-10");
    EXPECT_EQ(office.get("/training/outstanding?course=C1").body.at("total"), 4);
    on("2026-06-10");
    EXPECT_FALSE(first().at("done").as_bool());
    EXPECT_TRUE(first().at("completed_on").is_null());
    EXPECT_EQ(office.get("/training/outstanding?course=C1").body.at("total"), 5);
}

TEST_F(TrainingYear, AShortValidityEndsWithinTheYearAndOnTheLastDayOfAShorterMonth)
{
    plan_is([](plan::Plan& plan) { plan.courses[0].validity_months = 6; });
    complete(anna, "C1", "2026-08-31");
    auto const done = [&] { return town.staff("0010").get("/me/training").body.at("obligations").at(0).at("done").as_bool(); };
    on("2027-02-27");
    EXPECT_TRUE(done());
    on("2027-02-28");
    EXPECT_FALSE(done()) << "the same fiscal year, and yet it has to be taken again";
}

TEST_F(TrainingYear, ALevelsCourseIsAskedAgainOnceItsValidityIsOver)
{
    plan_is([](plan::Plan& plan) {
        plan.courses[2].audience = "全職員";
        plan.courses[2].validity_months = 24;
        plan.year_plan.push_back({.band = "L1", .course = "C3", .clause = "第4章"});
    });
    complete(anna, "C3", "2024-06-02");
    EXPECT_EQ(office.get("/training/outstanding?course=C3").body.at("total"), 4);
    on("2026-06-02");
    EXPECT_EQ(office.get("/training/outstanding?course=C3").body.at("total"), 5);
}

TEST_F(TrainingYear, TheCatalogueSaysHowLongACompletionCountsAndWhatComesFirst)
{
    plan_is([](plan::Plan& plan) {
        plan.courses[0].validity_months = 12;
        plan.courses[2].prerequisites = {"C1"};
        plan.courses[2].capacity = 24;
    });
    complete(anna, "C1", "2026-05-20");
    auto const anna_sees = town.staff("0010").get("/courses/C3").body.at("course");
    EXPECT_EQ(anna_sees.at("prerequisites").at(0).at("name"), "DX入門");
    EXPECT_TRUE(anna_sees.at("prerequisites").at(0).at("completed").as_bool());
    EXPECT_EQ(anna_sees.at("capacity"), 24);
    EXPECT_EQ(town.staff("0010").get("/courses/C1").body.at("course").at("valid_until"), "2027-05-20");
    EXPECT_FALSE(town.staff("0011").get("/courses/C3").body.at("course").at("prerequisites").at(0).at("completed").as_bool());
    on("2027-05-20");
    EXPECT_FALSE(town.staff("0010").get("/courses/C3").body.at("course").at("prerequisites").at(0).at("completed").as_bool());
}

TEST_F(TrainingYear, WhoIsOnLeaveIsNotAskedUntilTheyAreBack)
{
    town.write([&](db::Tx& tx) {
        tx.script("INSERT INTO leave_period (staff_id, kind, valid_from, valid_until) VALUES (" + std::to_string(anna.value) +
                  ", '育児休業', '2026-05-01', '2026-07-01')");
        people::note_change(tx, anna);
        return true;
    });
    EXPECT_EQ(town.staff("0010").get("/me/training").body.at("obligations").as_array().size(), 0u);
    on("2026-07-01");
    EXPECT_EQ(town.staff("0010").get("/me/training").body.at("obligations").as_array().size(), 1u);
}

TEST_F(TrainingYear, OutstandingIsPagedCountedAndKeptWithinSight)
{
    complete(ben, "C1", "2026-05-20");
    auto const first = office.get("/training/outstanding?size=2").body;
    EXPECT_EQ(first.at("total"), 4) << "all but 石井";
    ASSERT_EQ(first.at("people").as_array().size(), 2u);
    auto const rest = office.get(path("/training/outstanding?size=2&after=", first.at("next"))).body;
    EXPECT_EQ(rest.at("people").as_array().size(), 2u);
    EXPECT_TRUE(rest.at("next").is_null());
    EXPECT_EQ(first.at("courses").at(0).at("people"), 4);
    EXPECT_EQ(first.at("courses").at(1).at("people"), 1) << "only the head must take C2";

    EXPECT_EQ(office.get("/training/outstanding?course=C2").body.at("total"), 1);
    EXPECT_EQ(office.get("/training/outstanding?course=C3").body.at("total"), 0) << "for volunteers";
    EXPECT_EQ(office.get("/training/outstanding?course=X").status, 404);
    EXPECT_EQ(head().get("/training/outstanding").body.at("total"), 3) << "市民課 is out of sight";
    EXPECT_EQ(head().get("/training/outstanding?unit=" + std::to_string(other.value)).status, 404);
    EXPECT_EQ(town.staff("0010").get("/training/outstanding").status, 403);
}

TEST_F(TrainingYear, ACompletionElsewhereIsSeenAtTheNextQuestion)
{
    EXPECT_EQ(office.get("/training/outstanding?course=C1").body.at("total"), 5);
    complete(anna, "C1", "2026-05-20");
    EXPECT_EQ(office.get("/training/outstanding?course=C1").body.at("total"), 4);
    town.person({.no = "0030", .name = "新人 一子", .unit = other});
    EXPECT_EQ(office.get("/training/outstanding?course=C1").body.at("total"), 5);
}

TEST_F(TrainingYear, TheFileOfTheOutstandingHasARowAPersonAndCourseAndIsAudited)
{
    auto const run = opened();
    apply("0010", run);
    auto const file = office.get("/exports/outstanding?course=C1");
    EXPECT_NE(file.bytes.find("職員番号"), std::string::npos);
    EXPECT_NE(file.bytes.find("青木 花子"), std::string::npos);
    EXPECT_NE(file.bytes.find("受講決定"), std::string::npos);
    EXPECT_EQ(std::count(file.bytes.begin(), file.bytes.end(), '\n'), 6);
    static db::Sql const kAudited{"SELECT count(*) FROM audit WHERE action = 'training.outstanding_exported'"};
    EXPECT_EQ(town.read([&](db::Tx& tx) { return tx.one<std::int64_t>(kAudited); }), 1);
    EXPECT_EQ(head().get("/exports/outstanding?format=xlsx_pretty").status, 200);
}

TEST_F(TrainingYear, TheSectionSeesWhatWaitsForTheHeadWhoGoesAndWhoIsMissing)
{
    auto wanted = form();
    wanted["needs_release"] = true;
    auto const asks = opened(wanted);
    auto const run = opened(form("C3"));
    apply("0010", asks);
    apply("0011", run);
    apply("0020", asks);
    auto const year = head().get(path("/units/", section.value, "/training")).body;
    ASSERT_EQ(year.at("to_release").as_array().size(), 1u);
    EXPECT_EQ(year.at("to_release").at(0).at("name"), "青木 花子");
    ASSERT_EQ(year.at("going").as_array().size(), 1u);
    EXPECT_EQ(year.at("going").at(0).at("course_name"), "任意研修");
    EXPECT_EQ(year.at("outstanding").as_array().size(), 4u);
    EXPECT_EQ(head().get(path("/units/", other.value, "/training")).status, 404);
    EXPECT_EQ(office.get(path("/units/", other.value, "/training")).body.at("to_release").as_array().size(), 1u);
}

TEST_F(TrainingYear, TheCatalogueBeginsWithWhatFitsMe)
{
    opened();
    auto const courses = town.staff("0010").get("/courses").body.at("courses");
    EXPECT_EQ(courses.at(0).at("code"), "C1");
    EXPECT_EQ(courses.at(0).at("fit"), "obligation");
    EXPECT_EQ(courses.at(0).at("closes").at(0).at("skill"), "DX");
    EXPECT_EQ(courses.at(0).at("runs").as_array().size(), 1u);
    complete(anna, "C1", "2026-05-20");
    auto const after = town.staff("0010").get("/courses/C1").body.at("course");
    EXPECT_EQ(after.at("fit"), "other");
    EXPECT_EQ(after.at("completed_on"), "2026-05-20");
    EXPECT_EQ(town.staff("0010").get("/courses/C3").body.at("course").at("level"), "レベル1");
    EXPECT_EQ(town.staff("0010").get("/courses/X").status, 404);
}

TEST_F(TrainingYear, ThePlannedMonthsStandBesideWhatIsHeld)
{
    opened();
    opened(form("C3"));
    auto const board = office.get("/training/year").body.at("rows");
    ASSERT_EQ(board.as_array().size(), 4u) << "three rows of the plan and a course without one";
    EXPECT_EQ(board.at(0).at("course"), "C1");
    EXPECT_EQ(board.at(0).at("state"), "held");
    EXPECT_EQ(board.at(0).at("runs").at(0).at("month"), 7);
    EXPECT_EQ(board.at(0).at("obliged"), 5);
    EXPECT_EQ(board.at(1).at("state"), "ahead");
    EXPECT_EQ(board.at(2).at("state"), "activity");
    EXPECT_EQ(board.at(3).at("state"), "unplanned");
    EXPECT_TRUE(town.staff("0010").get("/training/year").body.at("rows").at(0).at("obliged").is_null())
        << "counts are for those who may see the statistics";
    on("2026-08-01");
    office.post("/runs/1/cancellation", bj::object{{"reason", "台風"}});
    EXPECT_EQ(office.get("/training/year").body.at("rows").at(0).at("state"), "not_held");
}

TEST_F(TrainingYear, WhereThePlanHasNoYearWhatTheOfficeOpensIsTheYear)
{
    town.write([&](db::Tx& tx) {
        auto plan = plan::read_yaml(kPlan).plan;
        plan.year_plan.clear();
        return plan::import_in_force(tx, plan, *date_from_iso("2026-04-01"), town.clock());
    });
    EXPECT_EQ(office.get("/training/outstanding").body.at("total"), 0);
    opened();
    auto const mine = town.staff("0010").get("/me/training").body.at("obligations");
    ASSERT_EQ(mine.as_array().size(), 1u);
    EXPECT_EQ(mine.at(0).at("due"), "2026-07-01") << "the day of the last session";
}
