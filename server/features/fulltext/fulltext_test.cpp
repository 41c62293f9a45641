#include "features/fulltext/fulltext.hpp"

#include "features/fulltext/matching.hpp"
#include "platform/db/engine_fixture.hpp"
#include "platform/db/migrate.hpp"
#include "platform/yaml/read.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace fulltext {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

struct Post {
    std::int64_t id = 0;
    Kind kind = Kind::topic;
    std::string title, text;
    bool settled = false;
    std::int64_t circle = 0;
};
BOOST_DESCRIBE_STRUCT(Post, (), (id, kind, title, text, settled, circle))
struct Posts {
    std::vector<Post> documents;
};
BOOST_DESCRIBE_STRUCT(Posts, (), (documents))

struct Asked {
    std::string q;
    std::vector<std::int64_t> first, must, never, circles;
    bool nothing = false;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (q, first, must, never, circles, nothing))
struct Questions {
    std::vector<Asked> questions;
};
BOOST_DESCRIBE_STRUCT(Questions, (), (questions))

template <class T>
T read_file(char const* name)
{
    std::ifstream file{std::string{TESTDATA} + name};
    std::string const text{std::istreambuf_iterator<char>{file}, {}};
    FromFile from;
    T read;
    yaml::read(text, read, from, {"", ""});
    EXPECT_THAT(from.problems, IsEmpty()) << name;
    return read;
}

Instant day(int number)
{
    return Instant{std::chrono::sys_days{std::chrono::year{2026} / 4 / 1}} + std::chrono::hours{24 * number};
}

Document document(Post const& post)
{
    auto const id = std::to_string(post.id);
    return {post.kind, post.id, post.title, post.text, "/there/" + id, day(static_cast<int>(post.id)), post.circle, post.settled};
}

std::string together(std::vector<Part> const& parts, bool marks_only = false)
{
    std::string out;
    for (auto const& part : parts) {
        if (!marks_only) out += part.text;
        if (marks_only && part.mark) out += "[" + part.text + "]";
    }
    return out;
}

/// Looks at every post: what the index must come to as well.
std::set<std::int64_t> plain_scan(std::vector<Post> const& posts, Asked const& asked)
{
    std::set<std::int64_t> found;
    auto const words = words_of(asked.q);
    for (auto const& post : posts) {
        bool const mine =
            post.circle == 0 || std::find(asked.circles.begin(), asked.circles.end(), post.circle) != asked.circles.end();
        Reading const reading{text::read_for_search(post.title), text::read_for_search(post.text)};
        if (mine && !words.each.empty() && score(words, reading, has_own_title(post.kind), false) > 0) found.insert(post.id);
    }
    return found;
}

class Fulltext : public db::OnBothEngines {
protected:
    void SetUp() override
    {
        OnBothEngines::SetUp();
        if (database) db::migrate(*database);
    }
    void put_all(std::vector<Document> const& documents)
    {
        database->write([&](db::Tx& tx) {
            for (auto const& one : documents) put(tx, one);
        });
    }
    std::vector<Hit> look(Question const& question)
    {
        return database->read([&](db::Tx& tx) { return find(tx, question); });
    }
    std::vector<std::int64_t> ids(Question const& question)
    {
        std::vector<std::int64_t> found;
        for (auto const& hit : look(question)) found.push_back(hit.id);
        return found;
    }
};
ON_BOTH_ENGINES(Fulltext);

void expect_answered(Asked const& asked, std::vector<std::int64_t> const& found)
{
    auto const has = [&](std::int64_t id) { return std::find(found.begin(), found.end(), id) != found.end(); };
    EXPECT_TRUE(!asked.nothing || found.empty()) << asked.q;
    ASSERT_GE(found.size(), asked.first.size()) << asked.q;
    EXPECT_EQ(std::vector(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(asked.first.size())), asked.first)
        << asked.q;
    for (auto const id : asked.must) EXPECT_TRUE(has(id)) << asked.q << " must find " << id;
    for (auto const id : asked.never) EXPECT_FALSE(has(id)) << asked.q << " must not find " << id;
}

}  // namespace

TEST_P(Fulltext, WhatMunicipalStaffAskIsAnsweredAsTheyExpect)
{
    auto const posts = read_file<Posts>("posts.yaml").documents;
    auto const questions = read_file<Questions>("questions.yaml").questions;
    ASSERT_GE(posts.size(), 150U);
    ASSERT_GE(questions.size(), 200U);
    std::vector<Document> documents;
    std::transform(posts.begin(), posts.end(), std::back_inserter(documents), document);
    put_all(documents);
    for (auto const& asked : questions) {
        auto const found = ids({.q = asked.q, .circles = asked.circles, .limit = kMostHits});
        expect_answered(asked, found);
        EXPECT_EQ(std::set(found.begin(), found.end()), plain_scan(posts, asked)) << asked.q;
    }
}

