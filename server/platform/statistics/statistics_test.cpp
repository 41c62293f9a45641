#include "platform/statistics/means.hpp"
#include "platform/statistics/shares.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

using namespace statistics;

namespace {

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

using Input = std::vector<double>;
using Figures = std::map<std::string, double>;

/// testdata/reference.csv, which testdata/reference.R prints: question, input, figure, value.
std::map<Input, Figures> reference(std::string const& question)
{
    std::ifstream file{REFERENCE_CSV};
    std::map<Input, Figures> cases;
    for (std::string line; std::getline(file, line);) {
        std::istringstream cells{line};
        std::string asked, input, figure, value;
        std::getline(std::getline(std::getline(std::getline(cells, asked, ','), input, ','), figure, ','), value, ',');
        if (asked != question) continue;
        std::istringstream numbers{input};
        Input given;
        for (double number = 0; numbers >> number;) given.push_back(number);
        cases[given][figure] = std::stod(value);
    }
    return cases;
}

void expect_the_same(Figures const& ours, Figures const& theirs, Input const& input)
{
    EXPECT_EQ(ours.size(), theirs.size());
    for (auto const& [figure, value] : theirs) {
        ASSERT_TRUE(ours.contains(figure)) << figure;
        auto const near = std::max(1e-9 * std::abs(value), 1e-15);
        EXPECT_NEAR(ours.at(figure), value, near) << figure << " of " << testing::PrintToString(input);
    }
}

std::int64_t count(double number) { return static_cast<std::int64_t>(number); }

/// Lehmer's numbers, as the script makes them.
std::vector<std::int64_t> made_up_numbers(std::size_t n, std::int64_t seed)
{
    std::vector<std::int64_t> numbers(n);
    for (auto& number : numbers) number = seed = seed * 48271 % 2147483647;
    return numbers;
}

}  // namespace

TEST(Statistics, TheIntervalOfAShareIsThatOfR)
{
    auto const cases = reference("wilson");
    ASSERT_GE(cases.size(), 25u);
    for (auto const& [input, expected] : cases) {
        auto const interval = wilson(count(input[0]), count(input[1]), input[2]);
        expect_the_same({{"low", interval.low}, {"high", interval.high}}, expected, input);
    }
}

TEST(Statistics, TwoSharesOfTheSamePeopleAreComparedAsInR)
{
    auto const cases = reference("shares");
    ASSERT_GE(cases.size(), 25u);
    for (auto const& [input, expected] : cases) {
        auto const s = paired_shares({count(input[0]), count(input[1]), count(input[2]), count(input[3])}, input[4]);
        expect_the_same({{"before", s.before},
                         {"after", s.after},
                         {"difference", s.difference},
                         {"low", s.interval.low},
                         {"high", s.interval.high},
                         {"p", s.p},
                         {"effect", s.effect}},
                        expected, input);
    }
}

TEST(Statistics, TwoMeansOfTheSamePeopleAreComparedAsInR)
{
    auto const cases = reference("means");
    ASSERT_GE(cases.size(), 10u);
    for (auto const& [input, expected] : cases) {
        auto const n = static_cast<std::size_t>(input[0]);
        auto const numbers = made_up_numbers(2 * n, count(input[1]));
        std::vector<double> before, after;
        for (std::size_t i = 0; i < n; ++i) {
            before.push_back(static_cast<double>(1 + numbers[i] % 5));
            after.push_back(std::clamp(before[i] + static_cast<double>(numbers[n + i] % 4 - 1), 1.0, 5.0));
        }
        auto const m = paired_means(before, after, input[2]);
        ASSERT_TRUE(m.t && m.p && m.effect);
        expect_the_same({{"mean_before", m.mean_before},
                         {"mean_after", m.mean_after},
                         {"difference", m.difference},
                         {"low", m.interval.low},
                         {"high", m.interval.high},
                         {"t", *m.t},
                         {"p", *m.p},
                         {"effect", *m.effect}},
                        expected, input);
    }
}

