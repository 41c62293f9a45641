#include "features/seating/planner.hpp"

#include "features/seating/remedy.hpp"
#include "features/seating/repair.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using namespace seating;

namespace {

int between(int least, int most) { return *rc::gen::inRange(least, most + 1); }

Slot slot(int day, bool morning)
{
    auto const date = "2026-07-" + std::string(day < 9 ? "0" : "") + std::to_string(day + 1);
    return {day, date + (morning ? "T09:00" : "T13:00"), date + (morning ? "T12:00" : "T16:00")};
}

struct Size {
    int people = 6, sections = 2, courses = 3, runs = 5, days = 3;
    bool meet = true;  ///< courses share days, so that they stand in each other's way
};

Offer any_run(int number, Size const& size)
{
    Offer run;
    run.course = number % size.courses;
    if (between(0, 5) > 0) run.capacity = between(1, 3);
    run.per_section = between(0, 2);
    auto const day = size.meet ? between(0, size.days - 1) : number;
    run.sessions.push_back(slot(day, between(0, 1) == 0));
    if (size.meet && between(0, 3) == 0) run.sessions.push_back(slot((day + 1) % size.days, true));
    run.one_of = size.meet && between(0, 4) == 0;
    return run;
}

Question any_question(Size const& size)
{
    Question question;
    question.people = size.people;
    question.sections = size.sections;
    question.courses = size.courses;
    question.days = size.meet ? size.days : size.runs;
    question.per_day = between(0, 2);
    for (int run = 0; run < size.runs; ++run) question.runs.push_back(any_run(run, size));
    for (int person = 0; person < size.people; ++person) {
        auto const section = between(-1, size.sections - 1);
        for (int course = 0; course < size.courses; ++course) {
            if (between(0, 3) == 0) continue;
            Wish wish;
            wish.person = person;
            wish.section = section;
            wish.course = course;
            wish.required = between(0, 2) > 0;
            wish.rank = (wish.required ? 0 : 2) + between(0, 1);
            wish.order = between(0, 3);
            for (int run = course; run < size.runs; run += size.courses)
                wish.options.push_back({run, between(0, 9) == 0 ? Obstacle::leave : Obstacle::none, between(0, kMostLiking)});
            question.wishes.push_back(std::move(wish));
        }
    }
    for (int run = 0; run < size.runs; ++run)
        if (between(0, 4) == 0) question.in_run.push_back({between(-1, size.sections - 1), run, 1});
    return question;
}

/// Some are set by hand, as far as there are seats: the office is refused beyond them.
void pin_some(Question& question)
{
    Placement placement{question};
    for (std::size_t i = 0; i < question.wishes.size(); ++i) {
        auto& wish = question.wishes[i];
        auto const choice = between(0, 5);
        if (choice == 0) wish.pin = Wish::Pin::out;
        if (choice != 1 || wish.options.empty()) continue;
        auto const& option = wish.options[static_cast<std::size_t>(between(0, static_cast<int>(wish.options.size()) - 1))];
        if (placement.obstacle(static_cast<int>(i), option) != Obstacle::none) continue;
        placement.seat(static_cast<int>(i), option.run);
        wish.pin = Wish::Pin::seat;
        wish.pinned_run = option.run;
    }
}

/// Counted anew, without anything of the planner's.
void must_keep_the_rules(Question const& question, std::vector<int> const& run_of)
{
    std::map<int, int> in_run;
    std::map<std::pair<int, int>, int> of_section, on_day;
    std::map<int, std::vector<int>> of_person;
    for (auto const& taken : question.in_run) {
        in_run[taken.where] += taken.seats;
        of_section[{taken.section, taken.where}] += taken.seats;
    }
    RC_ASSERT(run_of.size() == question.wishes.size());
    for (std::size_t i = 0; i < run_of.size(); ++i) {
        if (run_of[i] == kNowhere) continue;
        auto const& wish = question.wishes[i];
        auto const& run = question.runs[static_cast<std::size_t>(run_of[i])];
        auto const option =
            std::find_if(wish.options.begin(), wish.options.end(), [&](auto const& o) { return o.run == run_of[i]; });
        RC_ASSERT(option != wish.options.end());
        RC_ASSERT(option->obstacle == Obstacle::none);
        RC_ASSERT(run.course == wish.course);
        ++in_run[run_of[i]];
        ++of_section[{wish.section, run_of[i]}];
        std::set<int> days;
        for (auto const& session : run.sessions)
            if (!run.one_of && days.insert(session.day).second) ++on_day[{wish.section, session.day}];
        for (auto const other : of_person[wish.person])
            RC_ASSERT(can_attend_both(run, question.runs[static_cast<std::size_t>(other)]));
        of_person[wish.person].push_back(run_of[i]);
    }
    for (auto const& [run, seats] : in_run) {
        auto const& capacity = question.runs[static_cast<std::size_t>(run)].capacity;
        auto const before = std::count_if(question.in_run.begin(), question.in_run.end(),
                                          [&, here = run](auto const& t) { return t.where == here; });
        if (capacity) RC_ASSERT(seats <= std::max<int>(*capacity, static_cast<int>(before)));
    }
    for (auto const& [where, seats] : of_section) {
        auto const quota = question.runs[static_cast<std::size_t>(where.second)].per_section;
        auto const before = std::count_if(question.in_run.begin(), question.in_run.end(),
                                          [at = where](auto const& t) { return t.where == at.second && t.section == at.first; });
        if (quota > 0 && where.first != kNowhere) RC_ASSERT(seats <= std::max<int>(quota, static_cast<int>(before)));
    }
    for (auto const& [where, seats] : on_day)
        if (question.per_day > 0 && where.first != kNowhere) RC_ASSERT(seats <= question.per_day);
}

/// Every way of seating people, one after another.
SeatCount best_of_all(Question const& question, Placement& placement, std::size_t next = 0)
{
    if (next == question.wishes.size()) return {placement.required_seats(), placement.seats()};
    auto best = best_of_all(question, placement, next + 1);
    auto const wish = static_cast<int>(next);
    if (question.wishes[next].pin != Wish::Pin::free) return best;
    for (auto const& option : question.wishes[next].options) {
        if (placement.obstacle(wish, option) != Obstacle::none) continue;
        placement.seat(wish, option.run);
        best = std::max(best, best_of_all(question, placement, next + 1));
        placement.leave(wish);
    }
    return best;
}

SeatCount found_by(Proposal const& proposal) { return {proposal.required_seats, proposal.seats}; }

/// One course, people of one section unless told otherwise.
Question simple(int people, std::vector<Offer> runs)
{
    Question question;
    question.people = people;
    question.sections = 1;
    question.courses = 1;
    question.days = 9;
    question.runs = std::move(runs);
    for (int person = 0; person < people; ++person) {
        Wish wish;
        wish.person = person;
        wish.section = 0;
        wish.required = true;
        for (std::size_t run = 0; run < question.runs.size(); ++run) wish.options.push_back({static_cast<int>(run)});
        question.wishes.push_back(wish);
    }
    return question;
}

Offer run_on(int day, std::optional<int> seats, int per_section = 0) { return {0, seats, per_section, false, {slot(day, true)}}; }

}  // namespace

