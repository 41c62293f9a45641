#include "features/training/training_test_town.hpp"

#include <algorithm>

using namespace training_test;

namespace {

using Materials = TrainingTest;

bj::object link(char const* url) { return {{"title", "手引"}, {"url", url}}; }
bj::array of_course(Client const& client, char const* course = "C1")
{
    return client.get(std::string{"/courses/"} + course).body.at("materials").as_array();
}
std::string header(Answer const& answer, std::string_view name) { return std::string(answer.headers.find(name)); }

}  // namespace

TEST_F(Materials, WhatTheOfficeAddsEverybodyWhoSeesTheCourseOpens)
{
    EXPECT_EQ(office.post("/courses/C1/materials", link("https://example.jp/guide")).status, 201);
    std::string const bytes{"%PDF-1.7\n\0binary", 16};
    auto const added = office.upload("/courses/C1/materials?name=%E8%B3%87%E6%96%99.PDF", bytes);
    ASSERT_EQ(added.status, 200) << added.bytes;
    EXPECT_EQ(added.body.at("title"), "資料.PDF");
    EXPECT_EQ(added.body.at("size"), 16);

    auto const staff = town.staff("0010");
    auto const seen = of_course(staff);
    ASSERT_EQ(seen.size(), 2u);
    EXPECT_EQ(seen[0].at("url"), "https://example.jp/guide");
    EXPECT_EQ(seen[1].at("added_by"), "as-training_officer");
    auto const file = staff.get(path("/materials/", added.body.at("id"), "/file"));
    EXPECT_EQ(file.bytes, bytes);
    EXPECT_EQ(header(file, "Content-Type"), "application/pdf");
    EXPECT_TRUE(header(file, "Content-Disposition").starts_with("attachment;"));
    EXPECT_EQ(header(file, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(of_course(staff, "C2").size(), 0u);
}

TEST_F(Materials, AnAddressThatIsNoWebAddressIsRefused)
{
    for (auto const* url : {"javascript:alert(1)", "file:///etc/passwd", "example.jp", "https://example.jp/a b"}) {
        auto const refused = office.post("/courses/C1/materials", link(url));
        EXPECT_EQ(refused.code(), "invalid_input") << url;
        EXPECT_EQ(refused.body.at("problems").at(0).at("pointer"), "/url");
    }
    EXPECT_EQ(office.post("/courses/X/materials", link("https://example.jp")).status, 404);
    EXPECT_EQ(of_course(office).size(), 0u);
}

TEST_F(Materials, AFileOfAnotherKindEmptyOrTooLargeIsRefused)
{
    auto const page = office.upload("/courses/C1/materials?name=page.html", "<script>");
    EXPECT_EQ(page.body.at("problems").at(0).at("pointer"), "/name");
    EXPECT_NE(page.bytes.find(".pdf"), std::string::npos) << "says what is kept";
    EXPECT_EQ(office.upload("/courses/C1/materials?name=.pdf", "x").code(), "invalid_input");
    EXPECT_EQ(office.upload("/courses/C1/materials?name=a.pdf", "").code(), "invalid_input");
    EXPECT_EQ(office.upload("/courses/C1/materials?name=a.pdf", "<script>").code(), "invalid_input");
    EXPECT_EQ(office.upload("/courses/C1/materials?name=a.pdf", std::string((20u << 20) + 1, 'x')).code(), "too_large");
    EXPECT_EQ(office.upload("/courses/X/materials?name=a.pdf", "x").status, 404);
    EXPECT_EQ(of_course(office).size(), 0u);
    auto const named = office.upload("/courses/C1/materials?name=C%3A%5Cdocs%5Ca.pdf&title=%E8%B3%87%E6%96%99", "%PDF-1");
    EXPECT_EQ(named.body.at("file_name"), "a.pdf");
    EXPECT_EQ(named.body.at("title"), "資料");
}

TEST_F(Materials, OnlyTheOfficeKeepsThemAndWhatIsRemovedIsGone)
{
    auto const id = office.upload("/courses/C1/materials?name=a.pdf", "%PDF-1").body.at("id");
    auto const a_link = office.post("/courses/C1/materials", link("http://intra.example.jp/")).body.at("id");
    EXPECT_EQ(head().post("/courses/C1/materials", link("https://example.jp")).status, 403);
    EXPECT_EQ(head().upload("/courses/C1/materials?name=a.pdf", "x").status, 403);
    EXPECT_EQ(head().del(path("/materials/", id)).status, 403);
    EXPECT_EQ(head().get(path("/materials/", a_link, "/file")).status, 404) << "a link has no file";
    EXPECT_EQ(office.del(path("/materials/", id)).status, 200);
    EXPECT_EQ(office.del(path("/materials/", id)).status, 404);
    EXPECT_EQ(head().get(path("/materials/", id, "/file")).status, 404);
}

TEST_F(Materials, WhatBelongsToACourseThatHasLeftThePlanIsNotFound)
{
    auto const id = office.upload("/courses/C3/materials?name=a.pdf", "%PDF-1").body.at("id");
    plan_is([](plan::Plan& plan) {
        plan.courses.pop_back();
        plan.levels.clear();
    });
    EXPECT_EQ(town.staff("0010").get(path("/materials/", id, "/file")).status, 404);
}
