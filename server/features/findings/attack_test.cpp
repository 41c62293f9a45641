// Somebody who wants to know what a hidden group chose, and reckons with everything that is published.
//
// They know who is in which groups and who answered, and have the table of everybody and those of the shown groups. How many of
// each class of people chose each option is unknown to them, between nobody and the whole class. A linear programme tells how
// few and how many of the hidden group it can have been: where both are less than one person apart, the figure is known.
#include "features/findings/disclosure_test_survey.hpp"

#include <coin/ClpSimplex.hpp>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>
#include <random>

using namespace findings;
using findings::made_up::Survey;

namespace {

constexpr int kCases = 1'000;

class Chance {
public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    int below(int end) { return static_cast<int>(engine_() % static_cast<unsigned>(end)); }
    int between(int least, int most) { return least + below(most - least + 1); }
    bool one_in(int many) { return below(many) == 0; }
    /// Mostly the first, seldom the last.
    int skewed(int end)
    {
        auto n = 0;
        while (n + 1 < end && below(5) < 2) ++n;
        return n;
    }

private:
    std::mt19937 engine_;
};

/// Departments, categories that follow from them but for a few people, and cuts of their own; some options are rare.
struct Case {
    Survey survey;
    bool one_choice = false;
    int threshold = 4;
};

std::vector<std::int16_t> nested(std::vector<std::int16_t> const& within, int groups, Chance& chance)
{
    std::vector<std::int16_t> of;
    of.reserve(within.size());
    for (auto const group : within)
        of.push_back(static_cast<std::int16_t>(chance.one_in(12) ? chance.below(groups) : (group + 1) / 2 % groups));
    return of;
}

std::uint64_t any_choice(Case const& made, Chance& chance)
{
    auto const options = static_cast<int>(made.survey.options);
    if (made.one_choice) return std::uint64_t{1} << chance.skewed(options);
    std::uint64_t chosen = 0;
    for (int option = 0; option < options; ++option)
        if (chance.one_in(2 + 4 * option)) chosen |= std::uint64_t{1} << option;
    return chosen;
}

Case any_case(unsigned seed)
{
    Chance chance{seed};
    Case made;
    made.threshold = chance.between(4, 5);
    made.one_choice = chance.one_in(2);
    auto& survey = made.survey;
    survey.options = static_cast<std::size_t>(chance.between(2, 4));
    auto const people = chance.between(8, 60);
    for (int i = 0; i < people; ++i) {
        survey.answered.push_back(chance.one_in(20) ? 0 : 1);
        survey.chosen.push_back(any_choice(made, chance));
    }
    auto const cuts = chance.between(2, 4);
    for (int cut = 0; cut < cuts; ++cut) {
        auto const groups = chance.between(2, 6);
        survey.groups.push_back(static_cast<std::size_t>(groups));
        std::vector<std::int16_t> of;
        of.reserve(survey.respondents());
        for (int i = 0; i < people; ++i)
            of.push_back(static_cast<std::int16_t>(chance.one_in(25) ? kNoGroup : chance.skewed(groups)));
        survey.group_of.push_back(cut == 1 ? nested(survey.group_of[0], groups, chance) : of);
    }
    return made;
}

/// No care but for the small groups themselves.
Shown careless(Case const& made)
{
    Shown shown{true, {}};
    for (std::size_t cut = 0; cut < made.survey.groups.size(); ++cut) {
        auto& groups = shown.groups.emplace_back();
        for (std::size_t group = 0; group < made.survey.groups[cut]; ++group)
            groups.push_back(static_cast<int>(made.survey.size(cut, group)) >= made.threshold);
    }
    return shown;
}

int groups_in(Shown const& shown)
{
    int groups = 0;
    for (auto const& cut : shown.groups) groups += static_cast<int>(std::count(cut.begin(), cut.end(), true));
    return groups;
}

/// Those who answered and are in the same groups throughout.
struct People {
    std::vector<std::int16_t> groups;  ///< [cut]
    std::vector<std::size_t> who;
};

std::vector<People> classes_of(Survey const& survey)
{
    std::map<std::vector<std::int16_t>, std::vector<std::size_t>> classes;
    for (std::size_t i = 0; i < survey.respondents(); ++i) {
        if (survey.answered[i] == 0) continue;
        std::vector<std::int16_t> groups;
        for (auto const& of : survey.group_of) groups.push_back(of[i]);
        classes[groups].push_back(i);
    }
    std::vector<People> all;
    all.reserve(classes.size());
    for (auto& [groups, who] : classes) all.push_back({groups, who});
    return all;
}

bool in(People const& people, std::size_t cut, std::size_t group)
{
    return people.groups[cut] == static_cast<std::int16_t>(group);
}

/// Everything that is published of the question, and what can follow from it.
class Attacker {
public:
    Attacker(Case const& made, Shown const& shown) : survey_(made.survey), shown_(shown), classes_(classes_of(made.survey))
    {
        programme_.setLogLevel(0);
        programme_.resize(0, static_cast<int>(classes_.size() * survey_.options));
        for (std::size_t c = 0; c < classes_.size(); ++c)
            for (std::size_t option = 0; option < survey_.options; ++option)
                programme_.setColumnBounds(variable(c, option), 0, static_cast<double>(classes_[c].who.size()));
        read([](auto const&) { return true; });
        survey_.each_group([&](auto cut, auto group) {
            if (shown.groups[cut][group]) read([&](People const& people) { return in(people, cut, group); });
        });
        if (made.one_choice) everybody_chose_one();
    }

