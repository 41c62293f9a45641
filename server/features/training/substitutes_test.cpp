// Somebody goes instead of somebody else, and the choice of one session among several.
#include "features/training/training_test_town.hpp"

#include <gmock/gmock.h>

using testing::HasSubstr;
using namespace training_test;

namespace {

struct SubstituteTest : TrainingTest {
    Answer replace(Client const& who, bj::value const& seat, StaffId by, char const* reason = "急な公務")
    {
        return who.post(path("/enrolments/", seat, "/substitution"), bj::object{{"staff", by.value}, {"reason", reason}});
    }
    std::string last_reason(bj::value const& run, StaffId staff)
    {
        auto const list = office.get(path("/runs/", run, "/enrolments")).body;
        for (auto const& row : list.at("enrolments").as_array())
            if (row.at("staff") == staff.value) return std::string(row.at("last_reason").as_string());
        return "none";
    }
};

}  // namespace

TEST_F(SubstituteTest, TheSeatStaysWithTheSectionAndBothHistoriesSaySo)
{
    auto wanted = form();
    wanted["capacity"] = 1;
    auto const run = opened(wanted);
    EXPECT_EQ(apply("0010", run).status, 201);
    EXPECT_EQ(apply("0020", run).status, 201);  // waits
    auto const answer = replace(head(), enrolment_of(run, anna), ben);
    ASSERT_EQ(answer.status, 200) << answer.bytes;
    EXPECT_EQ(stands(run, anna), "withdrawn");
    EXPECT_EQ(stands(run, ben), "accepted");
    EXPECT_EQ(stands(run, dora), "waiting") << "nobody of the waiting list comes between";
    EXPECT_EQ(last_reason(run, anna), "石井 次郎に交代: 急な公務");
    EXPECT_EQ(last_reason(run, ben), "青木 花子に代わって受講: 急な公務");
}

TEST_F(SubstituteTest, AnOrderIsNotHandedOnAndNobodyTakesASeatForThemselves)
{
    auto const run = opened();
    auto const ordered = office.post(
        path("/runs/", run, "/recommendations"),
        bj::object{{"staff", bj::array{anna.value}}, {"route", "ordered"}, {"reason", "受講命令"}, {"basis_no", "人第1号"}});
    ASSERT_EQ(ordered.status, 201) << ordered.bytes;
    auto const seat = enrolment_of(run, anna);
    EXPECT_EQ(replace(head(), seat, boss).status, 403) << "nobody releases themselves";
    auto const answer = replace(head(), seat, ben);
    ASSERT_EQ(answer.status, 200) << answer.bytes;
    EXPECT_EQ(answer.body.at("enrolment").at("route"), "recommended");
    EXPECT_EQ(answer.body.at("enrolment").at("basis_no"), "");
}

TEST_F(SubstituteTest, OnlySomebodyOfTheSameSectionWithoutASeatGoesInstead)
{
    auto const run = opened();
    EXPECT_EQ(apply("0010", run).status, 201);
    EXPECT_EQ(apply("0011", run).status, 201);
    auto const seat = enrolment_of(run, anna);
    EXPECT_EQ(replace(office, seat, dora).code(), "invalid_input");
    EXPECT_EQ(replace(office, seat, anna).code(), "invalid_input");
    EXPECT_EQ(replace(office, seat, ben).code(), "already_enrolled");
    EXPECT_EQ(stands(run, anna), "accepted") << "nothing has changed";
    auto const list = office.get(path("/enrolments/", seat, "/substitutes")).body.at("staff").as_array();
    std::vector<std::int64_t> offered;
    for (auto const& one : list) offered.push_back(one.at("staff").as_int64());
    EXPECT_THAT(offered, testing::UnorderedElementsAre(boss.value, carl.value));
}

TEST_F(SubstituteTest, WhoWaitsInLineMayTakeTheSeatOfAColleague)
{
    auto wanted = form();
    wanted["capacity"] = 1;
    auto const run = opened(wanted);
    EXPECT_EQ(apply("0010", run).status, 201);
    EXPECT_EQ(apply("0011", run).status, 201);  // waits
    EXPECT_EQ(replace(head(), enrolment_of(run, anna), ben).status, 200);
    EXPECT_EQ(stands(run, ben), "accepted");
    EXPECT_EQ(stands(run, anna), "withdrawn");
}

TEST_F(SubstituteTest, NobodyIsReplacedOnceTheRunHasBegunAndNobodyReplacesOthersByThemselves)
{
    auto const run = opened();
    EXPECT_EQ(apply("0010", run).status, 201);
    auto const seat = enrolment_of(run, anna);
    EXPECT_EQ(replace(town.staff("0010"), seat, ben).status, 403);
    on("2026-07-01");
    EXPECT_EQ(replace(office, seat, ben).code(), "run_closed");
}

TEST_F(SubstituteTest, OneSessionOfSeveralIsChosenByThePersonUntilItBegins)
{
    auto wanted = form();
    wanted["attend"] = "one";
    wanted["sessions"] = bj::array{session("2026-07-01"), session("2026-07-08")};
    auto const run = opened(wanted);
    EXPECT_EQ(apply("0010", run).status, 201);
    auto const seat = enrolment_of(run, anna);
    auto const sessions = office.get(path("/runs/", run)).body.at("sessions").as_array();
    auto const choose = [&](Client const& who, std::size_t i) {
        return who.put(path("/enrolments/", seat, "/session"), bj::object{{"session", sessions[i].at("id")}});
    };
    EXPECT_EQ(choose(town.staff("0010"), 1).body.at("session"), sessions[1].at("id"));
    EXPECT_EQ(choose(town.staff("0011"), 0).status, 404) << "not for somebody else";
    auto const mine = town.staff("0010").get("/me/training").body.at("sessions").as_array();
    ASSERT_EQ(mine.size(), 1U);
    EXPECT_EQ(mine[0].at("starts_at"), "2026-07-08T10:00");
    on("2026-07-02");
    EXPECT_EQ(choose(town.staff("0010"), 0).code(), "run_closed");
}
