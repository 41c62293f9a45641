// A case from its first draft to the head's confirmation, as the team, the head and everybody else meet it.
#include "features/improvement/improvement_test_town.hpp"

using namespace improvement_test;

namespace {

struct CasesTest : ImprovementTest {};

}  // namespace

TEST_F(CasesTest, ADraftIsForTheTeamAndTheirHeadUntilItIsHandedIn)
{
    auto const id = added(staff(), form());
    auto const path = at("/cases/", id);
    EXPECT_EQ(staff("0020").get(path).status, 404);
    EXPECT_EQ(staff("0011").get(path).status, 404) << "a colleague who is not of the team";
    EXPECT_EQ(other_head().get(path).status, 404);
    EXPECT_EQ(head().get(path).status, 200);
    EXPECT_EQ(director_of_both().get(path).status, 200);
    EXPECT_EQ(staff("0020").get("/cases").body.at("total"), 0);
    ASSERT_EQ(hands_in(staff(), id).status, 200);
    auto const read = staff("0020").get(path);
    ASSERT_EQ(read.status, 200);
    EXPECT_EQ(read.body.at("problem").at("text"), "電話が**鳴り続ける**");
    EXPECT_EQ(read.body.at("problem").at("pieces").at(2).at("kind"), "strong");
    EXPECT_FALSE(read.body.at("may_edit").as_bool());
    EXPECT_EQ(staff("0020").put(path, change(form(), 2)).code(), "not_allowed");
}

TEST_F(CasesTest, ACaseSentTwiceOverABadLineIsKeptOnce)
{
    auto sent = form();
    sent["key"] = "8d0c2a52-one";
    auto const id = added(staff(), sent);
    EXPECT_EQ(added(staff(), sent), id);
    EXPECT_EQ(staff().get("/cases").body.at("total"), 1);
    sent["team"] = bj::array{bj::object{{"staff", ben.value}, {"part", ""}}};
    EXPECT_NE(added(staff("0011"), sent), id) << "a key is its sender's own";
    sent["key"] = "8d0c2a52-two";
    EXPECT_NE(added(staff(), sent), id);
}

TEST_F(CasesTest, TheStagesAreKeptWithDayAndName)
{
    auto const id = added(staff(), form());
    auto study = to("study");
    study["on"] = "2026-05-11";
    study["note"] = "情報課と検討";
    ASSERT_EQ(moves(staff(), id, study).status, 200);
    auto const moved = moves(staff(), id, to("action")).body;
    ASSERT_EQ(moved.at("moves").as_array().size(), 3u);
    EXPECT_EQ(moved.at("moves").at(0).at("stage"), "issue");
    EXPECT_EQ(moved.at("moves").at(1).at("on"), "2026-05-11");
    EXPECT_EQ(moved.at("moves").at(1).at("note"), "情報課と検討");
    EXPECT_FALSE(moved.at("moves").at(1).at("by").as_string().empty());
    EXPECT_EQ(moved.at("moves").at(2).at("on"), "2026-06-01");
    EXPECT_EQ(moves(staff(), id, to("action")).code(), "wrong_status");
    auto later = to("effect");
    later["on"] = "2026-06-02";
    EXPECT_EQ(moves(staff(), id, later).code(), "invalid_input");
    EXPECT_EQ(moves(head(), id, to("effect")).code(), "not_allowed");
}

