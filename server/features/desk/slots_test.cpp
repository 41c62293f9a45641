// ワークショップ・相談会: seats, and the order of those who wait.
#include "features/desk/desk_test_town.hpp"

#include <map>
#include <thread>

using namespace desk_test;

namespace {

struct SlotsTest : DeskTest {
    bj::object form(int seats = 1) const
    {
        return {{"kind", "clinic"},
                {"title", "電子申請の相談会"},
                {"about", "様式をお持ちください。"},
                {"starts_at", "2026-06-10T10:00"},
                {"ends_at", "2026-06-10T11:00"},
                {"place", "本庁2階"},
                {"online_address", ""},
                {"subject", subject},
                {"holder", ada.value},
                {"guest", ""},
                {"seats", seats}};
    }
    std::int64_t slot(int seats = 1)
    {
        auto const added = office.post("/desk/slots", form(seats));
        EXPECT_EQ(added.status, 201) << added.bytes;
        return added.body.at("id").as_int64();
    }
    static std::string at_slot(std::int64_t id, std::string const& after = {}) { return "/desk/slots/" + digits(id) + after; }
    static Answer books(Client const& who, std::int64_t slot, bj::value const& about = nullptr)
    {
        return who.post(at_slot(slot, "/bookings"), bj::object{{"note", "転入の申請書"}, {"consultation", about}});
    }
    bj::value shown(Client const& who, std::int64_t slot) { return who.get(at_slot(slot)).body; }
};

}  // namespace

TEST_F(SlotsTest, TheSeatsAreTakenAndThenOneWaitsInOrder)
{
    auto const id = slot();
    EXPECT_EQ(books(asker(), id).body.at("status"), "booked");
    auto const second = books(colleague(), id);
    EXPECT_EQ(second.body.at("status"), "waiting");
    EXPECT_EQ(second.body.at("place"), 1);
    EXPECT_EQ(books(stranger(), id).body.at("place"), 2);
    EXPECT_EQ(books(asker(), id).code(), "already_exists");
    EXPECT_EQ(shown(stranger(), id).at("mine").at("place"), 2);
    EXPECT_EQ(shown(stranger(), id).at("taken"), 1);
    EXPECT_EQ(shown(stranger(), id).at("waiting"), 2);
}

TEST_F(SlotsTest, WhoeverCancelsLetsTheFirstWhoWaitsMoveUp)
{
    auto const id = slot();
    auto const first = books(asker(), id).body.at("id");
    books(colleague(), id);
    books(stranger(), id);
    EXPECT_EQ(stranger().del("/desk/bookings/" + digits(first)).status, 404) << "somebody else's";
    EXPECT_EQ(asker().del("/desk/bookings/" + digits(first)).status, 200);
    EXPECT_EQ(asker().del("/desk/bookings/" + digits(first)).code(), "wrong_status");
    EXPECT_EQ(shown(colleague(), id).at("mine").at("status"), "booked");
    EXPECT_EQ(shown(stranger(), id).at("mine").at("place"), 1);
    EXPECT_EQ(books(asker(), id).body.at("place"), 2) << "again, behind the others";
}

TEST_F(SlotsTest, OfTwoWhoAskAtOnceForTheLastSeatOneSitsAndOneWaits)
{
    for (int round = 0; round < 5; ++round) {
        auto const id = slot();
        Client const one = asker(), other = stranger();
        Answer first, second;
        std::thread a{[&] { first = books(one, id); }}, b{[&] { second = books(other, id); }};
        a.join();
        b.join();
        ASSERT_EQ(first.status, 201) << first.bytes;
        ASSERT_EQ(second.status, 201) << second.bytes;
        EXPECT_NE(first.body.at("status"), second.body.at("status"));
        EXPECT_EQ(shown(office, id).at("taken"), 1);
        EXPECT_EQ(shown(office, id).at("waiting"), 1);
    }
}

TEST_F(SlotsTest, MoreSeatsAreGivenToThoseWhoWait)
{
    auto const id = slot();
    books(asker(), id);
    books(colleague(), id);
    auto wider = form(2);
    wider["revision"] = 1;
    ASSERT_EQ(office.patch(at_slot(id), wider).status, 200);
    EXPECT_EQ(shown(colleague(), id).at("mine").at("status"), "booked");
    auto narrower = form(1);
    narrower["revision"] = 1;
    EXPECT_EQ(office.patch(at_slot(id), narrower).code(), "changed_meanwhile");
    narrower["revision"] = 2;
    EXPECT_EQ(office.patch(at_slot(id), narrower).code(), "in_use");
}

