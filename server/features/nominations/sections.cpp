#include "features/nominations/sections.hpp"

#include "features/people/teams.hpp"

#include <algorithm>

namespace nominations {
namespace {

using people::kNowhere;
using people::Place;

bool is_team(people::TreeUnit const& unit) { return unit.parent != kNowhere && people::is_team(unit.kind); }

/// The primary post before a concurrent one.
bool goes_before(people::Post const& one, people::Person const* other, Place place)
{
    if (!other) return true;
    auto const post = std::find_if(other->posts.begin(), other->posts.end(),
                                   [&](auto const& each) { return each.is_head && each.place == place; });
    return post != other->posts.end() && one.kind < post->kind;
}

}  // namespace

Sections::Sections(people::Roster const& roster)
    : roster_(roster),
      section_of_(roster.tree.units().size()),
      head_of_(roster.tree.units().size()),
      has_sections_(roster.tree.units().size()),
      has_teams_(roster.tree.units().size())
{
    for (Place place = 0; place < section_of_.size(); ++place) {  // pre-order: what is above comes first
        auto const& unit = roster.tree.at(place);
        section_of_[place] = is_team(unit) ? section_of_[unit.parent] : place;
        if (unit.parent == kNowhere) continue;
        (is_team(unit) ? has_teams_ : has_sections_)[unit.parent] = true;
    }
    for (auto const& person : roster.people) {
        if (person.on_leave) continue;
        for (auto const& post : person.posts) {
            if (post.is_head && post.place != kNowhere && goes_before(post, head_of_[post.place], post.place))
                head_of_[post.place] = &person;
        }
    }
}

Place Sections::of(Place place) const { return place == kNowhere ? kNowhere : section_of_[place]; }

bool Sections::is_department(Place place) const { return has_sections_[place] && !has_teams_[place]; }

std::optional<Sections::Head> Sections::head(Place place) const
{
    for (; place != kNowhere; place = roster_.tree.at(place).parent) {
        if (head_of_[place]) return Head{head_of_[place], place};
    }
    return std::nullopt;
}

}  // namespace nominations
