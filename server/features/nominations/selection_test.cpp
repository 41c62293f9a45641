#include "features/nominations/nominations_test_town.hpp"

using namespace nominations_test;
using testing::ElementsAre;
using testing::HasSubstr;

TEST_F(NominationsTest, TheDecisionAppointsTheSelectedWithTermRouteAndBasis)
{
    auto const id = opened();
    ASSERT_EQ(head().put(sheet(id, section), named({anna})).status, 200);
    ASSERT_EQ(judge(id, {anna}, "selected").status, 200);
    auto const decided = decide(id);
    ASSERT_EQ(decided.status, 200) << decided.bytes;
    EXPECT_EQ(decided.body.at("appointed"), 1);
    auto const held = appointments(anna);
    ASSERT_EQ(held.size(), 1u);
    EXPECT_EQ(held[0].at("role"), "R1");
    EXPECT_EQ(held[0].at("route"), "nomination");
    EXPECT_EQ(held[0].at("unit_name"), "情報課");
    EXPECT_EQ(held[0].at("valid_from"), "2026-07-01");
    EXPECT_EQ(held[0].at("valid_until"), "2027-04-01");
    EXPECT_EQ(held[0].at("basis_no"), "8情政第12号");
    EXPECT_EQ(held[0].at("basis_on"), "2026-06-01");
    EXPECT_EQ(nominee(id, anna).at("status"), "appointed");
    EXPECT_EQ(board(id).at("round").at("status"), "decided");
    EXPECT_EQ(decide(id).code(), "wrong_status") << "nobody is appointed twice";
}

TEST_F(NominationsTest, NobodyIsForgottenTheDecisionWaitsUntilEverybodyIsJudged)
{
    auto wanted = form();
    wanted["per_section"] = 0;
    auto const id = opened(wanted);
    ASSERT_EQ(head().put(sheet(id, section), named({anna, ben, carl})).status, 200);
    ASSERT_EQ(judge(id, {anna}, "selected").status, 200);
    auto const early = decide(id);
    EXPECT_EQ(early.code(), "wrong_status");
    EXPECT_THAT(early.bytes, HasSubstr("まだ選考していない人が2人います"));
    EXPECT_THAT(early.bytes, HasSubstr("2 still wait for a judgement"));
    EXPECT_EQ(judge(id, {ben, carl}, "not_selected").body.at("problems").at(0).at("pointer"), "/reason");
    EXPECT_EQ(judge(id, {ben}, "appointed").body.at("problems").at(0).at("pointer"), "/outcome");
    ASSERT_EQ(judge(id, {ben, carl}, "not_selected", "人数の都合").status, 200);
    EXPECT_EQ(nominee(id, ben).at("decision_reason"), "人数の都合");
    EXPECT_THAT(head().put(sheet(id, section), named({ben}, 1)).bytes, HasSubstr("選考が始まった"));
    EXPECT_EQ(decide(id).body.at("appointed"), 1);
    EXPECT_TRUE(appointments(ben).empty());
}

TEST_F(NominationsTest, ARefusalOrAWithdrawalIsNotUndoneByTheSelection)
{
    auto const id = opened();
    ASSERT_EQ(head().put(sheet(id, section), named({anna})).status, 200);
    ASSERT_EQ(head().put(sheet(id, section), named({ben}, 1)).status, 200);
    EXPECT_EQ(nominee(id, anna).at("status"), "withdrawn");
    EXPECT_EQ(judge(id, {anna}, "nominated").code(), "wrong_status");
    EXPECT_EQ(judge(id, {anna}, "selected").code(), "wrong_status");
    EXPECT_EQ(nominee(id, anna).at("status"), "withdrawn");
    ASSERT_EQ(judge(id, {ben}, "selected").status, 200);
    EXPECT_EQ(judge(id, {ben}, "nominated").status, 200) << "the office thinks again";
}

TEST_F(NominationsTest, WhatTheOfficeThinksIsToldWithTheDecision)
{
    auto const id = opened();
    ASSERT_EQ(head().put(sheet(id, section), named({anna})).status, 200);
    ASSERT_EQ(judge(id, {anna}, "not_selected", "経験が足りない").status, 200);
    auto const shown = head().get(sheet(id, section));
    ASSERT_EQ(shown.status, 200);
    EXPECT_THAT(shown.bytes, testing::Not(HasSubstr("経験が足りない")));
    EXPECT_THAT(shown.bytes, testing::Not(HasSubstr("not_selected")));
    ASSERT_EQ(decide(id).status, 200);
    EXPECT_THAT(head().get(sheet(id, section)).bytes, HasSubstr("経験が足りない"));
}