TEST_P(Fulltext, AHitSaysWhereItIsAndMarksWhatWasLookedForAsItWasWritten)
{
    put_all({{Kind::topic, 1, "ファイルサーバーの容量", "共有のｻｰﾊﾞｰが一杯です。サーバ室ではなく、\nｻｰﾊﾞ の話です。", "/hiroba/1",
              day(1)}});
    auto const hits = look({.q = "サーバー"});
    ASSERT_THAT(hits, SizeIs(1));
    EXPECT_EQ(together(hits[0].title), "ファイルサーバーの容量");
    EXPECT_EQ(together(hits[0].title, true), "[サーバー]");
    EXPECT_EQ(together(hits[0].snippet, true), "[ｻｰﾊﾞｰ][サーバ][ｻｰﾊﾞ]");
    EXPECT_EQ(hits[0].url, "/hiroba/1");
    EXPECT_EQ(hits[0].at, day(1));
}

TEST_P(Fulltext, ASnippetIsTheStretchAroundTheBestPlaceAndWordsApartAreAllMarked)
{
    std::string before, behind;
    for (int i = 0; i < 60; ++i) before += "前置き。", behind += "後書き。";
    put_all({{Kind::topic, 1, "題", before + "葛\U000E0100飾区の電子申請は手数料が要ります。" + behind, "/1", day(1)}});
    auto const hits = look({.q = "手数料 電子申請"});
    ASSERT_THAT(hits, SizeIs(1));
    auto const shown = together(hits[0].snippet);
    EXPECT_EQ(together(hits[0].snippet, true), "[電子申請][手数料]");
    EXPECT_LT(text::read_for_search(shown).size(), 130U);
    EXPECT_TRUE(shown.starts_with("…")) << shown;
    EXPECT_TRUE(shown.ends_with("…")) << shown;
    EXPECT_THAT(shown, testing::HasSubstr("葛\U000E0100飾区"));
}

TEST_P(Fulltext, WhatIsChangedIsFoundAsItIsNowAndWhatIsDroppedNoMore)
{
    put_all({{Kind::topic, 1, "庶務の話", "旅費", "/1", day(1)}, {Kind::reply, 1, "庶務の話", "出張", "/1#1", day(2)}});
    put_all({{Kind::topic, 1, "税務の話", "滞納", "/1b", day(1), 0, true}});
    EXPECT_THAT(ids({.q = "旅費"}), IsEmpty());
    EXPECT_THAT(ids({.q = "滞納"}), ElementsAre(1));
    EXPECT_EQ(look({.q = "税務"})[0].url, "/1b");
    database->write([](db::Tx& tx) {
        drop(tx, Kind::topic, 1);
        drop(tx, Kind::topic, 99);
    });
    EXPECT_THAT(ids({.q = "税務"}), IsEmpty());
    EXPECT_THAT(ids({.q = "出張"}), ElementsAre(1));
}

TEST_P(Fulltext, TheDaysTendingMakesOneListOfManyAndChangesNoAnswer)
{
    static db::Sql const kLists{"SELECT count(DISTINCT segid) FROM fulltext_terms_idx"};
    for (int i = 1; i <= 3; ++i) put_all({{Kind::topic, i, "税務の話", "滞納整理", "/x", day(i)}});
    auto const lists = [](db::Tx& tx) { return tx.dialect() == db::Dialect::sqlite ? tx.one<std::int64_t>(kLists) : 1; };
    auto const tended = [&](db::Tx& tx) { return tend(tx), lists(tx); };
    EXPECT_EQ(database->write(tended), 1);
    EXPECT_THAT(ids({.q = "滞納"}), ElementsAre(3, 2, 1));
    database->write([](db::Tx& tx) { drop(tx, Kind::topic, 2); });
    put_all({{Kind::topic, 4, "税務の予定", "滞納", "/y", day(4)}});
    EXPECT_EQ(database->write(tended), 1);
    EXPECT_THAT(ids({.q = "滞納"}), ElementsAre(4, 3, 1));
    EXPECT_THAT(ids({.q = "整理"}), ElementsAre(3, 1));
}

TEST_P(Fulltext, AClosedGroupIsFoundByItsMembersOnlyAlsoAfterItOpens)
{
    put_all({{Kind::topic, 1, "人事の相談", "", "/1", day(1), 7}, {Kind::topic, 2, "人事の予定", "", "/2", day(2)}});
    EXPECT_THAT(ids({.q = "人事"}), ElementsAre(2));
    EXPECT_THAT(ids({.q = "人事", .circles = {8}}), ElementsAre(2));
    EXPECT_THAT(ids({.q = "人事", .circles = {8, 7}}), ElementsAre(2, 1));
    put_all({{Kind::topic, 1, "人事の相談", "", "/1", day(1), 0}});
    EXPECT_THAT(ids({.q = "人事"}), ElementsAre(2, 1));
}

TEST_P(Fulltext, KindsAndDatesNarrowWhatIsFound)
{
    std::vector<Document> many;
    for (int i = 1; i <= 400; ++i) many.push_back({Kind::topic, i, "予算の話", "", "/t", day(i)});
    many.push_back({Kind::notice, 401, "予算の通知", "", "/n", day(-800)});
    put_all(many);
    EXPECT_THAT(look({.q = "予算", .kinds = {Kind::notice, Kind::newsletter}}),
                ElementsAre(testing::Field(&Hit::kind, Kind::notice)));
    EXPECT_THAT(ids({.q = "予算", .from = day(10), .until = day(13)}), ElementsAre(12, 11, 10));
    EXPECT_THAT(ids({.q = "予算", .until = day(3)}), ElementsAre(2, 1, 401));
    EXPECT_THAT(ids({.q = "予算", .from = day(399)}), ElementsAre(400, 399));
    EXPECT_THAT(ids({.q = "予算", .from = day(5), .until = day(5)}), IsEmpty());
}

