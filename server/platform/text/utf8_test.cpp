#include "platform/text/utf8.hpp"

#include <gmock/gmock.h>

using testing::ElementsAre;

TEST(Utf8, OnlyWellFormedTextIsValid)
{
    EXPECT_TRUE(text::valid_utf8("髙﨑𠮷"));
    EXPECT_TRUE(text::valid_utf8("\uFFFD"));
    EXPECT_FALSE(text::valid_utf8("\x82\xa0"));
    EXPECT_FALSE(text::valid_utf8("\xed\xa0\x80"));  // half a surrogate pair
    EXPECT_FALSE(text::valid_utf8("\xc0\xaf"));      // an overlong slash
    EXPECT_FALSE(text::valid_utf8("\xe9\xab"));      // cut off
    EXPECT_FALSE(text::valid_utf8(std::string_view("a\0b", 3)));
}

TEST(Utf8, PrivateUseCharactersAreNamed)
{
    EXPECT_FALSE(text::has_private_use("髙﨑𠮷"));
    EXPECT_TRUE(text::has_private_use("渡\uE000"));
    EXPECT_THAT(text::private_use("\uE001渡\uE000\uE001\U000F0000"), ElementsAre(0xE001, 0xE000, 0xF0000));
}

TEST(Utf8, CodesAndNumbersAreReadWhateverTheirWidth)
{
    EXPECT_EQ(text::to_half_width("Ａ００１－２　ア"), "A001-2 ア");
    EXPECT_EQ(text::to_half_width_digits("第１２号Ａ"), "第12号Ａ");
    EXPECT_EQ(text::to_half_width("\xff１"),
              "\xff"
              "1");
    EXPECT_EQ(text::trim("　 0012345\r\n　"), "0012345");
    EXPECT_EQ(text::trim("　"), "");
}

TEST(Utf8, WidthOnAGridCountsFullWidthTwice)
{
    EXPECT_EQ(text::display_width("山田 abｱ"), 8u);
    EXPECT_EQ(text::display_width("葛\U000E0100"), 2u);
}
