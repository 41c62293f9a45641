// Advisers from outside: the scheme's rules, days used, the report, and what stays of it.
#include "features/desk/desk_test_town.hpp"

using namespace desk_test;

namespace {

struct EngagementsTest : DeskTest {
    std::int64_t scheme = 0;
    void SetUp() override
    {
        DeskTest::SetUp();
        auto const added = office.post("/adviser-schemes", scheme_form());
        EXPECT_EQ(added.status, 201) << added.bytes;
        scheme = added.body.at("id").as_int64();
    }
    static bj::object scheme_form()
    {
        return {{"name", "地域情報化アドバイザー制度"},
                {"name_en", "Regional informatisation advisers"},
                {"provider", "総務省"},
                {"about", ""},
                {"payer", "謝金と旅費は国が負担"},
                {"max_days", 3},
                {"max_hours", 0},
                {"report_days", 10},
                {"url", "https://example.jp/"},
                {"closed", false}};
    }
    bj::object form(int days, bj::value const& consultation = nullptr) const
    {
        return {{"scheme", scheme},        {"fiscal_year", 2026},         {"adviser", "外部 太郎"},       {"affiliation", "大学"},
                {"expertise", "業務改革"}, {"purpose", "窓口の業務分析"}, {"consultation", consultation}, {"planned_days", days},
                {"planned_minutes", 0}};
    }
    std::int64_t engaged(int days, bj::value const& consultation = nullptr)
    {
        auto const added = adviser().post("/adviser-engagements", form(days, consultation));
        EXPECT_EQ(added.status, 201) << added.bytes;
        return added.body.at("id").as_int64();
    }
    static std::string of(std::int64_t id, std::string const& after = {}) { return "/adviser-engagements/" + digits(id) + after; }
    bj::value it(std::int64_t id) { return adviser().get(of(id)).body; }
    Answer visited(std::int64_t id, std::string const& day, bool last = false)
    {
        return adviser().post(of(id, "/visits"), bj::object{{"visited_on", day},
                                                            {"minutes", 180},
                                                            {"place", "市役所"},
                                                            {"text", "助言を受けた"},
                                                            {"last", last},
                                                            {"revision", it(id).at("revision")}});
    }
    Answer reported(std::int64_t id, std::string const& day)
    {
        return adviser().put(of(id, "/report"), bj::object{{"reported_on", day},
                                                           {"report", "報告書の写し"},
                                                           {"learned", "先に流れを一枚に書くと、要らない手順が見える。"},
                                                           {"revision", it(id).at("revision")}});
    }
    bj::value used() { return asker().get("/adviser-schemes?fiscal_year=2026").body.at("schemes").at(0); }
};

}  // namespace

TEST_F(EngagementsTest, WhatIsPlannedAndUsedStandsAgainstTheQuotaOfTheYear)
{
    auto const id = engaged(2);
    EXPECT_EQ(used().at("planned_days"), 2);
    EXPECT_EQ(adviser().post("/adviser-engagements", form(2)).body.at("problems").at(0).at("pointer"), "/planned_days");
    ASSERT_EQ(visited(id, "2026-05-20").status, 201);
    ASSERT_EQ(visited(id, "2026-05-20").status, 201) << "twice on a day is one day";
    EXPECT_EQ(used().at("used_days"), 1);
    EXPECT_EQ(used().at("planned_days"), 1);
    EXPECT_EQ(used().at("used_minutes"), 360);
    for (auto const* day : {"2026-05-21", "2026-05-22", "2026-05-25"}) ASSERT_EQ(visited(id, day).status, 201);
    EXPECT_EQ(used().at("over"), true) << "a fact is kept, and seen to be too much";
    EXPECT_EQ(asker().get("/adviser-schemes?fiscal_year=2025").body.at("schemes").at(0).at("used_days"), 0);
}

TEST_F(EngagementsTest, TheReportIsDueAfterTheLastVisitAndOverdueWhenItDoesNotCome)
{
    auto const id = engaged(2);
    EXPECT_EQ(it(id).at("status"), "planned");
    EXPECT_EQ(reported(id, "2026-06-01").code(), "wrong_status") << "nobody was there yet";
    visited(id, "2026-05-20");
    EXPECT_EQ(it(id).at("status"), "going_on");
    visited(id, "2026-05-28", true);
    EXPECT_EQ(it(id).at("status"), "to_report");
    EXPECT_EQ(it(id).at("report_due_on"), "2026-06-08") << "the tenth day is a Sunday";
    EXPECT_EQ(office.get("/desk").body.at("waiting").at("reports_due"), 1);
    EXPECT_EQ(office.get("/adviser-engagements?to_report=true").body.at("engagements").as_array().size(), 1U);
    on("2026-06-09");
    EXPECT_EQ(it(id).at("overdue"), true);
    EXPECT_EQ(reported(id, "2026-05-27").status, 422) << "before the last visit";
    ASSERT_EQ(reported(id, "2026-06-09").status, 200);
    EXPECT_EQ(it(id).at("status"), "done");
    EXPECT_EQ(it(id).at("overdue"), false);
    EXPECT_EQ(visited(id, "2026-06-09").code(), "wrong_status");
}

