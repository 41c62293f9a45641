#include "features/training/training_test_town.hpp"

#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>

using namespace training_test;
using testing::HasSubstr;
using testing::Not;

namespace {

/// 課長, 青木, 石井, 上田 of 情報課 and 江口 of 市民課 must take C1 (DX入門); 課長 must take C2 too.
struct Seating : TrainingTest {
    static bj::object run_of(char const* course, int seats, char const* day, char const* from = "10:00", char const* to = "12:00")
    {
        auto wanted = form(course);
        wanted["capacity"] = seats;
        wanted["sessions"] = bj::array{session(day, from, to)};
        return wanted;
    }
    bj::value settled(bj::value const& id)
    {
        town.municipality().jobs().wait_until_idle();
        auto const plan = office.get(path("/seat-plans/", id));
        EXPECT_EQ(plan.status, 200) << plan.bytes;
        return plan.body;
    }
    bj::value proposed(bj::array const& courses = {"C1"}, int per_day = 0)
    {
        auto const asked =
            office.post("/seat-plans", bj::object{{"fiscal_year", 2026}, {"courses", courses}, {"per_day", per_day}});
        EXPECT_EQ(asked.status, 202) << asked.bytes;
        return settled(asked.body.at("id"));
    }
    bj::array seats(bj::value const& plan, std::string const& query = {})
    {
        return office.get(path("/seat-plans/", plan.at("id"), "/seats" + query)).body.at("seats").as_array();
    }
    bj::value seat_of(bj::value const& plan, StaffId staff, char const* course = "C1")
    {
        for (auto const& row : seats(plan))
            if (row.at("staff") == staff.value && row.at("course") == course) return row;
        ADD_FAILURE() << "not in the plan";
        return {};
    }
    Answer move(bj::value const& plan, StaffId staff, bj::value const& run, char const* course = "C1")
    {
        return office.put(
            path("/seat-plans/", plan.at("id"), "/seats"),
            bj::object{
                {"staff", staff.value}, {"course", course}, {"run", run}, {"pinned", true}, {"revision", plan.at("revision")}});
    }
    bj::value confirmed(bj::value const& plan, char const* basis = "人第12号")
    {
        auto const asked = office.post(path("/seat-plans/", plan.at("id"), "/confirmation"),
                                       bj::object{{"basis_no", basis}, {"revision", plan.at("revision")}});
        EXPECT_EQ(asked.status, 202) << asked.bytes;
        return settled(plan.at("id"));
    }
};

}  // namespace

TEST_F(Seating, ProposesASeatForEverybodyWhoMustAndSaysThatItIsTheBest)
{
    auto const first = opened(run_of("C1", 3, "2026-07-01")), second = opened(run_of("C1", 3, "2026-07-02"));
    auto const plan = proposed();
    EXPECT_EQ(plan.at("state"), "proposed");
    EXPECT_EQ(plan.at("wanted"), 5);
    EXPECT_EQ(plan.at("seated"), 5);
    EXPECT_EQ(plan.at("most_seats"), 5);
    EXPECT_EQ(plan.at("courses").at(0).at("further_runs"), 0);
    EXPECT_EQ(plan.at("runs").as_array().size(), 2u);
    EXPECT_EQ(plan.at("runs").at(0).at("planned").as_int64() + plan.at("runs").at(1).at("planned").as_int64(), 5);
    EXPECT_EQ(stands(first, anna), "none") << "nobody is enrolled before the office confirms";
    EXPECT_EQ(stands(second, anna), "none");
}

TEST_F(Seating, SaysWhoHasNoSeatWhyAndHowManyFurtherRunsWouldSeatEverybody)
{
    opened(run_of("C1", 2, "2026-07-01"));
    auto const plan = proposed();
    EXPECT_EQ(plan.at("seated"), 2);
    EXPECT_EQ(plan.at("most_seats"), 2);
    auto const& course = plan.at("courses").at(0);
    EXPECT_EQ(course.at("further_runs"), 2) << "3 without a seat, 2 seats each";
    EXPECT_EQ(course.at("run_seats"), 2);
    EXPECT_EQ(course.at("month"), 7);
    EXPECT_EQ(course.at("obstacles").at(0).at("obstacle"), "full");
    EXPECT_EQ(course.at("obstacles").at(0).at("people"), 3);
    EXPECT_EQ(seats(plan, "?unseated=true").size(), 3u);
}

