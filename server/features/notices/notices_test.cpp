// Notices from the draft to who has read them.
#include "features/fulltext/fulltext.hpp"
#include "features/plan/versions.hpp"
#include "features/plan/yaml.hpp"
#include "testing/town.hpp"

#include <gmock/gmock.h>

namespace {

namespace bj = boost::json;

constexpr auto kPlan = R"(municipality: {slug: town, name: 試験市, name_en: Test City}
document: {key: T, title: 計画, owners: [DX推進課], clause: 表紙}
population: {rule: 全職員, clause: L1}
ranks:
  - {name: 課長, order: 50, band: management, clause: L1}
  - {name: 係員, order: 10, band: staff, clause: L1}
categories:
  - {code: BOSS, name: 管理職, name_en: Managers, priority: 1, rule: 職位 >= 課長, clause: 第2章}
  - {code: ALL, name: 全職員, priority: 9, rule: 全職員, clause: 第2章}
)";

std::string digits(bj::value const& number) { return std::to_string(number.as_int64()); }

struct NoticesTest : testing::Test {
    Town town;
    OrgUnitId general = town.unit("情報課"), welfare = town.unit("福祉課");
    Client office = town.as(Role::dx_office);
    Client boss = (town.person({.no = "0001", .name = "課長 一郎", .unit = general, .rank = "課長", .is_head = true}),
                   town.staff("0001", Role::section_head));
    Client member = (town.person({.no = "0010", .name = "職員 花子", .unit = general}), town.staff("0010"));
    Client other = (town.person({.no = "0020", .name = "福祉 次郎", .unit = welfare}), town.staff("0020"));

    void SetUp() override
    {
        town.write([&](db::Tx& tx) {
            return plan::import_in_force(tx, plan::read_yaml(kPlan).plan, *date_from_iso("2020-04-01"), town.clock());
        });
    }
    static bj::object form(char const* title = "補助金の公募", char const* audience = "", bool important = false)
    {
        return {{"kind", "support_scheme"},
                {"title", title},
                {"text", "**締切**は月末です。"},
                {"audience", audience},
                {"link", "https://www.example.go.jp/"},
                {"from", "2026-06-01"},
                {"until", "2026-06-30"},
                {"important", important},
                {"files", bj::array{}}};
    }
    static bj::object with(bj::object one, char const* member, bj::value value)
    {
        one[member] = std::move(value);
        return one;
    }
    static std::string at(bj::value const& id, std::string const& rest = {}) { return "/notices/" + digits(id) + rest; }
    bj::value drafted(bj::object const& wanted)
    {
        auto const made = office.post("/notices", wanted);
        EXPECT_EQ(made.status, 201) << made.bytes;
        return made.body.at("line").at("id");
    }
    bj::value published(bj::object const& wanted)
    {
        auto const id = drafted(wanted);
        auto const answer = office.post(at(id, "/publish"), bj::object{{"revision", 1}});
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        return id;
    }
    bj::value published() { return published(form()); }
    static std::vector<std::string> titles(Client const& who, std::string const& query = {})
    {
        std::vector<std::string> all;
        auto const list = who.get("/notices" + query).body;
        for (auto const& line : list.at("notices").as_array()) all.emplace_back(line.at("title").as_string());
        return all;
    }
};

}  // namespace

TEST_F(NoticesTest, ADraftSentTwiceOverABadLineIsKeptOnce)
{
    auto const sent = with(form(), "key", "8d0c2a52-one");
    auto const id = drafted(sent);
    EXPECT_EQ(drafted(sent), id);
    EXPECT_NE(drafted(with(sent, "key", "8d0c2a52-two")), id);
    EXPECT_EQ(office.get("/notices/kept").body.at("notices").as_array().size(), 2U);
}

