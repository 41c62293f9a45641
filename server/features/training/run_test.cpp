#include "features/training/training_test_town.hpp"

using namespace training_test;

namespace {

using Runs = TrainingTest;

}  // namespace

TEST_F(Runs, ADraftIsOpenedOnceItHasASessionAndThenEverybodySeesIt)
{
    auto wanted = form();
    wanted["sessions"] = bj::array{};
    auto const id = add(wanted);
    EXPECT_EQ(town.staff("0010").get(path("/runs/", id)).status, 404);
    EXPECT_EQ(office.post(path("/runs/", id, "/opening")).code(), "invalid_input");
    wanted["sessions"] = bj::array{session("2026-07-01"), session("2026-07-08")};
    wanted["revision"] = 1;
    auto const changed = office.patch(path("/runs/", id), wanted);
    ASSERT_EQ(changed.status, 200) << changed.bytes;
    EXPECT_EQ(office.post(path("/runs/", id, "/opening")).body.at("status"), "open");
    auto const seen = town.staff("0010").get(path("/runs/", id)).body;
    EXPECT_EQ(seen.at("course_name"), "DX入門");
    EXPECT_EQ(seen.at("sessions").as_array().size(), 2u);
    EXPECT_TRUE(seen.at("takes_applications").as_bool());
    EXPECT_EQ(town.staff("0010").post("/runs", form()).status, 403);
}

TEST_F(Runs, WhatDoesNotHoldTogetherIsRefusedAtItsPlace)
{
    auto const refused = [&](char const* member, bj::value value) {
        auto wanted = form();
        wanted[member] = std::move(value);
        auto const answer = office.post("/runs", wanted);
        EXPECT_EQ(answer.code(), "invalid_input") << answer.bytes;
        return std::string(answer.body.at("problems").at(0).at("pointer").as_string());
    };
    EXPECT_EQ(refused("course", "X9"), "/course");
    EXPECT_EQ(refused("unit", 999), "/unit");
    EXPECT_EQ(refused("apply_until", "2026-04-01"), "/apply_until");
    EXPECT_EQ(refused("waiting_until", "2026-06-01"), "/waiting_until");
    EXPECT_EQ(refused("sessions", bj::array{session("2026-02-30")}), "/sessions/0/starts_at");
    EXPECT_EQ(refused("sessions", bj::array{session("2026-07-01", "12:00", "10:00")}), "/sessions/0/ends_at");
    EXPECT_EQ(refused("sessions", bj::array{session("2027-04-01")}), "/sessions/0/starts_at") << "the next fiscal year";
    EXPECT_EQ(refused("capacity", 0), "/capacity");
}

TEST_F(Runs, MoreSeatsSeatThoseWhoWaitAndFewerThanAreTakenAreRefused)
{
    auto wanted = form();
    wanted["capacity"] = 1;
    auto const id = opened(wanted);
    apply("0010", id);
    apply("0011", id);
    auto const now = office.get(path("/runs/", id)).body;
    wanted["sessions"] = now.at("sessions");
    wanted["revision"] = now.at("revision");
    wanted["capacity"] = 3;
    ASSERT_EQ(office.patch(path("/runs/", id), wanted).status, 200);
    EXPECT_EQ(stands(id, ben), "accepted");
    EXPECT_EQ(office.patch(path("/runs/", id), wanted).code(), "changed_meanwhile");
    wanted["revision"] = office.get(path("/runs/", id)).body.at("revision");
    wanted["capacity"] = 1;
    EXPECT_EQ(office.patch(path("/runs/", id), wanted).code(), "invalid_input");
}

TEST_F(Runs, ACancelledRunTellsEverybodyWhyAndTakesNobodyAnyMore)
{
    auto const id = opened();
    apply("0010", id);
    auto const cancelled = office.post(path("/runs/", id, "/cancellation"), bj::object{{"reason", "講師の都合"}});
    EXPECT_EQ(cancelled.body.at("status"), "cancelled");
    auto const mine = town.staff("0010").get("/me/training").body.at("seats").at(0);
    EXPECT_EQ(mine.at("enrolment").at("status"), "withdrawn");
    EXPECT_EQ(mine.at("enrolment").at("last_reason"), "開催の中止: 講師の都合");
    EXPECT_EQ(mine.at("run").at("cancelled_why"), "講師の都合");
    EXPECT_EQ(apply("0011", id).code(), "run_closed");
    EXPECT_EQ(office.post(path("/runs/", id, "/closing")).code(), "wrong_status");
}

