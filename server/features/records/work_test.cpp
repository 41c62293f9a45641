// OJT, dispatches and what is reported of training, as the person, the head and the office meet them.
#include "features/training/training_test_town.hpp"

using namespace training_test;

namespace {

struct WorkTest : TrainingTest {
    static bj::object learned(StaffId staff, std::string const& kind = "ojt")
    {
        return {{"staff", staff.value},
                {"kind", kind},
                {"title", "マクロの引継ぎ"},
                {"place", "情報課"},
                {"from_on", "2026-05-01"},
                {"until_on", "2026-05-29"},
                {"note", ""},
                {"skills", bj::array{"DX"}}};
    }
    bj::value recorded(Client const& by, bj::object const& what)
    {
        auto const answer = by.post("/work-training", what);
        EXPECT_EQ(answer.status, 201) << answer.bytes;
        return answer.body.at("id");
    }
    bool holds_dx()
    {
        auto const page = office.get(path("/staff/", anna) + "/page").body;
        for (auto const& skill : page.at("skills").at("rows").as_array())
            if (skill.at("skill") == "DX") return skill.at("holds").as_bool();
        return false;
    }
    static bj::object words() { return {{"text", "学んだことの報告"}, {"change", "集計が半日から一時間に"}, {"link", ""}}; }
    /// A run that asks for a report, completed by anna.
    bj::value completed_run()
    {
        auto wanted = form();
        wanted["report_days"] = 10;
        auto const run = opened(wanted);
        EXPECT_EQ(apply("0010", run).status, 201);
        on("2026-07-02");
        EXPECT_EQ(office
                      .post(path("/runs/", run, "/results"), bj::object{{"completed", bj::array{enrolment_of(run, anna)}},
                                                                        {"not_completed", bj::array{}},
                                                                        {"completed_on", "2026-07-01"}})
                      .status,
                  200);
        return run;
    }
    std::int64_t todo(Client const& who, std::string const& kind)
    {
        auto const home = who.get("/home").body;
        for (auto const& one : home.at("todo").as_array())
            if (one.at("kind").as_string() == kind) return one.at("count").as_int64();
        return 0;
    }
};

}  // namespace

TEST_F(WorkTest, LearningOnTheJobIsEvidenceOnceTheHeadHasConfirmedIt)
{
    auto const id = recorded(town.staff("0010"), learned(anna));
    EXPECT_FALSE(holds_dx()) << "one's own word does not decide";
    EXPECT_EQ(todo(head(), "confirm_work"), 1);
    EXPECT_EQ(town.staff("0010").post(path("/work-training/", id, "/confirmation")).status, 403);
    auto const confirmed = head().post(path("/work-training/", id, "/confirmation"));
    ASSERT_EQ(confirmed.status, 200) << confirmed.bytes;
    EXPECT_EQ(confirmed.body.at("status"), "confirmed");
    EXPECT_TRUE(holds_dx());
    EXPECT_EQ(todo(head(), "confirm_work"), 0);
    auto change = learned(anna);
    change["revision"] = confirmed.body.at("revision");
    change.erase("staff");
    EXPECT_EQ(town.staff("0010").patch(path("/work-training/", id), change).code(), "wrong_status");
}

TEST_F(WorkTest, WhatWasConfirmedAndReturnedIsNoEvidenceAnyMoreAndMayBeCorrected)
{
    auto const id = recorded(town.staff("0010"), learned(anna));
    EXPECT_EQ(head().post(path("/work-training/", id, "/confirmation")).status, 200);
    auto const returned = head().post(path("/work-training/", id, "/return"), bj::object{{"reason", "期間が違います"}});
    ASSERT_EQ(returned.status, 200) << returned.bytes;
    EXPECT_EQ(returned.body.at("decided_why"), "期間が違います");
    EXPECT_FALSE(holds_dx());
    auto change = learned(anna);
    change.erase("staff");
    change["revision"] = returned.body.at("revision");
    auto const changed = town.staff("0010").patch(path("/work-training/", id), change);
    ASSERT_EQ(changed.status, 200) << changed.bytes;
    EXPECT_EQ(changed.body.at("status"), "recorded");
    EXPECT_EQ(town.staff("0010").patch(path("/work-training/", id), change).code(), "changed_meanwhile");
    EXPECT_EQ(town.staff("0010").del(path("/work-training/", id)).status, 200);
    EXPECT_TRUE(office.get("/work-training").body.at("records").as_array().empty());
}