RC_GTEST_PROP(SeatPlanner, KeepsCapacityShareDayAndNobodySitsInTwoPlacesAtOnce, ())
{
    auto const question = any_question({between(1, 30), between(1, 4), between(1, 4), between(1, 9), between(1, 5)});
    must_keep_the_rules(question, propose(question).run_of);
}

RC_GTEST_PROP(SeatPlanner, LeavesWhatIsSetByHandWhereItIs, ())
{
    auto question = any_question({between(1, 12), 2, 3, 6, 3});
    pin_some(question);
    auto const proposal = propose(question);
    for (std::size_t i = 0; i < question.wishes.size(); ++i) {
        auto const& wish = question.wishes[i];
        if (wish.pin == Wish::Pin::seat) RC_ASSERT(proposal.run_of[i] == wish.pinned_run);
        if (wish.pin == Wish::Pin::out) RC_ASSERT(proposal.run_of[i] == kNowhere);
        if (wish.pin == Wish::Pin::out) RC_ASSERT(proposal.obstacle[i] == Obstacle::taken_out);
    }
    must_keep_the_rules(question, proposal.run_of);
}

RC_GTEST_PROP(SeatPlanner, NeverSeatsFewerThanTakingPeopleOneByOne, ())
{
    auto const question = any_question({between(1, 20), between(1, 3), between(1, 4), between(1, 8), between(1, 4)});
    Placement one_by_one{question};
    std::vector<int> everybody(question.wishes.size());
    std::iota(everybody.begin(), everybody.end(), 0);
    fill(question, one_by_one, everybody);
    RC_ASSERT(found_by(propose(question)) >= (SeatCount{one_by_one.required_seats(), one_by_one.seats()}));
}

