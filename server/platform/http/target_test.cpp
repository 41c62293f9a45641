#include "platform/http/target.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace http {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

Target taken_apart(std::string_view target)
{
    Target out;
    EXPECT_TRUE(split_target(target, out)) << target;
    return out;
}

bool is_refused(std::string_view target)
{
    Target out;
    return !split_target(target, out);
}

TEST(Target, AnEscapedSlashStaysInsideItsSegment)
{
    EXPECT_THAT(taken_apart("/files/a%2Fb/c").segments, ElementsAre("files", "a/b", "c"));
    EXPECT_THAT(taken_apart("/").segments, ElementsAre(""));
    EXPECT_THAT(taken_apart("/a/").segments, ElementsAre("a", ""));
}

TEST(Target, JapaneseArrivesAsItWasTyped)
{
    EXPECT_THAT(taken_apart("/%E7%A0%94%E4%BF%AE?q=%E7%AA%93%E5%8F%A3").segments, ElementsAre("研修"));
    EXPECT_THAT(taken_apart("/x?q=%E7%AA%93%E5%8F%A3").query, ElementsAre(Pair("q", "窓口")));
    EXPECT_THAT(taken_apart("/x?q=窓口").query, ElementsAre(Pair("q", "窓口")));
}

TEST(Target, AQueryKeepsOrderRepetitionAndEmptyValues)
{
    EXPECT_THAT(taken_apart("/x?a=1&b&a=2&&c=").query, ElementsAre(Pair("a", "1"), Pair("b", ""), Pair("a", "2"), Pair("c", "")));
    EXPECT_THAT(taken_apart("/x?q=a+b%2Bc=d").query, ElementsAre(Pair("q", "a b+c=d")));
    EXPECT_THAT(taken_apart("/a+b").segments, ElementsAre("a+b"));
    EXPECT_THAT(taken_apart("/x?").query, ElementsAre());
}

TEST(Target, WhatBrowsersSendRawIsTaken)
{
    EXPECT_THAT(taken_apart("/x?f[0]=a|b^c`{d}").query, ElementsAre(Pair("f[0]", "a|b^c`{d}")));
    EXPECT_THAT(taken_apart("http://host:8080/a?b=c").segments, ElementsAre("a"));
    EXPECT_THAT(taken_apart("http://host").segments, ElementsAre(""));
}

TEST(Target, NulAndControlCharactersAreRefusedButLineBreaksInAQueryAreNot)
{
    EXPECT_TRUE(is_refused("/a%00b"));
    EXPECT_TRUE(is_refused("/x?q=%00"));
    EXPECT_TRUE(is_refused("/x?q=%1b"));
    EXPECT_TRUE(is_refused("/a b"));
    EXPECT_TRUE(is_refused("/a\x7f"));
    EXPECT_THAT(taken_apart("/x?q=a%0D%0Ab%09").query, ElementsAre(Pair("q", "a\r\nb\t")));
}

TEST(Target, BrokenUtf8AndBrokenEscapesAreRefused)
{
    for (auto const target : {"/%FF", "/%C0%AF", "/%E3%81", "/%ED%A0%80", "/%F4%90%80%80", "/%F0%80%80%80", "/%80", "/x?q=%E7%A0",
                              "/%", "/%4", "/%zz", "/x?%FF=1"})
        EXPECT_TRUE(is_refused(target)) << target;
}

TEST(Target, NobodyClimbsOutOfAFolder)
{
    EXPECT_TRUE(is_refused("/../etc/passwd"));
    EXPECT_TRUE(is_refused("/a/%2e%2e/b"));
    EXPECT_TRUE(is_refused("/./a"));
    EXPECT_TRUE(is_refused("*"));
    EXPECT_TRUE(is_refused(""));
    EXPECT_TRUE(is_refused("a/b"));
}

TEST(Target, AFileNameSurvivesEncodingAndDecoding)
{
    std::string const name = "名簿 (4月)/'\"%.csv";
    EXPECT_THAT(taken_apart("/" + percent_encode(name)).segments, ElementsAre(name));
}

}  // namespace
}  // namespace http
