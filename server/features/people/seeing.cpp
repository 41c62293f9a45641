#include "features/people/seeing.hpp"

#include <algorithm>

namespace people {

Seeing::Seeing(db::Tx& tx, Actor const& actor, Date today, Roster const& roster, Permission permission)
    : own_(actor.staff.value_or(StaffId{}))
{
    auto const sight = accounts::sight(actor, permission, today, roster.on);
    city_ = sight.city();
    if (city_) return;
    places_.assign(roster.tree.units().size(), false);
    for (auto const unit : accounts::units_in(tx, sight)) {
        if (auto const place = roster.tree.find(unit)) places_[*place] = true;
    }
}

bool Seeing::within(Person const& person) const
{
    return std::any_of(person.posts.begin(), person.posts.end(), [&](Post const& post) { return sees(post.place); });
}

}  // namespace people
