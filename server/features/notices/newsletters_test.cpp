// An issue from what is new to what is printed.
#include "features/notices/newsletter_sheets.hpp"
#include "features/plan/versions.hpp"
#include "features/plan/yaml.hpp"
#include "testing/pdf_text.hpp"
#include "testing/town.hpp"

#include <gmock/gmock.h>

using testing::HasSubstr;

namespace {

namespace bj = boost::json;

constexpr auto kPlan = R"(municipality: {slug: town, name: 試験市, name_en: Test City}
document:
  key: T
  title: 計画
  owners: [DX推進課]
  clause: 表紙
  colophon: {publisher: 試験市, address: 試験県試験市一丁目1番, tel: 000-111-2222}
population: {rule: 全職員, clause: L1}
categories:
  - {code: ALL, name: 全職員, priority: 9, rule: 全職員, clause: 第2章}
skills:
  - {code: DX, name: DX基礎, clause: L2}
courses:
  - {code: C1, name: DX入門, skills: [DX], clause: L4}
)";

std::string digits(bj::value const& number) { return std::to_string(number.as_int64()); }

std::string without_spaces(std::string text)
{
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
}

struct NewslettersTest : testing::Test {
    Town town;
    OrgUnitId section = town.unit("情報課");
    Client office = town.as(Role::dx_office);
    Client member = (town.person({.no = "0010", .name = "職員 花子", .unit = section}), town.staff("0010"));

    void SetUp() override
    {
        town.write([&](db::Tx& tx) {
            return plan::import_in_force(tx, plan::read_yaml(kPlan).plan, *date_from_iso("2020-04-01"), town.clock());
        });
    }
    static bj::object item(char const* kind, char const* title, char const* lead = "", char const* figure = "")
    {
        return {{"kind", kind}, {"id", nullptr}, {"title", title}, {"lead", lead}, {"url", "/targets"}, {"figure", figure}};
    }
    static bj::object change(bj::value const& revision, bj::array items, char const* title = "夏の号")
    {
        return {{"revision", revision},
                {"title", title},
                {"opening", "今号では**三つ**の話題をお伝えします。"},
                {"closing", "ご意見をお寄せください。"},
                {"from", "2026-04-01"},
                {"until", "2026-05-31"},
                {"items", std::move(items)}};
    }
    static std::string at(bj::value const& id, std::string const& rest = {}) { return "/newsletters/" + digits(id) + rest; }
    bj::value begun(bool fill = false)
    {
        auto const made =
            office.post("/newsletters", bj::object{{"title", "夏の号"}, {"fill", fill}, {"from", nullptr}, {"until", nullptr}});
        EXPECT_EQ(made.status, 201) << made.bytes;
        return made.body.at("line").at("id");
    }
    bj::value published()
    {
        auto const id = begun();
        auto const saved = office.put(
            at(id), change(1, {item("text", "はじめに", "本文です。"), item("figure", "研修を修了した職員", "", "120人")}));
        EXPECT_EQ(saved.status, 200) << saved.bytes;
        auto const answer = office.post(at(id, "/publish"), bj::object{{"revision", 2}});
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        return id;
    }
    void a_run_is_open()
    {
        auto const hr = town.as(Role::training_officer);
        bj::object const form{{"course", "C1"},
                              {"fiscal_year", 2026},
                              {"name", ""},
                              {"capacity", 20},
                              {"per_unit", 0},
                              {"apply_from", "2026-05-01"},
                              {"apply_until", "2026-06-20"},
                              {"attend", "all"},
                              {"needs_release", false},
                              {"note", ""},
                              {"sessions", bj::array{bj::object{{"starts_at", "2026-07-08T10:00"},
                                                                {"ends_at", "2026-07-08T12:00"},
                                                                {"place", "大会議室"},
                                                                {"online_address", ""}}}}};
        auto const run = hr.post("/runs", form);
        ASSERT_EQ(run.status, 201) << run.bytes;
        hr.post("/runs/" + digits(run.body.at("id")) + "/opening");
    }
};

}  // namespace

TEST_F(NewslettersTest, WhatIsNewSinceTheLastIssueIsProposedAndMayFillTheDraft)
{
    a_run_is_open();
    auto const trend = office.post("/notices", bj::object{{"kind", "national_trend"},
                                                          {"title", "国の重点計画"},
                                                          {"text", "改定されました。"},
                                                          {"audience", ""},
                                                          {"link", ""},
                                                          {"from", "2026-05-20"},
                                                          {"until", nullptr},
                                                          {"important", false},
                                                          {"files", bj::array{}}});
    office.post("/notices/" + digits(trend.body.at("line").at("id")) + "/publish", bj::object{{"revision", 1}});

    auto const proposed = office.get("/newsletters/draft");
    ASSERT_EQ(proposed.status, 200) << proposed.bytes;
    std::map<std::string, std::string> first;
    for (auto const& group : proposed.body.at("groups").as_array())
        first[std::string(group.at("kind").as_string())] = group.at("items").at(0).at("title").as_string();
    EXPECT_EQ(first["trend"], "国の重点計画");
    EXPECT_EQ(first["training"], "DX入門");
    EXPECT_EQ(member.get("/newsletters/draft").status, 403);
    EXPECT_EQ(office.get("/newsletters/draft?from=2026-06-01&until=2026-05-01").code(), "invalid_input");

    auto const id = begun(true);
    EXPECT_EQ(office.get(at(id)).body.at("items").as_array().size(), 2U);
    published();
    auto const next = office.get("/newsletters/draft").body;
    EXPECT_EQ(next.at("from"), "2026-06-01") << "the day after what the last issue told of";
    for (auto const& group : next.at("groups").as_array()) EXPECT_NE(group.at("kind"), "trend") << "was before";
}

