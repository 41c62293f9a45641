// The plan's category rules bound to one roster: from a person's facts to the set of categories, without touching the database.
#pragma once
#include "features/people/roster.hpp"
#include "features/plan/check.hpp"
#include "features/plan/rule.hpp"

#include <bit>
#include <cstdint>

namespace categories {

/// Bit i = the plan's categories[i] holds (plan::kMostCategories).
using CategorySet = std::uint64_t;
using plan::kMostCategories;
inline constexpr int kNoCategory = -1;

/// A rule whose names have become numbers.
struct BoundNode {
    plan::Node::Kind kind = plan::Node::Kind::fact;
    std::vector<BoundNode> parts;
    plan::Fact fact = plan::Fact::everyone;
    plan::Compare compare = plan::Compare::holds;
    std::vector<people::Word> words;
    std::vector<std::pair<people::Place, people::Place>> ranges;  ///< unit: places [first, second)
    int order = 0;                                                ///< rank, band, level: what >= and <= compare with
    std::vector<int> orders;                                      ///< rank, band, level: what = compares with
    CategorySet categories = 0;                                   ///< category; otherwise: the rivals that must not hold
};

class Classifier {
public:
    /// Interns the rules' words in the roster. Rules must be well formed (plan check): a malformed one matches nobody.
    /// The plan's words are looked up in `words`, the roster's own or what stands above them.
    Classifier(plan::Plan const&, people::Roster const&, people::Words& words);
    Classifier(plan::Plan const& plan, people::Roster& roster) : Classifier(plan, roster, roster.words) {}

    CategorySet of(people::Person const&) const;
    /// Whether the population rule counts the person.
    bool counted(people::Person const&) const;
    /// The category with the smallest priority, or kNoCategory.
    int primary(CategorySet) const;
    /// Does one more rule hold for the person? For audiences and eligibility.
    /// Interns the rule's words, so not while others read the roster.
    BoundNode bind(plan::Node const&);
    bool holds(BoundNode const&, people::Person const&, CategorySet) const;
    /// The most senior rank the person holds, as the plan's order; -1 when the plan knows none of the titles.
    int rank_order(people::Person const&) const;
    std::optional<plan::RankBand> band(people::Person const&) const;

private:
    int order_of_rank(people::Word) const;
    int order_of_level(people::Word) const;
    bool fact_holds(BoundNode const&, people::Person const&, CategorySet) const;
    bool compare(BoundNode const&, int order) const;
    void order_categories();

    plan::Plan const& plan_;
    people::Roster const& roster_;
    people::Words& words_;
    std::vector<BoundNode> rules_;
    std::vector<std::size_t> sequence_;  ///< categories whose rules ask about others come after those
    std::vector<std::size_t> by_priority_;
    BoundNode population_;
    std::unordered_map<people::Word, int> rank_orders_, level_orders_;
    std::unordered_map<int, plan::RankBand> band_of_order_;
};

}  // namespace categories