TEST_F(Seating, WithoutARunThePlanSaysHowManyAreMissing)
{
    auto const plan = proposed();
    EXPECT_EQ(plan.at("seated"), 0);
    EXPECT_EQ(plan.at("courses").at(0).at("further_runs"), 1);
    EXPECT_EQ(plan.at("courses").at(0).at("obstacles").at(0).at("obstacle"), "no_run");
}

TEST_F(Seating, LeaveAndSeatsHeldBeforeAreMindedAndWhoHasASeatIsNotAsked)
{
    auto const held = opened(run_of("C3", 5, "2026-07-01"));
    ASSERT_EQ(apply("0011", held).status, 201);
    auto const run = opened(run_of("C1", 9, "2026-07-01", "11:00", "13:00"));
    ASSERT_EQ(apply("0012", run).status, 201);
    town.write([&](db::Tx& tx) {
        tx.script("INSERT INTO leave_period (staff_id, kind, valid_from, valid_until) VALUES (" + std::to_string(anna.value) +
                  ", '研修休職', '2026-06-30', '2026-07-03')");
        people::note_change(tx, anna);
        return true;
    });
    auto const plan = proposed();
    EXPECT_EQ(plan.at("wanted"), 4) << "上田 has a seat";
    EXPECT_EQ(seat_of(plan, anna).at("obstacle"), "leave");
    EXPECT_EQ(seat_of(plan, ben).at("obstacle"), "overlap");
    EXPECT_EQ(seat_of(plan, dora).at("run"), run);
    EXPECT_EQ(plan.at("courses").at(0).at("further_runs"), 1) << "for 石井; another run does not help who is on leave";
}

TEST_F(Seating, TheLimitForADayCountsATeamForItsSection)
{
    auto const team = town.unit("企画係", section);
    town.write([&](db::Tx& tx) {
        tx.script("UPDATE org_unit SET kind = '係' WHERE id = " + std::to_string(team.value));
        people::note_change_of_all(tx);
        return true;
    });
    town.person({.no = "0013", .name = "小川 五郎", .unit = team});
    opened(run_of("C1", 9, "2026-07-01"));
    auto const plan = proposed({"C1"}, 2);
    EXPECT_EQ(plan.at("seated"), 3) << "two of 情報課 with its team, one of 市民課";
    EXPECT_EQ(plan.at("courses").at(0).at("obstacles").at(0).at("obstacle"), "section_day");
    auto const done = confirmed(plan);
    EXPECT_EQ(done.at("state"), "confirmed") << done.at("job");
}

TEST_F(Seating, ARunsOwnLimitForADayHoldsInTheProposalSoThatItCanBeConfirmed)
{
    auto narrow = run_of("C1", 9, "2026-07-01");
    narrow["per_day"] = 1;
    auto const run = opened(narrow);
    opened(run_of("C1", 2, "2026-07-02"));
    auto const plan = proposed();
    std::set<std::string> sections;
    for (auto const& seat : seats(plan, "?run=" + std::to_string(run.as_int64())))
        EXPECT_TRUE(sections.insert(std::string(seat.at("unit_name").as_string())).second) << "two of one section";
    EXPECT_FALSE(sections.empty());
    EXPECT_LT(plan.at("seated").as_int64(), 5) << "nine seats are free, and yet";
    auto const done = confirmed(plan);
    EXPECT_EQ(done.at("state"), "confirmed") << done.at("job");
}