TEST_P(Fulltext, FromManyTheNewestComeFirstAndEachKindHasItsOwnFew)
{
    std::vector<Document> many;
    for (int i = 1; i <= 1'300; ++i)
        many.push_back({i % 3 ? Kind::reply : Kind::topic, i, "会議", i % 3 ? "会議室の件" : "本文", "/x", day(i % 900)});
    many.insert(many.begin() + 5, {Kind::newsletter, 5'000, "通信", "会議の特集", "/n", day(1)});
    database->write([&](db::Tx& tx) { put_many(tx, many); });
    EXPECT_THAT(look({.q = "会議", .limit = 20}), SizeIs(20));
    auto const groups = database->read([](db::Tx& tx) { return grouped(tx, {.q = "会議", .limit = 3}); });
    ASSERT_THAT(groups, SizeIs(3));
    EXPECT_EQ(groups[0].kind, Kind::topic);
    EXPECT_TRUE(groups[0].or_more);
    EXPECT_THAT(groups[0].hits, SizeIs(3));
    EXPECT_TRUE(groups[1].or_more);
    EXPECT_EQ(groups[2].kind, Kind::newsletter);
    EXPECT_EQ(groups[2].count, 1);
    EXPECT_FALSE(groups[2].or_more);
    auto const few = database->read([](db::Tx& tx) { return grouped(tx, {.q = "特集"}); });
    ASSERT_THAT(few, SizeIs(1));
    EXPECT_EQ(few[0].count, 1);
    EXPECT_FALSE(few[0].or_more);
}

TEST_P(Fulltext, WhatTheIndexTakesForAHitAndIsNoneDoesNotHideWhatIs)
{
    std::vector<Document> many{{Kind::topic, 1, "電子申請", "", "/1", day(1)}};
    for (int i = 2; i <= 150; ++i) many.push_back({Kind::topic, i, "申請の電子化", "子申の電申", "/x", day(i)});
    put_all(many);
    EXPECT_THAT(ids({.q = "電子申請"}), ElementsAre(1));
}

TEST_P(Fulltext, WhileATitleIsTypedTopicsThatShareItsWordsAreShown)
{
    put_all({{Kind::topic, 1, "電子申請の手数料を前払いにしたい", "住民票の写し", "/1", day(1)},
             {Kind::topic, 2, "電子申請システムでエラー", "添付ファイル", "/2", day(2)},
             {Kind::topic, 3, "昼休みの照明", "節電", "/3", day(3)},
             {Kind::topic, 4, "手数料の電子申請", "", "/4", day(4), 9}});
    auto const near = database->read([](db::Tx& tx) { return similar(tx, {.q = "電子申請で手数料を受け取るには", .limit = 5}); });
    ASSERT_FALSE(near.empty());
    EXPECT_EQ(near[0].id, 1);
    EXPECT_THAT(near, testing::Each(testing::Field(&Hit::id, testing::AllOf(testing::Ne(3), testing::Ne(4)))));
    EXPECT_THAT(database->read([](db::Tx& tx) { return similar(tx, {.q = "の"}); }), IsEmpty());
}

TEST_P(Fulltext, TextsOfAnyUnicodeAreTakenInFoundAndForgotten)
{
    std::string marks = "塔";
    for (int i = 0; i < 2'000; ++i) marks += "\u0301";
    std::vector<std::string> const texts{marks,
                                         "葛\U000E0100飾",
                                         "‮研修‬ \u200B研\u200B修",
                                         "👨\u200D👩\u200D👧研修",
                                         "𠮷野家と\U0002F9F4",
                                         std::string(300'000, 'a'),
                                         "\uFDD0研修\uFDD1",
                                         "ﷺ",
                                         "か\u3099き\u3099",
                                         "'\"\\:*&|!()<->"};
    std::int64_t id = 0;
    for (auto const& text : texts) put_all({{Kind::topic, ++id, "題", text, "/x", day(1)}});
    EXPECT_THAT(ids({.q = "葛飾"}), ElementsAre(2));
    EXPECT_THAT(ids({.q = "研修"}), testing::UnorderedElementsAre(3, 4, 7));
    EXPECT_THAT(ids({.q = "吉野"}), ElementsAre(5));
    EXPECT_THAT(ids({.q = "がぎ"}), ElementsAre(9));
    for (auto const& text : texts) (void)ids({.q = text.substr(0, 200)});
    database->write([&](db::Tx& tx) {
        for (std::int64_t one = 1; one <= id; ++one) drop(tx, Kind::topic, one);
    });
    EXPECT_THAT(ids({.q = "研修"}), IsEmpty());
}

}  // namespace fulltext