TEST_F(NominationsTest, WhatWasSelectedMeanwhileIsSeenBeforeItIsDecided)
{
    auto const id = opened();
    ASSERT_EQ(head().put(sheet(id, section), named({anna})).status, 200);
    bj::object const seen{{"revision", board(id).at("round").at("revision")}, {"basis_no", "1"}, {"basis_on", "2026-06-01"}};
    ASSERT_EQ(judge(id, {anna}, "selected").status, 200);
    EXPECT_EQ(office.post(round(id, "/decision"), seen).code(), "changed_meanwhile");
    EXPECT_TRUE(appointments(anna).empty());
}

TEST_F(NominationsTest, AnOfficerOfOneSectionHasNoPartInTheCitysRound)
{
    auto const id = opened();
    auto const scoped = town.staff("0030", Role::training_officer, section);
    EXPECT_EQ(scoped.get(round(id)).status, 403);
    EXPECT_EQ(scoped.post(round(id, "/cancellation"), bj::object{{"reason", "中止"}}).status, 403);
    EXPECT_EQ(
        scoped.post(round(id, "/selection"), bj::object{{"nominees", bj::array{1}}, {"outcome", "selected"}, {"reason", ""}})
            .status,
        403);
    EXPECT_EQ(scoped.post("/nominations", form()).status, 403);
}

TEST_F(NominationsTest, AReserveMovesUpAfterTheDecisionOnADecisionOfTheirOwn)
{
    auto wanted = form();
    wanted["per_section"] = 0;
    auto const id = opened(wanted);
    ASSERT_EQ(head().put(sheet(id, section), named({anna, ben, carl})).status, 200);
    ASSERT_EQ(judge(id, {anna}, "selected").status, 200);
    ASSERT_EQ(judge(id, {ben}, "reserve").status, 200);
    ASSERT_EQ(judge(id, {carl}, "not_selected", "人数の都合").status, 200);
    ASSERT_EQ(decide(id).status, 200);
    EXPECT_EQ(judge(id, {carl}, "selected").code(), "wrong_status");
    EXPECT_EQ(judge(id, {anna}, "not_selected", "辞退").code(), "wrong_status");
    ASSERT_EQ(judge(id, {ben}, "selected").status, 200);
    ASSERT_EQ(decide(id, "8情政第40号").body.at("appointed"), 1);
    EXPECT_EQ(appointments(ben).at(0).at("basis_no"), "8情政第40号");
    EXPECT_EQ(board(id).at("round").at("basis_no"), "8情政第12号") << "the round keeps its own";
}

TEST_F(NominationsTest, InAYearlyRoundWhoIsNotNamedAgainLeavesTheRoleAndWhoIsBeginsAnew)
{
    holds(anna, section, "2025-04-01");
    holds(dora, headless, "2025-04-01");
    auto const id = opened();
    ASSERT_EQ(head().put(sheet(id, section), named({anna})).status, 200);
    ASSERT_EQ(judge(id, {anna}, "selected").status, 200);
    auto const ending = board(id).at("ending").as_array();
    ASSERT_EQ(ending.size(), 2u) << "said before it is done";
    ASSERT_EQ(decide(id).body.at("ended"), 2);
    EXPECT_EQ(appointments(dora).at(0).at("valid_until"), "2026-07-01");
    auto const of_anna = appointments(anna);
    ASSERT_EQ(of_anna.size(), 2u);
    EXPECT_EQ(of_anna[0].at("valid_from"), "2026-07-01");
    EXPECT_EQ(of_anna[1].at("valid_until"), "2026-07-01");
}