TEST_F(Seating, ByHandSomebodyIsMovedOrTakenOutAndTheNextProposalLeavesThem)
{
    opened(run_of("C1", 5, "2026-07-01"));
    auto const second = opened(run_of("C1", 5, "2026-07-02"));
    auto plan = proposed();
    EXPECT_EQ(move(plan, anna, second).status, 200);
    EXPECT_EQ(move(plan, ben, nullptr).code(), "changed_meanwhile") << "each move is a new revision";
    plan = settled(plan.at("id"));
    ASSERT_EQ(move(plan, ben, nullptr).status, 200);
    plan = settled(plan.at("id"));
    auto const again = office.post(path("/seat-plans/", plan.at("id"), "/again"),
                                   bj::object{{"revision", plan.at("revision")}, {"per_day", nullptr}});
    ASSERT_EQ(again.status, 202) << again.bytes;
    plan = settled(plan.at("id"));
    EXPECT_EQ(seat_of(plan, anna).at("run"), second);
    EXPECT_EQ(seat_of(plan, ben).at("obstacle"), "taken_out");
    EXPECT_EQ(plan.at("seated"), 4);
    EXPECT_EQ(plan.at("courses").at(0).at("further_runs"), 0) << "who was taken out is not missing";
}

TEST_F(Seating, AMoveByHandIsRefusedWhereThereIsNoSeatAndToldWhatSpeaksAgainstIt)
{
    auto const one = opened(run_of("C1", 1, "2026-07-01")), many = opened(run_of("C1", 9, "2026-07-02"));
    auto const c2 = opened(run_of("C2", 9, "2026-07-01", "11:00", "13:00"));
    auto const plan = proposed({"C1", "C2"});
    auto const in_the_only_seat = seats(plan, "?run=" + std::to_string(one.as_int64()));
    if (in_the_only_seat.empty()) {
        ASSERT_EQ(move(plan, dora, one).status, 200);
    }
    auto const now = settled(plan.at("id"));
    auto const sits = StaffId{seats(now, "?run=" + std::to_string(one.as_int64())).at(0).at("staff").as_int64()};
    auto const late = sits == anna ? ben : anna;
    EXPECT_EQ(move(now, late, one).code(), "conflict");
    EXPECT_EQ(move(now, late, c2).code(), "run_closed") << "of another course";
    ASSERT_EQ(move(now, sits, many).status, 200);
    auto const moved = move(settled(plan.at("id")), boss, one);
    ASSERT_EQ(moved.status, 200) << moved.bytes;
    EXPECT_EQ(moved.body.at("cautions").as_array().size(), 1u) << "課長 has C2 at the same time";
}

TEST_F(Seating, ConfirmedSeatsAreOrderedUnderTheDecisionAndApplicationsElsewhereAreWithdrawn)
{
    auto wanted = run_of("C1", 1, "2026-07-01");
    auto const full = opened(wanted);
    ASSERT_EQ(apply("0020", full).body.at("enrolment").at("status"), "accepted");
    ASSERT_EQ(apply("0010", full).body.at("enrolment").at("status"), "waiting");
    auto needs_release = run_of("C1", 9, "2026-07-02");
    needs_release["needs_release"] = true;
    auto const run = opened(needs_release);
    ASSERT_EQ(apply("0011", run).body.at("enrolment").at("status"), "applied");
    auto const done = confirmed(proposed());
    ASSERT_EQ(done.at("state"), "confirmed") << done.at("job");
    EXPECT_EQ(done.at("basis_no"), "人第12号");
    for (auto const staff : {boss, anna, ben, carl}) EXPECT_EQ(stands(run, staff), "accepted");
    EXPECT_EQ(stands(full, anna), "withdrawn") << "has a seat elsewhere now";
    auto const list = office.get(path("/runs/", run, "/enrolments")).body.at("enrolments").as_array();
    for (auto const& row : list) {
        EXPECT_EQ(row.at("route"), "ordered");
        EXPECT_EQ(row.at("basis_no"), "人第12号");
        EXPECT_FALSE(row.at("released_at").is_null());
    }
    EXPECT_EQ(office
                  .post(path("/seat-plans/", done.at("id"), "/confirmation"),
                        bj::object{{"basis_no", "二度"}, {"revision", done.at("revision")}})
                  .code(),
              "wrong_status");
    EXPECT_EQ(office.del(path("/seat-plans/", done.at("id"))).code(), "wrong_status");
}