TEST_F(CasesTest, TheHeadConfirmsWhatHasItsEffectAndTheFiguresStandFromThenOn)
{
    an_hour_costs(3'000);
    auto const id = added(staff(), form());
    ASSERT_EQ(hands_in(staff(), id).status, 200);
    EXPECT_EQ(confirm(head(), id).code(), "wrong_status") << "no effect yet";
    ASSERT_EQ(moves(staff(), id, to("effect")).status, 200);
    EXPECT_EQ(head().get("/cases?to_confirm=true").body.at("total"), 1);
    EXPECT_EQ(other_head().get("/cases?to_confirm=true").body.at("total"), 0);
    EXPECT_EQ(confirm(other_head(), id).code(), "not_allowed");
    auto const confirmed = confirm(head(), id, "お疲れさまでした");
    ASSERT_EQ(confirmed.status, 200) << confirmed.bytes;
    auto const& effect = confirmed.body.at("effect");
    EXPECT_EQ(effect.at("hours_before"), 200);
    EXPECT_EQ(effect.at("hours_after"), 40);
    EXPECT_EQ(effect.at("hours_saved"), 160);
    EXPECT_EQ(effect.at("yen_saved"), 480'000);
    EXPECT_EQ(effect.at("yen"), 430'000) << "the tool is paid";
    EXPECT_EQ(effect.at("hourly").at("source"), "令和7年度決算の人件費");

    an_hour_costs(9'000);
    auto const later = staff("0020").get(at("/cases/", id)).body;
    EXPECT_EQ(later.at("effect").at("hourly").at("yen"), 3'000);
    EXPECT_EQ(later.at("yen"), 430'000);
    EXPECT_EQ(staff().put(at("/cases/", id), change(form(), later.at("revision"))).code(), "wrong_status");
    EXPECT_EQ(staff().get("/cases/totals").body.at("all").at("yen"), 430'000);
}

TEST_F(CasesTest, TheHeadConfirmsTheFiguresThatWereReadAndNoOthers)
{
    auto const id = submitted(staff(), form());
    auto const read = head().get(at("/cases/", id)).body.at("revision");
    auto more = form();
    more["steps_before"] = bj::array{step("電話を受ける", 90, 1, 1200)};
    ASSERT_EQ(staff().put(at("/cases/", id), change(more, read)).status, 200);
    auto const answer = head().post(at("/cases/", id, "/confirmation"), bj::object{{"word", ""}, {"revision", read}});
    EXPECT_EQ(answer.code(), "changed_meanwhile");
    EXPECT_EQ(head().get(at("/cases/", id)).body.at("status"), "submitted");
}

TEST_F(CasesTest, WhatMovesACaseIsOfTheRevisionThatWasRead)
{
    auto const id = added(staff(), form());
    auto const read = staff().get(at("/cases/", id)).body.at("revision");
    auto const says = [&](Client const& by, char const* what, bj::object body) {
        body["revision"] = read;
        return by.post(at("/cases/", id, what), body).code();
    };
    ASSERT_EQ(moves(staff(), id, to("study")).status, 200);
    EXPECT_EQ(says(staff(), "/stage", to("action")), "changed_meanwhile") << "the stage has moved since";
    EXPECT_EQ(says(staff(), "/submission", {}), "changed_meanwhile");
    EXPECT_EQ(staff().get(at("/cases/", id)).body.at("status"), "draft");
    ASSERT_EQ(moves(staff(), id, to("effect")).status, 200);
    ASSERT_EQ(hands_in(staff(), id).status, 200);
    EXPECT_EQ(says(head(), "/return", {{"word", "直してください"}}), "changed_meanwhile");
    EXPECT_EQ(says(head(), "/confirmation", {{"word", ""}}), "changed_meanwhile");
    EXPECT_EQ(head().get(at("/cases/", id)).body.at("status"), "submitted");
    EXPECT_EQ(head().get(at("/cases/", id)).body.at("moves").as_array().size(), 3u);
    EXPECT_EQ(returns(head(), id, "直してください").status, 200);
}

TEST_F(CasesTest, TheAuditKeepsThatADraftWasWrittenAndNotItsWords)
{
    static db::Sql const kDetails{"SELECT detail FROM audit WHERE action LIKE 'improvement.case_%'"};
    auto const id = added(staff(), form());
    ASSERT_EQ(staff().put(at("/cases/", id), change(form(), 1)).status, 200);
    auto const details = town.read([](db::Tx& tx) { return tx.all<std::string>(kDetails); });
    ASSERT_EQ(details.size(), 2u);
    for (auto const& detail : details) EXPECT_EQ(detail.find("窓口"), std::string::npos) << detail;
}

TEST_F(CasesTest, WhatASkillIsClaimedByIsNotReturned)
{
    auto const id = confirmed();
    auto const claim = staff().post("/practice/claims", bj::object{{"kind", "improvement_case"},
                                                                   {"id", id},
                                                                   {"title", ""},
                                                                   {"on", nullptr},
                                                                   {"skills", bj::array{"BPR"}},
                                                                   {"note", ""}});
    ASSERT_EQ(claim.status, 201) << claim.bytes;
    EXPECT_EQ(returns(head(), id, "直してください").code(), "in_use");
    ASSERT_EQ(staff().del(at("/practice/claims/", claim.body.at("claims").at(0).at("id"))).status, 200);
    EXPECT_EQ(returns(head(), id, "直してください").status, 200);
}

TEST_F(CasesTest, WhatANewsletterHasToldIsNotReturned)
{
    auto const id = confirmed();
    town.write([&](db::Tx& tx) {
        tx.script(
            "INSERT INTO newsletter (id, title, opening, closing, from_on, until_on, items, status, created_at) VALUES "
            "(1, '第1号', '', '', '2026-05-01', '2026-05-31', '[]', 'published', '2026-06-01T00:00:00Z')");
        tx.script("INSERT INTO newsletter_source (newsletter_id, kind, subject) VALUES (1, 'improvement_case', " +
                  std::to_string(id.as_int64()) + ")");
        return true;
    });
    EXPECT_EQ(returns(head(), id, "直してください").code(), "in_use");
}

TEST_F(CasesTest, NobodyConfirmsACaseOfTheirOwnTeam)
{
    auto with_head = form();
    with_head["team"].as_array().push_back(bj::object{{"staff", boss.value}, {"part", "監修"}});
    auto const id = submitted(staff(), with_head);
    EXPECT_EQ(confirm(head(), id).code(), "not_allowed");
    EXPECT_EQ(head().get("/cases?to_confirm=true").body.at("total"), 0);
    EXPECT_EQ(confirm(director_of_both(), id).status, 200);
}

TEST_F(CasesTest, ReturnedItIsForTheTeamAgainWithTheHeadsWord)
{
    auto const id = confirmed();
    EXPECT_EQ(staff().get("/cases/totals").body.at("all").at("confirmed"), 1);
    auto const returned = returns(head(), id, "回数を確かめてください");
    ASSERT_EQ(returned.status, 200) << returned.bytes;
    EXPECT_EQ(returned.body.at("decided_why"), "回数を確かめてください");
    EXPECT_TRUE(returned.body.at("effect").at("frozen_at").is_null());
    EXPECT_EQ(staff("0020").get(at("/cases/", id)).status, 404);
    EXPECT_EQ(staff().get("/cases/totals").body.at("all").at("cases"), 0);
    auto again = form();
    again["steps_after"] = bj::array{step("予約を確かめる", 2, 1, 600)};
    auto const changed = staff().put(at("/cases/", id), change(again, returned.body.at("revision")));
    ASSERT_EQ(changed.status, 200) << changed.bytes;
    EXPECT_EQ(changed.body.at("hours"), 180);
    EXPECT_EQ(hands_in(staff(), id).body.at("status"), "submitted");
}

TEST_F(CasesTest, TheSecondOfTwoWhoEditIsToldAndLosesNothing)
{
    auto shared = form();
    shared["team"].as_array().push_back(bj::object{{"staff", ben.value}, {"part", ""}});
    auto const id = added(staff(), shared);
    auto const revision = staff().get(at("/cases/", id)).body.at("revision");
    auto mine = shared;
    mine["title"] = "窓口の予約と案内";
    EXPECT_EQ(staff().put(at("/cases/", id), change(mine, revision)).status, 200);
    auto his = shared;
    his["done"] = "別の書き方";
    EXPECT_EQ(staff("0011").put(at("/cases/", id), change(his, revision)).code(), "changed_meanwhile");
    EXPECT_EQ(staff("0011").get(at("/cases/", id)).body.at("title"), "窓口の予約と案内");
}

TEST_F(CasesTest, ACaseBelongsToASectionOfItsTeam)
{
    auto elsewhere = form();
    elsewhere["unit"] = other.value;
    EXPECT_EQ(staff().post("/cases", elsewhere).code(), "invalid_input");
    elsewhere["team"].as_array().push_back(bj::object{{"staff", dora.value}, {"part", ""}});
    EXPECT_EQ(staff().post("/cases", elsewhere).status, 201);
    auto twice = form();
    twice["team"].as_array().push_back(bj::object{{"staff", anna.value}, {"part", ""}});
    EXPECT_EQ(staff().post("/cases", twice).code(), "invalid_input");
    auto nobody = form();
    nobody["team"] = bj::array{bj::object{{"staff", ben.value}, {"part", ""}}};
    auto const made = staff().post("/cases", nobody);
    ASSERT_EQ(made.status, 201) << made.bytes;
    EXPECT_EQ(made.body.at("team").as_array().size(), 2u) << "whoever writes it is of the team";
    EXPECT_EQ(office.post("/cases", form()).code(), "not_allowed") << "nobody of the roster";
}

TEST_F(CasesTest, ADraftCanBeDroppedWhatEverybodyReadsCannot)
{
    auto const id = added(staff(), form());
    EXPECT_EQ(head().del(at("/cases/", id)).code(), "not_allowed");
    EXPECT_EQ(staff().del(at("/cases/", id)).status, 200);
    EXPECT_EQ(staff().get(at("/cases/", id)).status, 404);
    EXPECT_EQ(staff().del(at("/cases/", submitted(staff(), form()))).code(), "wrong_status");
}

TEST_F(CasesTest, WhatTheFreedHoursWereUsedForIsToldAfterwards)
{
    auto const id = confirmed();
    auto const read = staff().get(at("/cases/", id)).body.at("revision");
    auto const told =
        staff().put(at("/cases/", id, "/hours-used-for"), bj::object{{"text", "戸別訪問に使った"}, {"revision", read}});
    ASSERT_EQ(told.status, 200) << told.bytes;
    EXPECT_EQ(told.body.at("hours_used_for").at("text"), "戸別訪問に使った");
    EXPECT_EQ(told.body.at("status"), "confirmed");
    auto const stale = bj::object{{"text", "別の人の言葉"}, {"revision", read}};
    EXPECT_EQ(staff().put(at("/cases/", id, "/hours-used-for"), stale).code(), "changed_meanwhile");
    EXPECT_EQ(staff("0020").put(at("/cases/", id, "/hours-used-for"), bj::object{{"text", "x"}, {"revision", 4}}).code(),
              "not_allowed");
}

TEST_F(CasesTest, ListsAreNarrowedByWhatPeopleLookFor)
{
    auto const first = confirmed();
    auto second = form("ＲＰＡで転記をなくす");
    second["axes"] = bj::array{"administration"};
    second["tool_costs"] = bj::array{bj::object{{"name", "RPA"}, {"yen", 0}}};
    second["steps_after"] = bj::array{};
    submitted(staff(), second);
    auto const total = [&](std::string const& filter) {
        return staff("0020").get("/cases?" + filter).body.at("total").as_int64();
    };
    EXPECT_EQ(total(""), 2);
    EXPECT_EQ(total("q=rpa"), 1) << "half and full width are the same";
    EXPECT_EQ(total("q=%E7%AA%93%E5%8F%A3%20%E9%9B%BB%E8%A9%B1"), 1) << "every word, wherever it stands";
    EXPECT_EQ(total("q=%25"), 0) << "a sign of the database is no sign here";
    EXPECT_EQ(total("axis=administration"), 1);
    EXPECT_EQ(total("tool=RPA"), 1);
    EXPECT_EQ(total("stage=effect&status=confirmed"), 1);
    EXPECT_EQ(total("fiscal_year=2025"), 0);
    EXPECT_EQ(total("mine=true"), 0);
    EXPECT_EQ(total("unit=" + std::to_string(department.value)), 2) << "the unit and what is below it";
    EXPECT_EQ(total("unit=" + std::to_string(other.value)), 0);
    EXPECT_EQ(staff("0020").get("/cases").body.at("tools").as_array().size(), 2u);
    auto const sums = staff("0020").get("/cases/totals").body;
    EXPECT_EQ(sums.at("all").at("cases"), 2);
    EXPECT_EQ(sums.at("all").at("hours"), 160) << "of what is confirmed";
    EXPECT_EQ(sums.at("units").at(0).at("unit_name"), "情報課");
    EXPECT_EQ(sums.at("stages").at(3).at("cases"), 2);
    EXPECT_EQ(sums.at("axes").at(1).at("cases"), 1);
}

TEST_F(CasesTest, TheFileSaysHowItWasCountedAndNamesNobody)
{
    an_hour_costs(3'000);
    confirmed();
    added(staff(), form("まだ下書き"));
    auto const file = staff("0020").get("/exports/cases?format=csv");
    ASSERT_EQ(file.status, 200);
    EXPECT_NE(file.bytes.find("窓口の予約をオンラインに"), std::string::npos);
    EXPECT_NE(file.bytes.find("430000"), std::string::npos) << file.bytes;
    EXPECT_EQ(file.bytes.find("まだ下書き"), std::string::npos);
    EXPECT_EQ(file.bytes.find("青木"), std::string::npos);
    EXPECT_EQ(staff().get("/exports/cases?format=xlsx_pretty").status, 200);
}

TEST_F(CasesTest, AFlowIsCountedWhileItIsTyped)
{
    an_hour_costs(3'000);
    auto const effect = staff().post("/cases/effect", bj::object{{"steps_before", bj::array{step("転記", 2.5, 2, 120)}},
                                                                 {"steps_after", bj::array{}},
                                                                 {"tool_costs", bj::array{}}});
    ASSERT_EQ(effect.status, 200) << effect.bytes;
    EXPECT_EQ(effect.body.at("hours_saved"), 10);
    EXPECT_EQ(effect.body.at("yen"), 30'000);
}

TEST_F(CasesTest, WhoTookPartMayClaimASkillOnceTheHeadHasConfirmed)
{
    auto const id = submitted(staff(), form());
    auto const claim = [&](Client const& who) {
        return who.post("/practice/claims", bj::object{{"kind", "improvement_case"},
                                                       {"id", id},
                                                       {"title", ""},
                                                       {"on", nullptr},
                                                       {"skills", bj::array{"BPR"}},
                                                       {"note", ""}});
    };
    EXPECT_EQ(claim(staff()).status, 404) << "not confirmed yet";
    ASSERT_EQ(confirm(head(), id).status, 200);
    EXPECT_EQ(claim(staff("0011")).status, 404) << "took no part";
    auto const made = claim(staff());
    ASSERT_EQ(made.status, 201) << made.bytes;
    auto const claimed = made.body.at("claims").at(0);
    EXPECT_EQ(claimed.at("url").as_string(), at("/improvement/", id));
    ASSERT_EQ(head().post(at("/practice/claims/", claimed.at("id"), "/confirmation"), bj::object{{"word", ""}}).status, 200);
    auto const skills = staff().get("/staff/" + std::to_string(anna.value) + "/skills").body;
    auto const& evidence = skills.at("rows").at(0).at("evidence").at(0);
    EXPECT_EQ(evidence.at("source"), "窓口の予約をオンラインに");
    EXPECT_EQ(evidence.at("url").as_string(), at("/improvement/", id)) << "the evidence leads back to the case";
    EXPECT_EQ(staff().get(at("/cases/", id)).body.at("claims").at(0).at("status"), "confirmed");
}
