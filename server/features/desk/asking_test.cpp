// Asking, and to whom it goes.
#include "features/desk/desk_test_town.hpp"

using namespace desk_test;

namespace {
struct AskingTest : DeskTest {};
}  // namespace

TEST_F(AskingTest, AConsultationGoesToTheSubjectsOwnerAndSaysUntilWhenItIsAnswered)
{
    auto const id = asked();
    auto const it = seen(asker(), id);
    EXPECT_EQ(it.at("no"), "2026-0001");
    EXPECT_EQ(it.at("owner").at("name"), "安藤 明子");
    EXPECT_EQ(it.at("asker").at("unit_name"), "市民課");
    EXPECT_EQ(it.at("status"), "open");
    EXPECT_EQ(it.at("stage"), "reception");
    EXPECT_EQ(it.at("due_on"), "2026-06-04") << "three working days after Monday";
    EXPECT_EQ(it.at("working_days_left"), 3);
    EXPECT_EQ(it.at("trouble_pieces").as_array().size() > 1, true) << "its Markdown is shown";
    EXPECT_EQ(it.at("steps").at(1).at("routed_by"), "owner");
    EXPECT_EQ(seen(asked()).at("no"), "2026-0002");
}

TEST_F(AskingTest, TheFirstAnswerIsDueOnAWorkingDayAcrossTheNewYear)
{
    on("2026-12-28");
    auto const id = asked();
    EXPECT_EQ(seen(id).at("due_on"), "2027-01-06") << "4, 5 and 6 January: 29 December to 3 January are closed";
    EXPECT_EQ(seen(id).at("working_days_left"), 3);
    on("2027-01-07");
    EXPECT_EQ(seen(id).at("overdue"), true);
    EXPECT_EQ(seen(id).at("working_days_left"), -1);
}

TEST_F(AskingTest, WithTheOwnerOnLeaveItGoesToTheDeputyAndTheHistorySaysSo)
{
    on_leave(ada);
    auto const id = asked();
    auto const it = seen(deputy(), id);
    EXPECT_EQ(it.at("owner").at("name"), "馬場 武");
    EXPECT_EQ(it.at("steps").at(1).at("kind"), "routed");
    EXPECT_EQ(it.at("steps").at(1).at("routed_by"), "deputy") << "in no language: the page has the words";
    EXPECT_EQ(it.at("steps").at(1).at("to"), "馬場 武");
    EXPECT_EQ(it.at("steps").at(1).at("note"), "");
    EXPECT_EQ(it.at("steps").at(1).at("by"), "") << "by the desk's own rule";
}

TEST_F(AskingTest, WithNobodyThereItWaitsWithoutAnOwnerAndTheDeskSeesIt)
{
    on_leave(ada);
    on_leave(bob);
    auto const id = asked();
    EXPECT_TRUE(seen(office, id).at("owner").is_null());
    EXPECT_EQ(seen(office, id).at("steps").at(1).at("routed_by"), "nobody");
    EXPECT_EQ(office.get("/desk/board").body.at("without_owner"), 1);
    EXPECT_EQ(office.get("/desk/hand-over").body.at("without_owner").at(0).at("id"), id);
    EXPECT_EQ(office.get("/desk").body.at("waiting").at("without_owner"), 1);
}

TEST_F(AskingTest, OfTwoOwnersItGoesToTheOneOnWhomLessRests)
{
    auto const two = add_subject("データ活用", {ada, carl});
    asked();  // rests on ada
    auto wanted = question();
    wanted["subject"] = two;
    EXPECT_EQ(seen(asked(wanted)).at("owner").at("name"), "千葉 直樹");
}

TEST_F(AskingTest, NobodyIsMadeToAnswerTheirOwnQuestion)
{
    auto const id = asked(adviser(), question());
    EXPECT_EQ(seen(adviser(), id).at("owner").at("name"), "馬場 武");
    EXPECT_EQ(seen(adviser(), id).at("may").at("guide"), false);
}

TEST_F(AskingTest, TheLoadOfEveryAdviserIsShownBeforeAnybodyIsAsked)
{
    asked();
    auto const page = asker().get("/desk");
    ASSERT_EQ(page.status, 200) << page.bytes;
    auto const& shown = page.body.at("subjects").at(0);
    EXPECT_EQ(shown.at("advisers").at(0).at("name"), "安藤 明子");
    EXPECT_EQ(shown.at("advisers").at(0).at("open"), 1);
    EXPECT_EQ(shown.at("advisers").at(1).at("deputy"), true);
    EXPECT_EQ(page.body.at("mine").as_array().size(), 1U);
    EXPECT_EQ(page.body.at("may_ask"), true);
    EXPECT_EQ(page.body.at("is_desk"), false);
    EXPECT_EQ(adviser().get("/desk").body.at("is_desk"), true);
    EXPECT_EQ(adviser().get("/desk").body.at("waiting").at("to_answer"), 1);
}

TEST_F(AskingTest, WhatIsMissingOrPastIsRefusedByItsPlace)
{
    auto const refused = [&](char const* member, bj::value const& value) {
        auto wanted = question();
        wanted[member] = value;
        auto const answer = asker().post("/consultations", wanted);
        EXPECT_EQ(answer.status, 422) << answer.bytes;
        EXPECT_EQ(answer.body.at("problems").at(0).at("pointer").as_string(), "/" + std::string(member));
    };
    refused("title", "");
    refused("trouble", "");
    refused("trouble", bj::value(std::string(20001, 'x')));
    refused("wished_on", "2026-05-29");
    refused("subject", 999);
    auto const stored = town.read([](db::Tx& tx) {
        static db::Sql const kCount{"SELECT count(*) FROM consultation"};
        return tx.one<std::int64_t>(kCount);
    });
    EXPECT_EQ(stored, 0);
}

