// Every write that touches a person's facts says so, and what is kept in memory is brought forward before the next question.
#pragma once
#include "platform/core/ids.hpp"
#include "platform/db/tx.hpp"

namespace people {

void note_change(db::Tx&, StaffId);
/// The organisation, the plan or more people than can be named have changed.
void note_change_of_all(db::Tx&);

}  // namespace people
