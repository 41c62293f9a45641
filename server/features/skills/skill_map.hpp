// The plan's skill map with inheritance resolved: which skills a set of categories requires, and where each mark comes from.
#pragma once
#include "features/categories/classifier.hpp"
#include "features/plan/plan.hpp"

#include <bitset>
#include <vector>

namespace skills {

/// Bit i = the plan's skills[i].
using SkillSet = std::bitset<plan::kMostSkills>;

struct MapCell {
    plan::Requirement const* requirement = nullptr;  ///< null = 指定なし, never 不要
    int inherited_from = categories::kNoCategory;    ///< index of the category the mark was written for, when another
};

/// Refers into the plan it was made from, which must outlive it.
class SkillMap {
public:
    explicit SkillMap(plan::Plan const&);

    plan::Plan const& plan() const { return plan_; }
    std::size_t skills() const { return plan_.skills.size(); }
    std::size_t categories() const { return cells_.size(); }
    MapCell const& cell(std::size_t category, std::size_t skill) const { return cells_[category][skill]; }

    /// ● of any of the categories.
    SkillSet required(categories::CategorySet) const;
    /// ★ of any of the categories, unless another one requires the skill anyway.
    SkillSet conditional(categories::CategorySet) const;
    int find_skill(std::string_view code) const;  ///< -1 when the plan has no such skill
    int find_category(std::string_view code) const;
    /// The courses of the plan that give the skill, those of lower levels first.
    std::vector<plan::Course const*> const& courses_for(std::size_t skill) const { return courses_[skill]; }

private:
    void resolve(std::size_t category, std::vector<char>& done);
    void list_courses();

    plan::Plan const& plan_;
    std::vector<std::vector<MapCell>> cells_;  ///< [category][skill]
    std::vector<SkillSet> required_, conditional_;
    std::vector<std::vector<plan::Course const*>> courses_;
};

}  // namespace skills