TEST(Statistics, MeanSpreadMedianAndQuartilesAreThoseOfR)
{
    auto const cases = reference("summary");
    ASSERT_GE(cases.size(), 10u);
    for (auto const& [input, expected] : cases) {
        std::vector<double> answers;
        for (auto const number : made_up_numbers(static_cast<std::size_t>(input[0]), count(input[1])))
            answers.push_back(static_cast<double>(number % 41) / 4);
        auto const s = summary(answers);
        EXPECT_EQ(s.n, count(input[0]));
        Figures ours{{"mean", s.mean}, {"median", s.median}, {"q1", s.q1}, {"q3", s.q3}};
        if (s.sd) ours["sd"] = *s.sd;
        expect_the_same(ours, expected, input);
    }
}

TEST(Statistics, AnswersThatWereCountedHaveTheSummaryOfTheAnswers)
{
    std::vector<std::vector<std::int64_t>> const cases{{1},       {0, 1, 0},        {1, 1}, {3, 0, 0, 2}, {2, 7, 1, 8, 2},
                                                       {0, 0, 5}, {10, 1, 1, 1, 10}};
    for (auto const& counts : cases) {
        std::vector<double> answers;
        for (std::size_t i = 0; i < counts.size(); ++i)
            answers.insert(answers.end(), static_cast<std::size_t>(counts[i]), static_cast<double>(i + 1));
        auto const counted = summary_of_counts(counts);
        auto const listed = summary(answers);
        EXPECT_EQ(counted.n, listed.n);
        EXPECT_NEAR(counted.mean, listed.mean, 1e-12);
        EXPECT_NEAR(counted.sd.value_or(-1), listed.sd.value_or(-1), 1e-12);
        EXPECT_EQ(counted.median, listed.median);
        EXPECT_EQ(counted.q1, listed.q1);
        EXPECT_EQ(counted.q3, listed.q3);
    }
    EXPECT_THROW(summary_of_counts(std::vector<std::int64_t>{0, 0}), std::invalid_argument);
}

TEST(Statistics, WhereEverybodyMovedByTheSameThereIsNoTest)
{
    std::vector<double> const before{1, 2, 3}, after{2, 3, 4}, tenths{0.1, 0.2, 0.3}, a_tenth_more{0.2, 0.3, 0.4};
    for (auto const& m : {paired_means(before, after), paired_means(before, before), paired_means(tenths, a_tenth_more)}) {
        EXPECT_FALSE(m.t || m.p || m.effect);
        EXPECT_EQ(m.interval.low, m.difference);
        EXPECT_EQ(m.interval.high, m.difference);
    }
    EXPECT_EQ(paired_means(before, after).difference, 1);
}

TEST(Statistics, WhereNobodyChangedNothingSpeaksAgainstChance) { EXPECT_EQ(paired_shares({3, 0, 0, 4}).p, 1); }

TEST(Statistics, AnIntervalOfAShareDoesNotLeaveZeroToOneAndHoldsTheShare)
{
    for (std::int64_t n : {1, 2, 7, 300})
        for (std::int64_t hits = 0; hits <= n; ++hits) {
            auto const [low, high] = wilson(hits, n);
            auto const share = static_cast<double>(hits) / static_cast<double>(n);
            EXPECT_TRUE(0 <= low && low <= share && share <= high && high <= 1 && low < high) << hits << " of " << n;
        }
}

TEST(Statistics, WhatHasNoAnswerIsRefused)
{
    std::vector<double> const none, one{3}, two{3, 4}, broken{3, kNotANumber};
    EXPECT_THROW(wilson(0, 0), std::invalid_argument);
    EXPECT_THROW(wilson(-1, 5), std::invalid_argument);
    EXPECT_THROW(wilson(6, 5), std::invalid_argument);
    EXPECT_THROW(wilson(1, 5, 1), std::invalid_argument);
    EXPECT_THROW(wilson(1, 5, kNotANumber), std::invalid_argument);
    EXPECT_THROW(paired_shares({}), std::invalid_argument);
    EXPECT_THROW(paired_shares({5, -1, 0, 0}), std::invalid_argument);
    EXPECT_THROW(paired_means(one, one), std::invalid_argument);
    EXPECT_THROW(paired_means(one, two), std::invalid_argument);
    EXPECT_THROW(paired_means(two, broken), std::invalid_argument);
    EXPECT_THROW(paired_means(two, two, 0), std::invalid_argument);
    EXPECT_THROW(summary(none), std::invalid_argument);
    EXPECT_THROW(summary(broken), std::invalid_argument);
}
