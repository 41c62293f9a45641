#include "features/nominations/nominations_test_town.hpp"

using namespace nominations_test;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

std::vector<std::string> texts(bj::value const& list, char const* member)
{
    std::vector<std::string> all;
    for (auto const& each : list.as_array()) all.emplace_back(each.at(member).as_string());
    return all;
}

}  // namespace

TEST_F(NominationsTest, ASectionIsAskedWithItsTeamsADepartmentIsNotAndNobodyIsAskedWhereNobodyMayBeNamed)
{
    auto const id = draft();
    EXPECT_THAT(texts(board(id).at("sections"), "unit_name"), ElementsAre("情報課", "市民課", "税務課"));
    auto wanted = form();
    wanted["eligibility"] = "職位 <= 課長 and not 所属 within 税務課";
    EXPECT_THAT(texts(board(draft(wanted)).at("sections"), "unit_name"), ElementsAre("情報課", "市民課"));
}

TEST_F(NominationsTest, ARoundFollowsThePlanAndItsRuleIsARule)
{
    auto by_position = form("position");
    by_position["role"] = "R2";
    EXPECT_EQ(office.post("/nominations", by_position).body.at("problems").at(0).at("pointer"), "/route");
    EXPECT_EQ(office.post("/nominations", form("recommendation")).body.at("problems").at(0).at("pointer"), "/route");
    auto unknown = form();
    unknown["role"] = "R9";
    EXPECT_EQ(office.post("/nominations", unknown).body.at("problems").at(0).at("pointer"), "/role");
    auto no_rule = form();
    no_rule["eligibility"] = "職位 <= 大臣";
    EXPECT_EQ(office.post("/nominations", no_rule).body.at("problems").at(0).at("pointer"), "/eligibility");
    auto backwards = form();
    backwards["closes_on"] = "2026-05-01";
    EXPECT_EQ(office.post("/nominations", backwards).body.at("problems").at(0).at("pointer"), "/closes_on");
    EXPECT_EQ(town.as(Role::section_head).post("/nominations", form()).status, 403);
}

TEST_F(NominationsTest, TheHeadSeesLastYearsFirstThenWhoMayBeNamedAndOfTheOthersWhyNot)
{
    holds(ben, section, "2025-07-01", "2026-07-01");
    sql("UPDATE posting SET rank = '部長' WHERE staff_id = " + digits(anna.value));
    auto const id = opened();
    auto const sheet_body = head().get(sheet(id, section)).body;
    EXPECT_THAT(texts(sheet_body.at("candidates"), "name"), ElementsAre("石井 次郎", "上田 三郎", "課長 二郎", "青木 花子"));
    EXPECT_EQ(sheet_body.at("candidates").at(0).at("last").at("since"), "2025-07-01");
    auto const& why = sheet_body.at("candidates").at(3).at("against").at(0);
    EXPECT_THAT(std::string(why.at("ja").as_string()), HasSubstr("職位が課長以下"));
    EXPECT_FALSE(why.at("en").as_string().empty());
    EXPECT_TRUE(sheet_body.at("may_answer").as_bool());
    EXPECT_EQ(sheet_body.at("title").at("ja"), "令和8年度 DX推進リーダーの指名");
}

TEST_F(NominationsTest, TheHeadNamesAndNamesAnewUntilTheDeadlineThenOnlyTheOfficeMay)
{
    auto const id = opened();
    EXPECT_THAT(todos(head(), "nominate"), ElementsAre("令和8年度 DX推進リーダーの指名に回答する: 情報課、R8.6.15(月)まで"));
    auto const answered = head().put(sheet(id, section), named({anna}));
    ASSERT_EQ(answered.status, 200) << answered.bytes;
    EXPECT_TRUE(todos(head(), "nominate").empty());
    EXPECT_EQ(section_of(id, section).at("state"), "nominated");
    EXPECT_EQ(section_of(id, section).at("proxy"), false);

    ASSERT_EQ(head().put(sheet(id, section), named({ben}, 1)).status, 200);
    EXPECT_EQ(nominee(id, anna).at("status"), "withdrawn");
    EXPECT_EQ(nominee(id, ben).at("status"), "nominated");

    town.clock().set(*date_from_iso("2026-06-16"));
    office = town.as(Role::training_officer);
    auto const late = head().put(sheet(id, section), named({carl}, 2));
    EXPECT_EQ(late.code(), "wrong_status");
    EXPECT_THAT(late.bytes, HasSubstr("締切りを過ぎています"));
    EXPECT_THAT(late.bytes, HasSubstr("The deadline has passed"));
    ASSERT_EQ(office.put(sheet(id, section), named({carl}, 2)).status, 200);
    EXPECT_EQ(section_of(id, section).at("proxy"), true);
}

TEST_F(NominationsTest, TheLaterOfTwoTabsIsTold)
{
    auto const id = opened();
    ASSERT_EQ(head().put(sheet(id, section), named({anna})).status, 200);
    EXPECT_EQ(head().put(sheet(id, section), named({ben})).code(), "changed_meanwhile");
    EXPECT_EQ(nominee(id, anna).at("status"), "nominated");
}

