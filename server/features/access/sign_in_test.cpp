#include "testing/town.hpp"

#include <gmock/gmock.h>

using namespace testing;
using namespace std::chrono_literals;
namespace bj = boost::json;

namespace {

constexpr auto kPassword = "correct horse battery";

class SignIn : public Test {
protected:
    SignIn()
    {
        officer = town.as(Role::administrator).cookie;
        town.person({.no = "0010", .name = "平塚 花子"});
        auto const hash = accounts::hash_password(kPassword);
        town.write([&](db::Tx& tx) {
            auto const staff = tx.one<StaffId>(kStaff);
            accounts::create_account(tx, system_actor("test"), {"0010", "平塚 花子", staff, {}, {}}, hash, false,
                                     town.clock().now());
        });
    }
    Answer sign_in(std::string password, std::string const& address = "10.0.0.1", std::string const& cookie = {},
                   std::string login = "0010")
    {
        auto client = town.nobody();
        client.address = address;
        client.cookie = cookie;
        return client.post("/session", bj::object{{"login", login}, {"password", password}});
    }
    // What the browser keeps of an answer, by name.
    static std::string kept(Answer const& answer, std::string_view name)
    {
        for (std::size_t i = 0; i < answer.headers.size(); ++i) {
            auto const [header, value] = answer.headers[i];
            if (header == "Set-Cookie" && value.starts_with(name)) return std::string(value.substr(0, value.find(';')));
        }
        return {};
    }
    Client with(std::string const& cookie)
    {
        auto client = town.nobody();
        client.cookie = cookie;
        return client;
    }

    // The use of a session is written down without the request waiting for it.
    void until_noted()
    {
        static db::Sql const kNoted{"SELECT count(*) FROM session WHERE last_seen_at = $1"};
        while (town.read([&](db::Tx& tx) { return tx.one<int>(kNoted, town.clock().now()); }) == 0) std::this_thread::yield();
    }

    static inline db::Sql const kStaff{"SELECT id FROM staff WHERE staff_no = '0010'"};
    Town town;
    std::string officer;
};

}  // namespace

TEST_F(SignIn, TheStaffNumberAndThePasswordOpenASessionBoundToTheMunicipality)
{
    auto const answer = sign_in(kPassword);
    ASSERT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body.at("name"), "平塚 花子");
    EXPECT_EQ(answer.body.at("permissions"), bj::array({"see_own", "rate_self", "training_enrol", "survey_answer", "take_part"}));
    EXPECT_THAT(answer.headers.find("Set-Cookie"),
                AllOf(HasSubstr("Path=/town;"), HasSubstr("HttpOnly"), HasSubstr("SameSite=Strict")));
    auto const browser = with(kept(answer, "hagukumi_session"));
    EXPECT_EQ(browser.get("/me").status, 200);
    EXPECT_EQ(browser.del("/session").status, 200);
    EXPECT_EQ(browser.get("/me").code(), "not_signed_in");
}

TEST_F(SignIn, ASessionOfOneMunicipalityIsWorthlessInAnother)
{
    Town elsewhere;
    auto stranger = elsewhere.nobody();
    stranger.cookie = kept(sign_in(kPassword), "hagukumi_session");
    EXPECT_EQ(stranger.get("/me").code(), "not_signed_in");
}

TEST_F(SignIn, AStrangersFailuresDelayNeitherTheOwnDeskNorAnotherAddress)
{
    auto const device = kept(sign_in(kPassword, "10.0.0.1"), "hagukumi_device");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in("wrong", "10.0.0.1").code(), "wrong_credentials");
    EXPECT_EQ(sign_in("wrong", "10.0.0.1").code(), "locked_out");
    EXPECT_EQ(sign_in(kPassword, "10.0.0.1").code(), "locked_out");
    EXPECT_EQ(sign_in(kPassword, "10.0.0.1", device).status, 200);
    EXPECT_EQ(sign_in(kPassword, "10.0.0.2").status, 200);
    EXPECT_EQ(sign_in("wrong", "10.0.0.1", device, "0011").code(), "wrong_credentials");
    town.clock().advance(11s);
    EXPECT_EQ(sign_in(kPassword, "10.0.0.1").status, 200);
}

TEST_F(SignIn, ALoginThatDoesNotExistLooksLikeAWrongPassword)
{
    EXPECT_EQ(sign_in(kPassword, "10.0.0.1", "", "nobody").code(), "wrong_credentials");
}

