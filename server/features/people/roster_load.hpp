// From the database to the roster, whole or person by person.
#pragma once
#include "features/people/roster.hpp"
#include "platform/db/tx.hpp"

namespace people {

/// Everybody who holds a post or an engagement on the day. `announced_by`: postings announced after that day are not seen (内示).
Roster load_roster(db::Tx&, Date on, Date announced_by);

/// Brings the named people forward; returns whether anybody's place changed, so that rows moved.
bool refresh(db::Tx&, Roster&, std::span<StaffId const>, Date announced_by);

/// One person's facts on the day, with words and places of the given roster; nothing when the person is not employed that day.
std::optional<Person> load_person(db::Tx&, Roster&, StaffId, Date announced_by);

/// The organisation on the day, units in pre-order.
OrgTree load_tree(db::Tx&, Date on, Words&);

}  // namespace people
