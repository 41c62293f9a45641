// Any life of a run through the API, held against a list kept by hand: nobody sits twice, nobody is lost, the order stays.
#include "features/training/training_test_town.hpp"

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

using namespace training_test;

namespace {

struct OpenTown : TrainingTest {
    OpenTown() { SetUp(); }
    void TestBody() override {}
};

/// What must be true of the run, kept without the program's help.
struct Expected {
    std::size_t capacity = 0;
    std::vector<std::string> seated, waiting;

    bool in(std::string const& no) const { return sits(no) || waits(no); }
    bool sits(std::string const& no) const { return std::find(seated.begin(), seated.end(), no) != seated.end(); }
    bool waits(std::string const& no) const { return std::find(waiting.begin(), waiting.end(), no) != waiting.end(); }
    void ask(std::string const& no) { (seated.size() < capacity ? seated : waiting).push_back(no); }
    void leave(std::string const& no)
    {
        std::erase(seated, no);
        std::erase(waiting, no);
        while (seated.size() < capacity && !waiting.empty()) {
            seated.push_back(waiting.front());
            waiting.erase(waiting.begin());
        }
    }
};

}  // namespace

TEST(EnrolmentLife, WhateverPeopleDoNobodySitsTwiceNobodyIsLostAndTheOrderStays)
{
    OpenTown town;
    std::vector<std::string> const numbers{"0001", "0010", "0011", "0012", "0020"};
    std::map<std::string, Client> clients;
    for (auto const& no : numbers) clients.emplace(no, town.town.staff(no));
    auto const holds = rc::check([&] {
        Expected expected{.capacity = static_cast<std::size_t>(*rc::gen::inRange(1, 4)), .seated = {}, .waiting = {}};
        auto wanted = TrainingTest::form("C3");
        wanted["capacity"] = expected.capacity;
        auto const run = town.opened(wanted);
        std::map<std::string, bj::value> enrolment;
        auto const steps = *rc::gen::resize(25, rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 20)));
        for (auto const step : steps) {
            auto const& no = numbers[static_cast<std::size_t>(step) % numbers.size()];
            auto const& client = clients.at(no);
            if (step < 12) {
                auto const answer = client.post(path("/runs/", run, "/enrolments"), bj::object{{"reason", ""}});
                RC_ASSERT((answer.status == 201) == !expected.in(no));
                if (answer.status != 201) continue;
                expected.ask(no);
                enrolment[no] = answer.body.at("enrolment").at("id");
                RC_ASSERT(answer.body.at("enrolment").at("status") == (expected.sits(no) ? "accepted" : "waiting"));
            } else if (enrolment.contains(no)) {
                auto const answer =
                    client.post(path("/enrolments/", enrolment[no], "/withdrawal"), bj::object{{"reason", "都合のため"}});
                RC_ASSERT((answer.status == 200) == expected.in(no));
                expected.leave(no);
            }
        }
        std::vector<std::string> seated, waiting;
        auto const list = town.office.get(path("/runs/", run, "/enrolments")).body;
        for (auto const& row : list.at("enrolments").as_array()) {
            std::string const no{row.at("staff_no").as_string()};
            if (row.at("status") == "accepted") seated.push_back(no);
            if (row.at("status") == "waiting") waiting.push_back(no);
        }
        auto in_order_of_asking = expected.seated;
        std::sort(in_order_of_asking.begin(), in_order_of_asking.end());
        std::sort(seated.begin(), seated.end());
        RC_ASSERT(seated == in_order_of_asking);
        RC_ASSERT(waiting == expected.waiting);
    });
    EXPECT_TRUE(holds);
}
