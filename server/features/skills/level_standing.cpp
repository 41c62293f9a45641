#include "features/skills/level_standing.hpp"

#include <algorithm>

namespace skills {
namespace {

bool among(people::Words const& words, std::vector<people::Word> const& held, std::string_view code)
{
    return std::any_of(held.begin(), held.end(), [&](people::Word word) { return words.text(word) == code; });
}

LevelNeed course_need(plan::Plan const& plan, people::Words const& words, people::Person const& person, std::string const& code)
{
    LevelNeed need{LevelNeedKind::course, code, code, {}, among(words, person.courses, code)};
    auto const course = std::find_if(plan.courses.begin(), plan.courses.end(), [&](auto const& c) { return c.code == code; });
    if (course == plan.courses.end()) return need;
    need.name = course->name;
    need.name_en = course->name_en;
    return need;
}

/// The level just below, which some levels presuppose.
plan::Level const* before(plan::Plan const& plan, plan::Level const& level)
{
    plan::Level const* found = nullptr;
    for (auto const& other : plan.levels) {
        if (other.order < level.order && (!found || other.order > found->order)) found = &other;
    }
    return found;
}

NextLevel next_level(plan::Plan const& plan, people::Words const& words, people::Person const& person, plan::Level const& level)
{
    NextLevel next{level.code, level.name, level.name_en, level.purpose, level.note, level.clause, level.confidence, {}};
    auto const* previous = level.needs_previous ? before(plan, level) : nullptr;
    if (previous) {
        next.needs.push_back({LevelNeedKind::level, previous->code, previous->name, previous->name_en,
                              among(words, person.levels, previous->code)});
    }
    for (auto const& code : level.required_courses) next.needs.push_back(course_need(plan, words, person, code));
    return next;
}

}  // namespace

LevelStanding level_standing(plan::Plan const& plan, people::Roster const& roster, people::Person const& person)
{
    plan::Level const* highest = nullptr;
    plan::Level const* next = nullptr;
    for (auto const& level : plan.levels) {
        if (among(roster.words, person.levels, level.code) && (!highest || level.order > highest->order)) highest = &level;
    }
    for (auto const& level : plan.levels) {
        if ((!highest || level.order > highest->order) && (!next || level.order < next->order)) next = &level;
    }
    LevelStanding standing;
    if (highest) standing.held = HeldLevel{highest->code, highest->name, highest->name_en, highest->purpose, highest->clause};
    if (next && (highest || !person.roles.empty())) standing.next = next_level(plan, roster.words, person, *next);
    return standing;
}

}  // namespace skills
