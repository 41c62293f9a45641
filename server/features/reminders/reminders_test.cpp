// Reminders by mail, with a relay that a test looks into.
#include "features/training/training_test_town.hpp"
#include "platform/mail/smtp_test_relay.hpp"

#include <gmock/gmock.h>

using testing::HasSubstr;
using namespace training_test;

namespace {

struct RemindersTest : TrainingTest {
    FakeRelay relay;
    reminders::Outbox& outbox = town.municipality().outbox();

    void SetUp() override
    {
        TrainingTest::SetUp();
        town.write([](db::Tx& tx) {
            tx.script("UPDATE staff SET email = 'p' || staff_no || '@example.lg.jp' WHERE staff_no <> '0012'");
        });
    }
    void with_relay() { outbox.use({"127.0.0.1", relay.port(), "hagukumi@example.lg.jp", mail::Security::none}); }
    Answer remind()
    {
        return office.post("/reminders",
                           bj::object{{"course", "C1"}, {"unit", nullptr}, {"note", "締切が近づいています。"}, {"heads", true}});
    }
    bj::object round() { return office.get("/reminders").body.at("rounds").at(0).as_object(); }
};

}  // namespace

TEST_F(RemindersTest, WithoutARelayNothingIsWrittenAndThePageSaysSo)
{
    EXPECT_FALSE(office.get("/reminders").body.at("relay").as_bool());
    EXPECT_EQ(remind().code(), "conflict");
    EXPECT_TRUE(office.get("/reminders").body.at("rounds").as_array().empty());
    EXPECT_EQ(town.staff("0010").post("/reminders").status, 403);
}

TEST_F(RemindersTest, EverybodyWithSomethingOutstandingAndTheirHeadsAreWrittenTo)
{
    with_relay();
    auto const answer = remind();
    ASSERT_EQ(answer.status, 201) << answer.bytes;
    EXPECT_EQ(answer.body.at("people"), 5);
    EXPECT_EQ(answer.body.at("without_address"), 1) << "is told on paper";
    EXPECT_EQ(answer.body.at("letters"), 5) << "four people, and the head of three of them";
    outbox.send_now();
    EXPECT_EQ(round().at("sent"), 5);
    auto const received = relay.received();
    ASSERT_EQ(received.size(), 5U);
    std::vector<std::string> to;
    for (auto const& letter : received) to.push_back(letter.to);
    EXPECT_THAT(to, testing::Contains(HasSubstr("p0010@example.lg.jp")));
    outbox.send_now();
    EXPECT_EQ(relay.received().size(), 5U) << "nobody is written to twice";
}

TEST_F(RemindersTest, ABusyRelayIsAskedAgainLaterAndWhatItRefusesForGoodIsListedAndMayBeSentAgain)
{
    relay.answer_recipients("451 come back later");
    with_relay();
    EXPECT_EQ(remind().status, 201);
    outbox.send_now();
    EXPECT_EQ(round().at("sent"), 0);
    EXPECT_EQ(round().at("failed"), 0) << "they wait";
    relay.answer_recipients("550 nobody here");
    outbox.send_now();
    EXPECT_EQ(round().at("failed"), 0) << "not before their time";
    town.clock().advance(std::chrono::minutes{2});
    outbox.send_now();
    EXPECT_EQ(round().at("failed"), 5);
    auto const failed = office.get("/reminders").body.at("failed").as_array();
    ASSERT_EQ(failed.size(), 5U);
    EXPECT_EQ(failed[0].at("attempts"), 2);

    relay.answer_recipients("250 ok");
    EXPECT_EQ(office.post("/reminders/retry").status, 200);
    outbox.send_now();
    EXPECT_EQ(round().at("sent"), 5);
    EXPECT_TRUE(office.get("/reminders").body.at("failed").as_array().empty());
}

TEST_F(RemindersTest, ARelayThatIsAwayKeepsNobodyWaitingAndIsGivenUpInTheEnd)
{
    outbox.use({"127.0.0.1", 1, "hagukumi@example.lg.jp", mail::Security::none});
    EXPECT_EQ(remind().status, 201);
    for (int attempt = 0; attempt < 7; ++attempt) {
        outbox.send_now();
        town.clock().advance(std::chrono::minutes{960});
    }
    office = town.as(Role::training_officer);  // days have gone by
    EXPECT_EQ(round().at("failed"), 5);
}
