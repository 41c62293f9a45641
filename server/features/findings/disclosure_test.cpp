#include "features/findings/disclosure_test_survey.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <stdexcept>

using namespace findings;
using findings::made_up::Survey;
using testing::ElementsAre;

namespace {

int between(int least, int most) { return *rc::gen::inRange(least, most + 1); }

Survey any_survey(int people, int cuts)
{
    Survey survey;
    survey.options = static_cast<std::size_t>(between(1, 3));
    for (int i = 0; i < people; ++i) {
        survey.answered.push_back(between(0, 9) > 0 ? 1 : 0);
        survey.chosen.push_back(static_cast<std::uint64_t>(between(0, 7)));
    }
    for (int cut = 0; cut < cuts; ++cut) {
        auto const groups = between(1, 4);
        survey.groups.push_back(static_cast<std::size_t>(groups));
        auto& of = survey.group_of.emplace_back();
        for (int i = 0; i < people; ++i)
            of.push_back(static_cast<std::int16_t>(between(0, 5) == 0 ? kNoGroup : between(0, groups - 1)));
    }
    return survey;
}

using Vector = std::vector<long long>;

/// Those who answered: 1, and a 1 for each shown group they are in.
std::vector<Vector> vectors(Survey const& survey, Shown const& shown)
{
    std::vector<Vector> all;
    for (std::size_t i = 0; i < survey.respondents(); ++i) {
        if (survey.answered[i] == 0) continue;
        auto& vector = all.emplace_back(1, 1);
        survey.each_group([&](auto cut, auto group) {
            if (shown.groups[cut][group]) vector.push_back(survey.is_in(i, cut, group) ? 1 : 0);
        });
    }
    return all;
}

/// Bareiss: every number stays whole.
std::size_t rank(std::vector<Vector> rows)
{
    std::size_t rank = 0;
    long long before = 1;
    for (std::size_t column = 0; !rows.empty() && column < rows[0].size() && rank < rows.size(); ++column) {
        auto const pivot =
            std::find_if(rows.begin() + static_cast<long>(rank), rows.end(), [&](auto const& row) { return row[column] != 0; });
        if (pivot == rows.end()) continue;
        std::swap(*pivot, rows[rank]);
        auto const& top = rows[rank];
        for (auto i = rank + 1; i < rows.size(); ++i)
            for (auto j = top.size(); j-- > column;) rows[i][j] = (rows[i][j] * top[column] - rows[i][column] * top[j]) / before;
        before = top[column];
        ++rank;
    }
    return rank;
}

/// Whether some sum of tables speaks of fewer than the threshold: then the space is smaller without them.
bool few_can_be_told(std::vector<Vector> const& all, int threshold)
{
    auto const full = rank(all);
    for (std::uint32_t without = 1; without < 1u << all.size(); ++without) {
        if (std::popcount(without) >= threshold) continue;
        std::vector<Vector> rest;
        for (std::size_t i = 0; i < all.size(); ++i)
            if ((without >> i & 1) == 0) rest.push_back(all[i]);
        if (rank(rest) < full) return true;
    }
    return false;
}

bool same_shown_groups(Survey const& survey, Shown const& shown, std::size_t a, std::size_t b)
{
    bool same = true;
    survey.each_group([&](auto cut, auto group) {
        if (shown.groups[cut][group] && survey.is_in(a, cut, group) != survey.is_in(b, cut, group)) same = false;
    });
    return same;
}

/// Two who can change their answers, so that only the figure of this group changes.
bool can_be_otherwise(Survey const& survey, Shown const& shown, std::size_t cut, std::size_t group, std::size_t option)
{
    for (std::size_t i = 0; i < survey.respondents(); ++i)
        for (std::size_t j = 0; j < survey.respondents(); ++j)
            if (survey.answered[i] != 0 && survey.answered[j] != 0 && survey.is_in(i, cut, group) &&
                !survey.is_in(j, cut, group) && survey.chose(i, option) != survey.chose(j, option) &&
                same_shown_groups(survey, shown, i, j))
                return true;
    return false;
}

/// One cut after the other, each told by the group of every respondent.
Survey survey_of(std::vector<std::vector<std::int16_t>> cuts, std::vector<std::uint64_t> chosen)
{
    Survey survey;
    survey.answered.assign(chosen.size(), 1);
    survey.chosen = std::move(chosen);
    for (auto& of : cuts) survey.groups.push_back(static_cast<std::size_t>(*std::max_element(of.begin(), of.end()) + 1));
    survey.group_of = std::move(cuts);
    return survey;
}

/// So many people in group 0, so many in group 1 …
std::vector<std::int16_t> sizes(std::vector<int> const& people)
{
    std::vector<std::int16_t> of;
    for (std::size_t group = 0; group < people.size(); ++group)
        of.insert(of.end(), static_cast<std::size_t>(people[group]), static_cast<std::int16_t>(group));
    return of;
}

/// Answers that differ from one person to the next.
std::vector<std::uint64_t> mixed(std::size_t people)
{
    std::vector<std::uint64_t> chosen;
    for (std::size_t i = 0; i < people; ++i) chosen.push_back(i % 2 + 1);
    return chosen;
}

}  // namespace

