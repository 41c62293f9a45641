#include "features/skills/skill_map.hpp"

#include <algorithm>

namespace skills {
namespace {

template <class Items>
int index_of(Items const& items, std::string_view code)
{
    auto const found = std::find_if(items.begin(), items.end(), [&](auto const& item) { return item.code == code; });
    return found == items.end() ? -1 : static_cast<int>(found - items.begin());
}

/// The lowest level whose certification needs the course; courses of no level come last.
int lowest_level(plan::Plan const& plan, plan::Course const& course)
{
    int lowest = INT32_MAX;
    for (auto const& level : plan.levels) {
        auto const& needed = level.required_courses;
        if (std::find(needed.begin(), needed.end(), course.code) != needed.end()) lowest = std::min(lowest, level.order);
    }
    return lowest;
}

}  // namespace

SkillMap::SkillMap(plan::Plan const& plan) : plan_(plan)
{
    auto const count = std::min(plan.categories.size(), plan::kMostCategories);
    cells_.assign(count, std::vector<MapCell>(plan.skills.size()));
    for (auto const& requirement : plan.requirements) {
        auto const category = find_category(requirement.category);
        auto const skill = find_skill(requirement.skill);
        if (category >= 0 && skill >= 0)
            cells_[static_cast<std::size_t>(category)][static_cast<std::size_t>(skill)].requirement = &requirement;
    }
    std::vector<char> done(count, 0);
    for (std::size_t i = 0; i < count; ++i) resolve(i, done);

    required_.resize(count);
    conditional_.resize(count);
    for (std::size_t category = 0; category < count; ++category) {
        for (std::size_t skill = 0; skill < plan.skills.size(); ++skill) {
            auto const* requirement = cells_[category][skill].requirement;
            if (!requirement) continue;
            (requirement->mark == plan::Mark::required ? required_ : conditional_)[category].set(skill);
        }
    }
    list_courses();
}

void SkillMap::resolve(std::size_t category, std::vector<char>& done)
{
    if (done[category]) return;
    done[category] = 1;  // before the bases: a circle (refused by plan check) must still end
    for (auto const& code : plan_.categories[category].inherits) {
        auto const found = find_category(code);
        if (found < 0) continue;
        auto const base = static_cast<std::size_t>(found);
        resolve(base, done);
        for (std::size_t skill = 0; skill < plan_.skills.size(); ++skill) {
            auto const& theirs = cells_[base][skill];
            auto& ours = cells_[category][skill];
            auto const stronger = theirs.requirement && theirs.requirement->mark == plan::Mark::required &&
                                  (!ours.requirement || ours.requirement->mark == plan::Mark::conditional);
            if (stronger || (theirs.requirement && !ours.requirement)) {
                ours = {theirs.requirement, theirs.inherited_from == categories::kNoCategory ? found : theirs.inherited_from};
            }
        }
    }
}

void SkillMap::list_courses()
{
    courses_.resize(plan_.skills.size());
    for (auto const& course : plan_.courses) {
        for (auto const& code : course.skills) {
            if (auto const skill = find_skill(code); skill >= 0) courses_[static_cast<std::size_t>(skill)].push_back(&course);
        }
    }
    for (auto& courses : courses_) {
        std::stable_sort(courses.begin(), courses.end(),
                         [&](auto const* a, auto const* b) { return lowest_level(plan_, *a) < lowest_level(plan_, *b); });
    }
}

SkillSet SkillMap::required(categories::CategorySet set) const
{
    SkillSet all;
    for (std::size_t i = 0; i < required_.size(); ++i) {
        if (set >> i & 1) all |= required_[i];
    }
    return all;
}

SkillSet SkillMap::conditional(categories::CategorySet set) const
{
    SkillSet all;
    for (std::size_t i = 0; i < conditional_.size(); ++i) {
        if (set >> i & 1) all |= conditional_[i];
    }
    return all & ~required(set);
}

int SkillMap::find_skill(std::string_view code) const { return index_of(plan_.skills, code); }
int SkillMap::find_category(std::string_view code) const { return index_of(plan_.categories, code); }

}  // namespace skills
