// 引継ぎ: nothing is left with somebody who is no longer there.
#include "features/desk/desk_test_town.hpp"

using namespace desk_test;

namespace {
struct HandOverTest : DeskTest {
    static bj::object over(StaffId from, StaffId to, bj::array which = {})
    {
        return {{"from", from.value},
                {"to", to.value},
                {"consultations", std::move(which)},
                {"note", "異動のため。経過は内部メモにあります。"},
                {"subjects_too", false}};
    }
    bj::array needs() { return office.get("/desk/hand-over").body.at("needs").as_array(); }
};
}  // namespace

TEST_F(HandOverTest, ATransferIsSeenAheadOnceItIsAnnouncedAndThenAsAMove)
{
    auto const id = asked();
    EXPECT_TRUE(needs().empty());
    moves_to(ada, taxes, "2026-07-01", "2026-06-20");
    EXPECT_TRUE(needs().empty()) << "not announced yet";
    on("2026-06-22");
    ASSERT_EQ(needs().size(), 1U);
    EXPECT_EQ(needs()[0].at("from").at("moves_on"), "2026-07-01");
    EXPECT_EQ(needs()[0].at("from").at("presence"), "here");
    on("2026-07-01");
    ASSERT_EQ(needs().size(), 1U);
    EXPECT_EQ(needs()[0].at("from").at("presence"), "moved");
    EXPECT_EQ(needs()[0].at("lines").at(0).at("id"), id);
    EXPECT_EQ(seen(office, id).at("owner_presence"), "moved");
    EXPECT_EQ(office.get("/desk").body.at("waiting").at("without_owner"), 1);
}

TEST_F(HandOverTest, LeaveAndLeavingAndAClosedAccountAreSeenToo)
{
    asked();
    on_leave(ada);
    EXPECT_EQ(needs().at(0).at("from").at("presence"), "on_leave");
    sql("DELETE FROM leave_period");
    EXPECT_TRUE(needs().empty());
    sql("UPDATE account SET disabled_at = '2026-05-01T00:00:00Z' WHERE staff_id = " + digits(ada.value));
    EXPECT_EQ(needs().at(0).at("from").at("presence"), "absent");
    sql("UPDATE account SET disabled_at = NULL");
    sql("UPDATE staff SET left_on = '2026-05-31' WHERE id = " + digits(ada.value));
    EXPECT_EQ(needs().at(0).at("from").at("presence"), "absent");
}

TEST_F(HandOverTest, ARenamedSectionIsNoTransfer)
{
    asked();
    auto const renamed = town.unit("デジタル推進課");
    sql("UPDATE org_unit SET valid_until = '2026-06-15', succeeded_by = " + digits(renamed.value) +
        " WHERE id = " + digits(digital.value));
    for (auto const who : {ada, bob}) moves_to(who, renamed, "2026-06-15", "2026-06-01");
    on("2026-06-10");
    EXPECT_TRUE(needs().empty()) << "announced, and they stay where they are";
    on("2026-06-20");
    EXPECT_TRUE(needs().empty());
}

TEST_F(HandOverTest, AllThatGoesOnOrWhatWasChosenGoesToAnotherOwnerAndIsOnRecord)
{
    auto const first = asked(), second = asked(), done = finished();
    auto const one = deputy().post("/desk/hand-over", over(ada, bob, {first}));
    ASSERT_EQ(one.status, 200) << one.bytes;
    EXPECT_EQ(one.body.at("consultations"), 1);
    EXPECT_EQ(seen(first).at("owner").at("name"), "馬場 武");
    EXPECT_EQ(seen(second).at("owner").at("name"), "安藤 明子");
    auto const steps = seen(first).at("steps").as_array();
    EXPECT_EQ(steps.back().at("kind"), "handed_over");
    EXPECT_EQ(steps.back().at("to"), "馬場 武");
    EXPECT_EQ(steps.back().at("note"), "異動のため。経過は内部メモにあります。");
    EXPECT_EQ(deputy().post("/desk/hand-over", over(ada, bob)).body.at("consultations"), 1);
    EXPECT_EQ(seen(done).at("owner").at("name"), "安藤 明子") << "what is over stays whose it was";
    EXPECT_EQ(deputy().post("/desk/hand-over", over(ada, bob)).status, 404) << "nothing is left";
}

TEST_F(HandOverTest, OnlyTheDeskOrTheOwnerHandsOverAndOnlyToWhoIsHere)
{
    auto const id = asked();
    EXPECT_EQ(asker().post("/desk/hand-over", over(ada, bob)).code(), "not_allowed");
    EXPECT_EQ(adviser().post("/desk/hand-over", over(ada, ada)).status, 422);
    EXPECT_EQ(adviser().post("/desk/hand-over", over(ada, anna)).status, 422) << "does not advise";
    EXPECT_EQ(adviser().post("/desk/hand-over", over(ada, bob, {999})).body.at("problems").at(0).at("pointer"),
              "/consultations/0");
    on_leave(bob);
    EXPECT_EQ(adviser().post("/desk/hand-over", over(ada, bob, {id})).status, 422) << "is on leave";
}

TEST_F(HandOverTest, TheOfficeHandsOverTheSubjectsAsWell)
{
    asked();
    auto all = over(ada, bob);
    all["subjects_too"] = true;
    EXPECT_EQ(adviser().post("/desk/hand-over", all).code(), "not_allowed");
    auto const answer = office.post("/desk/hand-over", all);
    ASSERT_EQ(answer.status, 200) << answer.bytes;
    EXPECT_EQ(answer.body.at("subjects"), 1);
    auto const advisers = office.get("/desk/subjects").body.at("subjects").at(0).at("advisers").as_array();
    ASSERT_EQ(advisers.size(), 1U);
    EXPECT_EQ(advisers[0].at("name"), "馬場 武");
    EXPECT_EQ(advisers[0].at("deputy"), false) << "whoever was deputy answers for it now";
    EXPECT_EQ(seen(deputy(), asked()).at("owner").at("name"), "馬場 武");
}

TEST_F(HandOverTest, TwoRecordsOfOnePersonStayOneAdviser)
{
    auto const id = asked();
    auto const again = town.person({.no = "0999", .name = "安藤 明子", .unit = digital});
    sql("UPDATE posting SET ended_on = '2026-06-01' WHERE staff_id = " + digits(ada.value));
    sql("UPDATE posting SET effective_on = '2026-06-01' WHERE staff_id = " + digits(again.value));
    sql("UPDATE engagement SET valid_until = '2026-06-01' WHERE staff_id = " + digits(ada.value));
    sql("UPDATE engagement SET valid_from = '2026-06-01' WHERE staff_id = " + digits(again.value));
    auto const hr = town.as(Role::training_officer);
    auto const merged =
        hr.post("/staff/" + digits(ada.value) + "/merge", bj::object{{"into", again.value}, {"reason", "同一人物"}});
    ASSERT_EQ(merged.status, 200) << merged.bytes;
    EXPECT_EQ(seen(office, id).at("owner").at("staff"), again.value);
}