RC_GTEST_PROP(Disclosure, NoSumOfPublishedTablesSpeaksOfFewerThanTheThreshold, ())
{
    auto const threshold = between(2, 4);
    auto const survey = any_survey(between(1, 13), between(1, 3));
    auto const shown = survey.shown(threshold);
    RC_ASSERT(shown.total == (static_cast<int>(survey.everybody()) >= threshold));
    if (shown.total) RC_ASSERT(!few_can_be_told(vectors(survey, shown), threshold));
}

RC_GTEST_PROP(Disclosure, WhatAHiddenGroupChoseCanAlwaysBeOtherwise, ())
{
    auto const survey = any_survey(between(1, 40), between(1, 4));
    auto const shown = survey.shown(between(2, 6));
    RC_PRE(shown.total);
    survey.each_group([&](auto cut, auto group) {
        auto const people = survey.size(cut, group);
        if (shown.groups[cut][group] || people == 0 || people == survey.everybody()) return;
        for (std::size_t option = 0; option < survey.options; ++option)
            if (survey.is_open(option)) RC_ASSERT(can_be_otherwise(survey, shown, cut, group, option));
    });
}

RC_GTEST_PROP(Disclosure, OneCutByItselfHidesOnlyWhatIsSmallAndAtMostOneMoreForTheSums, ())
{
    auto survey = any_survey(between(4, 60), 1);
    for (auto& chosen : survey.chosen) chosen = 0;
    auto const shown = survey.shown(4);
    RC_PRE(shown.total);
    int small = 0, more = 0;
    survey.each_group([&](auto cut, auto group) {
        if (shown.groups[cut][group]) return;
        (survey.size(cut, group) < 4 ? small : more) += 1;
    });
    RC_ASSERT(more <= 1);
}

RC_GTEST_PROP(Disclosure, QuestionsAskedTogetherShowWhatEachShowsAlone, ())
{
    auto const people = between(1, 30), threshold = between(2, 5);
    auto survey = any_survey(people, 3);
    Disclosure together{survey.cuts(), survey.respondents(), threshold};
    for (int question = 0; question < 4; ++question) {
        RC_ASSERT(together.shown(survey.asked()) == survey.shown(threshold));
        for (auto& chosen : survey.chosen) chosen = static_cast<std::uint64_t>(between(0, 7));
        if (question % 2 == 1) survey.answered[static_cast<std::size_t>(between(0, people - 1))] ^= 1;
    }
}

RC_GTEST_PROP(Disclosure, AQuestionThatDependsOnAnotherHidesWhatThatOneHides, ())
{
    auto survey = any_survey(between(4, 40), 3);
    auto const threshold = between(2, 5);
    Disclosure disclosure{survey.cuts(), survey.respondents(), threshold};
    auto const parent = disclosure.shown(survey.asked());
    for (std::size_t i = 0; i < survey.respondents(); ++i) survey.answered[i] &= survey.chose(i, 0) ? 1 : 0;
    for (auto& chosen : survey.chosen) chosen = static_cast<std::uint64_t>(between(0, 7));
    auto asked = survey.asked();
    asked.parent = &parent;
    auto const child = disclosure.shown(asked);
    if (child.total) RC_ASSERT(parent.total);
    survey.each_group([&](auto cut, auto group) {
        if (child.groups[cut][group]) RC_ASSERT(parent.groups[cut][group]);
    });
}

TEST(Disclosure, ASmallGroupIsHiddenAndASecondOneSoThatTheRestOfTheTotalIsNotTheSmallOne)
{
    auto const shown = survey_of({sizes({10, 6, 2})}, mixed(18)).shown(4);
    EXPECT_THAT(shown.groups[0], ElementsAre(true, false, false));
}

TEST(Disclosure, TwoSmallGroupsThatTogetherAreEnoughHideNoThird)
{
    auto const shown = survey_of({sizes({10, 6, 2, 3})}, mixed(21)).shown(4);
    EXPECT_THAT(shown.groups[0], ElementsAre(true, true, false, false));
}

