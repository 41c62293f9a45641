// Every write that touches a person's facts says so, and what is kept in memory is brought forward before the next question.
#pragma once
#include "platform/core/ids.hpp"
#include "platform/db/tx.hpp"

namespace people {

void note_change(db::Tx&, StaffId);
/// The organisation, the plan or more people than can be named have changed.
void note_change_of_all(db::Tx&);

/// What a transaction sees of the changes that concern one person. What was read of the person's facts, the organisation and the
/// plan holds as long as unchanged().
struct ChangeMark {
    std::int64_t settled = 0;  ///< changes up to here are in
    std::int64_t later = 0;    ///< how many of those behind it are: on PostgreSQL a neighbour with a lower number may come after
};
ChangeMark mark_of(db::Tx&, StaffId);
bool unchanged(db::Tx&, StaffId, ChangeMark const&);

}  // namespace people