TEST_F(WorkTest, TypedForSomebodyElseItSaysWhoTypedIt)
{
    auto const answer = head().post("/work-training", learned(anna));
    ASSERT_EQ(answer.status, 201) << answer.bytes;
    EXPECT_FALSE(answer.body.at("proxy").as_string().empty());
    EXPECT_EQ(town.staff("0011").post("/work-training", learned(anna)).status, 404) << "a colleague is not in sight";
    auto unknown = learned(anna);
    unknown["skills"] = bj::array{"XX"};
    EXPECT_EQ(head().post("/work-training", unknown).code(), "invalid_input");
    auto backwards = learned(anna);
    backwards["until_on"] = "2026-04-01";
    EXPECT_EQ(head().post("/work-training", backwards).code(), "invalid_input");
}

TEST_F(WorkTest, WhatIsNotOverCannotBeConfirmedAndOthersSeeNothing)
{
    auto going = learned(anna, "dispatch");
    going["until_on"] = "2026-09-30";
    auto const id = recorded(town.staff("0010"), going);
    EXPECT_EQ(head().post(path("/work-training/", id, "/confirmation")).code(), "wrong_status");
    EXPECT_TRUE(town.staff("0011").get("/work-training").body.at("records").as_array().empty());
    EXPECT_EQ(town.staff("0011").post(path("/work-training/", id, "/confirmation")).status, 404);
}

TEST_F(WorkTest, ADispatchIsReportedWhenItIsOverAndStaysOnceItsReportIsRead)
{
    auto going = learned(anna, "dispatch");
    going["until_on"] = "2026-09-30";
    auto const ahead = recorded(town.staff("0010"), going);
    EXPECT_EQ(town.staff("0010").put(path("/work-training/", ahead, "/report"), words()).code(), "wrong_status");
    auto const id = recorded(town.staff("0010"), learned(anna, "dispatch"));
    auto const handed = town.staff("0010").put(path("/work-training/", id, "/report"), words());
    ASSERT_EQ(handed.status, 200) << handed.bytes;
    ASSERT_EQ(head().post(path("/reports/", handed.body.at("id"), "/reading")).status, 200);
    EXPECT_EQ(town.staff("0010").del(path("/work-training/", id)).code(), "wrong_status") << "what was read stays";
}

TEST_F(WorkTest, ARunThatAsksForAReportWaitsForItAndThenForItsReader)
{
    auto const run = completed_run();
    auto const staff = town.staff("0010");
    auto const due = staff.get(path("/reports?staff=", anna)).body.at("due").as_array();
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due[0].at("due"), "2026-07-11");
    EXPECT_EQ(todo(staff, "write_report"), 1);

    auto const handed = staff.put(path("/enrolments/", due[0].at("enrolment"), "/report"), words());
    ASSERT_EQ(handed.status, 200) << handed.bytes;
    EXPECT_EQ(todo(staff, "write_report"), 0);
    EXPECT_EQ(todo(head(), "read_reports"), 1);
    auto const list = office.get(path("/runs/", run, "/enrolments")).body.at("enrolments").as_array();
    EXPECT_FALSE(list[0].at("reported_at").is_null());
    EXPECT_EQ(list[0].at("last_reason"), "報告") << "it is a step of the history";

    auto const id = handed.body.at("id");
    EXPECT_EQ(staff.post(path("/reports/", id, "/reading")).status, 403) << "not one's own";
    EXPECT_EQ(staff.put(path("/enrolments/", due[0].at("enrolment"), "/report"), words()).status, 200) << "until it is read";
    EXPECT_EQ(head().post(path("/reports/", id, "/reading")).status, 200);
    EXPECT_EQ(todo(head(), "read_reports"), 0);
    EXPECT_EQ(staff.put(path("/enrolments/", due[0].at("enrolment"), "/report"), words()).code(), "wrong_status");
    EXPECT_EQ(town.staff("0011").get(path("/reports/", id)).status, 404);
}

TEST_F(WorkTest, ADispatchIsReportedWithinTwoWeeksAndNothingIsReportedBeforeItsResult)
{
    auto const id = recorded(town.staff("0010"), learned(anna, "dispatch"));
    auto const due = town.staff("0010").get("/reports").body.at("due").as_array();
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due[0].at("due"), "2026-06-12");
    EXPECT_EQ(head().put(path("/work-training/", id, "/report"), words()).body.at("proxy").as_string().empty(), false);
    EXPECT_TRUE(town.staff("0010").get("/reports").body.at("due").as_array().empty());

    auto const run = opened();
    EXPECT_EQ(apply("0010", run).status, 201);
    EXPECT_EQ(town.staff("0010").put(path("/enrolments/", enrolment_of(run, anna), "/report"), words()).code(), "wrong_status");
}