TEST_F(SlotsTest, WhoComesIsToldToTheDeskAndTheHolderAlone)
{
    auto const id = slot(5);
    books(asker(), id, asked());
    EXPECT_TRUE(shown(colleague(), id).at("bookings").as_array().empty());
    auto const bookings = shown(adviser(), id).at("bookings").as_array();
    ASSERT_EQ(bookings.size(), 1U);
    EXPECT_EQ(bookings[0].at("person").at("name"), "青木 花子");
    EXPECT_EQ(bookings[0].at("consultation").at("no"), "2026-0001");
    EXPECT_EQ(stranger().get("/desk/slots?mine=true").body.at("slots").as_array().size(), 0U);
    EXPECT_EQ(asker().get("/desk/slots?mine=true").body.at("slots").as_array().size(), 1U);
}

TEST_F(SlotsTest, ABookingGoesWithAConsultationOfOnesOwnOnly)
{
    auto const id = slot(5);
    auto const theirs = asked();
    EXPECT_EQ(books(stranger(), id, theirs).status, 422);
    EXPECT_EQ(books(adviser(), id, theirs).status, 422) << "the desk answers, it does not ask";
    EXPECT_EQ(books(asker(), id, finished()).status, 422) << "it is over";
}

TEST_F(SlotsTest, WhatHasBegunOrIsCancelledTakesNobody)
{
    auto const id = slot(), other = slot();
    ASSERT_EQ(office.post(at_slot(other, "/cancellation"), bj::object{{"reason", "台風のため"}}).status, 200);
    EXPECT_EQ(books(asker(), other).code(), "wrong_status");
    EXPECT_EQ(shown(asker(), other).at("cancelled_why"), "台風のため");
    auto const mine = books(asker(), id).body.at("id");
    town.clock().set(*date_from_iso("2026-06-10"));  // 10:00
    EXPECT_EQ(books(colleague(), id).code(), "wrong_status");
    EXPECT_EQ(asker().del("/desk/bookings/" + digits(mine)).code(), "wrong_status");
    on("2026-06-11");
    EXPECT_TRUE(asker().get("/desk/slots").body.at("slots").as_array().empty());
    EXPECT_EQ(asker().get("/desk/slots?past=true").body.at("slots").as_array().size(), 2U);
}

TEST_F(SlotsTest, OnlyTheOfficeSetsThemUpAndOnlyAheadAndOnOneDay)
{
    EXPECT_EQ(adviser().post("/desk/slots", form()).status, 403);
    EXPECT_EQ(town.as(Role::dx_office, taxes).post("/desk/slots", form()).code(), "not_allowed");
    for (auto const& [member, value] : std::map<std::string, std::string>{
             {"starts_at", "2026-06-10T25:00"}, {"ends_at", "2026-06-11T11:00"}, {"starts_at", "2026-05-10T10:00"}}) {
        auto wrong = form();
        wrong[member] = value;
        EXPECT_EQ(office.post("/desk/slots", wrong).code(), "invalid_input") << member << ' ' << value;
    }
    auto wrong = form();
    wrong["holder"] = anna.value;
    EXPECT_EQ(office.post("/desk/slots", wrong).code(), "invalid_input");
    wrong = form(0);
    EXPECT_EQ(office.post("/desk/slots", wrong).code(), "invalid_input");
    EXPECT_EQ(books(office, slot()).code(), "not_allowed") << "an account that is no person's";
}

TEST_F(SlotsTest, WhatOneHasBookedStandsInOnesOwnCalendar)
{
    auto const id = slot();
    books(asker(), id);
    books(colleague(), id);
    auto const feed_of = [&](Client const& who) {
        auto const made = who.post("/me/calendar");
        return town.nobody().get(std::string(made.body.at("path").as_string()).substr(std::string("/town/api").size())).bytes;
    };
    EXPECT_NE(feed_of(asker()).find("SUMMARY:電子申請の相談会\r\n"), std::string::npos);
    EXPECT_NE(feed_of(colleague()).find("STATUS:TENTATIVE"), std::string::npos) << "it is not sure yet";
    EXPECT_EQ(feed_of(stranger()).find("電子申請"), std::string::npos);
    ASSERT_EQ(office.post(at_slot(id, "/cancellation"), bj::object{{"reason", "台風のため"}}).status, 200);
    EXPECT_EQ(feed_of(asker()).find("電子申請"), std::string::npos);
}