TEST_F(EngagementsTest, WhatWasLearnedIsForEverybodyAndTheRestIsTheDesks)
{
    auto const consultation = asked();
    auto const id = engaged(1, consultation);
    EXPECT_EQ(stranger().get(of(id)).status, 404);
    EXPECT_EQ(asker().get(of(id)).body.at("adviser"), "外部 太郎");
    EXPECT_EQ(seen(asker(), consultation).at("engagements").as_array().size(), 1U);
    visited(id, "2026-05-28", true);
    EXPECT_TRUE(asker().get(of(id)).body.at("visits").as_array().empty());
    EXPECT_EQ(it(id).at("visits").as_array().size(), 1U);
    reported(id, "2026-05-29");
    auto const told = stranger().get(of(id));
    ASSERT_EQ(told.status, 200);
    EXPECT_EQ(told.body.at("learned"), "先に流れを一枚に書くと、要らない手順が見える。");
    EXPECT_EQ(told.body.at("report"), "");
    EXPECT_TRUE(told.body.at("consultation").is_null());
}

TEST_F(EngagementsTest, OnlyTheDeskKeepsThemAndOnlyTheOfficeTheSchemes)
{
    EXPECT_EQ(asker().post("/adviser-engagements", form(1)).code(), "not_allowed");
    EXPECT_EQ(adviser().post("/adviser-schemes", scheme_form()).status, 403);
    EXPECT_EQ(office.post("/adviser-schemes", scheme_form()).code(), "already_exists");
    auto bad = scheme_form();
    bad["name"] = "別";
    bad["url"] = "javascript:alert(1)";
    EXPECT_EQ(office.post("/adviser-schemes", bad).code(), "invalid_input");
    EXPECT_EQ(adviser().post("/adviser-engagements", form(1, 999)).code(), "invalid_input");
    auto change = scheme_form();
    change["closed"] = true;
    change["revision"] = 1;
    ASSERT_EQ(office.patch("/adviser-schemes/" + digits(scheme), change).status, 200);
    EXPECT_EQ(office.patch("/adviser-schemes/" + digits(scheme), change).code(), "changed_meanwhile");
    EXPECT_EQ(adviser().post("/adviser-engagements", form(1)).code(), "invalid_input") << "the scheme is closed";
}

TEST_F(EngagementsTest, AVisitIsTakenBackAndAPlanCancelledWithoutTrace)
{
    auto const id = engaged(2);
    visited(id, "2026-05-20", true);
    EXPECT_EQ(adviser().post(of(id, "/cancellation"), bj::object{{"revision", it(id).at("revision")}}).code(), "in_use");
    auto const visit = it(id).at("visits").at(0).at("id");
    EXPECT_EQ(adviser().del(of(id, "/visits/" + digits(visit))).status, 200);
    EXPECT_EQ(it(id).at("status"), "planned");
    EXPECT_EQ(adviser().post(of(id, "/cancellation"), bj::object{{"revision", 1}}).code(), "changed_meanwhile");
    EXPECT_EQ(adviser().post(of(id, "/cancellation"), bj::object{{"revision", it(id).at("revision")}}).status, 200);
    EXPECT_EQ(used().at("planned_days"), 0);
    EXPECT_EQ(visited(id, "2026-05-21").code(), "wrong_status");
}

TEST_F(EngagementsTest, APlanMayBeChangedWithinWhatIsLeft)
{
    auto const id = engaged(2);
    auto change = form(3);
    change["revision"] = 1;
    EXPECT_EQ(adviser().patch(of(id), change).status, 200) << "its own days do not stand in its way";
    change["planned_days"] = 4;
    change["revision"] = 2;
    EXPECT_EQ(adviser().patch(of(id), change).status, 422);
    EXPECT_EQ(visited(id, "2026-06-02").status, 422) << "to come";
    EXPECT_EQ(visited(id, "2026-03-31").status, 422) << "another fiscal year";
}
