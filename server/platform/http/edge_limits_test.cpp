// Who is slow, who is idle, who is one too many, and how the server stops.
#include "platform/http/edge_test_house.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace http::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

TEST(EdgeLimits, AHeaderThatComesByteByByteIsCutAndHoldsNobodyUp)
{
    House house({.header_timeout = 300ms});
    auto slow = house.client();
    std::string const header = "GET /slow HTTP/1.1\r\nHost: test\r\nX: " + std::string(100'000, 'x');
    bool cut = false;
    for (std::size_t n = 0; n < header.size() && !cut; ++n) {
        cut = !slow.send(header.substr(n, 1));
        EXPECT_EQ(n % 10 ? 200 : house.client().get("/other").status, 200);
        std::this_thread::sleep_for(20ms);
    }
    EXPECT_TRUE(cut);
}

TEST(EdgeLimits, AnIdleConnectionIsClosedAfterItsTime)
{
    House house({.idle_timeout = 100ms});
    auto client = house.client();
    EXPECT_EQ(client.get("/a").status, 200);
    EXPECT_TRUE(client.is_closed());
}

TEST(EdgeLimits, AReaderWhoDoesNotReadHoldsNobodyUp)
{
    House house({.io_threads = 1});
    std::string const large(1'000'000, 'x');
    std::vector<Client> sleepers;
    for (int n = 0; n < 20; ++n) {
        sleepers.push_back(house.client());
        sleepers.back().send("POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 1000000\r\n\r\n" + large);
    }
    EXPECT_EQ(house.client().get("/other").body, "hello other");
    EXPECT_EQ(sleepers.front().read().body, large);
}

TEST(EdgeLimits, FiveHundredIdleConnectionsDoNotStopANewOne)
{
    House house;
    std::vector<Client> idle;
    for (int n = 0; n < 500; ++n) {
        idle.push_back(house.client());
        ASSERT_EQ(idle.back().get("/a").status, 200);
    }
    EXPECT_EQ(house.client().get("/new").body, "hello new");
    EXPECT_EQ(idle.front().get("/again").body, "hello again");
}

TEST(EdgeLimits, WhenTheHouseIsFullTheLongestIdleMakesRoom)
{
    House house({.io_threads = 1, .max_connections = 2});
    auto first = house.client();
    EXPECT_EQ(first.get("/1").status, 200);
    auto second = house.client();
    EXPECT_EQ(second.get("/2").status, 200);
    EXPECT_EQ(house.client().get("/3").status, 200);
    EXPECT_TRUE(first.is_closed());
    EXPECT_EQ(second.get("/still").status, 200);
}

TEST(EdgeLimits, WhenNobodyIsIdleANewcomerIsToldToComeBack)
{
    House house({.io_threads = 1, .max_connections = 1});
    auto busy = house.client();
    busy.send("GET /work HTTP/1.1\r\nHost: test\r\n\r\n");
    house.is_working.wait();
    auto const answer = house.client().read();
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.field("Retry-After"), "1");
    EXPECT_EQ(house.server->counts().refused, 1u);
    house.may_answer.count_down();
    EXPECT_EQ(busy.read().body, "done");
}

TEST(EdgeLimits, AStopFinishesWhatBeganAndClosesWhoIsIdle)
{
    House house;
    auto idle = house.client();
    EXPECT_EQ(idle.get("/a").status, 200);
    auto busy = house.client();
    busy.send("GET /work HTTP/1.1\r\nHost: test\r\n\r\n");
    house.is_working.wait();
    house.server->stop();
    EXPECT_TRUE(idle.is_closed());
    house.may_answer.count_down();
    auto const answer = busy.read();
    EXPECT_EQ(answer.body, "done");
    EXPECT_EQ(answer.field("Connection"), "close");
    house.running.join();
    EXPECT_THROW(house.client(), std::runtime_error);
}

TEST(EdgeLimits, AStopDoesNotWaitForEverAndALateAnswerHarmsNobody)
{
    House house({.drain = 0s});
    auto busy = house.client();
    busy.send("GET /work HTTP/1.1\r\nHost: test\r\n\r\n");
    house.is_working.wait();
    house.server->stop();
    house.running.join();
    house.may_answer.count_down();
    house.pool.stop();
}

TEST(EdgeLimits, AServerThatIsStoppedBeforeItRunsReturnsAtOnce)
{
    Server server({.port = 0}, nullptr, nullptr);
    server.stop();
    server.run();
}

TEST(EdgeLimits, TwoServersLiveInOneProcessButNotOnOnePort)
{
    House house;
    House second;
    EXPECT_EQ(second.client().get("/a").body, "hello a");
    try {
        Server third({.port = house.server->port()}, nullptr, nullptr);
        FAIL() << "the port was taken twice";
    } catch (CannotListen const& refused) {
        EXPECT_THAT(refused.what(), HasSubstr("is in use: stop the other program or choose another port."));
    }
    EXPECT_THROW(Server({.host = "somewhere", .port = 0}, nullptr, nullptr), CannotListen);
    EXPECT_THROW(Server({.host = "192.0.2.1", .port = 0}, nullptr, nullptr), CannotListen);
    EXPECT_THROW(Server({.port = 0, .certificate = "/nowhere.pem"}, nullptr, nullptr), CannotListen);
}

TEST(EdgeLimits, ABodyThatComesByteByByteIsCut)
{
    House house({.idle_timeout = 300ms});
    auto slow = house.client();
    slow.send("POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 100000\r\n\r\n");
    bool cut = false;
    for (int n = 0; n < 100'000 && !cut; ++n) {
        cut = !slow.send("x");
        std::this_thread::sleep_for(20ms);
    }
    EXPECT_TRUE(cut);
}

}  // namespace
}  // namespace http::testing
