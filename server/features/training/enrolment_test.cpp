#include "features/training/training_test_town.hpp"

using namespace training_test;

namespace {

using Enrolling = TrainingTest;

bj::object const kWhy{{"reason", "都合のため"}};

}  // namespace

TEST_F(Enrolling, TheLastSeatGoesToTheFirstToAskTheNextWaitsAndNobodySitsTwice)
{
    auto wanted = form();
    wanted["capacity"] = 1;
    auto const run = opened(wanted);
    EXPECT_EQ(apply("0010", run).body.at("enrolment").at("status"), "accepted");
    auto const second = apply("0011", run).body.at("enrolment");
    EXPECT_EQ(second.at("status"), "waiting");
    EXPECT_EQ(second.at("place"), 1);
    EXPECT_EQ(apply("0010", run).code(), "already_enrolled");
    auto const shown = office.get(path("/runs/", run)).body;
    EXPECT_EQ(shown.at("seated"), 1);
    EXPECT_EQ(shown.at("waiting"), 1);
}

TEST_F(Enrolling, AFreedSeatGoesToTheNextInLineAtOnceAndWhoComesBackStandsBehind)
{
    auto wanted = form();
    wanted["capacity"] = 1;
    auto const run = opened(wanted);
    auto const first = apply("0010", run).body.at("enrolment").at("id");
    apply("0011", run);
    apply("0012", run);
    ASSERT_EQ(town.staff("0010").post(path("/enrolments/", first, "/withdrawal"), kWhy).status, 200);
    EXPECT_EQ(stands(run, ben), "accepted");
    EXPECT_EQ(stands(run, carl), "waiting");
    auto const again = apply("0010", run).body.at("enrolment");
    EXPECT_EQ(again.at("status"), "waiting");
    EXPECT_EQ(again.at("place"), 2) << "behind 上田";
    EXPECT_EQ(again.at("id"), first) << "one application a person and run";
}

TEST_F(Enrolling, TheQuotaPassesOverASectionThatHasItsShareAndSeatsTheNextSection)
{
    auto wanted = form();
    wanted["per_unit"] = 1;
    auto const run = opened(wanted);
    apply("0010", run);
    EXPECT_EQ(apply("0011", run).body.at("enrolment").at("status"), "waiting") << "情報課 has its seat";
    EXPECT_EQ(apply("0020", run).body.at("enrolment").at("status"), "accepted");
}

TEST_F(Enrolling, ASectionsLimitForADayCountsWhoIsAtAnotherCourseThatDay)
{
    auto second = form();
    second["sessions"] = bj::array{session("2026-07-01", "13:00", "15:00")};
    auto const afternoon = opened(second);
    apply("0010", afternoon);
    auto wanted = form();
    wanted["per_day"] = 1;
    wanted["sessions"] = bj::array{session("2026-07-01")};
    auto const run = opened(wanted);
    EXPECT_EQ(apply("0011", run).body.at("enrolment").at("status"), "waiting") << "青木 of 情報課 is away in the afternoon";
    EXPECT_EQ(apply("0020", run).body.at("enrolment").at("status"), "accepted") << "another section";

    auto const seat = office.get(path("/runs/", afternoon, "/enrolments")).body.at("enrolments").at(0).at("id");
    EXPECT_EQ(office.post(path("/enrolments/", seat, "/withdrawal"), bj::object{{"reason", "公務"}}).status, 200);
    wanted["revision"] = office.get(path("/runs/", run)).body.at("revision");
    EXPECT_EQ(office.patch(path("/runs/", run), wanted).status, 200);
    EXPECT_EQ(stands(run, ben), "accepted") << "the next write finds the room";
}

TEST_F(Enrolling, ATeamCountsForTheSectionItStandsIn)
{
    auto const team = town.unit("企画係", section);
    town.write([&](db::Tx& tx) {
        tx.script("UPDATE org_unit SET kind = '係' WHERE id = " + std::to_string(team.value));
        return true;
    });
    town.person({.no = "0013", .name = "小川 五郎", .unit = team});
    auto wanted = form();
    wanted["per_unit"] = 1;
    auto const run = opened(wanted);
    apply("0010", run);
    EXPECT_EQ(apply("0013", run).body.at("enrolment").at("status"), "waiting");
}