TEST_F(NewslettersTest, AnIssueIsTheEditorsUntilItIsPublishedThenEverybodysAndNeverChanges)
{
    auto const id = begun();
    EXPECT_EQ(member.get(at(id)).status, 404);
    EXPECT_TRUE(member.get("/newsletters").body.at("issues").as_array().empty());
    EXPECT_EQ(office.post(at(id, "/publish"), bj::object{{"revision", 1}}).code(), "invalid_input") << "without items";
    auto const bad = item("text", "x");
    auto wrong = bad;
    wrong["url"] = "javascript:alert(1)";
    EXPECT_EQ(office.put(at(id), change(1, {wrong})).code(), "invalid_input");
    auto const saved = office.put(at(id), change(1, {item("text", "二番"), item("text", "一番")}));
    ASSERT_EQ(saved.status, 200) << saved.bytes;
    EXPECT_EQ(office.put(at(id), change(1, {item("text", "別の窓")})).code(), "changed_meanwhile");
    EXPECT_EQ(office.post(at(id, "/publish"), bj::object{{"revision", 1}}).code(), "changed_meanwhile");

    auto const out = office.post(at(id, "/publish"), bj::object{{"revision", 2}});
    ASSERT_EQ(out.status, 200) << out.bytes;
    EXPECT_EQ(out.body.at("line").at("number"), 1);
    EXPECT_EQ(out.body.at("line").at("issued_on"), "2026-06-01");
    EXPECT_EQ(out.body.at("colophon").at("publisher"), "DX推進課") << "発行課 and not the city once more";
    EXPECT_EQ(office.put(at(id), change(3, {item("text", "x")})).code(), "wrong_status");
    EXPECT_EQ(office.del(at(id)).code(), "wrong_status");
    EXPECT_EQ(member.get(at(id)).body.at("items").at(0).at("item").at("title"), "二番") << "in the editor's order";

    auto const told = member.get("/notices").body;
    ASSERT_EQ(told.at("notices").as_array().size(), 1U);
    EXPECT_EQ(told.at("notices").at(0).at("kind"), "newsletter");
    EXPECT_EQ(told.at("notices").at(0).at("link").as_string(), at(id));

    auto const second = published();
    EXPECT_EQ(member.get(at(second)).body.at("before"), id);
    EXPECT_EQ(member.get(at(id)).body.at("after"), second);
    EXPECT_EQ(member.get("/newsletters").body.at("issues").at(0).at("number"), 2);
}

TEST_F(NewslettersTest, ADraftMayBeThrownAway)
{
    auto const id = begun();
    EXPECT_EQ(member.del(at(id)).status, 403);
    EXPECT_EQ(office.del(at(id)).status, 200);
    EXPECT_EQ(office.get(at(id)).status, 404);
}

TEST_F(NewslettersTest, ThePaperSaysNumberDayPublisherAndEveryItem)
{
    auto const id = published();
    auto const file = member.get(at(id, "/pdf"));
    ASSERT_EQ(file.status, 200);
    auto const text = without_spaces(testing_town::pdf_text(file.bytes));
    for (auto const* const wanted : {"試験市", "ニュースレター", "第1号", "令和8年6月1日", "夏の号", "今号では三つの話題",
                                     "はじめに", "120人", "発行試験市DX推進課", "電話000-111-2222", "1/1"})
        EXPECT_THAT(text, HasSubstr(wanted));
    EXPECT_EQ(member.get(at(begun(), "/pdf")).status, 404) << "a draft is the editor's";
}

TEST(NewsletterSheets, LongTextsGoOnOnTheNextSheetAndNoLineBeginsWithAMark)
{
    notices::Newsletter issue;
    issue.line.title = "長い号";
    issue.line.number = 7;
    std::string lead;
    for (int i = 0; i < 400; ++i) lead += "窓口の待ち時間を短くしました、そして記録を残しました。";
    auto& item = issue.items.emplace_back();
    item.item = {notices::NewsKind::improvement_case, 1, "長い事例", lead, "/improvement/1", "年間 120時間"};
    item.pieces = markdown::pieces(lead);
    auto const text = testing_town::pdf_text(notices::newsletter_pdf(issue, "host/town"));
    auto const sheets = std::count(text.begin(), text.end(), '\f');
    EXPECT_GE(sheets, 4);
    EXPECT_THAT(without_spaces(text), HasSubstr(std::to_string(sheets) + "/" + std::to_string(sheets)));
    EXPECT_THAT(text, HasSubstr("host/town/improvement/1"));
    std::size_t told = 0;
    auto const whole = without_spaces(text);
    for (auto place = whole.find("待ち時間を短く"); place != std::string::npos; place = whole.find("待ち時間を短く", place + 1))
        ++told;
    EXPECT_GE(told, 395U) << "nothing is lost between two sheets but words that the cut parts";
    std::size_t wrong = 0;
    for (std::size_t place = text.find('\n'); place != std::string::npos; place = text.find('\n', place + 1)) {
        auto const begin = text.find_first_not_of(" \n\f", place);
        if (begin == std::string::npos) break;
        auto const first = text.substr(begin, 3);
        wrong += first == "、" || first == "。";
    }
    EXPECT_EQ(wrong, 0U);
}
