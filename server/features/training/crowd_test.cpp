// Everybody at once: many people ask for few seats at the same moment, on whichever database the tests run.
#include "features/training/training_test_town.hpp"

#include <atomic>
#include <map>
#include <set>
#include <thread>

using namespace training_test;

namespace {

constexpr std::size_t kPeople = 500, kSeats = 30, kAtOnce = 64;

std::string number(std::size_t i) { return "9" + std::to_string(1000 + i); }

}  // namespace

TEST_F(TrainingTest, OfFiveHundredWhoAskAtOnceForThirtySeatsThirtySitTheRestWaitInOrderAndNobodyIsRefused)
{
    std::vector<Client> clients;
    for (std::size_t i = 0; i < kPeople; ++i) {
        town.person({.no = number(i), .name = "職員 " + std::to_string(i), .unit = i % 2 == 0 ? section : other});
        clients.push_back(town.staff(number(i)));
    }
    auto wanted = form();
    wanted["capacity"] = kSeats;
    auto const run = opened(wanted);
    auto const to = path("/runs/", run, "/enrolments");

    std::atomic<std::size_t> next = 0, refused = 0;
    std::vector<std::thread> crowd;
    for (std::size_t i = 0; i < kAtOnce; ++i) {
        crowd.emplace_back([&] {
            for (auto mine = next++; mine < kPeople; mine = next++)
                if (clients[mine].post(to, bj::object{{"reason", "学びたい"}}).status != 201) ++refused;
        });
    }
    for (auto& each : crowd) each.join();

    EXPECT_EQ(refused, 0u);
    auto const list = office.get(to).body.at("enrolments").as_array();
    ASSERT_EQ(list.size(), kPeople) << "nobody is lost";
    std::set<std::int64_t> people;
    for (std::size_t i = 0; i < list.size(); ++i) {
        people.insert(list[i].at("staff").as_int64());
        ASSERT_EQ(list[i].at("status"), i < kSeats ? "accepted" : "waiting") << "place " << i << " in the order of asking";
        if (i < kSeats) continue;
        ASSERT_EQ(list[i].at("place").as_int64(), static_cast<std::int64_t>(i - kSeats + 1));
    }
    EXPECT_EQ(people.size(), kPeople) << "nobody is there twice";
    auto const shown = office.get(path("/runs/", run)).body;
    EXPECT_EQ(shown.at("seated").as_int64(), static_cast<std::int64_t>(kSeats));
    EXPECT_EQ(shown.at("waiting").as_int64(), static_cast<std::int64_t>(kPeople - kSeats));
}