TEST_F(Enrolling, NobodyIsPromotedAfterTheCutOffAndWhoStillWaitedLapses)
{
    auto wanted = form();
    wanted["capacity"] = 1;
    auto const run = opened(wanted);
    auto const first = apply("0010", run).body.at("enrolment").at("id");
    apply("0011", run);
    on("2026-06-26");
    ASSERT_EQ(town.staff("0010").post(path("/enrolments/", first, "/withdrawal"), kWhy).status, 200);
    EXPECT_EQ(stands(run, ben), "lapsed");
}

TEST_F(Enrolling, OutsideThePeriodTheRunIsClosed)
{
    auto const run = opened();
    on("2026-06-21");
    EXPECT_EQ(apply("0010", run).code(), "run_closed");
    auto const draft = add(form());
    EXPECT_EQ(apply("0010", draft).status, 404) << "a draft is nobody's but the office's";
}

TEST_F(Enrolling, ARunForAnotherSectionIsNotFound)
{
    auto wanted = form();
    wanted["unit"] = other.value;
    auto const run = opened(wanted);
    EXPECT_EQ(town.staff("0010").get(path("/runs/", run)).status, 404);
    EXPECT_EQ(apply("0010", run).status, 404);
    EXPECT_EQ(apply("0020", run).status, 201);
    EXPECT_EQ(town.staff("0010").get("/runs").body.at("runs").as_array().size(), 0u);
}

TEST_F(Enrolling, WhereTheRunNeedsItTheHeadLetsGoAndTheOrderOfAskingStays)
{
    auto wanted = form();
    wanted["needs_release"] = true;
    wanted["capacity"] = 1;
    auto const run = opened(wanted);
    auto const first = apply("0010", run).body.at("enrolment");
    EXPECT_EQ(first.at("status"), "applied");
    apply("0011", run);
    auto const second = enrolment_of(run, ben);
    EXPECT_EQ(town.staff("0010").post(path("/enrolments/", second, "/release")).status, 403);
    auto const released = head().post(path("/enrolments/", second, "/release"));
    EXPECT_EQ(released.body.at("status"), "accepted");
    EXPECT_FALSE(released.body.at("released_at").is_null());
    EXPECT_EQ(head().post(path("/enrolments/", second, "/release")).code(), "wrong_status");
    EXPECT_EQ(head().post(path("/enrolments/", first.at("id"), "/release")).body.at("status"), "waiting");
    EXPECT_EQ(town.staff("0002", Role::section_head).post(path("/enrolments/", second, "/release")).status, 404)
        << "a head of nobody";
}

TEST_F(Enrolling, AHeadDoesNotLetGoOfThemselves)
{
    auto wanted = form("C2");
    wanted["needs_release"] = true;
    auto const run = opened(wanted);
    auto const own = head().post(path("/runs/", run, "/enrolments"), bj::object{{"reason", ""}});
    ASSERT_EQ(own.status, 201) << own.bytes;
    auto const id = own.body.at("enrolment").at("id");
    EXPECT_EQ(head().post(path("/enrolments/", id, "/release")).code(), "not_allowed");
    EXPECT_EQ(office.post(path("/enrolments/", id, "/release")).body.at("status"), "accepted");
}

TEST_F(Enrolling, ADeclinedApplicationKeepsItsReasonAndCannotBeReleased)
{
    auto wanted = form();
    wanted["needs_release"] = true;
    auto const run = opened(wanted);
    auto const id = apply("0010", run).body.at("enrolment").at("id");
    auto const declined = head().post(path("/enrolments/", id, "/decline"), bj::object{{"reason", "繁忙期のため"}});
    EXPECT_EQ(declined.body.at("status"), "declined");
    EXPECT_EQ(declined.body.at("last_reason"), "繁忙期のため");
    EXPECT_EQ(head().post(path("/enrolments/", id, "/release")).code(), "wrong_status");
}