    /// How many hidden figures can be told.
    int told()
    {
        int told = 0;
        survey_.each_group([&](auto cut, auto group) {
            auto const people = survey_.size(cut, group);
            if (shown_.groups[cut][group] || people == 0 || people == survey_.everybody()) return;
            for (std::size_t option = 0; option < survey_.options; ++option)
                if (survey_.is_open(option) && is_told(cut, group, option)) ++told;
        });
        return told;
    }

private:
    int variable(std::size_t c, std::size_t option) const { return static_cast<int>(c * survey_.options + option); }
    double truth(std::size_t c, std::size_t option) const
    {
        double chose = 0;
        for (auto const i : classes_[c].who) chose += survey_.chose(i, option) ? 1 : 0;
        return chose;
    }

    /// One published row: for each option, how many of these people chose it.
    template <class Among>
    void read(Among const& among)
    {
        for (std::size_t option = 0; option < survey_.options; ++option) {
            std::vector<int> variables;
            double published = 0;
            for (std::size_t c = 0; c < classes_.size(); ++c) {
                if (!among(classes_[c])) continue;
                variables.push_back(variable(c, option));
                published += truth(c, option);
            }
            must_be(variables, published);
        }
    }
    void everybody_chose_one()
    {
        for (std::size_t c = 0; c < classes_.size(); ++c) {
            std::vector<int> variables;
            for (std::size_t option = 0; option < survey_.options; ++option) variables.push_back(variable(c, option));
            must_be(variables, static_cast<double>(classes_[c].who.size()));
        }
    }
    void must_be(std::vector<int> const& variables, double sum)
    {
        std::vector<double> const once(variables.size(), 1);
        programme_.addRow(static_cast<int>(variables.size()), variables.data(), once.data(), sum, sum);
    }

    bool is_told(std::size_t cut, std::size_t group, std::size_t option)
    {
        for (std::size_t c = 0; c < classes_.size(); ++c)
            programme_.setObjectiveCoefficient(variable(c, option), in(classes_[c], cut, group) ? 1 : 0);
        auto const apart = extreme(-1) - extreme(1);
        for (std::size_t c = 0; c < classes_.size(); ++c) programme_.setObjectiveCoefficient(variable(c, option), 0);
        return apart < 1 - 1e-6;
    }
    double extreme(int direction)
    {
        programme_.setOptimizationDirection(direction);
        programme_.primal();
        EXPECT_TRUE(programme_.isProvenOptimal());
        return programme_.objectiveValue();
    }

