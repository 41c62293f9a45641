#include "features/community/community.hpp"

#include "testing/town.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>

namespace bj = boost::json;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

std::string digits(bj::value const& id) { return std::to_string(id.to_number<std::int64_t>()); }

class Hiroba : public testing::Test {
protected:
    Town town;
    Client const asker = town.staff("0010");
    Client const colleague = town.staff("0011");
    Client const third = town.staff("0012");
    Client const office = town.as(Role::dx_office);

    bj::value channel(std::string_view kind = "question") const
    {
        auto const answer = asker.get("/channels");
        for (auto const& each : answer.body.at("channels").as_array())
            if (each.at("kind").as_string() == kind) return each.at("id");
        return nullptr;
    }
    bj::object question(std::string_view title, std::string_view text = "教えてください。") const
    {
        return {{"channel", channel()}, {"title", title},       {"text", text},
                {"tags", bj::array{}},  {"files", bj::array{}}, {"key", nullptr}};
    }
    static bj::object words(std::string_view text) { return {{"text", text}, {"files", bj::array{}}, {"key", nullptr}}; }
    std::string ask(std::string_view title, std::string_view text = "教えてください。") const
    {
        auto const posted = asker.post("/topics", question(title, text));
        EXPECT_EQ(posted.status, 201) << posted.bytes;
        return "/topics/" + digits(posted.body.at("id"));
    }
    std::string answer(Client const& who, std::string const& topic, std::string_view text = "こうします。") const
    {
        auto const posted = who.post(topic + "/replies", words(text));
        EXPECT_EQ(posted.status, 201) << posted.bytes;
        return digits(posted.body.at("id"));
    }
    /// The titles of a view, as somebody sees it.
    static std::vector<std::string> titles(Client const& who, std::string const& query)
    {
        std::vector<std::string> titles;
        auto const answer = who.get("/topics?" + query);
        for (auto const& line : answer.body.at("topics").as_array()) titles.emplace_back(line.at("title").as_string());
        return titles;
    }
};

}  // namespace

TEST_F(Hiroba, AQuestionIsAnsweredAcceptedAndItsTimesAreTold)
{
    auto const topic = ask("窓口の混雑を減らすには");
    town.clock().advance(std::chrono::minutes{12});
    auto const reply = answer(colleague, topic, "予約制にしました。**効果**は大きいです。");
    town.clock().advance(std::chrono::minutes{8});
    EXPECT_EQ(asker.put(topic + "/accepted", bj::object{{"reply", std::stoll(reply)}}).status, 200);

    auto const seen = third.get(topic).body;
    EXPECT_EQ(seen.at("accepted"), std::stoll(reply));
    EXPECT_EQ(seen.at("replies").at(0).at("accepted"), true);
    EXPECT_EQ(seen.at("replies").at(0).at("text"), "") << "what was typed is for who may edit it";
    EXPECT_EQ(seen.at("replies").at(0).at("pieces").at(2).at("kind"), "strong");
    auto const speed = third.get("/hiroba/speed").body;
    EXPECT_EQ(speed.at("topics"), 1);
    EXPECT_EQ(speed.at("first_answer_minutes"), 12);
    EXPECT_EQ(speed.at("accepted_minutes"), 20);
    EXPECT_EQ(speed.at("answerers").at(0).at("answers"), 1);
}

TEST_F(Hiroba, OnesOwnWordIsNoAnswer)
{
    auto const topic = ask("これでよいか");
    answer(asker, topic, "追記です。");
    EXPECT_THAT(titles(third, "view=unanswered"), ElementsAre("これでよいか"));
    answer(colleague, topic);
    EXPECT_THAT(titles(third, "view=unanswered"), ElementsAre());
}

TEST_F(Hiroba, OnlyWhoAskedAndModeratorsAccept)
{
    auto const topic = ask("誰が選ぶか");
    auto const reply = std::stoll(answer(colleague, topic));
    EXPECT_EQ(colleague.put(topic + "/accepted", bj::object{{"reply", reply}}).code(), "not_allowed");
    auto const other = std::stoll(answer(colleague, ask("別の話題")));
    EXPECT_EQ(asker.put(topic + "/accepted", bj::object{{"reply", other}}).status, 404);
    EXPECT_EQ(office.put(topic + "/accepted", bj::object{{"reply", reply}}).status, 200);
    EXPECT_EQ(asker.put(topic + "/accepted", bj::object{{"reply", nullptr}}).status, 200) << "it did not help after all";
    EXPECT_EQ(asker.get(topic).body.at("accepted"), nullptr);
}