TEST_F(Enrolling, TheHeadRecommendsTheirOwnPeopleAndTheOfficeAnybodyAsProxy)
{
    auto const run = opened();
    auto const to = path("/runs/", run, "/recommendations");
    auto const by = [](StaffId staff) { return bj::object{{"staff", bj::array{staff.value}}, {"reason", "育成のため"}}; };
    auto const first = head().post(to, by(anna));
    ASSERT_EQ(first.status, 201) << first.bytes;
    EXPECT_EQ(first.body.at("enrolments").at(0).at("status"), "accepted");
    EXPECT_EQ(first.body.at("enrolments").at(0).at("proxy"), "");
    EXPECT_EQ(head().post(to, by(dora)).status, 404) << "another section's";
    auto const typed = office.post(to, by(dora)).body;
    EXPECT_EQ(typed.at("enrolments").at(0).at("proxy"), "as-training_officer");
    EXPECT_EQ(office.post(to, by(dora)).body.at("already").as_array().size(), 1u);
    auto ordered = by(ben);
    ordered["route"] = "ordered";
    EXPECT_EQ(head().post(to, ordered).code(), "not_allowed");
    auto const order = office.post(to, ordered).body.at("enrolments").at(0);
    EXPECT_EQ(order.at("route"), "ordered");
    EXPECT_EQ(order.at("status"), "waiting") << "an order makes no seat";
    EXPECT_EQ(order.at("proxy"), "");
}

TEST_F(Enrolling, WhatSpeaksAgainstASeatIsToldNotRefused)
{
    auto const run = opened();
    auto const clash = opened([] {
        auto wanted = form("C3");
        wanted["sessions"] = bj::array{session("2026-07-01", "11:00", "13:00")};
        return wanted;
    }());
    apply("0010", run);
    town.write([&](db::Tx& tx) {
        tx.script("INSERT INTO leave_period (staff_id, kind, valid_from) VALUES (" + std::to_string(anna.value) +
                  ", '育児休業', '2026-07-01');"
                  "INSERT INTO posting (staff_id, unit_id, kind, rank, effective_on, announced_on) VALUES (" +
                  std::to_string(anna.value) + ", " + std::to_string(other.value) +
                  ", 'primary', '係員', '2026-06-15', '2026-06-01')");
        return true;
    });
    auto const second = apply("0010", clash);
    ASSERT_EQ(second.status, 201) << second.bytes;
    auto const& told = second.body.at("conflicts").as_array();
    ASSERT_EQ(told.size(), 3u) << second.bytes;
    EXPECT_EQ(told[0].at("kind"), "overlap");
    EXPECT_EQ(told[1].at("kind"), "leave");
    EXPECT_EQ(told[2].at("kind"), "transfer");
}

TEST_F(Enrolling, WhoHasNotCompletedWhatComesFirstIsToldWhatToDoAndTheOfficeIsOnlyTold)
{
    plan_is([](plan::Plan& plan) {
        plan.courses[2].prerequisites = {"C1"};
        plan.courses[0].validity_months = 12;
    });
    auto const run = opened(form("C3"));
    auto const refused = apply("0010", run);
    EXPECT_EQ(refused.code(), "prerequisite_missing");
    EXPECT_EQ(refused.body.at("problems").at(0).at("pointer"), "/courses/C1");
    EXPECT_NE(refused.bytes.find("「DX入門」を修了してから"), std::string::npos) << refused.bytes;
    EXPECT_EQ(stands(run, anna), "none");

    auto order = bj::object{{"staff", bj::array{anna.value}}, {"reason", "育成のため"}, {"route", "ordered"}};
    auto const ordered = office.post(path("/runs/", run, "/recommendations"), order);
    ASSERT_EQ(ordered.status, 201) << ordered.bytes;
    EXPECT_EQ(ordered.body.at("enrolments").at(0).at("status"), "accepted");
    EXPECT_EQ(ordered.body.at("conflicts").at(0).at("kind"), "prerequisite");
    EXPECT_TRUE(ordered.body.at("conflicts").at(0).at("day").is_null());

    complete(ben, "C1", "2025-06-01");
    EXPECT_EQ(apply("0011", run).code(), "prerequisite_missing") << "a year ago to the day: it no longer counts";
    complete(ben, "C1", "2025-06-02");
    EXPECT_EQ(apply("0011", run).status, 201);
}

