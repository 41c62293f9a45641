// The whole chain, made the way people make it: asked, consulted, improved, adopted, told, and named as shown skill.
#include "features/plan/versions.hpp"
#include "features/plan/yaml.hpp"
#include "testing/town.hpp"

#include <gmock/gmock.h>

#include <map>

namespace {

namespace bj = boost::json;

constexpr auto kPlan = R"(municipality: {slug: town, name: 試験市, name_en: Test City}
document: {key: T, title: 計画, clause: 表紙}
population: {rule: 全職員, clause: L1}
categories:
  - {code: ALL, name: 全職員, priority: 9, rule: 全職員, clause: 第2章}
skills:
  - {code: BPR, name: 業務改革, clause: L2}
requirements:
  - {category: ALL, skill: BPR, clause: L3}
practice:
  - {code: P1, source: improvement_case, text: 業務改善の実施, clause: L4}
)";

std::string digits(bj::value const& number) { return std::to_string(number.as_int64()); }

struct TrailTest : testing::Test {
    Town town;
    OrgUnitId digital = town.unit("情報政策課"), citizens = town.unit("市民課"), taxes = town.unit("税務課");
    StaffId adviser_id = town.person({.no = "0101", .name = "安藤 明子", .unit = digital});
    StaffId asker_id = town.person({.no = "0201", .name = "青木 花子", .unit = citizens});
    StaffId stranger_id = town.person({.no = "0301", .name = "上田 三郎", .unit = taxes});
    Client office = town.as(Role::dx_office);
    Client adviser = town.staff("0101", Role::adviser);
    Client asker = town.staff("0201");
    Client head = (town.person({.no = "0200", .name = "市民 課長", .unit = citizens, .is_head = true}),
                   town.staff("0200", Role::section_head));
    Client stranger = town.staff("0301");
    bj::value topic, consultation, improved, adopted, issue;

    void SetUp() override
    {
        town.write([&](db::Tx& tx) {
            return plan::import_in_force(tx, plan::read_yaml(kPlan).plan, *date_from_iso("2020-04-01"), town.clock());
        });
        ask();
        consult();
        improve();
        tell();
    }

    bj::value made(Client const& who, char const* path, bj::object const& what)
    {
        auto const answer = who.post(path, what);
        EXPECT_EQ(answer.status, 201) << path << ": " << answer.bytes;
        return answer.status == 201 ? answer.body : bj::object{{"id", 0}};
    }
    bj::value posted(Client const& by, char const* title)
    {
        bj::value channel;
        auto const channels = asker.get("/channels").body;
        for (auto const& each : channels.at("channels").as_array())
            if (each.at("kind") == "question") channel = each.at("id");
        return made(by, "/topics",
                    {{"channel", channel},
                     {"title", title},
                     {"text", "同じ住所を五回書いてもらっています。"},
                     {"tags", bj::array{}},
                     {"files", bj::array{}},
                     {"key", nullptr}});
    }
    void ask() { topic = posted(asker, "申請書を減らしたい").at("id"); }
    void consult()
    {
        auto const subject = made(office, "/desk/subjects",
                                  {{"name", "業務の電子化"},
                                   {"name_en", ""},
                                   {"about", "紙を減らしたいとき"},
                                   {"answer_days", 3},
                                   {"step_days", 10},
                                   {"sort", 0},
                                   {"closed", false},
                                   {"owners", bj::array{adviser_id.value}},
                                   {"deputies", bj::array{}}});
        consultation = made(asker, "/consultations",
                            {{"subject", subject.at("id")},
                             {"title", "窓口の申請書"},
                             {"trouble", "同じことを何度も書きます。"},
                             {"wanted", "一度で済ませたい"},
                             {"wished_on", nullptr},
                             {"shared", false},
                             {"topic", topic},
                             {"files", bj::array{}}})
                           .at("id");
    }
    bj::object case_form(OrgUnitId unit, StaffId who, char const* title) const
    {
        auto const step = [](double minutes) {
            return bj::object{{"name", "記入"}, {"minutes", minutes}, {"people", 1}, {"times", 600}};
        };
        return {{"unit", unit.value},
                {"fiscal_year", 2026},
                {"theme", nullptr},
                {"title", title},
                {"summary", "項目を減らした"},
                {"problem", "同じ住所を五回"},
                {"cause", "様式が別々"},
                {"direction", "一枚にする"},
                {"done", "一枚にした"},
                {"support", ""},
                {"citizen_benefit", "早い"},
                {"staff_benefit", "楽"},
                {"hours_used_for", ""},
                {"axes", bj::array{"citizen_service"}},
                {"team", bj::array{bj::object{{"staff", who.value}, {"part", ""}}}},
                {"steps_before", bj::array{step(10)}},
                {"steps_after", bj::array{step(4)}},
                {"tool_costs", bj::array{}},
                {"files", bj::array{}},
                {"origin", nullptr},
                {"adopted_from", nullptr}};
    }
    void improve()
    {
        auto form = case_form(citizens, asker_id, "申請書を一枚に");
        form["origin"] = bj::object{{"kind", "consultation"}, {"id", consultation}};
        improved = made(asker, "/cases", form).at("id");
        auto const path = "/cases/" + digits(improved);
        auto const posts = [&](Client const& by, char const* what, bj::object body) {
            body["revision"] = by.get(path).body.at("revision");
            EXPECT_EQ(by.post(path + what, body).status, 200);
        };
        posts(asker, "/stage", {{"stage", "effect"}, {"on", nullptr}, {"note", ""}});
        posts(asker, "/submission", {});
        posts(head, "/confirmation", {{"word", ""}});
        auto draft = case_form(taxes, stranger_id, "税の申請書も一枚に");
        draft["adopted_from"] = improved;
        adopted = made(stranger, "/cases", draft).at("id");
        made(asker, "/practice/claims",
             {{"kind", "improvement_case"},
              {"id", improved},
              {"title", ""},
              {"on", nullptr},
              {"skills", bj::array{"BPR"}},
              {"note", ""}});
    }
    void tell()
    {
        issue = made(office, "/newsletters", {{"title", "夏の号"}, {"fill", false}, {"from", nullptr}, {"until", nullptr}})
                    .at("line")
                    .at("id");
        auto const path = "/newsletters/" + digits(issue);
        bj::object const item{{"kind", "improvement_case"},
                              {"id", improved},
                              {"title", "申請書を一枚に"},
                              {"lead", ""},
                              {"url", ""},
                              {"figure", ""}};
        auto const saved = office.put(path, bj::object{{"revision", 1},
                                                       {"title", "夏の号"},
                                                       {"opening", ""},
                                                       {"closing", ""},
                                                       {"from", "2026-04-01"},
                                                       {"until", "2026-06-01"},
                                                       {"items", bj::array{item}}});
        EXPECT_EQ(saved.status, 200) << saved.bytes;
        EXPECT_EQ(office.post(path + "/publish", bj::object{{"revision", 2}}).status, 200);
    }