TEST(Disclosure, PeopleWithoutAGroupAreARestOfTheTotalToo)
{
    auto cut = sizes({10, 6, 2});
    std::replace(cut.begin(), cut.end(), std::int16_t{2}, kNoGroup);
    EXPECT_THAT(survey_of({cut}, mixed(18)).shown(4).groups[0], ElementsAre(true, false));
}

TEST(Disclosure, AGroupThatDiffersFromOneOfAnotherCutByFewIsNotShownBesideIt)
{
    // the category is the first section and two people of the second; those without a category are many
    std::vector<std::int16_t> category(40, kNoGroup);
    std::fill_n(category.begin(), 12, std::int16_t{0});
    auto const shown = survey_of({sizes({10, 15, 15}), category}, mixed(40)).shown(4);
    EXPECT_EQ(shown.groups[0][0] && shown.groups[1][0], false);
    EXPECT_EQ(shown.groups[0][1] || shown.groups[0][2] || shown.groups[1][0], true) << "not everything need be hidden";
}

TEST(Disclosure, NothingIsHiddenWhereEveryGroupAndEveryDifferenceIsLarge)
{
    std::vector<std::int16_t> section, category, rank;
    for (int i = 0; i < 120; ++i) {
        section.push_back(static_cast<std::int16_t>(i % 5));
        category.push_back(static_cast<std::int16_t>(i / 5 % 4));
        rank.push_back(static_cast<std::int16_t>(i / 20 % 3));
    }
    auto const shown = survey_of({section, category, rank}, mixed(120)).shown(5);
    EXPECT_TRUE(shown.total);
    EXPECT_THAT(shown.groups, testing::Each(testing::Each(true)));
}

TEST(Disclosure, AHiddenGroupWhoseAnswerWouldFollowTakesAnotherWithIt)
{
    // Nobody of the two hidden groups chose option 0: the total without the shown groups would say so of each.
    auto survey = survey_of({sizes({10, 8, 3, 3})}, mixed(24));
    std::fill_n(survey.chosen.begin() + 18, 6, std::uint64_t{2});
    EXPECT_THAT(survey.shown(4).groups[0], ElementsAre(true, false, false, false));
}

TEST(Disclosure, WhatNobodyOrEverybodyChoseHidesNothing)
{
    auto survey = survey_of({sizes({10, 8, 3, 3})}, std::vector<std::uint64_t>(24, 1));
    EXPECT_THAT(survey.shown(4).groups[0], ElementsAre(true, true, false, false));
}

TEST(Disclosure, FewerAnswersThanTheThresholdShowNotEvenTheTotal)
{
    auto survey = survey_of({sizes({3, 5})}, mixed(8));
    std::fill_n(survey.answered.begin(), 5, std::uint8_t{0});
    auto const shown = survey.shown(4);
    EXPECT_FALSE(shown.total);
    EXPECT_THAT(shown.groups[0], ElementsAre(false, false));
    EXPECT_FALSE(survey_of({}, {}).shown(4).total);
}

TEST(Disclosure, WhoDidNotAnswerDoesNotCountInTheirGroup)
{
    auto survey = survey_of({sizes({5, 10, 10})}, mixed(25));
    EXPECT_THAT(survey.shown(4).groups[0], ElementsAre(true, true, true));
    survey.answered[0] = survey.answered[1] = 0;
    EXPECT_THAT(survey.shown(4).groups[0], ElementsAre(false, false, true));
}

TEST(Disclosure, WhatDoesNotFitTogetherIsRefused)
{
    auto const survey = survey_of({sizes({5, 5})}, mixed(10));
    Disclosure disclosure{survey.cuts(), 10, 4};
    EXPECT_THROW((Disclosure{survey.cuts(), 10, 1}), std::invalid_argument);
    EXPECT_THROW((Disclosure{survey.cuts(), 9, 4}), std::invalid_argument);
    EXPECT_THROW((Disclosure{std::vector<Cut>{{1, survey.group_of[0]}}, 10, 4}), std::invalid_argument);
    auto asked = survey.asked();
    asked.options = kMostOptions + 1;
    EXPECT_THROW(disclosure.shown(asked), std::invalid_argument);
    asked = survey.asked();
    asked.chosen = asked.chosen.first(9);
    EXPECT_THROW(disclosure.shown(asked), std::invalid_argument);
    Shown const of_other_cuts{true, {{true, true}, {true}}};
    asked = survey.asked();
    asked.parent = &of_other_cuts;
    EXPECT_THROW(disclosure.shown(asked), std::invalid_argument);
}