RC_GTEST_PROP(SeatPlanner, WhatItCallsTheBestIsTheBestOfAllWaysAndItsBoundIsNeverBelow, ())
{
    auto question = any_question({between(1, 4), between(1, 2), between(1, 3), between(1, 4), between(1, 3)});
    RC_PRE(question.wishes.size() <= 8u);
    pin_some(question);
    auto const proposal = propose(question);
    Placement placement{question};
    auto const best = best_of_all(question, placement);
    RC_ASSERT(found_by(proposal) <= best);
    RC_ASSERT(proposal.most_required >= best.required);
    if (proposal.optimal()) RC_ASSERT(found_by(proposal) == best);
}

RC_GTEST_PROP(SeatPlanner, FindsTheBestOfAllWaysWhereCoursesDoNotMeet, ())
{
    Size size{between(1, 4), between(1, 2), between(1, 3), between(1, 5), 0};
    size.meet = false;
    auto const question = any_question(size);
    RC_PRE(question.wishes.size() <= 8u);
    auto const proposal = propose(question);
    Placement placement{question};
    RC_ASSERT(found_by(proposal) == best_of_all(question, placement));
    RC_ASSERT(proposal.optimal());
}

RC_GTEST_PROP(SeatPlanner, SaysWhyForEverybodyWithoutASeatAndForNobodyElse, ())
{
    auto const question = any_question({between(1, 15), 2, 3, between(1, 6), 3});
    auto const proposal = propose(question);
    for (std::size_t i = 0; i < question.wishes.size(); ++i)
        RC_ASSERT((proposal.obstacle[i] == Obstacle::none) == (proposal.run_of[i] != kNowhere));
}

RC_GTEST_PROP(SeatRemedy, WithThatManyFurtherRunsEverybodyHasASeatAndWithOneFewerSomebodyHasNone, ())
{
    auto question = any_question({between(1, 25), between(1, 3), 1, between(0, 3), 3});
    auto const before = propose(question);
    auto const help = remedy(question, before, 0);
    auto const helped = [&](std::size_t i) {
        return before.obstacle[i] != Obstacle::none && before.obstacle[i] != Obstacle::leave;
    };
    // As the sentence says it: whoever has a seat keeps it, the others go to runs on days of their own.
    auto const all_seated = [&](int runs) {
        auto wider = question;
        for (std::size_t i = 0; i < wider.wishes.size(); ++i) {
            wider.wishes[i].pin = helped(i) ? Wish::Pin::free : before.run_of[i] == kNowhere ? Wish::Pin::out : Wish::Pin::seat;
            wider.wishes[i].pinned_run = before.run_of[i];
            if (helped(i)) wider.wishes[i].options.clear();
        }
        auto const model = std::max_element(question.runs.begin(), question.runs.end(), [](Offer const& a, Offer const& b) {
            return a.capacity.value_or(INT32_MAX) < b.capacity.value_or(INT32_MAX);
        });
        for (int further = 0; further < runs; ++further) {
            Offer run = model == question.runs.end() ? Offer{0, kUsualSeats, 0, false, {}} : *model;
            run.sessions = {slot(9 + further % 20, true)};
            run.sessions[0].day = wider.days++;
            run.sessions[0].starts_at = std::to_string(3000 + further) + run.sessions[0].starts_at;
            run.sessions[0].ends_at = std::to_string(3000 + further) + run.sessions[0].ends_at;
            for (std::size_t i = 0; i < wider.wishes.size(); ++i)
                if (helped(i)) wider.wishes[i].options.push_back({static_cast<int>(wider.runs.size())});
            wider.runs.push_back(run);
        }
        auto const after = propose(wider);
        for (std::size_t i = 0; i < wider.wishes.size(); ++i)
            if (helped(i) && after.run_of[i] == kNowhere) return false;
        return true;
    };
    RC_ASSERT(all_seated(help.runs));
    if (help.runs > 0) RC_ASSERT(!all_seated(help.runs - 1));
}

