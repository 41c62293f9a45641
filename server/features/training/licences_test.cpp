#include "features/training/training_test_town.hpp"

using namespace training_test;

namespace {

struct LicenceTest : TrainingTest {
    static bj::object form(char const* eligibility = "研修修了 = C1", int seats = 1)
    {
        return {{"name", "動画学習サービス"},         {"course", ""},
                {"url", "https://learn.example.jp/"}, {"seats", seats},
                {"valid_from", "2026-04-01"},         {"last_day", "2027-03-31"},
                {"eligibility", eligibility},         {"note", ""}};
    }
    bj::value added(bj::object const& wanted = form())
    {
        auto const made = office.post("/licences", wanted);
        EXPECT_EQ(made.status, 201) << made.bytes;
        return made.body.at("id");
    }
    Answer ask(char const* no, bj::value const& licence)
    {
        return town.staff(no).post(path("/licences/", licence, "/requests"), bj::object{{"reason", "業務で使うため"}});
    }
    bj::value give(bj::value const& licence) { return office.post(path("/licences/", licence, "/giving")).body; }
    bj::value request_of(bj::value const& licence, StaffId staff)
    {
        auto const list = office.get(path("/licences/", licence, "/requests")).body;
        for (auto const& row : list.at("requests").as_array())
            if (row.at("staff") == staff.value) return row;
        ADD_FAILURE() << "nobody";
        return {};
    }
    bj::object const why{{"reason", "利用がないため"}};
};

}  // namespace

TEST_F(LicenceTest, WhoFitsAsksAndWhoDoesNotReadsWhy)
{
    auto const licence = added();
    complete(anna, "C1", "2026-05-20");
    auto const seen = town.staff("0010").get("/licences").body.at("licences").at(0);
    EXPECT_TRUE(seen.at("may_ask").as_bool());
    EXPECT_EQ(seen.at("unfit").as_array().size(), 0u);
    auto const asked = ask("0010", licence);
    ASSERT_EQ(asked.status, 201) << asked.bytes;
    EXPECT_EQ(asked.body.at("mine").at("status"), "waiting");
    EXPECT_EQ(asked.body.at("mine").at("place"), 1);
    EXPECT_EQ(ask("0010", licence).code(), "already_exists");

    auto const refused_one = town.staff("0011").get("/licences").body.at("licences").at(0);
    EXPECT_FALSE(refused_one.at("may_ask").as_bool());
    EXPECT_NE(refused_one.at("unfit").at(0).at("text").as_string().find("DX入門"), std::string::npos) << refused_one;
    auto const refused = ask("0011", licence);
    EXPECT_EQ(refused.code(), "not_eligible");
    EXPECT_NE(refused.bytes.find("DX入門"), std::string::npos) << refused.bytes;
    EXPECT_EQ(office.post(path("/licences/", licence, "/requests"), bj::object{{"reason", ""}}).code(), "not_allowed")
        << "the office's account is no person's";
}

TEST_F(LicenceTest, NeverMoreAreGivenThanThereAreAndTheOrderOfAskingStays)
{
    auto const licence = added(form("全職員", 2));
    for (auto const* no : {"0012", "0010", "0011"}) EXPECT_EQ(ask(no, licence).status, 201);
    auto const given = give(licence);
    EXPECT_EQ(given.at("licence").at("given"), 2);
    EXPECT_EQ(given.at("licence").at("waiting"), 1);
    EXPECT_EQ(request_of(licence, carl).at("status"), "given");
    EXPECT_EQ(request_of(licence, anna).at("status"), "given");
    EXPECT_EQ(request_of(licence, ben).at("place"), 1);
    EXPECT_EQ(office.post(path("/licences/", licence, "/giving")).code(), "conflict") << "none is free";

    auto fewer = form("全職員", 1);
    fewer["revision"] = 1;
    EXPECT_EQ(office.patch(path("/licences/", licence), fewer).body.at("problems").at(0).at("pointer"), "/seats");
    auto const back = office.post(path("/licence-requests/", request_of(licence, carl).at("id"), "/taking-back"), why);
    EXPECT_EQ(back.body.at("licence").at("given"), 1);
    EXPECT_EQ(give(licence).at("licence").at("given"), 2);
    EXPECT_EQ(request_of(licence, ben).at("status"), "given");
    EXPECT_EQ(town.staff("0012").get("/licences").body.at("licences").at(0).at("mine").at("why"), "利用がないため");
    EXPECT_EQ(ask("0012", licence).body.at("mine").at("status"), "waiting") << "may ask again, behind everybody";
}

