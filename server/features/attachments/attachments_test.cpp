#include "testing/town.hpp"

#include <gtest/gtest.h>

namespace {

std::string const kPicture = std::string{"\x89PNG\r\n\x1a\n"} + "pixels";

std::string file(Answer const& put) { return "/attachments/" + std::to_string(put.body.at("id").to_number<std::int64_t>()); }
std::string header(Answer const& answer, std::string_view name) { return std::string(answer.headers.find(name)); }

}  // namespace

TEST(Attachments, WhatIsNotPostedYetIsSeenByItsOwnerAlone)
{
    Town town;
    auto const owner = town.staff("0010");
    auto const put = owner.upload("/attachments?name=C%3A%5Cmy%5C%E7%94%BB%E9%9D%A2.PNG", kPicture);
    ASSERT_EQ(put.status, 201) << put.bytes;
    EXPECT_EQ(put.body.at("name"), "画面.PNG");
    EXPECT_EQ(put.body.at("picture"), true);
    EXPECT_EQ(owner.get(file(put)).bytes, kPicture);
    EXPECT_EQ(town.staff("0011").get(file(put)).status, 404);
    EXPECT_EQ(town.as(Role::administrator).get(file(put)).status, 404);
}

TEST(Attachments, NothingRunsWhereAFileIsServed)
{
    Town town;
    auto const owner = town.staff("0010");
    auto const picture = owner.get(file(owner.upload("/attachments?name=a.png", kPicture)));
    EXPECT_EQ(header(picture, "Content-Type"), "image/png");
    EXPECT_TRUE(header(picture, "Content-Disposition").starts_with("inline;"));
    auto const text = owner.get(file(owner.upload("/attachments?name=a.txt", "<script>alert(1)</script>")));
    EXPECT_TRUE(header(text, "Content-Disposition").starts_with("attachment;"));
    EXPECT_EQ(header(text, "X-Content-Type-Options"), "nosniff");
    int sandboxed = 0;
    for (std::size_t i = 0; i < text.headers.size(); ++i)
        if (text.headers[i] == std::pair<std::string_view, std::string_view>{"Content-Security-Policy", "sandbox"}) ++sandboxed;
    EXPECT_EQ(sandboxed, 1);
}

TEST(Attachments, WhatOnlyLooksLikeAPictureIsRefused)
{
    Town town;
    auto const owner = town.staff("0010");
    for (auto const* name : {"a.html", "a.svg", "a.js", "png", "a.png.exe"})
        EXPECT_EQ(owner.upload(std::string{"/attachments?name="} + name, kPicture).code(), "invalid_input") << name;
    EXPECT_EQ(owner.upload("/attachments?name=a.png", "<html><script>").code(), "invalid_input");
    EXPECT_EQ(owner.upload("/attachments?name=a.png", "").code(), "invalid_input");
    EXPECT_EQ(owner.upload("/attachments?name=a.txt", std::string((10u << 20) + 1, 'x')).code(), "too_large");
}

TEST(Attachments, WhoNeverPostsDoesNotFillTheDatabase)
{
    Town town;
    auto const owner = town.staff("0010");
    for (int i = 0; i < 60; ++i) ASSERT_EQ(owner.upload("/attachments?name=a.txt", "a").status, 201);
    EXPECT_EQ(owner.upload("/attachments?name=a.txt", "a").code(), "rate_limited");
    EXPECT_EQ(town.staff("0011").upload("/attachments?name=a.txt", "a").status, 201) << "another person's";
    town.clock().advance(std::chrono::hours{25});
    EXPECT_EQ(town.staff("0010").upload("/attachments?name=a.txt", "a").status, 201) << "yesterday's are gone";
}