TEST_F(NominationsTest, WhereTermsGoOnOnlyATransferEndsThemUnlessTheRoleSurvivesIt)
{
    holds(anna, section, "2025-04-01", "2028-04-01");
    holds(emil, section, "2025-04-01", "2028-04-01");  // stands in 税務課 now
    auto wanted = form();
    wanted["renewal"] = "continuing";
    auto const strict = opened(wanted);
    ASSERT_EQ(board(strict).at("ending").as_array().size(), 1u);
    EXPECT_EQ(board(strict).at("ending").at(0).at("name"), "小川 五郎");
    EXPECT_TRUE(board(strict).at("ending").at(0).at("moved").as_bool());
    wanted["survives_transfer"] = true;
    EXPECT_TRUE(board(opened(wanted)).at("ending").as_array().empty());
    ASSERT_EQ(decide(strict).body.at("ended"), 1);
    EXPECT_EQ(appointments(emil).at(0).at("valid_until"), "2026-07-01");
    EXPECT_EQ(appointments(anna).at(0).at("valid_until"), "2028-04-01");
}

TEST_F(NominationsTest, WhoCannotBeAppointedAnyMoreIsNamedAndThenNobodyIs)
{
    auto const id = opened();
    ASSERT_EQ(head().put(sheet(id, section), named({anna})).status, 200);
    ASSERT_EQ(other_head().put(sheet(id, taxes), named({emil})).status, 200);
    ASSERT_EQ(judge(id, {anna, emil}, "selected").status, 200);
    sql("UPDATE staff SET left_on = '2026-07-01' WHERE id = " + digits(emil.value));
    auto const refused = decide(id);
    EXPECT_EQ(refused.code(), "invalid_input");
    EXPECT_THAT(refused.bytes, HasSubstr("小川 五郎(0030): 任期の始まりに在職していません"));
    EXPECT_TRUE(appointments(anna).empty());
    EXPECT_EQ(board(id).at("round").at("status"), "open");
}

TEST_F(NominationsTest, InAnOpenCallAPersonAppliesTheHeadConsentsAndTheOfficeSelects)
{
    auto const id = opened(form("open_call"));
    auto const anna_ = town.staff("0010");
    EXPECT_TRUE(anna_.get("/nominations").body.at("rounds").at(0).at("may_apply").as_bool());
    auto const applied = anna_.post(round(id, "/applications"), bj::object{{"reason", "窓口の手続を見直したい"}});
    ASSERT_EQ(applied.status, 201) << applied.bytes;
    EXPECT_EQ(anna_.post(round(id, "/applications"), bj::object{{"reason", "もう一度"}}).code(), "wrong_status");
    EXPECT_EQ(judge(id, {anna}, "selected").code(), "wrong_status") << "the head has not spoken";
    EXPECT_THAT(todos(head(), "consent_application"), testing::SizeIs(1));

    auto const consent = "/nominees/" + digits(nominee(id, anna).at("id").as_int64()) + "/consent";
    EXPECT_EQ(other_head().post(consent, bj::object{{"consents", true}, {"reason", ""}}).status, 404);
    EXPECT_EQ(head().post(consent, bj::object{{"consents", false}, {"reason", " "}}).body.at("problems").at(0).at("pointer"),
              "/reason");
    ASSERT_EQ(head().post(consent, bj::object{{"consents", true}, {"reason", "課として支える"}}).status, 200);
    EXPECT_TRUE(todos(head(), "consent_application").empty());
    EXPECT_EQ(nominee(id, anna).at("head_reason"), "課として支える");
    ASSERT_EQ(judge(id, {anna}, "selected").status, 200);
    EXPECT_EQ(anna_.get("/nominations").body.at("rounds").at(0).at("mine").at("status"), "nominated")
        << "the judgement is told with the decision";
    ASSERT_EQ(decide(id).status, 200);
    EXPECT_EQ(anna_.get("/nominations").body.at("rounds").at(0).at("mine").at("status"), "appointed");
    EXPECT_EQ(appointments(anna).at(0).at("route"), "open_call");
}

