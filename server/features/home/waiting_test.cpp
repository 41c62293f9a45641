// What waits for whom and what is new, on the first screen and in the digest.
#include "features/plan/versions.hpp"
#include "features/plan/yaml.hpp"
#include "platform/mail/smtp_test_relay.hpp"
#include "testing/town.hpp"

#include <gmock/gmock.h>

#include <map>

using testing::HasSubstr;

namespace {

namespace bj = boost::json;

constexpr auto kPlan = R"(municipality: {slug: town, name: 試験市, name_en: Test City}
document: {key: T, title: 計画, clause: 表紙}
population: {rule: 全職員, clause: L1}
categories:
  - {code: ALL, name: 全職員, priority: 9, rule: 全職員, clause: 第2章}
)";

std::string digits(bj::value const& number) { return std::to_string(number.as_int64()); }

struct WaitingTest : testing::Test {
    Town town;
    OrgUnitId section = town.unit("情報課");
    Client office = town.as(Role::dx_office);
    Client head = (town.person({.no = "0001", .name = "課長 一郎", .unit = section, .is_head = true}),
                   town.staff("0001", Role::section_head));
    Client member = (town.person({.no = "0010", .name = "職員 花子", .unit = section}), town.staff("0010"));

    void SetUp() override
    {
        town.write([&](db::Tx& tx) {
            return plan::import_in_force(tx, plan::read_yaml(kPlan).plan, *date_from_iso("2020-04-01"), town.clock());
        });
    }
    static std::map<std::string, bj::object> by_kind(Client const& who, char const* list, char const* path = "/home")
    {
        std::map<std::string, bj::object> all;
        auto const body = who.get(path).body;
        for (auto const& each : body.at(list).as_array()) all.emplace(each.at("kind").as_string(), each.as_object());
        return all;
    }
    bj::value tell(char const* title, bool important)
    {
        auto const made = office.post("/notices", bj::object{{"kind", "general"},
                                                             {"title", title},
                                                             {"text", "本文"},
                                                             {"audience", ""},
                                                             {"link", ""},
                                                             {"from", "2026-06-01"},
                                                             {"until", nullptr},
                                                             {"important", important},
                                                             {"files", bj::array{}}});
        EXPECT_EQ(made.status, 201) << made.bytes;
        auto const id = made.body.at("line").at("id");
        EXPECT_EQ(office.post("/notices/" + digits(id) + "/publish", bj::object{{"revision", 1}}).status, 200);
        return id;
    }
    bj::value checked()
    {
        auto const made = office.post("/selfchecks", bj::object{{"fiscal_year", 2026}, {"from", "shipped"}});
        auto const id = made.body.at("summary").at("id");
        EXPECT_EQ(office.post("/selfchecks/" + digits(id) + "/open").status, 200);
        return id;
    }
};

struct DigestMailTest : WaitingTest {
    FakeRelay relay;
    void SetUp() override
    {
        WaitingTest::SetUp();
        town.write([](db::Tx& tx) { tx.script("UPDATE staff SET email = 'p' || staff_no || '@example.lg.jp'"); });
        town.municipality().outbox().use({"127.0.0.1", relay.port(), "hagukumi@example.lg.jp", mail::Security::none});
    }
    void post()
    {
        town.municipality().digest_post().post_due();
        town.municipality().outbox().send_now();
    }
    static Answer choose(Client const& who, char const* mail) { return who.put("/digest/setting", bj::object{{"mail", mail}}); }
};

}  // namespace

TEST_F(WaitingTest, AnImportantNoticeIsToBeReadAndTheOthersAreNew)
{
    auto const important = tell("断水", true);
    tell("広報", false);
    tell("図書", false);
    auto const todo = by_kind(member, "todo");
    ASSERT_TRUE(todo.contains("read_notice"));
    EXPECT_EQ(todo.at("read_notice").at("url").as_string(), "/notices/" + digits(important));
    EXPECT_EQ(by_kind(member, "fresh").at("notice").at("count"), 2);
    member.post("/notices/" + digits(important) + "/reading");
    EXPECT_FALSE(by_kind(member, "todo").contains("read_notice"));
    auto const digest = member.get("/digest").body;
    EXPECT_EQ(digest.at("notices").as_array().size(), 2U);
    EXPECT_EQ(by_kind(member, "fresh", "/digest").at("notice").at("count"), 2);
}