TEST_F(Enrolling, OnceTheRunHasBegunOnlyTheOfficeTakesSomebodyOut)
{
    auto const run = opened();
    auto const id = apply("0010", run).body.at("enrolment").at("id");
    on("2026-07-02");
    EXPECT_EQ(town.staff("0010").post(path("/enrolments/", id, "/withdrawal"), kWhy).code(), "run_closed");
    EXPECT_EQ(office.post(path("/enrolments/", id, "/withdrawal"), kWhy).body.at("status"), "withdrawn");
}

TEST_F(Enrolling, AnotherPersonsApplicationIsNotFoundAndCannotBeTakenBack)
{
    auto const run = opened();
    auto const id = apply("0010", run).body.at("enrolment").at("id");
    EXPECT_EQ(town.staff("0020").post(path("/enrolments/", id, "/withdrawal"), kWhy).status, 404);
    EXPECT_EQ(town.staff("0020").get(path("/runs/", run, "/enrolments")).body.at("enrolments").as_array().size(), 0u);
    EXPECT_EQ(head().get(path("/runs/", run, "/enrolments")).body.at("enrolments").as_array().size(), 1u);
}

TEST_F(Enrolling, EveryMoveIsKept)
{
    static db::Sql const kSteps{"SELECT status FROM enrolment_step WHERE enrolment_id = $1 ORDER BY seq"};
    auto const run = opened();
    auto const id = apply("0010", run).body.at("enrolment").at("id");
    town.staff("0010").post(path("/enrolments/", id, "/withdrawal"), kWhy);
    apply("0010", run);
    auto const steps = town.read([&](db::Tx& tx) { return tx.all<std::string>(kSteps, id.as_int64()); });
    EXPECT_EQ(steps, (std::vector<std::string>{"applied", "accepted", "withdrawn", "applied", "accepted"}));
}

TEST_F(Enrolling, TwoRecordsOfOnePersonBecomeOneApplicationARun)
{
    auto const both = opened();
    auto const single = opened(form("C3"));
    apply("0011", both);
    apply("0012", both);
    apply("0011", single);
    town.write([&](db::Tx& tx) {
        auto const id = [](StaffId staff) { return std::to_string(staff.value); };
        tx.script("UPDATE posting SET ended_on = '2025-04-01' WHERE staff_id = " + id(ben) +
                  "; UPDATE engagement SET valid_until = '2025-04-01' WHERE staff_id = " + id(ben) +
                  "; UPDATE posting SET effective_on = '2025-04-01' WHERE staff_id = " + id(carl) +
                  "; UPDATE engagement SET valid_from = '2025-04-01' WHERE staff_id = " + id(carl) +
                  "; INSERT INTO posting (staff_id, unit_id, kind, rank, effective_on, announced_on) VALUES (" + id(ben) + ", " +
                  std::to_string(section.value) + ", 'concurrent', '係員', '2025-04-01', '2025-03-20')");
        return true;
    });
    auto const merged = office.post("/staff/" + std::to_string(ben.value) + "/merge",
                                    bj::object{{"into", carl.value}, {"reason", "同じ人のため"}});
    ASSERT_EQ(merged.status, 200) << merged.bytes;
    EXPECT_EQ(stands(both, carl), "accepted");
    EXPECT_EQ(office.get(path("/runs/", both)).body.at("seated"), 1);
    EXPECT_EQ(stands(single, carl), "accepted") << "what only the other record had asked for";
}