TEST_F(Hiroba, WhatIsSentTwiceIsPostedOnce)
{
    auto sent = question("二度押し");
    sent["key"] = "8d0c2a52-one";
    auto const first = asker.post("/topics", sent), second = asker.post("/topics", sent);
    EXPECT_EQ(first.body.at("id"), second.body.at("id"));
    auto reply = words("はい");
    reply["key"] = "8d0c2a52-two";
    auto const topic = "/topics/" + digits(first.body.at("id"));
    EXPECT_EQ(colleague.post(topic + "/replies", reply).body.at("id"), colleague.post(topic + "/replies", reply).body.at("id"));
    EXPECT_EQ(asker.get(topic).body.at("replies").as_array().size(), 1u);
    EXPECT_EQ(third.post(topic + "/replies", reply).status, 201) << "a key is its sender's own";
    EXPECT_EQ(asker.get(topic).body.at("replies").as_array().size(), 2u);
}

TEST_F(Hiroba, TheLaterOfTwoEditsIsToldAndTheEarlierTextIsKept)
{
    auto const topic = ask("初めの題", "初めの文");
    auto const edit = [&](std::int64_t revision, char const* text) {
        return bj::object{{"revision", revision}, {"channel", channel()}, {"title", "次の題"},
                          {"text", text},         {"tags", bj::array{}},  {"files", bj::array{}}};
    };
    EXPECT_EQ(colleague.patch(topic, edit(1, "横から")).code(), "not_allowed");
    EXPECT_EQ(asker.patch(topic, edit(1, "次の文")).status, 200);
    EXPECT_EQ(asker.patch(topic, edit(1, "別の窓で書いた文")).code(), "changed_meanwhile");
    EXPECT_EQ(asker.get(topic).body.at("text"), "次の文");
    auto const history = third.get(topic + "/history").body.at("versions").as_array();
    ASSERT_EQ(history.size(), 1u);
    EXPECT_EQ(history[0].at("title"), "初めの題");
    EXPECT_EQ(history[0].at("pieces").at(1).at("text"), "初めの文");
}

TEST_F(Hiroba, AReplyIsEditedByItsAuthorWithItsHistory)
{
    auto const topic = ask("返信の直し");
    auto const reply = "/replies/" + answer(colleague, topic, "まちがい");
    auto const change = bj::object{{"revision", 1}, {"text", "ただしい"}, {"files", bj::array{}}};
    EXPECT_EQ(asker.patch(reply, change).code(), "not_allowed");
    EXPECT_EQ(colleague.patch(reply, change).body.at("revision"), 2);
    EXPECT_EQ(colleague.patch(reply, change).code(), "changed_meanwhile");
    EXPECT_EQ(asker.get(reply + "/history").body.at("versions").at(0).at("pieces").at(1).at("text"), "まちがい");
}

