#include "platform/text/search_text.hpp"

#include "platform/text/fold.hpp"
#include "platform/text/utf8.hpp"

#include <gmock/gmock.h>

#include <random>

namespace {

std::string read(std::string_view text)
{
    std::string out;
    for (auto const c : text::read_for_search(text).characters) text::append_character(out, c);
    return out;
}

/// What the characters of a reading were written as, each between bars.
std::string written(std::string_view text)
{
    std::string out;
    auto const read = text::read_for_search(text);
    for (std::size_t i = 0; i < read.size(); ++i)
        out.append(text.substr(read.written[i].begin, read.written[i].end - read.written[i].begin)).append("|");
    return out;
}

}  // namespace

TEST(SearchText, WordsAreReadAsTheirSearchKeysAre)
{
    for (auto const* word : {"研修", "髙橋", "ｻｰﾊﾞ", "ＤＸ", "學校", "㍻", "か゛", "葛\U000E0100飾", "Straße", "茅ヶ崎", "①"})
        EXPECT_EQ(read(word), text::fold(word)) << word;
}

TEST(SearchText, OldShapesOfKanjiAreReadAsTodays)
{
    EXPECT_EQ(read("學會國廣澤濱體醫區圖書館"), "学会国広沢浜体医区図書館");
    EXPECT_EQ(read("舊戸籍謄本の變更届"), read("旧戸籍謄本の変更届"));
}

TEST(SearchText, PunctuationKeepsApartAndSpacesInJapaneseDoNot)
{
    EXPECT_EQ(read("申請、審査。"), "申請 審査");
    EXPECT_EQ(read("「研修」(案)※"), "研修 案");
    EXPECT_EQ(read("情報セ\nキュリ　ティ"), "情報せきゅりてぃ");
    EXPECT_EQ(read("Excel VBA 入門"), "excel vba入門");
    EXPECT_EQ(read("令和 7 年 12 34"), "令和7年12 34");
    EXPECT_EQ(read("  ...  "), "");
}

TEST(SearchText, HyphensInLatinWordsAndDotsInKatakanaAreNotRead)
{
    EXPECT_EQ(read("AI-OCR と Wi‐Fi"), "aiocrとwifi");
    EXPECT_EQ(read("COVID-19"), "covid19");
    EXPECT_EQ(read("2026-04-01"), "2026 04 01");
    EXPECT_EQ(read("ガバメント・クラウド"), "がばめんとくらうど");
    EXPECT_EQ(read("税・福祉"), "税 福祉");
    EXPECT_EQ(read("サ-バ"), read("サーバ"));
}

TEST(SearchText, TheLastLongMarkOfALongKatakanaWordIsNotRead)
{
    EXPECT_EQ(read("サーバー"), read("サーバ"));
    EXPECT_EQ(read("ｻｰﾊﾞｰ室"), read("サーバ室"));
    EXPECT_EQ(read("プリンター、ユーザー"), read("プリンタ、ユーザ"));
    EXPECT_NE(read("エラー"), read("エラ"));  // three sounds with it
    EXPECT_NE(read("データベース"), read("デタベス"));
    EXPECT_NE(read("ビール"), read("ビル"));
    EXPECT_EQ(read("らーめんー"), "らーめんー");  // not katakana
    EXPECT_EQ(written("サーバー室"), "サ|ー|バー|室|");
}

TEST(SearchText, EachCharacterKnowsWhatItWasWrittenWith)
{
    EXPECT_EQ(written("ＤＸ㍿ｶﾞ"), "Ｄ|Ｘ|㍿|㍿|㍿|㍿|ｶﾞ|");
    EXPECT_EQ(written("葛\U000E0100飾"), "葛\U000E0100|飾|");
    EXPECT_EQ(written("か゛き"), "か゛|き|");
    EXPECT_EQ(written("a\u0301b"), "a\u0301|b|");
}

TEST(SearchText, WhateverIsReadPlacesLieInTheTextInOrder)
{
    constexpr std::string_view kScraps[] = {
        "研", "修", "ー", "-",    "・",       " ",      "　",         "\n", "、", "ｶ", "ﾞ", "゛",     "\u3099",   "A",     "z",
        "1",  "Ⅲ",  "㍿", "\xFF", "\xE3\x81", "\u200B", "\U000E0100", "𠮷", "ﬁ",  "İ", "ẞ", "\u0301", "👨\u200D👩", "\uFDD0"};
    std::mt19937 random{20260401};
    for (int round = 0; round < 3'000; ++round) {
        std::string heap;
        for (int i = 0; i < 30; ++i) heap += kScraps[random() % std::size(kScraps)];
        auto const read = text::read_for_search(heap);
        ASSERT_EQ(read.written.size(), read.size());
        for (std::size_t i = 0; i < read.size(); ++i) {
            ASSERT_LT(read.written[i].begin, read.written[i].end);
            ASSERT_LE(read.written[i].end, heap.size());
            if (i > 0) {
                ASSERT_LE(read.written[i - 1].begin, read.written[i].begin) << heap;
            }
        }
    }
}
