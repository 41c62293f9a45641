#include "platform/http/assets.hpp"

#include "embedded_test_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace http {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(Assets, AFolderIsFoundInTheBinaryByPath)
{
    auto const table = embedded_test_files();
    EXPECT_TRUE(std::ranges::is_sorted(table, {}, &Asset::path));
    auto const* page = find_asset(table, "/index.html");
    ASSERT_NE(page, nullptr);
    EXPECT_EQ(page->mime, "text/html; charset=utf-8");
    EXPECT_THAT(page->identity.bytes, AllOf(StartsWith("<!doctype html>"), HasSubstr("育くみ"), EndsWith("</html>\n")));
    EXPECT_EQ(find_asset(table, "/index.htm"), nullptr);
    EXPECT_EQ(find_asset(table, "/zzz"), nullptr);
    EXPECT_EQ(find_asset({}, "/index.html"), nullptr);
}

TEST(Assets, CompressedFormsAreSmallerAndEachHasItsOwnTag)
{
    auto const* page = find_asset(embedded_test_files(), "/index.html");
    ASSERT_NE(page, nullptr);
    EXPECT_THAT(page->gzip.bytes, StartsWith("\x1f\x8b"));
    EXPECT_LT(page->gzip.bytes.size(), page->identity.bytes.size());
    EXPECT_LT(page->brotli.bytes.size(), page->identity.bytes.size());
    EXPECT_NE(page->identity.etag, page->gzip.etag);
    EXPECT_NE(page->identity.etag, page->brotli.etag);
    EXPECT_NE(page->gzip.etag, page->brotli.etag);
    EXPECT_THAT(page->gzip.etag, AllOf(StartsWith("\""), EndsWith("-gz\"")));
}

TEST(Assets, WhatDoesNotShrinkIsSentPlainAndWhatBearsAHashIsImmutable)
{
    auto const* script = find_asset(embedded_test_files(), "/assets/tiny-0a1b.js");
    ASSERT_NE(script, nullptr);
    EXPECT_TRUE(script->immutable);
    EXPECT_EQ(choose(*script, "br, gzip").representation.bytes, "0;\n");
    EXPECT_EQ(choose(*script, "br, gzip").encoding, "");
    EXPECT_FALSE(find_asset(embedded_test_files(), "/index.html")->immutable);
}

TEST(Assets, TheClientDecidesWhichEncodingItCanRead)
{
    auto const* page = find_asset(embedded_test_files(), "/index.html");
    ASSERT_NE(page, nullptr);
    EXPECT_EQ(choose(*page, "gzip, deflate, br").encoding, "br");
    EXPECT_EQ(choose(*page, "gzip").encoding, "gzip");
    EXPECT_EQ(choose(*page, "br;q=0, gzip;q=0.5").encoding, "gzip");
    EXPECT_EQ(choose(*page, "br; q=0.0").encoding, "");
    EXPECT_EQ(choose(*page, "brotli, xgzip").encoding, "");
    EXPECT_EQ(choose(*page, "*").encoding, "br");
    EXPECT_EQ(choose(*page, "br;q=0, *").encoding, "gzip");
    EXPECT_EQ(choose(*page, "").encoding, "");
}

}  // namespace
}  // namespace http
