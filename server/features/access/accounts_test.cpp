#include "testing/town.hpp"

#include <gmock/gmock.h>

using namespace testing;
namespace bj = boost::json;

TEST(Accounts, AnAdministratorFindsChangesAndClosesThem)
{
    Town town;
    auto const officer = town.as(Role::administrator);
    auto const head = town.staff("0010", Role::section_head);
    auto const found = officer.get("/accounts?q=0010&role=section_head").body;
    EXPECT_EQ(found.at("total"), 1);
    EXPECT_EQ(found.at("accounts").at(0).at("login"), "0010");

    auto const path = "/accounts/" + std::to_string(head.account().value);
    auto const unit = town.unit("情報政策課");
    auto const changed =
        officer
            .patch(path, bj::object{{"roles", bj::array{bj::object{{"role", "dx_leader"}, {"unit", unit.value}}}},
                                    {"display_name", "別名"}})
            .body;
    EXPECT_EQ(changed.at("roles").at(0).at("unit_name"), "情報政策課");
    EXPECT_EQ(changed.at("display_name"), "別名");

    EXPECT_EQ(officer.patch(path, bj::object{{"disabled", true}}).body.at("disabled"), true);
    EXPECT_EQ(head.get("/me").code(), "not_signed_in");
    EXPECT_EQ(officer.get("/audit?action=access.account_changed").body.at("entries").as_array().size(), 2U);
}

TEST(Accounts, TheLastAdministratorStays)
{
    Town town;
    auto const officer = town.as(Role::administrator);
    auto const path = "/accounts/" + std::to_string(officer.account().value);
    EXPECT_EQ(officer.patch(path, bj::object{{"disabled", true}}).code(), "in_use");
    EXPECT_EQ(officer.patch(path, bj::object{{"roles", bj::array{}}}).code(), "in_use");
    EXPECT_EQ(officer.get("/me").status, 200);
}

TEST(Accounts, ALoginAndAPersonHaveOneAccount)
{
    Town town;
    auto const officer = town.as(Role::administrator);
    auto const person = town.staff("0010");
    auto const made = [&](char const* login, std::int64_t staff) {
        return officer
            .post("/accounts", bj::object{{"login", login}, {"display_name", "名"}, {"staff", staff}, {"roles", bj::array{}}})
            .code();
    };
    EXPECT_EQ(made("0010", person.staff()->value), "already_exists");
    EXPECT_EQ(made("other", person.staff()->value), "already_exists");
    EXPECT_EQ(made("other", 999), "not_found");
}

TEST(Accounts, AnAccountIsLinkedToItsPersonLaterAndLetGoAgain)
{
    Town town;
    auto const officer = town.as(Role::administrator);
    auto const taken = town.staff("0010");
    auto const person = town.person({.no = "0020", .name = "髙橋 花子", .unit = town.unit("情報政策課")});
    auto const made = officer.post("/accounts", bj::object{{"login", "0020"}, {"display_name", "髙橋"}, {"roles", bj::array{}}});
    auto const path = "/accounts/" + std::to_string(made.body.at("id").as_int64());
    EXPECT_TRUE(made.body.at("staff").is_null());

    EXPECT_EQ(officer.patch(path, bj::object{{"staff", taken.staff()->value}}).code(), "already_exists");
    EXPECT_EQ(officer.patch(path, bj::object{{"staff", 999}}).code(), "not_found");
    auto const linked = officer.patch(path, bj::object{{"staff", person.value}}).body;
    EXPECT_EQ(linked.at("staff"), person.value);
    EXPECT_EQ(linked.at("staff_name"), "髙橋 花子");
    EXPECT_EQ(officer.patch(path, bj::object{{"staff", person.value}}).status, 200) << "again the same person";
    EXPECT_TRUE(officer.patch(path, bj::object{{"nobodys", true}}).body.at("staff").is_null());
    EXPECT_EQ(officer.get("/audit?action=access.account_changed").body.at("entries").as_array().size(), 3U);
}

TEST(Accounts, EverybodyOnTheRosterGetsOneThatOpensOnlyWithAPasswordHandedOut)
{
    Town town;
    auto const officer = town.as(Role::administrator);
    town.person({.no = "0010", .name = "山田 太郎"});
    town.person({.no = "0011", .name = "佐藤 花子"});
    town.staff("0012");
    officer.post("/accounts", bj::object{{"login", "0011"}, {"display_name", "別人"}, {"roles", bj::array{}}});
    auto const before = officer.get("/accounts/roster").body;
    EXPECT_EQ(before.at("missing"), 1);
    EXPECT_EQ(before.at("taken"), bj::array{"0011"});

    auto const recorded = [&] {
        return officer.get("/audit?action=access.account_created").body.at("entries").as_array().size();
    };
    auto const recorded_before = recorded();
    EXPECT_EQ(officer.post("/accounts/roster/missing").body.at("made"), 1);
    EXPECT_EQ(recorded(), recorded_before + 1);
    EXPECT_EQ(officer.get("/accounts/roster").body.at("missing"), 0);
    auto const made = officer.get("/accounts?q=0010").body.at("accounts").at(0);
    EXPECT_EQ(made.at("display_name"), "山田 太郎");
    auto const sign_in = bj::object{{"login", "0010"}, {"password", "hirakata-no-kumo"}};
    EXPECT_EQ(town.nobody().post("/session", sign_in).code(), "wrong_credentials");
    auto const path = "/accounts/" + std::to_string(made.at("id").as_int64());
    officer.patch(path, bj::object{{"password", "hirakata-no-kumo"}});
    EXPECT_EQ(town.nobody().post("/session", sign_in).body.at("must_change"), true);
    EXPECT_EQ(town.as(Role::training_officer).post("/accounts/roster/missing").status, 403);
}

TEST(Accounts, ThoseOfPeopleWhoHaveLeftAreDisabledAndNobodyElses)
{
    Town town;
    auto const officer = town.as(Role::administrator);
    auto const gone = town.staff("0010"), to_go = town.staff("0011");
    auto const leave = [&](StaffId staff, Date day) {
        static db::Sql const kLeave{"UPDATE staff SET left_on = $2 WHERE id = $1"};
        town.write([&](db::Tx& tx) { tx.run(kLeave, staff, day); });
    };
    leave(*gone.staff(), *date_from_iso("2026-06-01"));
    leave(*to_go.staff(), *date_from_iso("2026-06-02"));
    EXPECT_EQ(officer.get("/accounts/roster").body.at("left"), 1);
    EXPECT_EQ(officer.post("/accounts/roster/leavers").body.at("disabled"), 1);
    EXPECT_EQ(officer.get("/accounts/roster").body.at("left"), 0);
    EXPECT_EQ(officer.get("/accounts?q=0010").body.at("accounts").at(0).at("disabled"), true);
    EXPECT_EQ(to_go.get("/me").status, 200);
}