TEST_F(Runs, ClosingEndsTheWaitingListAndWhatNobodyHasDecided)
{
    auto wanted = form();
    wanted["capacity"] = 1;
    auto const id = opened(wanted);
    apply("0010", id);
    apply("0011", id);
    EXPECT_EQ(office.post(path("/runs/", id, "/closing")).body.at("status"), "closed");
    EXPECT_EQ(stands(id, anna), "accepted");
    EXPECT_EQ(stands(id, ben), "lapsed");
    wanted["needs_release"] = true;
    auto const asks = opened(wanted);
    apply("0012", asks);
    office.post(path("/runs/", asks, "/closing"));
    EXPECT_EQ(stands(asks, carl), "declined");
}

TEST_F(Runs, AttendanceThenResultsMakeACompletionThatClosesTheGapAtOnce)
{
    auto const id = opened();
    apply("0010", id);
    apply("0011", id);
    auto const session_id = office.get(path("/runs/", id)).body.at("sessions").at(0).at("id");
    bj::object const marks{{"session", session_id},
                           {"marks", bj::array{bj::object{{"staff", anna.value}, {"mark", "late"}, {"reason", "電車の遅れ"}},
                                               bj::object{{"staff", ben.value}, {"mark", "absent"}, {"reason", "病気"}}}}};
    EXPECT_EQ(office.put(path("/runs/", id, "/attendance"), marks).code(), "invalid_input") << "it has not begun";
    on("2026-07-02");
    auto const marked = office.put(path("/runs/", id, "/attendance"), marks);
    ASSERT_EQ(marked.status, 200) << marked.bytes;
    EXPECT_TRUE(marked.body.at("enrolments").at(0).at("attended").as_bool());
    EXPECT_FALSE(marked.body.at("enrolments").at(1).at("attended").as_bool());

    EXPECT_EQ(town.staff("0010").get("/home").body.at("me").at("held"), 0);
    bj::object const results{{"completed", bj::array{enrolment_of(id, anna)}},
                             {"not_completed", bj::array{bj::object{{"enrolment", enrolment_of(id, ben)}, {"reason", "欠席"}}}},
                             {"completed_on", "2026-07-01"}};
    auto const entered = office.post(path("/runs/", id, "/results"), results);
    ASSERT_EQ(entered.status, 200) << entered.bytes;
    EXPECT_EQ(entered.body.at("enrolments").at(0).at("status"), "completed");
    EXPECT_EQ(entered.body.at("enrolments").at(1).at("last_reason"), "欠席");
    EXPECT_EQ(town.staff("0010").get("/home").body.at("me").at("held"), 1);
    auto const year = town.staff("0010").get("/me/training").body;
    EXPECT_EQ(year.at("completions").at(0).at("course_name"), "DX入門");
    EXPECT_TRUE(year.at("obligations").at(0).at("done").as_bool());
    EXPECT_EQ(office.post(path("/runs/", id, "/cancellation"), bj::object{{"reason", "x"}}).code(), "conflict");
}

TEST_F(Runs, AWrongCompletionIsCorrectedWithAReasonAndKeptApart)
{
    static db::Sql const kKept{"SELECT reason FROM completion_correction WHERE staff_id = $1"};
    auto const id = opened();
    apply("0010", id);
    on("2026-07-02");
    auto const enrolment = enrolment_of(id, anna);
    bj::object const yes{{"completed", bj::array{enrolment}}, {"not_completed", bj::array{}}, {"completed_on", "2026-07-01"}};
    bj::object const no{{"completed", bj::array{}},
                        {"not_completed", bj::array{bj::object{{"enrolment", enrolment}, {"reason", "人違い"}}}},
                        {"completed_on", "2026-07-01"}};
    ASSERT_EQ(office.post(path("/runs/", id, "/results"), yes).status, 200);
    EXPECT_EQ(office.post(path("/runs/", id, "/results"), yes).code(), "wrong_status");
    ASSERT_EQ(office.post(path("/runs/", id, "/results"), no).status, 200);
    EXPECT_EQ(town.staff("0010").get("/home").body.at("me").at("held"), 0);
    EXPECT_EQ(town.read([&](db::Tx& tx) { return tx.one<std::string>(kKept, anna); }), "人違い");
    ASSERT_EQ(office.post(path("/runs/", id, "/results"), yes).status, 200) << "and back again";
    EXPECT_EQ(town.staff("0010").get("/home").body.at("me").at("held"), 1);
}

TEST_F(Runs, ASessionWithAttendanceIsNotTakenAway)
{
    auto const id = opened();
    apply("0010", id);
    on("2026-07-02");
    auto const now = office.get(path("/runs/", id)).body;
    office.put(path("/runs/", id, "/attendance"),
               bj::object{{"session", now.at("sessions").at(0).at("id")},
                          {"marks", bj::array{bj::object{{"staff", anna.value}, {"mark", "present"}, {"reason", ""}}}}});
    auto wanted = form();
    wanted["sessions"] = bj::array{session("2026-07-08")};
    wanted["revision"] = now.at("revision");
    EXPECT_EQ(office.patch(path("/runs/", id), wanted).code(), "in_use");
}