    Survey const& survey_;
    Shown const& shown_;
    std::vector<People> classes_;
    ClpSimplex programme_;
};

/// What can be put together of tables, as vectors over those who answered.
class Sums {
public:
    Sums(Survey const& survey, Shown const& shown) : survey_(survey)
    {
        learn(who([](auto) { return true; }));
        survey.each_group([&](auto cut, auto group) {
            if (shown.groups[cut][group]) learn(who([&](auto i) { return survey.is_in(i, cut, group); }));
        });
    }
    /// How many sets of fewer than the threshold can be told: of those alone in their groups, what two groups share, and what
    /// one has without the other, or without both of two.
    int told(int threshold) const
    {
        int told = 0;
        auto const ask = [&](auto const& among) { told += is_told(who(among), threshold) ? 1 : 0; };
        for (std::size_t one = 0; one < survey_.respondents(); ++one) ask([&](auto i) { return i == one; });
        survey_.each_group([&](auto cut, auto group) {
            ask([&](auto i) { return !survey_.is_in(i, cut, group); });
            survey_.each_group([&](auto other_cut, auto other) {
                if (cut == other_cut) return;
                ask([&](auto i) { return survey_.is_in(i, cut, group) && survey_.is_in(i, other_cut, other); });
                ask([&](auto i) { return survey_.is_in(i, cut, group) && !survey_.is_in(i, other_cut, other); });
                ask([&](auto i) { return !survey_.is_in(i, cut, group) && !survey_.is_in(i, other_cut, other); });
            });
        });
        return told;
    }

private:
    using Vector = std::vector<double>;

    template <class Among>
    Vector who(Among const& among) const
    {
        Vector vector;
        for (std::size_t i = 0; i < survey_.respondents(); ++i)
            if (survey_.answered[i] != 0) vector.push_back(among(i) ? 1 : 0);
        return vector;
    }
    static double product(Vector const& a, Vector const& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }
    /// What is left of a vector without the tables: nothing where it is a sum of them.
    Vector remainder(Vector vector) const
    {
        for (auto const& known : known_) {
            auto const share = product(vector, known);
            for (std::size_t i = 0; i < vector.size(); ++i) vector[i] -= share * known[i];
        }
        return vector;
    }
    void learn(Vector const& table)
    {
        auto left = remainder(remainder(table));
        auto const length = std::sqrt(product(left, left));
        if (length < 1e-6) return;
        for (auto& value : left) value /= length;
        known_.push_back(left);
    }
    bool is_told(Vector const& set, int threshold) const
    {
        auto const people = std::accumulate(set.begin(), set.end(), 0.0);
        if (people == 0 || people >= threshold) return false;
        auto const left = remainder(set);
        return product(left, left) < 1e-12;
    }

    Survey const& survey_;
    std::vector<Vector> known_;
};

}  // namespace

TEST(Attack, NoHiddenFigureCanBeToldFromThePublishedTables)
{
    int shown_groups = 0, large_groups = 0;
    for (unsigned seed = 0; seed < kCases; ++seed) {
        auto const made = any_case(seed);
        auto const shown = made.survey.shown(made.threshold);
        if (shown.total) {
            EXPECT_EQ((Attacker{made, shown}.told()), 0) << "case " << seed;
        }
        shown_groups += groups_in(shown);
        large_groups += groups_in(careless(made));
    }
    EXPECT_GT(shown_groups, large_groups / 4) << "to show nothing is no art";
}

TEST(Attack, TheAttackerIsAbleWithoutThisCareTheyFindHiddenFiguresInManyCases)
{
    int cases = 0;
    for (unsigned seed = 0; seed < kCases; ++seed) {
        auto const made = any_case(seed);
        auto const shown = careless(made);
        if (Attacker{made, shown}.told() > 0) ++cases;
    }
    EXPECT_GT(cases, 100);
}

TEST(Attack, NoSumOfTablesIsAboutASetOfFewerThanTheThreshold)
{
    int careless_cases = 0;
    for (unsigned seed = 0; seed < kCases; ++seed) {
        auto const made = any_case(seed);
        auto const shown = made.survey.shown(made.threshold);
        if (shown.total) {
            EXPECT_EQ((Sums{made.survey, shown}.told(made.threshold)), 0) << "case " << seed;
        }
        if (Sums{made.survey, careless(made)}.told(made.threshold) > 0) ++careless_cases;
    }
    EXPECT_GT(careless_cases, 100);
}