TEST_F(SignIn, AnUnusedSessionEndsAfterAnHourAndAnyAfterTwelve)
{
    auto const browser = with(kept(sign_in(kPassword), "hagukumi_session"));
    town.clock().advance(59min);
    EXPECT_EQ(browser.get("/me").status, 200);
    until_noted();
    town.clock().advance(59min);
    EXPECT_EQ(browser.get("/me").status, 200);
    town.clock().advance(61min);
    EXPECT_EQ(browser.get("/me").code(), "session_expired");
    auto const busy = with(kept(sign_in(kPassword), "hagukumi_session"));
    for (int i = 0; i < 23; ++i) {
        town.clock().advance(30min);
        EXPECT_EQ(busy.get("/me").status, 200);
        until_noted();
    }
    town.clock().advance(30min);
    EXPECT_EQ(busy.get("/me").code(), "session_expired");
}

TEST_F(SignIn, WhoHasLeftOrHasNoPostingAnyMoreCannotSignInAndIsSignedOut)
{
    static db::Sql const kLeave{"UPDATE staff SET left_on = '2026-06-01' WHERE staff_no = '0010'"};
    auto const browser = with(kept(sign_in(kPassword), "hagukumi_session"));
    town.write([](db::Tx& tx) { tx.run(kLeave); });
    EXPECT_EQ(browser.get("/me").code(), "not_signed_in");
    EXPECT_EQ(sign_in(kPassword).code(), "wrong_credentials");
}

TEST_F(SignIn, ANewPasswordIsStrongAndEndsEveryOtherSession)
{
    auto const here = with(kept(sign_in(kPassword), "hagukumi_session"));
    auto const there = with(kept(sign_in(kPassword), "hagukumi_session"));
    auto const change = [&](char const* current, char const* next) {
        return here.post("/me/password", bj::object{{"current", current}, {"next", next}});
    };
    EXPECT_EQ(here.get("/me/sessions").body.at("sessions").as_array().size(), 2U);
    EXPECT_EQ(change("wrong", "a quite different phrase").code(), "wrong_credentials");
    // A weak one is refused before the present password is looked at: it costs no attempt.
    for (auto const* weak : {"short", "password12345", "xx-0010-0010-yy", "ababababababab"})
        EXPECT_EQ(change(kPassword, weak).code(), "weak_password");
    auto const same = change(kPassword, kPassword);
    EXPECT_EQ(same.code(), "invalid_input");
    EXPECT_EQ(same.body.at("problems").at(0).at("pointer"), "/next");
    EXPECT_EQ(change(kPassword, "a quite different phrase").status, 200);
    EXPECT_EQ(here.get("/me").status, 200);
    EXPECT_EQ(there.get("/me").code(), "not_signed_in");
    EXPECT_EQ(sign_in(kPassword).code(), "wrong_credentials");
}

TEST_F(SignIn, AFirstPasswordMustBeChangedBeforeAnythingElse)
{
    auto const made =
        with(officer).post("/accounts", bj::object{{"login", "new-head"},
                                                   {"display_name", "新任"},
                                                   {"password", "first phrase for you"},
                                                   {"roles", bj::array{bj::object{{"role", "dx_office"}, {"unit", nullptr}}}}});
    ASSERT_EQ(made.status, 201);
    auto const browser = with(kept(sign_in("first phrase for you", "10.0.0.9", "", "new-head"), "hagukumi_session"));
    EXPECT_EQ(browser.get("/me").body.at("must_change"), true);
    EXPECT_EQ(browser.get("/me/sessions").code(), "password_must_change");
    EXPECT_EQ(
        browser.post("/me/password", bj::object{{"current", "first phrase for you"}, {"next", "a phrase of one's own"}}).status,
        200);
    EXPECT_EQ(browser.get("/me/sessions").status, 200);
}

TEST_F(SignIn, OneCanSignOutEverywhereElse)
{
    auto const here = with(kept(sign_in(kPassword), "hagukumi_session"));
    auto const there = with(kept(sign_in(kPassword), "hagukumi_session"));
    EXPECT_EQ(here.del("/me/sessions").status, 200);
    EXPECT_EQ(there.get("/me").code(), "not_signed_in");
    auto const strangers = town.as(Role::dx_office).get("/me/sessions").body.at("sessions").at(0).at("id").as_int64();
    EXPECT_EQ(here.del("/me/sessions/" + std::to_string(strangers)).code(), "not_found");
}