TEST_F(Seating, WhatHasChangedMeanwhileIsNamedAndNothingIsHalfDone)
{
    auto const run = opened(run_of("C1", 5, "2026-07-01")), extra = opened(run_of("C3", 5, "2026-07-01", "11:00", "12:00"));
    auto const plan = proposed();
    ASSERT_EQ(plan.at("seated"), 5);
    ASSERT_EQ(apply("0012", run).status, 201) << "has taken the seat already";
    ASSERT_EQ(apply("0020", extra).status, 201) << "is elsewhere at that time";
    auto const refused = confirmed(plan);
    EXPECT_EQ(refused.at("state"), "proposed");
    EXPECT_EQ(refused.at("job").at("state"), "refused");
    auto const problems = bj::serialize(refused.at("job").at("result"));
    EXPECT_THAT(problems, HasSubstr("changed_meanwhile"));
    EXPECT_THAT(problems, HasSubstr("上田 三郎"));
    EXPECT_THAT(problems, HasSubstr("江口 四子"));
    EXPECT_THAT(problems, Not(HasSubstr("青木 花子")));
    EXPECT_EQ(stands(run, anna), "none") << "nothing half-done";
    auto const again = office.post(path("/seat-plans/", plan.at("id"), "/again"),
                                   bj::object{{"revision", refused.at("revision")}, {"per_day", nullptr}});
    ASSERT_EQ(again.status, 202) << again.bytes;
    auto const done = confirmed(settled(plan.at("id")));
    EXPECT_EQ(done.at("state"), "confirmed") << done.at("job");
    EXPECT_EQ(stands(run, anna), "accepted");
}

TEST_F(Seating, SeatsThatWereTakenSinceAreRefusedByTheRunItself)
{
    auto const run = opened(run_of("C1", 5, "2026-07-01"));
    auto const plan = proposed();
    auto const now = office.get(path("/runs/", run)).body;
    auto smaller = run_of("C1", 3, "2026-07-01");
    smaller["sessions"].as_array()[0].as_object()["id"] = now.at("sessions").at(0).at("id");
    smaller["revision"] = now.at("revision");
    ASSERT_EQ(office.patch(path("/runs/", run), smaller).status, 200);
    auto const refused = confirmed(plan);
    EXPECT_EQ(refused.at("job").at("state"), "refused");
    EXPECT_THAT(bj::serialize(refused.at("job").at("result")), HasSubstr("席が埋まりました"));
    EXPECT_EQ(office.get(path("/runs/", run)).body.at("seated"), 0);
}

TEST_F(Seating, TheOutlookCountsWhoHasNoSeatAndWhatIsFree)
{
    auto const run = opened(run_of("C1", 3, "2026-07-01"));
    ASSERT_EQ(apply("0010", run).status, 201);
    auto const courses = office.get("/seat-plans/outlook").body.at("courses").as_array();
    ASSERT_EQ(courses.size(), 2u);
    EXPECT_EQ(courses[0].at("course"), "C1");
    EXPECT_EQ(courses[0].at("required"), 4);
    EXPECT_EQ(courses[0].at("runs"), 1);
    EXPECT_EQ(courses[0].at("free_seats"), 2);
    EXPECT_EQ(courses[1].at("course"), "C2");
    EXPECT_EQ(courses[1].at("required"), 1);
}

TEST_F(Seating, IsTheOfficesForTheWholeCityOnly)
{
    EXPECT_EQ(head().get("/seat-plans").status, 403);
    EXPECT_EQ(town.staff("0030", Role::training_officer, section).get("/seat-plans").status, 403) << "an office of one section";
    EXPECT_EQ(office.get("/seat-plans/999").status, 404);
    EXPECT_EQ(
        office.post("/seat-plans", bj::object{{"fiscal_year", 2026}, {"courses", bj::array{"NONE"}}, {"per_day", 0}}).status,
        422);
}

TEST_F(Seating, AProposalThatIsNotWantedIsDiscardedWithItsRows)
{
    opened(run_of("C1", 5, "2026-07-01"));
    auto const plan = proposed();
    EXPECT_EQ(office.get("/seat-plans").body.at("plans").as_array().size(), 1u);
    EXPECT_EQ(office.del(path("/seat-plans/", plan.at("id"))).status, 200);
    EXPECT_EQ(office.get(path("/seat-plans/", plan.at("id"))).status, 404);
    EXPECT_EQ(office.get("/seat-plans").body.at("plans").as_array().size(), 0u);
}