TEST_F(NominationsTest, NobodyThisYearIsAnAnswerWhenItHasAReason)
{
    auto const id = opened();
    auto const without = head().put(sheet(id, section), nobody(""));
    EXPECT_EQ(without.body.at("problems").at(0).at("pointer"), "/reason");
    EXPECT_EQ(head().put(sheet(id, section), named({})).body.at("problems").at(0).at("pointer"), "/nominees");
    ASSERT_EQ(head().put(sheet(id, section), nobody("全員が産休・育休のため")).status, 200);
    auto const said = section_of(id, section);
    EXPECT_EQ(said.at("state"), "none");
    EXPECT_EQ(said.at("reason"), "全員が産休・育休のため");
    EXPECT_TRUE(todos(head(), "nominate").empty());
}

TEST_F(NominationsTest, WhoMayNotBeNamedIsRefusedByNameAndSoAreMoreThanTheQuota)
{
    sql("UPDATE posting SET rank = '部長' WHERE staff_id = " + digits(anna.value));
    auto const id = opened();
    auto const refused = head().put(sheet(id, section), named({anna, ben}));
    EXPECT_EQ(refused.code(), "invalid_input");
    EXPECT_THAT(texts(refused.body.at("problems"), "pointer"), ElementsAre("/nominees/0", "/nominees"));
    EXPECT_THAT(std::string(refused.body.at("problems").at(0).at("problem").as_string()), HasSubstr("青木 花子"));
    EXPECT_EQ(head().put(sheet(id, section), named({dora})).status, 404) << "stands in another section";

    bj::array const more{bj::object{{"unit", section.value}, {"asked", true}, {"quota", 2}}};
    ASSERT_EQ(office.put(round(id, "/sections"), bj::object{{"sections", more}}).status, 200);
    ASSERT_EQ(head().put(sheet(id, section), named({ben, carl})).status, 200);
    bj::array const fewer{bj::object{{"unit", section.value}, {"asked", true}, {"quota", 1}}};
    EXPECT_EQ(office.put(round(id, "/sections"), bj::object{{"sections", fewer}}).code(), "invalid_input");
}

TEST_F(NominationsTest, ASectionWithoutAHeadIsAnsweredForByTheHeadAbove)
{
    auto const id = opened();
    auto const asked = section_of(id, headless);
    EXPECT_EQ(asked.at("head").at("name"), "部長 一郎");
    EXPECT_TRUE(asked.at("head").at("stands_above").as_bool());
    EXPECT_THAT(todos(chief(), "nominate"), ElementsAre(HasSubstr("市民課")));
    ASSERT_EQ(chief().put(sheet(id, headless), named({dora})).status, 200);
    EXPECT_EQ(section_of(id, headless).at("proxy"), false) << "it is the one who was asked";

    sql("INSERT INTO leave_period (staff_id, kind, valid_from) VALUES (" + digits(boss.value) + ", '休職', '2026-05-01')");
    EXPECT_EQ(section_of(id, section).at("head").at("name"), "部長 一郎") << "a head on leave does not block";
    sql("DELETE FROM leave_period");
    sql("UPDATE posting SET is_head = 0");
    EXPECT_TRUE(section_of(id, section).at("head").is_null());
    ASSERT_EQ(office.put(sheet(id, section), named({anna})).status, 200) << "then the office answers";
}

TEST_F(NominationsTest, WhoHasNotAnsweredIsRemindedOnTheHomePageAndWhoHasIsNot)
{
    auto const id = opened();
    ASSERT_EQ(head().put(sheet(id, section), named({anna})).status, 200);
    auto const reminded = office.post(round(id, "/reminders"), bj::object{{"units", bj::array{}}});
    EXPECT_EQ(reminded.body.at("sections"), 2);
    EXPECT_THAT(todos(other_head(), "nominate"), ElementsAre(HasSubstr("督促")));
    EXPECT_EQ(section_of(id, taxes).at("reminded_times"), 1);
    EXPECT_EQ(section_of(id, section).at("reminded_times"), 0);
    EXPECT_EQ(office.post(round(draft(), "/reminders"), bj::object{{"units", bj::array{}}}).code(), "wrong_status");
}

TEST_F(NominationsTest, LastYearsNomineeWhoHasMovedIsShownInBothSections)
{
    holds(emil, section, "2025-07-01", "2026-07-01");
    auto const id = opened();
    auto const here = other_head().get(sheet(id, taxes)).body;
    EXPECT_EQ(here.at("candidates").at(0).at("name"), "小川 五郎");
    EXPECT_EQ(here.at("candidates").at(0).at("last").at("moved_from"), "情報課");
    auto const there = head().get(sheet(id, section)).body;
    EXPECT_THAT(texts(there.at("moved_away"), "name"), ElementsAre("小川 五郎"));
    EXPECT_EQ(there.at("moved_away").at(0).at("now_in"), "税務課");
}