    static std::string from(char const* kind, bj::value const& id)
    {
        return std::string("/trail?kind=") + kind + "&id=" + digits(id);
    }
    /// "kind:id" of each step, with what it was made from.
    static std::vector<std::string> chain(Client const& who, std::string const& path)
    {
        auto const answer = who.get(path);
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        std::vector<std::string> all;
        auto const steps = answer.body.at("steps").as_array();
        for (auto const& step : steps) {
            auto text = std::string(step.at("kind").as_string());
            if (!step.at("from").is_null())
                text += " of " + std::string(steps[static_cast<std::size_t>(step.at("from").as_int64())].at("kind").as_string());
            all.push_back(text);
        }
        return all;
    }
};

}  // namespace

TEST_F(TrailTest, FromAnyOfThemTheWholeChainIsToldWhatCameFirstFirst)
{
    std::vector<std::string> const whole{"topic", "consultation of topic", "improvement_case of consultation",
                                         "evidence of improvement_case", "newsletter of improvement_case"};
    for (auto const& [kind, id] : {std::pair{"topic", topic}, std::pair{"consultation", consultation},
                                   std::pair{"improvement_case", improved}, std::pair{"newsletter", issue}}) {
        EXPECT_EQ(chain(asker, from(kind, id)), whole) << kind;
        auto const steps = asker.get(from(kind, id)).body.at("steps").as_array();
        for (auto const& step : steps) EXPECT_EQ(step.at("here").as_bool(), step.at("kind") == kind) << kind;
    }
}

TEST_F(TrailTest, WhatTheActorMayNotSeeIsLeftOutWithWhatIsReachedThroughItAlone)
{
    EXPECT_EQ(chain(stranger, from("topic", topic)), (std::vector<std::string>{"topic"})) << "the consultation is not theirs";
    EXPECT_EQ(
        chain(stranger, from("improvement_case", improved)),
        (std::vector<std::string>{"improvement_case", "improvement_case of improvement_case", "newsletter of improvement_case"}))
        << "nor whose skill it showed; the adoption in its draft is";
    EXPECT_EQ(stranger.get(from("consultation", consultation)).status, 404);
    EXPECT_EQ(asker.get("/trail?kind=topic&id=999").status, 404);
    EXPECT_EQ(asker.get("/trail?kind=topic").status, 422);
    EXPECT_EQ(asker.get("/trail?kind=evidence&id=1").status, 422);
}

TEST_F(TrailTest, APublishedAnswerDoesNotLeadToWhoHadAsked)
{
    auto const published = posted(adviser, "よくある質問").at("id");
    town.write([&](db::Tx& tx) {
        static db::Sql const kPublished{"UPDATE consultation SET topic_id = $2 WHERE id = $1"};
        tx.run(kPublished, consultation.as_int64(), published.as_int64());
    });
    EXPECT_EQ(chain(stranger, from("topic", published)), (std::vector<std::string>{"topic"}));
    EXPECT_EQ(chain(asker, from("topic", published))[1], "consultation of topic") << "who asked sees the way";
}

TEST_F(TrailTest, AStepSaysItsDayItsStateAndWhereItIs)
{
    auto const steps = head.get(from("improvement_case", improved)).body.at("steps").as_array();
    std::map<std::string, bj::object> by_kind;
    for (auto const& step : steps) by_kind.emplace(step.at("kind").as_string(), step.as_object());
    EXPECT_EQ(by_kind.at("improvement_case").at("state_en"), "Confirmed");
    EXPECT_EQ(by_kind.at("improvement_case").at("on"), "2026-06-01");
    EXPECT_EQ(by_kind.at("evidence").at("title"), "業務改革");
    EXPECT_EQ(by_kind.at("evidence").at("detail"), "青木 花子");
    EXPECT_EQ(by_kind.at("newsletter").at("url").as_string(), "/newsletters/" + digits(issue));
}