TEST_F(AskingTest, AClosedSubjectTakesNothingAndIsNotOffered)
{
    auto form = subject_form("業務の電子化", {ada}, {bob});
    form["closed"] = true;
    form["revision"] = 1;
    ASSERT_EQ(office.patch("/desk/subjects/" + digits(subject), form).status, 200);
    EXPECT_EQ(asker().post("/consultations", question()).code(), "invalid_input");
    EXPECT_TRUE(asker().get("/desk").body.at("subjects").as_array().empty());
    EXPECT_EQ(office.get("/desk/subjects").body.at("subjects").as_array().size(), 1U);
}

TEST_F(AskingTest, AnAccountThatIsNoPersonsCannotAsk)
{
    EXPECT_EQ(office.post("/consultations", question()).code(), "not_allowed");
    sql("UPDATE posting SET ended_on = '2026-05-01' WHERE staff_id = " + digits(kenji.value));
    EXPECT_NE(colleague().post("/consultations", question()).status, 201) << "no section";
}

TEST_F(AskingTest, TwentyADayIsEnough)
{
    for (int i = 0; i < 20; ++i) asked();
    EXPECT_EQ(asker().post("/consultations", question()).code(), "rate_limited");
    asked(colleague(), question());
    town.clock().advance(std::chrono::hours{25});
    asked();
}

TEST_F(AskingTest, WhatIsSentTwiceOverABadLineIsAskedOnce)
{
    auto sent = question();
    sent["key"] = "8d0c2a52-one";
    auto const id = asked(sent);
    EXPECT_EQ(asked(sent), id);
    EXPECT_EQ(asker().get("/desk").body.at("mine").as_array().size(), 1U);
    EXPECT_EQ(seen(id).at("steps").as_array().size(), 2U) << "asked and given to its owner, once";
    EXPECT_NE(asked(colleague(), sent), id) << "a key is its sender's own";
    sent["key"] = "short";
    EXPECT_EQ(asker().post("/consultations", sent).code(), "invalid_input");
}

TEST_F(AskingTest, AMessageSentTwiceIsWrittenOnceAndStillAnsweredOnceItIsOver)
{
    auto const id = asked();
    auto sent = message("何枚ありますか", false, true);
    sent["key"] = "8d0c2a52-two";
    auto const first = adviser().post(at(id, "/messages"), sent);
    ASSERT_EQ(first.status, 201) << first.bytes;
    ASSERT_EQ(writes(asker(), id, "五枚です").status, 201);
    EXPECT_EQ(adviser().post(at(id, "/messages"), sent).body.at("id"), first.body.at("id"));
    EXPECT_EQ(seen(id).at("messages").as_array().size(), 2U);
    EXPECT_EQ(seen(id).at("status"), "open") << "the turn stays where the asker's answer put it";
    ASSERT_EQ(adviser().post(at(id, "/outcome"), outcome(id)).status, 200);
    EXPECT_EQ(adviser().post(at(id, "/messages"), sent).status, 201);
    EXPECT_EQ(deputy().post(at(id, "/messages"), sent).code(), "wrong_status") << "a key is its sender's own";
}

TEST_F(AskingTest, TheQuestionCarriesItsFilesAndWhoSeesItSeesThem)
{
    auto const put = asker().upload("/attachments?name=a.txt", "様式");
    ASSERT_EQ(put.status, 201) << put.bytes;
    auto wanted = question();
    wanted["files"] = bj::array{put.body.at("id")};
    auto const id = asked(wanted);
    EXPECT_EQ(seen(id).at("files").at(0).at("name"), "a.txt");
    auto const file = "/attachments/" + digits(put.body.at("id"));
    EXPECT_EQ(adviser().get(file).bytes, "様式");
    EXPECT_EQ(stranger().get(file).status, 404);
}

TEST_F(AskingTest, TwoTabsOfTheAskerDoNotOverwriteEachOther)
{
    auto const id = asked();
    bj::object change{{"title", "申請書を一枚に"},
                      {"trouble", "五回書きます"},
                      {"wanted", ""},
                      {"wished_on", nullptr},
                      {"shared", true},
                      {"files", bj::array{}},
                      {"revision", 1}};
    EXPECT_EQ(asker().patch(at(id), change).status, 200);
    EXPECT_EQ(asker().patch(at(id), change).code(), "changed_meanwhile");
    EXPECT_EQ(seen(id).at("title"), "申請書を一枚に");
    change["revision"] = 2;
    EXPECT_EQ(adviser().patch(at(id), change).code(), "not_allowed") << "the words are the asker's";
}

TEST_F(AskingTest, ASubjectNamesPeopleWhoAreThereAndOnlyTheOfficeKeepsIt)
{
    EXPECT_EQ(adviser().post("/desk/subjects", subject_form("別", {ada})).status, 403);
    EXPECT_EQ(town.as(Role::dx_office, taxes).post("/desk/subjects", subject_form("別", {ada})).code(), "not_allowed");
    EXPECT_EQ(office.post("/desk/subjects", subject_form("業務の電子化", {ada})).code(), "already_exists");
    EXPECT_EQ(office.post("/desk/subjects", subject_form("別", {})).code(), "invalid_input");
    EXPECT_EQ(office.post("/desk/subjects", subject_form("別", {ada}, {ada})).code(), "invalid_input");
    auto const without_account = town.person({.no = "0900", .name = "無 口座", .unit = taxes});
    EXPECT_EQ(office.post("/desk/subjects", subject_form("別", {without_account})).code(), "invalid_input");
    auto form = subject_form("業務の電子化", {carl});
    form["revision"] = 9;
    EXPECT_EQ(office.patch("/desk/subjects/" + digits(subject), form).code(), "changed_meanwhile");
}