TEST_F(NominationsTest, AnApplicationIsTakenBackUntilItIsJudgedAndRefusedWhenTheRuleIsAgainstIt)
{
    auto const id = opened(form("open_call"));
    auto const refused = chief().post(round(id, "/applications"), bj::object{{"reason", "やりたい"}});
    EXPECT_EQ(refused.code(), "invalid_input");
    EXPECT_THAT(refused.bytes, HasSubstr("職位が課長以下"));
    auto const anna_ = town.staff("0010");
    ASSERT_EQ(anna_.post(round(id, "/applications"), bj::object{{"reason", "学びたい"}}).status, 201);
    ASSERT_EQ(anna_.post(round(id, "/withdrawal")).status, 200);
    ASSERT_EQ(anna_.post(round(id, "/applications"), bj::object{{"reason", "やはり学びたい"}}).status, 201);
    EXPECT_EQ(nominee(id, anna).at("reason"), "やはり学びたい");
    EXPECT_EQ(head().put(sheet(id, section), named({ben})).status, 404) << "nobody is asked in an open call";
    auto const own = head();
    ASSERT_EQ(own.post(round(id, "/applications"), bj::object{{"reason", "自分も"}}).status, 201);
    auto const consent = "/nominees/" + digits(nominee(id, boss).at("id").as_int64()) + "/consent";
    EXPECT_EQ(own.post(consent, bj::object{{"consents", true}, {"reason", ""}}).code(), "not_allowed");
    EXPECT_EQ(chief().post(consent, bj::object{{"consents", true}, {"reason", ""}}).status, 200);
}

TEST_F(NominationsTest, ANoticeIsReadByThePersonTheHeadAndTheOfficeAfterTheDecision)
{
    auto wanted = form();
    wanted["per_section"] = 0;
    auto const id = opened(wanted);
    ASSERT_EQ(head().put(sheet(id, section), named({anna, ben})).status, 200);
    ASSERT_EQ(judge(id, {anna}, "selected").status, 200);
    ASSERT_EQ(judge(id, {ben}, "not_selected", "人数の都合").status, 200);
    EXPECT_EQ(office.get(round(id, "/notices")).status, 404);
    EXPECT_TRUE(town.staff("0010").get("/nominations").body.at("rounds").as_array().empty()) << "not told before";
    ASSERT_EQ(decide(id).status, 200);

    EXPECT_EQ(office.get(round(id, "/notices")).body.at("notices").as_array().size(), 2u);
    EXPECT_EQ(head().get(round(id, "/notices")).body.at("notices").as_array().size(), 2u);
    EXPECT_EQ(other_head().get(round(id, "/notices")).status, 404);
    auto const own = town.staff("0010").get(round(id, "/notices")).body.at("notices").as_array();
    ASSERT_EQ(own.size(), 1u);
    EXPECT_EQ(own[0].at("basis_no"), "8情政第12号");
    EXPECT_EQ(town.staff("0011").get(round(id, "/notices")).status, 404) << "did not know of being named";
}

TEST_F(NominationsTest, WhatTheOfficeStillHasToDoStandsOnItsHomePageAfterTheDeadline)
{
    auto const id = opened();
    ASSERT_EQ(head().put(sheet(id, section), named({anna})).status, 200);
    EXPECT_TRUE(todos(office, "no_section_leader").empty());
    town.clock().set(*date_from_iso("2026-06-16"));
    office = town.as(Role::training_officer);
    EXPECT_THAT(todos(office, "no_section_leader"), ElementsAre(HasSubstr("2件")));
    EXPECT_THAT(todos(office, "select_nominees"), ElementsAre(HasSubstr("1件")));
}

TEST_F(NominationsTest, EveryStepIsInTheAudit)
{
    auto const id = opened();
    office.post(round(id, "/reminders"), bj::object{{"units", bj::array{}}});
    head().put(sheet(id, section), named({anna}));
    judge(id, {anna}, "selected");
    decide(id);
    auto const call = opened(form("open_call"));
    town.staff("0011").post(round(call, "/applications"), bj::object{{"reason", "学びたい"}});
    head().post("/nominees/" + digits(nominee(call, ben).at("id").as_int64()) + "/consent",
                bj::object{{"consents", true}, {"reason", ""}});
    town.staff("0011").post(round(call, "/withdrawal"));
    office.post(round(call, "/cancellation"), bj::object{{"reason", "応募なし"}});
    static db::Sql const kActions{
        "SELECT action FROM audit WHERE action LIKE 'nominations.%' OR action LIKE 'people.appoint%' ORDER BY seq"};
    EXPECT_THAT(town.read([](db::Tx& tx) { return tx.all<std::string>(kActions); }),
                ElementsAre("nominations.round_added", "nominations.round_opened", "nominations.reminded", "nominations.answered",
                            "nominations.selected", "people.appointed", "nominations.decided", "nominations.round_added",
                            "nominations.round_opened", "nominations.applied", "nominations.consented", "nominations.withdrawn",
                            "nominations.round_cancelled"));
}