TEST_F(NominationsTest, AnAnnouncedTransferIsToldAndOneThatIsNotOnlyToThoseWhoMayKnow)
{
    moves(anna, taxes, "2026-07-01", "2026-06-20");
    auto const id = opened();
    auto const move_of = [&](Client const& who) {
        auto const body = who.get(sheet(id, section)).body;
        for (auto const& each : body.at("candidates").as_array())
            if (each.at("staff") == anna.value) return each.at("move");
        return bj::value{};
    };
    EXPECT_TRUE(move_of(head()).is_null());
    EXPECT_EQ(move_of(office).at("unit_name"), "税務課");
    sql("UPDATE posting SET announced_on = '2026-05-25' WHERE effective_on = '2026-07-01'");
    EXPECT_EQ(move_of(head()).at("on"), "2026-07-01");
}

TEST_F(NominationsTest, WhoIsWithinATermGoesOnAndFillsTheQuotaAndAfterSoManyTermsIsNotNamedAgain)
{
    holds(anna, section, "2025-07-01", "2028-07-01");
    holds(ben, section, "2024-07-01", "2025-07-01");
    holds(ben, section, "2025-07-01", "2026-07-01");
    auto wanted = form();
    wanted["renewal"] = "continuing";
    wanted["max_terms"] = 2;
    auto const id = opened(wanted);
    EXPECT_EQ(section_of(id, section).at("state"), "filled");
    EXPECT_TRUE(todos(head(), "nominate").empty());
    auto const refused = head().put(sheet(id, section), named({anna, ben}));
    EXPECT_THAT(refused.bytes, HasSubstr("令和10年6月30日まで任期が続いています"));
    EXPECT_THAT(refused.bytes, HasSubstr("続けて2期務めました"));
    EXPECT_THAT(refused.bytes, HasSubstr("この所属の定員は1人です"));
}

TEST_F(NominationsTest, ARenamedSectionAnswersInItsNewName)
{
    auto const id = opened();
    auto const renamed = town.unit("デジタル課", department);
    sql("UPDATE org_unit SET valid_until = '2026-06-01', succeeded_by = " + digits(renamed.value) + " WHERE name = '情報課'");
    sql("UPDATE org_unit SET parent_id = " + digits(renamed.value) + " WHERE name = '企画係'");
    sql("UPDATE posting SET unit_id = " + digits(renamed.value) + " WHERE unit_id = " + digits(section.value));
    EXPECT_EQ(section_of(id, section).at("unit_name"), "デジタル課");
    EXPECT_EQ(head().put(sheet(id, section), named({anna})).status, 200);
}

TEST_F(NominationsTest, AHeadFindsTheOwnSectionsOnlyAColleagueNoneAndNobodyADraft)
{
    auto const id = opened();
    EXPECT_EQ(other_head().get(sheet(id, section)).status, 404);
    EXPECT_EQ(other_head().put(sheet(id, section), named({anna})).status, 404);
    EXPECT_EQ(town.staff("0010").get(sheet(id, section)).status, 403);
    EXPECT_TRUE(town.staff("0010").get("/nominations").body.at("rounds").as_array().empty());
    EXPECT_EQ(other_head().get("/nominations").body.at("rounds").at(0).at("sections").as_array().size(), 1u);
    EXPECT_EQ(chief().get("/nominations").body.at("rounds").at(0).at("sections").at(0).at("mine"), true);
    EXPECT_EQ(chief().get("/nominations").body.at("rounds").at(0).at("sections").as_array().size(), 3u);
    EXPECT_EQ(head().get(sheet(draft(), section)).status, 404);
    EXPECT_EQ(head().get(round(id)).status, 403);
}

TEST_F(NominationsTest, ARoundIsChangedUntilItIsOverAndCalledOffWithAReason)
{
    auto const id = draft();
    auto changed = form();
    changed["revision"] = 1;
    changed["per_section"] = 2;
    ASSERT_EQ(office.patch(round(id), changed).status, 200);
    EXPECT_EQ(section_of(id, section).at("quota"), 2);
    EXPECT_EQ(office.patch(round(id), changed).code(), "changed_meanwhile");
    ASSERT_EQ(office.post(round(id, "/opening")).status, 200);
    EXPECT_EQ(office.post(round(id, "/opening")).code(), "wrong_status");
    changed["revision"] = 3;
    changed["term_from"] = "2026-08-01";
    EXPECT_EQ(office.patch(round(id), changed).code(), "wrong_status") << "they were asked for another term";
    EXPECT_EQ(office.post(round(id, "/cancellation"), bj::object{{"reason", ""}}).status, 422);
    ASSERT_EQ(office.post(round(id, "/cancellation"), bj::object{{"reason", "計画の改定のため"}}).status, 200);
    EXPECT_TRUE(todos(head(), "nominate").empty());
    EXPECT_THAT(head().put(sheet(id, section), named({anna})).bytes, HasSubstr("取りやめになりました"));
}