TEST_F(WaitingTest, ASelfCheckWaitsForWhoAnswersUntilItIsSentAndItsRemediesWaitWhenTheyAreDue)
{
    auto const id = checked();
    auto const url = "/selfcheck/" + digits(id) + "/sections/" + std::to_string(section.value);
    ASSERT_TRUE(by_kind(head, "todo").contains("answer_selfcheck"));
    EXPECT_EQ(by_kind(head, "todo").at("answer_selfcheck").at("url").as_string(), url);
    EXPECT_FALSE(by_kind(member, "todo").contains("answer_selfcheck"));

    auto const path = "/selfchecks" + url.substr(std::string_view{"/selfcheck"}.size());
    bj::array answers;
    auto const form = head.get(path).body;
    for (auto const& answer : form.at("answers").as_array())
        answers.push_back(bj::object{{"item", answer.at("item")}, {"answer", "yes"}, {"remark", ""}, {"remedy", nullptr}});
    answers[0].as_object()["answer"] = "no";
    answers[0].as_object()["remedy"] = bj::object{{"what", "掲示する"}, {"who", "庶務"}, {"due", "2026-06-10"}};
    ASSERT_EQ(head.put(path, bj::object{{"revision", 1}, {"submit", true}, {"answers", answers}}).status, 200);
    EXPECT_FALSE(by_kind(head, "todo").contains("answer_selfcheck"));
    EXPECT_EQ(by_kind(head, "todo").at("remedy_due").at("count"), 1);
    EXPECT_FALSE(by_kind(office, "todo").contains("remedies_overdue"));
    town.clock().set(*date_from_iso("2026-06-11"));
    EXPECT_EQ(by_kind(town.as(Role::dx_office), "todo").at("remedies_overdue").at("count"), 1);
}

TEST_F(WaitingTest, NewRepliesInATopicOneFollowsAreToldUntilTheyAreRead)
{
    auto const channel = member.get("/channels").body.at("channels").at(0).at("id");
    auto const topic = member.post("/topics", bj::object{{"channel", channel},
                                                         {"title", "様式の場所"},
                                                         {"text", "どこですか"},
                                                         {"tags", bj::array{}},
                                                         {"files", bj::array{}}});
    ASSERT_EQ(topic.status, 201) << topic.bytes;
    auto const path = "/topics/" + digits(topic.body.at("id"));
    auto const replies = [&](Client const& by) {
        return by.post(path + "/replies", bj::object{{"text", "共有にあります"}, {"files", bj::array{}}}).body.at("id");
    };
    ASSERT_EQ(head.put(path + "/follow", bj::object{{"on", true}}).status, 200);
    EXPECT_FALSE(by_kind(head, "fresh", "/digest").contains("followed")) << "nobody has replied";
    auto const reply = replies(office);
    auto const fresh = by_kind(head, "fresh", "/digest");
    ASSERT_TRUE(fresh.contains("followed"));
    EXPECT_EQ(fresh.at("followed").at("count"), 1);
    EXPECT_EQ(fresh.at("followed").at("url"), "/hiroba?view=followed");
    EXPECT_FALSE(by_kind(member, "fresh", "/digest").contains("followed")) << "the own topic is told as an answer";
    ASSERT_LT(head.put(path + "/read", bj::object{{"reply", reply}}).status, 300);
    EXPECT_FALSE(by_kind(head, "fresh", "/digest").contains("followed"));
    replies(office);
    EXPECT_TRUE(by_kind(head, "fresh").contains("followed")) << "since the last look";
}

TEST_F(WaitingTest, AConfirmedCaseNearTheOwnWorkIsNewForNineDays)
{
    auto const department = town.unit("総務部");
    auto const near = town.unit("人事課", department), beside = town.unit("文書課", department), far = town.unit("水道課");
    town.person({.no = "0020", .name = "近所 一", .unit = near});
    town.person({.no = "0030", .name = "近所 二", .unit = beside});
    auto const confirmed = [&](int id, OrgUnitId unit, std::string const& title, std::string const& tool) {
        auto const at = "'2026-06-01T00:00:00Z'";
        town.write([&](db::Tx& tx) {
            tx.script(
                "INSERT INTO improvement_case (id, unit_id, fiscal_year, title, summary, problem, cause, direction, done,"
                " support, citizen_benefit, staff_benefit, hours_used_for, axes, stage, status, hours, tool_yen, search_key,"
                " confirmed_at, created_at, updated_at) VALUES (" +
                std::to_string(id) + ", " + std::to_string(unit.value) + ", 2026, '" + title +
                "', '', '', '', '', '', '', '', '', '', ',', 'effect', 'confirmed', 10, 0, '', " + at + ", " + at + ", " + at +
                ")");
            tx.script("INSERT INTO improvement_tool (case_id, place, name, yen) VALUES (" + std::to_string(id) + ", 1, '" + tool +
                      "', 0)");
        });
    };
    confirmed(1, beside, "文書の電子化", "文書管理");
    confirmed(2, far, "検針の電子化", "kintone");
    confirmed(3, section, "予約の電子化", "kintone");
    auto const near_cases = [&](char const* no) {
        std::vector<std::string> urls;
        auto const body = town.staff(no).get("/digest").body;
        for (auto const& each : body.at("fresh").as_array())
            if (each.at("kind") == "near_case") urls.emplace_back(each.at("url").as_string());
        return urls;
    };
    EXPECT_THAT(near_cases("0020"), testing::ElementsAre("/improvement/1")) << "the same department";
    EXPECT_THAT(near_cases("0030"), testing::ElementsAre()) << "the own section's is no news";
    EXPECT_THAT(near_cases("0010"), testing::ElementsAre("/improvement/2")) << "a tool of the own section";
    EXPECT_THAT(by_kind(town.staff("0020"), "fresh").at("near_case").at("text").as_string(), HasSubstr("文書の電子化"));
    town.clock().set(*date_from_iso("2026-06-11"));
    EXPECT_THAT(near_cases("0020"), testing::ElementsAre());
}

