#include "features/training/seats.hpp"

#include "features/training/moves.hpp"
#include "features/training/status.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

using namespace training;

namespace {

constexpr EnrolmentStatus kAll[] = {EnrolmentStatus::applied,   EnrolmentStatus::accepted,     EnrolmentStatus::waiting,
                                    EnrolmentStatus::declined,  EnrolmentStatus::withdrawn,    EnrolmentStatus::lapsed,
                                    EnrolmentStatus::completed, EnrolmentStatus::not_completed};

/// A run as its rules see it: who asks, who leaves, in any order.
struct Line {
    SeatRules rules;
    std::map<OrgUnitId, int> elsewhere = {};
    std::vector<Waiting> seated = {}, waiting = {};

    Taken taken() const
    {
        Taken taken;
        for (auto const& each : seated) taken.add(each.unit);
        for (auto const& [unit, people] : elsewhere) taken.add_elsewhere(unit, people);
        return taken;
    }
    void settle()
    {
        for (auto const id : promoted(rules, taken(), waiting)) {
            auto const at = std::find_if(waiting.begin(), waiting.end(), [&](auto const& each) { return each.id == id; });
            seated.push_back(*at);
            waiting.erase(at);
        }
    }
    void ask(EnrolmentId id, OrgUnitId unit)
    {
        waiting.push_back({id, unit});
        settle();
    }
    void leave(std::size_t which)
    {
        auto& from = which < seated.size() ? seated : waiting;
        auto const at = which < seated.size() ? which : which - seated.size();
        from.erase(from.begin() + static_cast<std::ptrdiff_t>(at));
        settle();
    }
};

std::int64_t of_unit(std::vector<Waiting> const& people, std::optional<OrgUnitId> unit)
{
    return std::count_if(people.begin(), people.end(), [&](auto const& each) { return each.unit == unit; });
}

}  // namespace

RC_GTEST_PROP(WaitingList, NeverSeatsMoreThanThereAreSeatsLosesNobodyAndKeepsTheOrder, ())
{
    Line line;
    line.rules = {*rc::gen::inRange(1, 8), *rc::gen::inRange(0, 4), *rc::gen::inRange(0, 4)};
    for (int unit = 1; unit <= 3; ++unit) line.elsewhere[OrgUnitId{unit}] = *rc::gen::inRange(0, 3);
    std::int64_t asked = 0, left = 0;
    auto const steps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 100));
    for (auto const step : steps) {
        if (step < 65 || line.seated.size() + line.waiting.size() == 0) {
            line.ask(EnrolmentId{++asked}, OrgUnitId{step % 3 + 1});
        } else {
            line.leave(static_cast<std::size_t>(step) % (line.seated.size() + line.waiting.size()));
            ++left;
        }
        RC_ASSERT(static_cast<int>(line.seated.size()) <= *line.rules.capacity);
        RC_ASSERT(static_cast<std::int64_t>(line.seated.size() + line.waiting.size()) == asked - left);
        RC_ASSERT(
            std::is_sorted(line.waiting.begin(), line.waiting.end(), [](auto const& a, auto const& b) { return a.id < b.id; }));
        for (auto const& each : line.seated) {
            if (line.rules.per_unit > 0) RC_ASSERT(of_unit(line.seated, each.unit) <= line.rules.per_unit);
            if (line.rules.per_day > 0)
                RC_ASSERT(of_unit(line.seated, each.unit) + line.elsewhere[*each.unit] <= line.rules.per_day);
            RC_ASSERT(std::none_of(line.waiting.begin(), line.waiting.end(), [&](auto const& w) { return w.id == each.id; }));
        }
        for (auto const& each : line.waiting) RC_ASSERT(!line.taken().room(line.rules, each.unit));
    }
}

RC_GTEST_PROP(WaitingList, WhoeverIsPassedOverHadNoRoomWhenTheirTurnCame, ())
{
    SeatRules const rules{*rc::gen::inRange(0, 10), *rc::gen::inRange(0, 4)};
    auto const units = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 4));
    std::vector<Waiting> line;
    for (auto const unit : units) line.push_back({EnrolmentId{static_cast<std::int64_t>(line.size()) + 1}, OrgUnitId{unit}});
    auto const seated = promoted(rules, {}, line);
    RC_ASSERT(std::is_sorted(seated.begin(), seated.end()));
    Taken taken;
    for (auto const& each : line) {
        auto const got = std::find(seated.begin(), seated.end(), each.id) != seated.end();
        RC_ASSERT(got == taken.room(rules, each.unit));
        if (got) taken.add(each.unit);
    }
}

RC_GTEST_PROP(EnrolmentMoves, ALifeOfMovesHasOneResultAtMostAndEndsOnlyWhereNothingLeadsOn, ())
{
    auto status = EnrolmentStatus::applied;
    bool seated = false;
    for (auto const step : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 8))) {
        auto const next = kAll[static_cast<std::size_t>(step)];
        if (!may_become(status, next)) continue;
        if (next == EnrolmentStatus::completed || next == EnrolmentStatus::not_completed) RC_ASSERT(seated);
        if (status == EnrolmentStatus::waiting) RC_ASSERT(next != EnrolmentStatus::applied);
        status = next;
        seated = holds_seat(status);
    }
    RC_ASSERT(!may_become(status, status));
}

TEST(EnrolmentMoves, WhatHasEndedStaysEnded)
{
    for (auto const to : kAll) {
        EXPECT_FALSE(may_become(EnrolmentStatus::declined, to));
        EXPECT_FALSE(may_become(EnrolmentStatus::lapsed, to));
        EXPECT_EQ(may_become(EnrolmentStatus::withdrawn, to), to == EnrolmentStatus::applied);
    }
}