TEST_F(NoticesTest, ADraftIsForWhoPublishesAndWhatIsWrongIsNamed)
{
    auto const id = drafted(form());
    EXPECT_TRUE(titles(member).empty());
    EXPECT_EQ(member.get(at(id)).status, 404);
    EXPECT_EQ(member.post(at(id, "/reading")).status, 404);
    EXPECT_EQ(member.post("/notices", form()).status, 403);
    EXPECT_EQ(member.get("/notices/kept").status, 403);
    auto const pointer = [&](bj::object const& wanted) {
        auto const answer = office.post("/notices", wanted);
        EXPECT_EQ(answer.code(), "invalid_input") << answer.bytes;
        return std::string(answer.body.at("problems").at(0).at("pointer").as_string());
    };
    EXPECT_EQ(pointer(with(form(), "audience", "職位 >= 魔王")), "/audience");
    EXPECT_EQ(pointer(with(form(), "link", "javascript:alert(1)")), "/link");
    EXPECT_EQ(pointer(with(form(), "link", "//elsewhere.example/")), "/link");
    EXPECT_EQ(pointer(with(form(), "until", "2026-05-01")), "/until");
    EXPECT_EQ(pointer(with(form(), "title", "")), "/title");
    EXPECT_EQ(pointer(with(form(), "files", bj::array{99})), "/files/0");
    EXPECT_EQ(office.del(at(id)).status, 200);
    EXPECT_EQ(office.get(at(id)).status, 404);
}

TEST_F(NoticesTest, UnreadOnesStandFirstAndReadingIsKept)
{
    auto const first = published(form("はじめ"));
    published(form("つぎ"));
    published(form("大事", "", true));
    EXPECT_THAT(titles(member), testing::ElementsAre("大事", "つぎ", "はじめ"));
    EXPECT_EQ(member.get("/notices").body.at("unread"), 3);
    EXPECT_TRUE(member.get(at(first)).body.at("line").at("read_at").is_null()) << "to look is not to read";
    EXPECT_EQ(member.post(at(first, "/reading")).status, 200);
    EXPECT_EQ(member.post(at(first, "/reading")).status, 200);
    EXPECT_FALSE(member.get(at(first)).body.at("line").at("read_at").is_null());
    EXPECT_EQ(member.get("/notices").body.at("unread"), 2);
    EXPECT_THAT(titles(member, "?unread=true"), testing::ElementsAre("大事", "つぎ"));
    EXPECT_THAT(titles(member, "?q=%E3%83%8F%E3%82%B8%E3%83%A1"), testing::ElementsAre("はじめ")) << "whatever the kana";
    EXPECT_TRUE(titles(member, "?kind=training").empty());
    EXPECT_EQ(other.get("/notices").body.at("unread"), 3) << "somebody else has not read it";
    auto const shown = member.get(at(first)).body;
    EXPECT_EQ(shown.at("pieces").at(1).at("kind"), "strong");
    EXPECT_EQ(shown.at("text"), "") << "what was typed is for who may edit it";
}

TEST_F(NoticesTest, WhoIsMeantIsARuleOfThePlanAndItsDaysCount)
{
    auto const id = published(form("管理職へ", "職位 >= 課長"));
    EXPECT_THAT(titles(boss), testing::ElementsAre("管理職へ"));
    EXPECT_TRUE(titles(member).empty());
    EXPECT_EQ(member.get(at(id)).status, 404);
    EXPECT_EQ(office
                  .get("/notices/audience?rule="
                       "%E8%81%B7%E4%BD%8D%20%3E%3D%20%E8%AA%B2%E9%95%B7")
                  .body.at("people"),
              1);
    EXPECT_EQ(office.get("/notices/audience").body.at("people"), 3);

    auto const later = published(with(with(form("来月"), "from", "2026-07-01"), "until", nullptr));
    EXPECT_EQ(member.get(at(later)).status, 404);
    town.clock().set(*date_from_iso("2026-07-02"));
    member = town.staff("0010");
    EXPECT_THAT(titles(member), testing::ElementsAre("来月"));
    EXPECT_TRUE(titles(member, "?past=true").empty());
    EXPECT_THAT(titles(town.staff("0001"), "?past=true"), testing::ElementsAre("管理職へ"));
}

TEST_F(NoticesTest, TwoEditorsDoNotOverwriteEachOtherAndAChangeMayAskToReadAnew)
{
    auto const id = published();
    member.post(at(id, "/reading"));
    auto change = with(with(form("直した"), "revision", 2), "again", false);
    auto const changed = office.put(at(id), change);
    ASSERT_EQ(changed.status, 200) << changed.bytes;
    EXPECT_FALSE(changed.body.at("line").at("edited_at").is_null());
    EXPECT_EQ(office.put(at(id), change).code(), "changed_meanwhile");
    EXPECT_EQ(member.get("/notices").body.at("unread"), 0);
    change["revision"] = changed.body.at("revision");
    change["again"] = true;
    EXPECT_EQ(office.put(at(id), change).status, 200);
    EXPECT_EQ(member.get("/notices").body.at("unread"), 1);
    EXPECT_EQ(office.post(at(id, "/publish"), bj::object{{"revision", 4}}).code(), "wrong_status");
    EXPECT_EQ(office.del(at(id)).code(), "wrong_status");
}