TEST_F(WaitingTest, WithoutARelayNobodyIsWrittenToAndTheSettingSaysSo)
{
    EXPECT_FALSE(member.get("/digest/setting").body.at("relay").as_bool());
    EXPECT_EQ(member.put("/digest/setting", bj::object{{"mail", "daily"}}).status, 200);
    tell("広報", false);
    town.municipality().digest_post().post_due();
    EXPECT_EQ(town.read([](db::Tx& tx) {
        static db::Sql const kLetters{"SELECT count(*) FROM letter"};
        return tx.one<std::int64_t>(kLetters);
    }),
              0);
}

TEST_F(DigestMailTest, OnlyWhoHasChosenItIsWrittenToOnceADayAndNeverOnADayOff)
{
    tell("断水", true);
    EXPECT_EQ(choose(member, "daily").body.at("address"), "p0010@example.lg.jp");
    post();
    ASSERT_EQ(relay.received().size(), 1U);
    EXPECT_THAT(relay.received()[0].to, HasSubstr("p0010@example.lg.jp"));
    post();
    EXPECT_EQ(relay.received().size(), 1U) << "once a day";
    town.clock().set(*date_from_iso("2026-06-06"));
    post();
    EXPECT_EQ(relay.received().size(), 1U) << "a Saturday";
    town.clock().set(*date_from_iso("2026-06-08"));
    post();
    EXPECT_EQ(relay.received().size(), 2U);
    EXPECT_TRUE(town.as(Role::training_officer).get("/reminders").body.at("rounds").as_array().empty())
        << "is no reminder of training";
    EXPECT_EQ(choose(town.staff("0010"), "never").status, 200);
    town.clock().set(*date_from_iso("2026-06-09"));
    post();
    EXPECT_EQ(relay.received().size(), 2U);
}

TEST_F(DigestMailTest, AWeeklyOneGoesOnTheFirstWorkingDayOfTheWeekAndAnEmptyOneDoesNotGo)
{
    choose(member, "weekly");
    post();
    EXPECT_TRUE(relay.received().empty()) << "there is nothing to tell";
    tell("断水", true);
    town.clock().set(*date_from_iso("2026-07-20"));
    post();
    EXPECT_TRUE(relay.received().empty()) << "海の日";
    town.clock().set(*date_from_iso("2026-07-21"));
    post();
    EXPECT_EQ(relay.received().size(), 1U);
    town.clock().set(*date_from_iso("2026-07-22"));
    post();
    EXPECT_EQ(relay.received().size(), 1U);
}

TEST_F(DigestMailTest, AnAccountThatWasClosedIsNotWrittenToAndNoEmptyRoundIsLeftBehind)
{
    auto const rounds = [&] {
        return town.read([](db::Tx& tx) {
            static db::Sql const kRounds{"SELECT count(*) FROM reminder_round"};
            return tx.one<std::int64_t>(kRounds);
        });
    };
    choose(member, "daily");
    tell("断水", true);
    town.write([&](db::Tx& tx) {
        tx.script("UPDATE account SET disabled_at = '2026-06-01T00:00:00Z' WHERE id = " + std::to_string(member.account().value));
    });
    post();
    post();
    EXPECT_TRUE(relay.received().empty());
    EXPECT_EQ(rounds(), 0);
    choose(head, "daily");
    post();
    EXPECT_EQ(relay.received().size(), 1U);
    EXPECT_EQ(rounds(), 1);
}
