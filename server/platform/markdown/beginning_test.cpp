#include "platform/markdown/beginning.hpp"

#include <gtest/gtest.h>

TEST(Beginning, IsOneLineWithoutMarks)
{
    EXPECT_EQ(markdown::beginning("# 受付\n\n**紙**をやめる", 20), "受付 紙をやめる");
    EXPECT_EQ(markdown::beginning("", 20), "");
}

TEST(Beginning, IsCutBetweenCharactersAndSaysSo)
{
    EXPECT_EQ(markdown::beginning("一二三四五", 5), "一二三四五");
    EXPECT_EQ(markdown::beginning("一二三四五六", 5), "一二三四五…");
    EXPECT_EQ(markdown::beginning("**一二**三四五六", 5), "一二三四五…");
}

TEST(Beginning, OfALongTextOnlyTheFrontIsRead) { EXPECT_EQ(markdown::beginning("一" + std::string(40, '\n') + "二", 5), "一…"); }
