// The feed of one's sessions, as a calendar program reads it, and the text of RFC 5545.
#include "features/calendar/ical.hpp"
#include "features/training/training_test_town.hpp"

#include <gmock/gmock.h>

using testing::HasSubstr;
using testing::Not;
using namespace training_test;

namespace {

struct CalendarTest : TrainingTest {
    /// The path below /town/api, as a calendar program has it.
    std::string made(std::string const& no)
    {
        auto const answer = town.staff(no).post("/me/calendar");
        EXPECT_EQ(answer.status, 201) << answer.bytes;
        auto const whole = std::string(answer.body.at("path").as_string());
        EXPECT_TRUE(whole.starts_with("/town/api/calendar.ics?key="));
        return whole.substr(std::string("/town/api").size());
    }
};

}  // namespace

TEST(Ical, ALineIsFoldedAt75OctetsAndNeverWithinACharacter)
{
    std::string const line = "SUMMARY:" + std::string(300, 'x') + "研修研修研修研修研修研修研修研修研修研修研修研修研修";
    auto const folded = calendar::folded(line);
    std::string unfolded;
    for (std::size_t at = 0; at < folded.size();) {
        auto const end = folded.find("\r\n", at);
        auto const piece = folded.substr(at, end - at);
        EXPECT_LE(piece.size(), 75U);
        auto const body = at == 0 ? piece : piece.substr(1);
        EXPECT_TRUE(body.empty() || (static_cast<unsigned char>(body[0]) & 0xC0) != 0x80) << "begins with a whole character";
        unfolded += body;
        at = end + 2;
    }
    EXPECT_EQ(unfolded, line);
    EXPECT_EQ(calendar::folded(std::string(75, 'x')), std::string(75, 'x') + "\r\n");
}

TEST(Ical, TextIsEscapedAndCannotBeginALineOfItsOwn)
{
    EXPECT_EQ(calendar::escaped("a,b;c\\d\r\nEND:VEVENT"), "a\\,b\\;c\\\\d\\nEND:VEVENT");
    calendar::Event const event{"u", Instant{}, "2026-07-01T10:00", "2026-07-01T12:00", "x", "", "", "http://a\r\nX:1", false};
    EXPECT_THAT(calendar::ical("n", {&event, 1}), Not(HasSubstr("X:1")));
}

TEST_F(CalendarTest, TheFeedHoldsTheSessionsOfSeatsInJapaneseTimeAndNothingElse)
{
    auto const run = opened();
    auto const elsewhere = opened();
    EXPECT_EQ(apply("0010", run).status, 201);
    EXPECT_EQ(apply("0011", elsewhere).status, 201);
    auto const answer = town.nobody().get(made("0010"));
    ASSERT_EQ(answer.status, 200) << answer.bytes;
    EXPECT_EQ(answer.headers.find("Content-Type"), "text/calendar; charset=utf-8");
    EXPECT_THAT(answer.bytes, HasSubstr("DTSTART;TZID=Asia/Tokyo:20260701T100000\r\n"));
    EXPECT_THAT(answer.bytes, HasSubstr("TZOFFSETTO:+0900\r\n"));
    EXPECT_THAT(answer.bytes, HasSubstr("SUMMARY:DX入門\r\n"));
    EXPECT_THAT(answer.bytes, HasSubstr("LOCATION:大会議室\r\n"));
    EXPECT_EQ(answer.bytes.find("BEGIN:VEVENT"), answer.bytes.rfind("BEGIN:VEVENT"));
}

TEST_F(CalendarTest, ANewAddressEndsTheOneBeforeAndARevokedOneOpensNothing)
{
    auto const first = made("0010");
    auto const second = made("0010");
    EXPECT_EQ(town.nobody().get(first).status, 404);
    EXPECT_EQ(town.nobody().get(second).status, 200);
    EXPECT_TRUE(town.staff("0010").get("/me/calendar").body.at("active").as_bool());
    EXPECT_EQ(town.staff("0010").del("/me/calendar").status, 200);
    EXPECT_EQ(town.nobody().get(second).status, 404);
    EXPECT_FALSE(town.staff("0010").get("/me/calendar").body.at("active").as_bool());
    town.write([](db::Tx& tx) {
        static db::Sql const made{"SELECT count(*) FROM audit WHERE action IN ('calendar.feed_made', 'calendar.feed_revoked')"};
        EXPECT_EQ(tx.one<std::int64_t>(made), 3);
    });
}

TEST_F(CalendarTest, WhoHasLeftOrWhoseAccountIsClosedHasNoFeed)
{
    auto const address = made("0010");
    town.write([](db::Tx& tx) { tx.script("UPDATE account SET disabled_at = '2026-05-01T00:00:00Z' WHERE login = '0010'"); });
    EXPECT_EQ(town.nobody().get(address).status, 404);
    auto const fixed_term = made("0020");
    town.write([](db::Tx& tx) {
        tx.script("UPDATE posting SET ended_on = '2026-06-01' WHERE staff_id = (SELECT id FROM staff WHERE staff_no = '0020')");
    });
    EXPECT_EQ(town.nobody().get(fixed_term).status, 404) << "every posting has ended";
    auto const leaver = made("0011");
    town.write([](db::Tx& tx) { tx.script("UPDATE staff SET left_on = '2026-06-01' WHERE staff_no = '0011'"); });
    EXPECT_EQ(town.nobody().get(leaver).status, 404);
}

TEST_F(CalendarTest, AnAddressThatKeepsAskingIsTurnedAwayForAMinute)
{
    auto const address = made("0010"), colleagues = made("0011");
    auto const asker = town.nobody();
    int answered = 0;
    while (answered < 100 && asker.get(address).status == 200) ++answered;
    EXPECT_EQ(answered, 30);
    EXPECT_EQ(asker.get(address).code(), "rate_limited");
    EXPECT_EQ(asker.get(colleagues).status, 200) << "a groupware server asks for everybody";
    town.clock().advance(std::chrono::seconds{60});
    EXPECT_EQ(asker.get(address).status, 200);
}

TEST_F(CalendarTest, WhereOneOfSeveralSessionsIsAttendedEachIsTentativeUntilOneIsChosen)
{
    auto wanted = form();
    wanted["attend"] = "one";
    wanted["sessions"] = bj::array{session("2026-07-01"), session("2026-07-08")};
    auto const run = opened(wanted);
    auto const seat = apply("0010", run).body.at("enrolment").at("id");
    auto const address = made("0010");
    EXPECT_THAT(town.nobody().get(address).bytes, HasSubstr("STATUS:TENTATIVE"));
    auto const sessions = office.get(path("/runs/", run)).body.at("sessions").as_array();
    auto const chosen =
        town.staff("0010").put(path("/enrolments/", seat, "/session"), bj::object{{"session", sessions[1].at("id")}});
    EXPECT_EQ(chosen.status, 200) << chosen.bytes;
    auto const feed = town.nobody().get(address).bytes;
    EXPECT_THAT(feed, HasSubstr("20260708T100000"));
    EXPECT_THAT(feed, Not(HasSubstr("20260701T100000")));
    EXPECT_THAT(feed, Not(HasSubstr("TENTATIVE")));
}