TEST(SeatPlanner, SeatsThoseWhoMustBeforeThoseWhoMayAndLowerLevelsBeforeHigher)
{
    auto question = simple(3, {run_on(0, 1)});
    question.wishes[0].required = false;
    question.wishes[0].rank = 2;
    question.wishes[0].options[0].liking = kMostLiking;
    question.wishes[1].rank = 1;
    auto const proposal = propose(question);
    EXPECT_EQ(proposal.run_of, (std::vector<int>{kNowhere, kNowhere, 0}));
    EXPECT_EQ(proposal.obstacle[0], Obstacle::full);
    EXPECT_TRUE(proposal.optimal());
}

TEST(SeatPlanner, GivesTheRunThatWasAskedForAndWhoAskedFirstGetsIt)
{
    auto question = simple(3, {run_on(0, 1), run_on(1, 5)});
    question.wishes[1].options[0].liking = 2;
    question.wishes[1].order = 7;
    question.wishes[2].options[0].liking = 2;
    question.wishes[2].order = 3;
    EXPECT_EQ(propose(question).run_of, (std::vector<int>{1, 1, 0}));
}

TEST(SeatPlanner, MovesSomebodyToTheOtherRunSoThatEverybodyHasASeat)
{
    auto question = simple(2, {run_on(0, 1), run_on(1, 1)});
    question.wishes[1].options[1].obstacle = Obstacle::leave;
    EXPECT_EQ(propose(question).run_of, (std::vector<int>{1, 0}));
}

TEST(SeatPlanner, ASectionsLimitForADayHoldsAcrossCourses)
{
    auto question = simple(2, {run_on(0, 5), run_on(0, 5), run_on(1, 5)});
    question.courses = 2;
    question.per_day = 1;
    question.runs[1].course = question.runs[2].course = 1;
    question.wishes[0].options = {{0}};
    question.wishes[1].course = 1;
    question.wishes[1].options = {{1, Obstacle::none, 3}, {2}};
    EXPECT_EQ(propose(question).run_of, (std::vector<int>{0, 2})) << "the second goes on another day, though they like the first";
    question.wishes[1].options.pop_back();
    auto const short_of_one = propose(question);
    EXPECT_EQ(short_of_one.seats, 1);
    EXPECT_EQ(short_of_one.obstacle[1] == Obstacle::section_day || short_of_one.obstacle[0] == Obstacle::section_day, true);
    EXPECT_TRUE(short_of_one.optimal()) << "one of the two is all there can be";
}

TEST(SeatRemedy, CountsRunsByTheSeatsAndByTheShareOfTheLargestSection)
{
    auto by_seats = simple(25, {run_on(0, 10)});
    EXPECT_EQ(remedy(by_seats, propose(by_seats), 0).runs, 2) << "15 without a seat, 10 in each run";
    auto by_share = simple(25, {run_on(0, 10, 4)});
    EXPECT_EQ(remedy(by_share, propose(by_share), 0).runs, 6) << "21 of one section, 4 in each run";
    auto without_run = simple(31, {});
    auto const help = remedy(without_run, propose(without_run), 0);
    EXPECT_EQ(help.runs, 2);
    EXPECT_EQ(help.seats, kUsualSeats);
}