TEST_F(Hiroba, AnEmptyTextIsRefusedByItsField)
{
    for (auto const* blank : {" ", "　\n", "\u200B\u200D", "> \n>"}) {
        auto const refused = asker.post("/topics", question("題", blank));
        ASSERT_EQ(refused.code(), "invalid_input") << blank;
        EXPECT_EQ(refused.body.at("problems").at(0).at("pointer"), "/text");
    }
    EXPECT_EQ(asker.post("/topics", question("\u200B")).body.at("problems").at(0).at("pointer"), "/title");
    EXPECT_EQ(asker.post("/topics", question("題", std::string(20'001, 'a'))).code(), "invalid_input");
    EXPECT_EQ(asker.post("/topics/999/replies", words("a")).status, 404);
}

TEST_F(Hiroba, NobodyPostsFasterThanAPersonTypes)
{
    auto const topic = ask("連投");
    for (int i = 0; i < 59; ++i) answer(asker, topic, "続き");
    EXPECT_EQ(asker.post(topic + "/replies", words("もう一つ")).code(), "rate_limited");
    EXPECT_EQ(colleague.post(topic + "/replies", words("私は書ける")).status, 201);
    town.clock().advance(std::chrono::minutes{11});
    EXPECT_EQ(asker.post(topic + "/replies", words("十分たった")).status, 201);
}

TEST_F(Hiroba, AClosedGroupIsNotThereForOthers)
{
    auto const group = office.post("/groups", bj::object{{"name", "窓口改革チーム"}, {"purpose", "検討中の話"}}).body.at("id");
    auto const members = "/groups/" + digits(group) + "/members/";
    EXPECT_EQ(asker.put(members + std::to_string(asker.account().value), bj::object{{"member", true}, {"keeper", false}}).status,
              404);
    EXPECT_EQ(office.put(members + std::to_string(asker.account().value), bj::object{{"member", true}, {"keeper", false}}).status,
              200);
    auto const room = office
                          .post("/channels", bj::object{{"kind", "talk"},
                                                        {"name", "検討部屋"},
                                                        {"name_en", ""},
                                                        {"about", ""},
                                                        {"measure", ""},
                                                        {"group", group},
                                                        {"archived", false},
                                                        {"position", 100}})
                          .body.at("id");
    auto closed = question("未公表の案");
    closed["channel"] = room;
    auto const topic = "/topics/" + digits(asker.post("/topics", closed).body.at("id"));
    auto const reply = answer(office, topic, "よい案です。");

    EXPECT_EQ(asker.get(topic).body.at("group_name"), "窓口改革チーム");
    for (auto const& outsider :
         {colleague, town.as(Role::administrator), town.as(Role::executive), town.staff("0090", Role::dx_office)}) {
        EXPECT_EQ(outsider.get(topic).status, 404);
        EXPECT_EQ(outsider.get(topic + "/replies").status, 404);
        EXPECT_EQ(outsider.get(topic + "/history").status, 404);
        EXPECT_EQ(outsider.get("/replies/" + reply + "/history").status, 404);
        EXPECT_EQ(outsider.post(topic + "/replies", words("a")).status, 404);
        EXPECT_EQ(outsider.put(topic + "/follow", bj::object{{"on", true}}).status, 404);
        EXPECT_EQ(outsider.put("/replies/" + reply + "/reactions", bj::object{{"kind", "helpful"}, {"on", true}}).status, 404);
        EXPECT_THAT(titles(outsider, "view=all"), ElementsAre());
        auto into = question("入れるか");
        into["channel"] = room;
        EXPECT_EQ(outsider.post("/topics", into).status, 404);
    }
    EXPECT_EQ(colleague.get("/groups").body.at("groups").as_array().size(), 0u);
    bj::object const moved{{"revision", 1},  {"channel", channel()}, {"title", "外へ"},
                           {"text", "出す"}, {"tags", bj::array{}},  {"files", bj::array{}}};
    EXPECT_EQ(asker.patch(topic, moved).body.at("problems").at(0).at("pointer"), "/channel")
        << "the group's words stay in the group";
    EXPECT_EQ(
        office.put(members + std::to_string(office.account().value), bj::object{{"member", false}, {"keeper", false}}).code(),
        "conflict")
        << "the last keeper stays";
    EXPECT_EQ(
        office.put(members + std::to_string(asker.account().value), bj::object{{"member", false}, {"keeper", false}}).status,
        200);
    EXPECT_EQ(asker.get(topic).status, 404) << "no longer a member";
}

TEST_F(Hiroba, AFileIsSeenByWhoMaySeeTheTopic)
{
    auto const file = asker.upload("/attachments?name=a.txt", "中身").body.at("id");
    auto with = question("資料つき", "見てください");
    with["files"] = bj::array{file};
    EXPECT_EQ(colleague.post("/topics", with).body.at("problems").at(0).at("pointer"), "/files/0") << "another's file";
    auto const topic = "/topics/" + digits(asker.post("/topics", with).body.at("id"));
    EXPECT_EQ(third.get(topic).body.at("files").at(0).at("name"), "a.txt");
    EXPECT_EQ(third.get("/attachments/" + digits(file)).bytes, "中身");
    EXPECT_EQ(asker.put(topic + "/state", bj::object{{"hidden", true}, {"closed", true}, {"why", ""}}).status, 200);
    EXPECT_EQ(third.get("/attachments/" + digits(file)).status, 404);
}

TEST_F(Hiroba, WhatAReaderReportsAModeratorHidesWithAReason)
{
    auto const topic = ask("住民の名前を書いた");
    auto const reply = answer(colleague, topic, "個人の名前です");
    EXPECT_EQ(colleague.post("/replies/" + reply + "/reports", bj::object{{"reason", "自分のもの"}}).code(), "not_allowed");
    EXPECT_EQ(third.post("/replies/" + reply + "/reports", bj::object{{"reason", "個人情報"}}).status, 201);
    EXPECT_EQ(third.post("/replies/" + reply + "/reports", bj::object{{"reason", "個人情報"}}).status, 201) << "said already";
    EXPECT_EQ(third.get("/hiroba/reports").status, 403);
    auto const reports = office.get("/hiroba/reports").body.at("reports").as_array();
    ASSERT_EQ(reports.size(), 1u);
    EXPECT_EQ(reports[0].at("reason"), "個人情報");
    auto const decide = "/hiroba/reports/" + digits(reports[0].at("id"));
    EXPECT_EQ(office.put(decide, bj::object{{"hide", true}, {"why", ""}}).code(), "invalid_input");
    EXPECT_EQ(office.put(decide, bj::object{{"hide", true}, {"why", "個人の名前のため"}}).status, 200);
    EXPECT_EQ(office.put(decide, bj::object{{"hide", false}, {"why", ""}}).code(), "wrong_status");

    auto const hidden = third.get(topic).body.at("replies").at(0);
    EXPECT_EQ(hidden.at("pieces").as_array().size(), 0u);
    EXPECT_EQ(hidden.at("hidden_why"), "個人の名前のため");
    EXPECT_NE(colleague.get(topic).body.at("replies").at(0).at("pieces").as_array().size(), 0u) << "its author sees what it was";
    EXPECT_EQ(colleague.put("/replies/" + reply + "/state", bj::object{{"hidden", false}, {"why", ""}}).code(), "not_allowed");
    EXPECT_EQ(titles(third, "view=all").size(), 1u);
}

TEST_F(Hiroba, WhatAModeratorHasHiddenItsAuthorDoesNotBringBack)
{
    auto const topic = ask("伏せる話題", "個人の名前");
    answer(colleague, topic, "見えてはいけない返信");
    auto const state = [&](Client const& who, bool hidden, bool closed, char const* why) {
        return who.put(topic + "/state", bj::object{{"hidden", hidden}, {"closed", closed}, {"why", why}});
    };
    EXPECT_EQ(state(office, true, true, "個人の名前のため").status, 200);
    EXPECT_EQ(state(asker, true, false, "").status, 200) << "opening it again says nothing of who has hidden it";
    EXPECT_EQ(state(asker, false, false, "").code(), "not_allowed");
    auto const seen = third.get(topic).body;
    EXPECT_EQ(seen.at("title"), "");
    EXPECT_EQ(seen.at("hidden_why"), "個人の名前のため");
    EXPECT_EQ(seen.at("replies").as_array().size(), 0u);
    EXPECT_EQ(third.get(topic + "/replies").status, 404);
    EXPECT_EQ(asker.get(topic).body.at("title"), "伏せる話題") << "its author sees what it was";
}

TEST_F(Hiroba, WhoIsNamedIsToldAndWhatWasReadIsRead)
{
    town.person({.no = "0013", .name = "森 﨑子", .unit = {}, .rank = "係員", .is_head = false, .kana = "モリ サキコ"});
    auto const named = town.staff("0013");
    auto const found = asker.get("/hiroba/people?q=%E6%A3%AE%E5%B4%8E").body.at("people").as_array();
    ASSERT_EQ(found.size(), 1u) << "森崎 finds 森﨑";
    auto const text = "[@森 﨑子](/hiroba/people/" + digits(found[0].at("account")) + ") さん、ご存じですか。";
    auto const topic = ask("名前を呼ぶ", text);
    EXPECT_THAT(titles(named, "view=mentioned"), ElementsAre("名前を呼ぶ"));
    EXPECT_THAT(titles(third, "view=mentioned"), ElementsAre());
    EXPECT_EQ(asker.get("/hiroba/people?q=%E6%A3%AE").body.at("people").at(0).at("asked"), 1);

    auto const unread = [&] { return named.get("/topics?view=all").body.at("topics").at(0).at("unread").as_bool(); };
    EXPECT_TRUE(unread());
    EXPECT_EQ(named.put(topic + "/read", bj::object{{"reply", 0}}).status, 200);
    EXPECT_FALSE(unread());
    answer(colleague, topic);
    EXPECT_TRUE(unread());
    EXPECT_EQ(asker.get("/channels").body.at("channels").at(0).at("unread"), 1);
}

TEST_F(Hiroba, ADraftWaitsOnAnyMachineUntilItIsPosted)
{
    auto const file = asker.upload("/attachments?name=a.txt", "x").body.at("id");
    bj::object const draft{
        {"channel", channel()}, {"title", "書きかけ"}, {"text", "途中"}, {"tags", bj::array{"窓口"}}, {"files", bj::array{file}}};
    EXPECT_EQ(asker.put("/hiroba/drafts/new", draft).status, 200);
    auto const kept = asker.get("/hiroba/drafts/new").body;
    EXPECT_EQ(kept.at("content").at("title"), "書きかけ");
    EXPECT_EQ(kept.at("files").at(0).at("name"), "a.txt");
    EXPECT_EQ(colleague.get("/hiroba/drafts/new").body.at("content"), nullptr);
    EXPECT_EQ(asker.put("/hiroba/drafts/elsewhere", draft).code(), "invalid_input");
    ask("書きかけ");
    EXPECT_EQ(asker.get("/hiroba/drafts/new").body.at("content"), nullptr);
}

TEST_F(Hiroba, TagsAreOneHoweverTheyAreWritten)
{
    auto tagged = question("表計算");
    tagged["tags"] = bj::array{"ＥＸＣＥＬ", "#Excel", "＃かんすう"};
    asker.post("/topics", tagged);
    EXPECT_EQ(titles(third, "tag=excel").size(), 1u);
    EXPECT_EQ(titles(third, "tag=%E3%82%AB%E3%83%B3%E3%82%B9%E3%82%A6").size(), 1u) << "カンスウ";
    EXPECT_EQ(third.get("/topics").body.at("topics").at(0).at("tags"), (bj::array{"ＥＸＣＥＬ", "かんすう"}));
}

TEST_F(Hiroba, AListGoesOnWhereThePageBeforeEnded)
{
    for (int i = 0; i < 5; ++i) {
        ask("話題" + std::to_string(i));
        if (i % 2 == 0) town.clock().advance(std::chrono::seconds{1});
    }
    std::vector<std::string> all;
    std::string query = "limit=2";
    for (int page = 0; page < 3; ++page) {
        auto const answer = third.get("/topics?" + query).body;
        for (auto const& line : answer.at("topics").as_array()) all.emplace_back(line.at("title").as_string());
        if (answer.at("next").is_null()) break;
        query = "limit=2&before=" + std::string{answer.at("next").as_string()};
    }
    EXPECT_THAT(all, ElementsAre("話題4", "話題3", "話題2", "話題1", "話題0"));
    EXPECT_EQ(third.get("/topics?before=nonsense").code(), "invalid_input");
}

TEST_F(Hiroba, OpenPagesAreToldOnceAWordIsKept)
{
    std::mutex mutex;
    std::condition_variable came;
    std::vector<std::string> heard;
    town.database().hear([&](std::string_view topic, std::string_view text) {
        std::lock_guard const lock(mutex);
        heard.push_back(std::string{topic} + ' ' + std::string{text});
        came.notify_all();
    });
    auto const wait = [&](std::string const& what) {
        std::unique_lock lock(mutex);
        return came.wait_for(lock, std::chrono::seconds{20},
                             [&] { return std::find(heard.begin(), heard.end(), what) != heard.end(); });
    };
    // A listener on PostgreSQL needs a moment to be there.
    for (int i = 0; i < 100; ++i) {
        town.write([](db::Tx& tx) { tx.announce("ready", ""); });
        std::unique_lock lock(mutex);
        if (came.wait_for(lock, std::chrono::milliseconds{100}, [&] { return !heard.empty(); })) break;
    }
    auto const topic = ask("聞こえるか").substr(std::string_view{"/topics/"}.size());
    EXPECT_TRUE(wait("hiroba {\"topic\":" + topic + ",\"reply\":0,\"channel\":" + digits(channel()) + "}"));
    town.database().hear({});  // what it writes to ends before the town does
}

TEST_F(Hiroba, TheHouseRulesAreShippedAndTheCityWritesItsOwn)
{
    EXPECT_THAT(std::string{asker.get("/hiroba/rules").body.at("text").as_string()}, HasSubstr("個人の意見"));
    EXPECT_EQ(asker.put("/hiroba/rules", bj::object{{"text", "a"}, {"revision", 0}}).status, 403);
    EXPECT_EQ(office.put("/hiroba/rules", bj::object{{"text", "わが市の約束"}, {"revision", 0}}).status, 200);
    EXPECT_EQ(office.put("/hiroba/rules", bj::object{{"text", "別の窓"}, {"revision", 0}}).code(), "changed_meanwhile");
    EXPECT_EQ(asker.get("/hiroba/rules").body.at("text"), "わが市の約束");
}

TEST_F(Hiroba, TextIsSafeWhateverItHolds)
{
    auto const topic = ask("<script>alert(1)</script>",
                           "<img src=x onerror=alert(1)> [a](javascript:alert(1)) e\u0301\u0302\u0303 \u202Eabc \u200B 葛󠄀");
    auto const pieces = asker.get(topic).body.at("pieces").as_array();
    for (auto const& piece : pieces) {
        auto const href = std::string{piece.at("href").as_string()};
        EXPECT_TRUE(href.empty()) << href;
    }
    EXPECT_EQ(asker.get(topic).body.at("title"), "<script>alert(1)</script>") << "kept as typed, shown as text";
}
