#include "features/nominations/status.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

using namespace nominations;

namespace {

using enum NomineeStatus;

constexpr NomineeStatus kAll[] = {applied, declined, withdrawn, nominated, selected, reserve, not_selected, appointed};

std::vector<NomineeStatus> steps_from(NomineeStatus from)
{
    std::vector<NomineeStatus> steps;
    std::copy_if(std::begin(kAll), std::end(kAll), std::back_inserter(steps), [&](auto to) { return may_become(from, to); });
    return steps;
}

/// Where a person goes when at each step anything that is allowed may happen.
std::vector<NomineeStatus> walk(NomineeStatus begins)
{
    std::vector<NomineeStatus> way{begins};
    for (auto const choice : *rc::gen::container<std::vector<unsigned>>(40, rc::gen::arbitrary<unsigned>())) {
        auto const steps = steps_from(way.back());
        if (steps.empty()) break;
        way.push_back(steps[choice % steps.size()]);
    }
    return way;
}

}  // namespace

RC_GTEST_PROP(Nominee, IsAppointedOnlyAfterTheHeadHasSpokenAndTheOfficeHasSelected, ())
{
    auto const way = walk(*rc::gen::element(applied, nominated));
    auto const end = std::find(way.begin(), way.end(), appointed);
    if (end == way.end()) return;
    RC_ASSERT(*(end - 1) == selected);
    auto const named = std::find(way.begin(), end, nominated);
    RC_ASSERT(named != end);
    RC_ASSERT(std::none_of(way.begin(), named, is_judged));
}

RC_GTEST_PROP(Nominee, WhoIsAppointedStaysSoAndNobodyIsEverWithoutAWayOn, ())
{
    auto const way = walk(*rc::gen::element(applied, nominated));
    auto const end = std::find(way.begin(), way.end(), appointed);
    RC_ASSERT(end == way.end() || end + 1 == way.end());
    if (way.back() != appointed) RC_ASSERT(!steps_from(way.back()).empty());
}

RC_GTEST_PROP(Nominee, OnceJudgedTheHeadCannotTakeItBackWithoutTheOffice, ())
{
    auto const way = walk(nominated);
    for (std::size_t i = 1; i < way.size(); ++i) {
        if (is_judged(way[i - 1])) RC_ASSERT(way[i] != withdrawn && way[i] != declined && way[i] != applied);
    }
}

TEST(Nominee, EveryStatusCanBeReachedAndHasItsWordInBothLanguages)
{
    std::set<NomineeStatus> reached{applied, nominated};
    for (std::size_t before = 0; before != reached.size();) {
        before = reached.size();
        for (auto const from : std::vector(reached.begin(), reached.end()))
            for (auto const to : steps_from(from)) reached.insert(to);
    }
    std::set<std::string> words;
    for (auto const status : kAll) {
        EXPECT_TRUE(reached.contains(status)) << word_of(status).ja;
        words.insert(word_of(status).ja);
        words.insert(word_of(status).en);
    }
    EXPECT_EQ(words.size(), 2 * std::size(kAll));
}
