#include "features/fulltext/fulltext.hpp"
#include "testing/town.hpp"

#include <gmock/gmock.h>

using boost::json::value;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

using Texts = std::vector<std::string>;

std::string together(value const& parts)
{
    std::string out;
    for (auto const& part : parts.as_array()) {
        auto const text = std::string{part.at("text").as_string()};
        out += part.at("mark").as_bool() ? "[" + text + "]" : text;
    }
    return out;
}

Texts kinds(value const& answer)
{
    Texts found;
    for (auto const& group : answer.at("groups").as_array()) found.emplace_back(group.at("kind").as_string());
    return found;
}

Texts titles(value const& answer)
{
    Texts found;
    for (auto const& group : answer.at("groups").as_array()) {
        for (auto const& hit : group.at("hits").as_array()) found.push_back(together(hit.at("title")));
    }
    return found;
}

fulltext::Document post(std::int64_t id, std::string title, std::string text, char const* at = "2026-05-01T00:00:00Z",
                        fulltext::Kind kind = fulltext::Kind::topic, std::int64_t circle = 0)
{
    return {kind, id, std::move(title), std::move(text), "/hiroba/topics/" + std::to_string(id), *instant_from_iso(at), circle};
}

void put(Town& town, std::vector<fulltext::Document> const& documents)
{
    town.write([&](db::Tx& tx) {
        for (auto const& one : documents) fulltext::put(tx, one);
    });
}

}  // namespace

TEST(Search, FindsPeopleSectionsAndWhatWasWrittenInOneAnswer)
{
    Town town;
    auto const section = town.unit("税務課");
    town.person({.no = "7", .name = "税所 花子", .unit = section, .kana = "サイショ ハナコ"});
    put(town, {post(1, "税の相談", "窓口で聞かれました"),
               post(2, "庶務", "税の話です", "2026-05-02T00:00:00Z", fulltext::Kind::notice)});
    auto const office = town.as(Role::dx_office);
    auto const answer = office.get("/search?q=%E7%A8%8E").body;
    EXPECT_EQ(kinds(answer), (Texts{"staff", "unit", "topic", "notice"}));
    EXPECT_EQ(titles(answer), (Texts{"[税]所 花子", "[税]務課", "[税]の相談", "庶務"}));
    auto const& hit = answer.at("groups").at(3).at("hits").at(0);
    EXPECT_EQ(together(hit.at("text")), "[税]の話です");
    EXPECT_EQ(hit.at("url"), "/hiroba/topics/2");
    EXPECT_EQ(hit.at("at"), "2026-05-02T00:00:00Z");
}

TEST(Search, NarrowsToKindsAndDaysAndSaysWhereItStoppedCounting)
{
    Town town;
    std::vector<fulltext::Document> many;
    for (int i = 1; i <= 80; ++i) many.push_back(post(i, "会議の話", "本文"));
    many.push_back(post(81, "会議の昨日", "", "2026-04-30T14:59:59Z"));  // 23:59 in Japan
    put(town, many);
    auto const reader = town.staff("1");
    auto const narrow = reader.get("/search?q=%E4%BC%9A%E8%AD%B0&kind=topic&kind=reply&limit=10").body;
    EXPECT_EQ(kinds(narrow), Texts{"topic"});
    EXPECT_EQ(narrow.at("groups").at(0).at("or_more"), true);
    EXPECT_EQ(narrow.at("groups").at(0).at("hits").as_array().size(), 10U);
    EXPECT_EQ(titles(reader.get("/search?q=%E4%BC%9A%E8%AD%B0&until=2026-04-30").body), Texts{"[会議]の昨日"});
    EXPECT_EQ(kinds(reader.get("/search?q=%E4%BC%9A%E8%AD%B0&kind=notice").body), Texts{});
    EXPECT_EQ(reader.get("/search?q=").status, 422);
    EXPECT_EQ(reader.get("/search?q=a&limit=51").status, 422);
    EXPECT_EQ(reader.get("/search?q=%22%27*%28").status, 200);
    EXPECT_EQ(town.nobody().get("/search?q=a").status, 401);
}

TEST(Search, WhatAClosedGroupWritesIsFoundByItsMembersOnly)
{
    Town town;
    auto const office = town.as(Role::dx_office);
    auto const member = town.staff("1");
    auto const group = office.post("/groups", {{"name", "検討"}, {"purpose", "案"}}).body.at("id").as_int64();
    auto const place = "/groups/" + std::to_string(group) + "/members/" + std::to_string(member.account().value);
    ASSERT_EQ(office.put(place, {{"member", true}, {"keeper", false}}).status, 200);
    put(town, {post(1, "人事の相談", "", "2026-05-01T00:00:00Z", fulltext::Kind::topic, group)});
    EXPECT_EQ(titles(member.get("/search?q=%E4%BA%BA%E4%BA%8B").body), Texts{"[人事]の相談"});
    EXPECT_EQ(titles(town.staff("2").get("/search?q=%E4%BA%BA%E4%BA%8B").body), Texts{});
    EXPECT_EQ(titles(town.as(Role::administrator).get("/search?q=%E4%BA%BA%E4%BA%8B").body), Texts{});
}

TEST(Search, WhomOneMayNotSeeIsNotFound)
{
    Town town;
    town.person({.no = "3", .name = "他課 三郎", .kana = "タカ サブロウ"});
    EXPECT_EQ(titles(town.staff("2").get("/search?q=%E4%BB%96%E8%AA%B2").body), Texts{});
    EXPECT_EQ(titles(town.as(Role::dx_office).get("/search?q=%E4%BB%96%E8%AA%B2").body), Texts{"[他課] 三郎"});
}