TEST_F(NoticesTest, WhatIsTakenBackIsGoneForReadersAndTheOfficeKnowsWhy)
{
    auto const id = published();
    EXPECT_EQ(office.post(at(id, "/taking-back"), bj::object{{"revision", 1}, {"reason", "誤り"}}).code(), "changed_meanwhile");
    auto const back = office.post(at(id, "/taking-back"), bj::object{{"revision", 2}, {"reason", "日付の誤り"}});
    ASSERT_EQ(back.status, 200) << back.bytes;
    EXPECT_EQ(back.body.at("taken_back_why"), "日付の誤り");
    EXPECT_EQ(member.get(at(id)).status, 404);
    EXPECT_TRUE(titles(member).empty());
    EXPECT_EQ(office.put(at(id), with(with(form(), "revision", 3), "again", false)).code(), "wrong_status");
    EXPECT_EQ(office.post(at(id, "/taking-back"), bj::object{{"revision", 3}, {"reason", "x"}}).code(), "wrong_status");
}

TEST_F(NoticesTest, TheOfficeSeesWhoHasReadBySectionAHeadTheOwnOneAndNobodyElseAnything)
{
    auto const id = published(form("大事", "", true));
    member.post(at(id, "/reading"));
    auto const all = office.get(at(id, "/readers")).body;
    EXPECT_EQ(all.at("people"), 3);
    EXPECT_EQ(all.at("read"), 1);
    ASSERT_EQ(all.at("sections").as_array().size(), 2U);
    EXPECT_EQ(all.at("sections").at(0).at("read"), 1);
    EXPECT_TRUE(all.at("not_read").as_array().empty()) << "names are told of one section at a time";
    auto const own = boss.get(at(id, "/readers?unit=" + std::to_string(general.value))).body;
    EXPECT_EQ(own.at("sections").as_array().size(), 1U);
    ASSERT_EQ(own.at("not_read").as_array().size(), 1U);
    EXPECT_EQ(own.at("not_read").at(0).at("name"), "課長 一郎");
    EXPECT_TRUE(boss.get(at(id, "/readers?unit=" + std::to_string(welfare.value))).body.at("not_read").as_array().empty());
    EXPECT_EQ(member.get(at(id, "/readers")).status, 404);
    auto const plain = published(form("ふつう"));
    EXPECT_TRUE(office.get(at(plain, "/readers?unit=" + std::to_string(general.value))).body.at("not_read").as_array().empty())
        << "of what is not important nobody is named";
    auto const kept = office.get("/notices/kept").body;
    EXPECT_EQ(kept.at("notices").as_array().size(), 2U);
    EXPECT_EQ(kept.at("notices").at(1).at("read"), 1);
}

TEST_F(NoticesTest, ItsFilesAreForWhoMayReadItAndItIsFoundByItsWordsWhenItIsForEverybody)
{
    auto const file = office.upload("/attachments?name=%E8%A6%81%E9%A0%98.txt", "要領", "text/plain");
    ASSERT_EQ(file.status, 201) << file.bytes;
    auto const path = "/attachments/" + digits(file.body.at("id"));
    auto const id = drafted(with(form("管理職へ", "職位 >= 課長"), "files", bj::array{file.body.at("id")}));
    EXPECT_EQ(boss.get(path).status, 404) << "a draft's";
    office.post(at(id, "/publish"), bj::object{{"revision", 1}});
    EXPECT_EQ(boss.get(path).status, 200);
    EXPECT_EQ(member.get(path).status, 404) << "is not meant";
    EXPECT_EQ(boss.get(at(id)).body.at("attached").at(0).at("name"), "要領.txt");
    EXPECT_EQ(boss.get("/notices").body.at("notices").at(0).at("files"), 1);

    auto const found = [&] {
        return town.read(
            [](db::Tx& tx) { return fulltext::find(tx, {.q = "公募 締切", .kinds = {fulltext::Kind::notice}}).size(); });
    };
    EXPECT_EQ(found(), 0U) << "what is for some is not in the index of everybody";
    auto const open = published(form("公募"));
    EXPECT_EQ(found(), 1U);
    office.post(at(open, "/taking-back"), bj::object{{"revision", 2}, {"reason", "誤り"}});
    EXPECT_EQ(found(), 0U);
}