TEST_F(LicenceTest, WhoNoLongerFitsIsPassedOverWithTheReason)
{
    auto const licence = added(form("所属 within 情報課"));
    ask("0010", licence);
    ask("0011", licence);
    town.write([&](db::Tx& tx) {
        tx.script("UPDATE posting SET unit_id = " + std::to_string(other.value) +
                  " WHERE staff_id = " + std::to_string(anna.value));
        people::note_change(tx, anna);
        return true;
    });
    give(licence);
    EXPECT_EQ(request_of(licence, anna).at("status"), "declined");
    EXPECT_NE(request_of(licence, anna).at("why"), "");
    EXPECT_EQ(request_of(licence, ben).at("status"), "given");
}

TEST_F(LicenceTest, OneHandsBackOnesOwnAndNobodyElses)
{
    auto const licence = added(form("全職員"));
    ask("0010", licence);
    give(licence);
    auto const request = path("/licence-requests/", request_of(licence, anna).at("id"), "/withdrawal");
    EXPECT_EQ(town.staff("0011").post(request).status, 404);
    EXPECT_EQ(town.staff("0010").post(request).body.at("given"), 0);
    EXPECT_EQ(town.staff("0010").post(request).code(), "wrong_status");
}

TEST_F(LicenceTest, OnlyTheOfficeKeepsThemAndOnceOverNobodyAsks)
{
    auto const licence = added(form("全職員"));
    EXPECT_EQ(head().post("/licences", form()).status, 403);
    EXPECT_EQ(head().post(path("/licences/", licence, "/giving")).status, 403);
    EXPECT_EQ(head().get(path("/licences/", licence, "/requests")).status, 403);
    ask("0010", licence);
    auto const declined = path("/licence-requests/", request_of(licence, anna).at("id"), "/decline");
    EXPECT_EQ(office.post(declined, why).status, 200);
    EXPECT_EQ(office.post(declined, why).code(), "wrong_status");
    on("2027-04-01");
    EXPECT_EQ(town.staff("0010").get("/licences").body.at("licences").as_array().size(), 0u);
    EXPECT_EQ(office.get("/licences").body.at("licences").at(0).at("over"), true);
    EXPECT_EQ(ask("0011", licence).code(), "wrong_status");
}

TEST_F(LicenceTest, ALicenceWhoseRulePeriodAddressOrCourseIsWrongIsRefused)
{
    auto const refused = [&](char const* member, bj::value const& value) {
        auto wanted = form();
        wanted[member] = value;
        auto const answer = office.post("/licences", wanted);
        EXPECT_EQ(answer.code(), "invalid_input") << member;
        return answer.body.at("problems").at(0).at("pointer");
    };
    EXPECT_EQ(refused("eligibility", "研修修了 = C9"), "/eligibility");
    EXPECT_EQ(refused("last_day", "2026-03-31"), "/last_day");
    EXPECT_EQ(refused("url", "javascript:alert(1)"), "/url");
    EXPECT_EQ(refused("course", "C9"), "/course");
    EXPECT_EQ(refused("seats", 0), "/seats");
}

TEST_F(LicenceTest, TwoRecordsOfOnePersonBecomeOneRequest)
{
    auto const licence = added(form("全職員", 2));
    ask("0011", licence);
    ask("0012", licence);
    town.write([&](db::Tx& tx) {
        auto const id = [](StaffId staff) { return std::to_string(staff.value); };
        tx.script("UPDATE posting SET ended_on = '2025-04-01' WHERE staff_id = " + id(ben) +
                  "; UPDATE engagement SET valid_until = '2025-04-01' WHERE staff_id = " + id(ben) +
                  "; UPDATE posting SET effective_on = '2025-04-01' WHERE staff_id = " + id(carl) +
                  "; UPDATE engagement SET valid_from = '2025-04-01' WHERE staff_id = " + id(carl) +
                  "; INSERT INTO posting (staff_id, unit_id, kind, rank, effective_on, announced_on) VALUES (" + id(ben) + ", " +
                  std::to_string(section.value) + ", 'concurrent', '係員', '2025-04-01', '2025-03-20')");
        return true;
    });
    auto const merged = office.post("/staff/" + std::to_string(ben.value) + "/merge",
                                    bj::object{{"into", carl.value}, {"reason", "同じ人のため"}});
    ASSERT_EQ(merged.status, 200) << merged.bytes;
    auto const list = office.get(path("/licences/", licence, "/requests")).body.at("requests");
    ASSERT_EQ(list.as_array().size(), 1u);
    EXPECT_EQ(list.at(0).at("staff"), carl.value);
}
