#include "platform/text/fold.hpp"

#include "platform/text/kanji_variants.hpp"
#include "platform/text/utf8.hpp"

#include <gmock/gmock.h>

#include <set>

using testing::ElementsAre;
using text::fold;

TEST(SearchKey, ANameIsFoundWhateverShapeItsKanjiHave)
{
    EXPECT_EQ(fold("髙橋 一郎"), fold("高橋一郎"));
    EXPECT_EQ(fold("髙槗"), fold("高橋"));
    EXPECT_EQ(fold("山﨑"), fold("山崎"));
    EXPECT_EQ(fold("渡邊"), fold("渡辺"));
    EXPECT_EQ(fold("渡邉"), fold("渡辺"));
    EXPECT_EQ(fold("齋藤"), fold("斉藤"));
    EXPECT_EQ(fold("斎藤"), fold("齊藤"));
    EXPECT_EQ(fold("𠮷田　栁子"), fold("吉田 柳子"));
    EXPECT_EQ(fold("葛\U000E0100飾"), fold("葛飾"));  // an ideographic variation sequence
    EXPECT_EQ(fold("塚\uFE00本"), fold("塚本"));
    EXPECT_EQ(fold("福\uFA1Ba"), fold("福福A"));  // a compatibility ideograph
}

TEST(SearchKey, KanaAreOneWhateverTheirWidthOrScript)
{
    EXPECT_EQ(fold("ﾔﾏﾀﾞ ﾀﾛｳ"), "やまだたろう");
    EXPECT_EQ(fold("ヤマダ　タロウ"), "やまだたろう");
    EXPECT_EQ(fold("やまた゛たろう"), "やまだたろう");
    EXPECT_EQ(fold("茅ヶ崎"), fold("茅ケ崎"));
    EXPECT_EQ(fold("ｻｰﾊﾞｰ"), fold("サ―バ－"));
}

TEST(SearchKey, WidthCaseHyphensAndSpacesDoNotMatter)
{
    EXPECT_EQ(fold("ＤＸ推進　リーダー"), fold("dx推進リーダー"));
    EXPECT_EQ(fold("１−２"), fold("1-2"));
    EXPECT_EQ(fold("1‐2"), fold("1–2"));
    EXPECT_EQ(fold("A 0012\t345"), "a0012345");
    EXPECT_EQ(fold("㈱ハグクミ"), fold("(株)はぐくみ"));
    EXPECT_EQ(fold(""), "");
}

TEST(SearchKey, DifferentNamesStayDifferent)
{
    EXPECT_NE(fold("大坂"), fold("大阪"));
    EXPECT_NE(fold("か"), fold("が"));
    EXPECT_NE(fold("あべ"), fold("あべー"));
}

TEST(SearchKey, EveryVariantInTheTableLeadsToOneCommonFormThatStays)
{
    std::set<char32_t> seen;
    std::size_t variants = 0;
    for (auto group : text::kanji_variants()) {
        std::string common;
        text::append_character(common, text::take_character(group));
        EXPECT_EQ(fold(common), common);
        ASSERT_FALSE(group.empty()) << common;
        while (!group.empty()) {
            auto const c = text::take_character(group);
            EXPECT_TRUE(seen.insert(c).second) << common;
            std::string variant;
            text::append_character(variant, c);
            EXPECT_EQ(fold(variant), common);
            ++variants;
        }
    }
    EXPECT_GT(variants, 200u);
}

TEST(SearchKey, FoldingTwiceChangesNothing)
{
    for (auto const* name : {"髙橋 ﾀﾛｳ", "１−２ ヶ〜", "Straße İ", "が゛ゔヴ", "㍻㋿①㌔"})
        EXPECT_EQ(fold(fold(name)), fold(name)) << name;
}

TEST(SearchTerms, TwoNeighbouringCharactersAreATermAndAloneACharacterIsOne)
{
    EXPECT_THAT(text::bigrams(fold("研修")), ElementsAre("研修"));
    EXPECT_THAT(text::bigrams(fold("計画書")), ElementsAre("計画", "画書"));
    EXPECT_THAT(text::bigrams("雨"), ElementsAre("雨"));
    EXPECT_THAT(text::bigrams("髙 a\"b' c"), ElementsAre("髙", "a", "b", "c"));
    EXPECT_THAT(text::bigrams("1ー2"), ElementsAre("1ー", "ー2"));
    EXPECT_THAT(text::bigrams(" \"'* "), ElementsAre());
    EXPECT_THAT(text::index_terms("計画書 雨"), ElementsAre("計画", "画書", "書", "雨"));
}