TEST_F(NoticesTest, WhatIsToComeIsFoundByNobodyBeforeItsDay)
{
    auto const later = published(with(with(form("予告の件", "", true), "from", "2026-06-10"), "until", nullptr));
    auto const found = [&] {
        return town.read(
            [](db::Tx& tx) { return fulltext::find(tx, {.q = "予告の件", .kinds = {fulltext::Kind::notice}}).size(); });
    };
    EXPECT_EQ(found(), 0U);
    EXPECT_EQ(boss.get(at(later, "/readers")).status, 404) << "not even its title";
    EXPECT_EQ(office.get(at(later, "/readers")).status, 200);
    town.clock().set(*date_from_iso("2026-06-10"));
    town.municipality().caretaker().tend_day();
    EXPECT_EQ(found(), 1U) << "though nobody has read it yet";
    EXPECT_EQ(town.staff("0001").get(at(later)).status, 200);
}

TEST_F(NoticesTest, WhatIsOverLeavesTheSearchAndStaysAmongThePast)
{
    auto const id = published(with(form("予告の件"), "until", "2026-06-05"));
    auto const found = [&] { return member.get("/search?q=%E4%BA%88%E5%91%8A").body.at("groups").as_array().size(); };
    auto const tend = [&](char const* day) {
        town.clock().set(*date_from_iso(day));
        member = town.staff("0010");
        town.municipality().caretaker().tend_day();
    };
    EXPECT_EQ(found(), 1U);
    tend("2026-06-05");
    EXPECT_EQ(found(), 1U) << "its last day";
    tend("2026-06-09");
    EXPECT_EQ(found(), 0U) << "also after days on which nobody was there";
    EXPECT_THAT(titles(member, "?past=true"), testing::ElementsAre("予告の件"));
    office = town.as(Role::dx_office);
    auto longer = with(with(form("予告の件"), "until", "2026-06-20"), "again", false);
    longer["revision"] = office.get(at(id)).body.at("revision");
    ASSERT_EQ(office.put(at(id), longer).status, 200);
    EXPECT_EQ(found(), 1U) << "its last day was moved";
}

TEST_F(NoticesTest, AHeadIsToldOfReadersOfWhatConcernsTheOwnPeopleOnly)
{
    auto const to_bosses = published(form("管理職へ", "職位 >= 課長", true));
    auto const to_officers = published(form("係員へ", "職位 = 係員", true));
    EXPECT_EQ(boss.get(at(to_officers, "/readers")).body.at("people"), 1);
    town.person({.no = "0002", .name = "福祉 課長", .unit = welfare, .rank = "係員", .is_head = true});
    EXPECT_EQ(town.staff("0002", Role::section_head).get(at(to_bosses, "/readers")).status, 404);
}

TEST(NoticesWithoutAPlan, AreThoseForEverybody)
{
    Town town;
    auto const office = town.as(Role::dx_office);
    EXPECT_EQ(office.get("/notices").status, 200);
    EXPECT_EQ(office.get("/notices/kept").status, 200);
    auto const made = office.post("/notices", bj::object{{"kind", "general"},
                                                         {"title", "はじめに"},
                                                         {"text", ""},
                                                         {"audience", ""},
                                                         {"link", ""},
                                                         {"from", "2026-06-01"},
                                                         {"until", nullptr},
                                                         {"important", false},
                                                         {"files", bj::array{}}});
    ASSERT_EQ(made.status, 201) << made.bytes;
    auto const id = digits(made.body.at("line").at("id"));
    EXPECT_EQ(office.post("/notices/" + id + "/publish", bj::object{{"revision", 1}}).status, 200);
    EXPECT_EQ(town.staff("0010").get("/notices").body.at("unread"), 1);
    EXPECT_EQ(office.get("/notices/kept").body.at("notices").as_array().size(), 1U);
}
