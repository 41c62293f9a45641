// Letters as a relay without a password receives them.
#include "platform/mail/smtp.hpp"

#include "platform/mail/smtp_test_relay.hpp"

#include <gmock/gmock.h>

using testing::HasSubstr;
using testing::Not;

namespace {

mail::Letter const kLetter{"aoki@example.lg.jp", "【研修】受講のお願い", "青木さん\n研修を受けてください。", "letter-1",
                           *instant_from_iso("2026-06-01T01:00:00Z")};

mail::Relay relay_at(std::uint16_t port) { return {"127.0.0.1", port, "hagukumi@example.lg.jp", mail::Security::none}; }

}  // namespace

TEST(Smtp, ALetterIsHandedOverWithoutAPassword)
{
    FakeRelay relay;
    mail::send(relay_at(relay.port()), kLetter);
    auto const received = relay.received();
    ASSERT_EQ(received.size(), 1U);
    EXPECT_THAT(received[0].from, HasSubstr("<hagukumi@example.lg.jp>"));
    EXPECT_THAT(received[0].to, HasSubstr("<aoki@example.lg.jp>"));
    EXPECT_THAT(received[0].message, HasSubstr("Date: Mon, 01 Jun 2026 10:00:00 +0900\r\n"));
    EXPECT_THAT(received[0].message, HasSubstr("Message-ID: <letter-1@example.lg.jp>\r\n"));
    EXPECT_THAT(received[0].message, HasSubstr("Subject: =?UTF-8?B?44CQ56CU5L+u44CR5Y+X6Kyb44Gu44GK6aGY44GE?=\r\n"));
    EXPECT_THAT(received[0].message, HasSubstr("Auto-Submitted: auto-generated\r\n"));
}

TEST(Smtp, WhoTheRelayDoesNotKnowIsRefusedForGoodAndABusyRelayIsAskedAgain)
{
    FakeRelay relay;
    auto const refused_for_good = [&](char const* answer) {
        relay.answer_recipients(answer);
        try {
            mail::send(relay_at(relay.port()), kLetter);
        } catch (mail::NotSent const& why) {
            return why.for_good;
        }
        ADD_FAILURE() << "it was sent";
        return false;
    };
    EXPECT_TRUE(refused_for_good("550 nobody here"));
    EXPECT_FALSE(refused_for_good("451 come back later"));
    EXPECT_TRUE(relay.received().empty());
}

TEST(Smtp, ARelayThatIsNotThereIsTriedAgainAndAnAddressThatIsNoneIsNot)
{
    std::uint16_t gone = 0;
    {
        FakeRelay relay;
        gone = relay.port();
    }
    try {
        mail::send(relay_at(gone), kLetter);
        ADD_FAILURE();
    } catch (mail::NotSent const& why) {
        EXPECT_FALSE(why.for_good);
    }
    auto wrong = kLetter;
    wrong.to = "a@b>\r\nRCPT TO:<c@d";
    EXPECT_FALSE(mail::is_address(wrong.to));
    EXPECT_THROW(mail::send(relay_at(gone), wrong), mail::NotSent);
}

TEST(Smtp, ALongSubjectIsSplitBetweenCharactersAndNoLineIsTooLong)
{
    auto letter = kLetter;
    letter.subject.clear();
    for (int i = 0; i < 60; ++i) letter.subject += "研";
    for (int i = 0; i < 200; ++i) letter.text += "長い本文。";
    auto message = mail::message_of(relay_at(25), letter);
    for (std::size_t at = 0; at < message.size();) {
        auto const end = message.find("\r\n", at);
        ASSERT_NE(end, message.npos);
        EXPECT_LE(end - at, 78U);
        at = end + 2;
    }
}
