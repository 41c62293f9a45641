// Whom an actor may see among the rows of a roster: what access/sight.hpp says as SQL, for answers made in memory.
#pragma once
#include "features/access/sight.hpp"
#include "features/people/roster.hpp"

#include <algorithm>

namespace people {

class Seeing {
public:
    /// By default whom the actor may look at; with a permission, whom it reaches.
    Seeing(db::Tx&, Actor const&, Date today, Roster const&, Permission = Permission::see_section);

    bool city() const { return city_; }
    bool sees(Person const& person) const { return city_ || person.id == own_ || within(person); }
    /// Anybody beside oneself.
    bool anybody() const { return city_ || std::find(places_.begin(), places_.end(), true) != places_.end(); }
    bool sees(Place place) const { return city_ || (place < places_.size() && places_[place]); }

private:
    bool within(Person const&) const;
    bool city_;
    StaffId own_;
    std::vector<bool> places_;
};

}  // namespace people
