#pragma once
#include "features/actor/actor.hpp"
#include "platform/core/clock.hpp"
#include "platform/db/tx.hpp"

namespace imports {

/// Takes the last import back, row by row from its end. Refuses with not_found; with not_undoable when it is not the last one,
/// was undone already, or when rows it wrote have been changed or referred to since: those are named.
void undo(db::Tx&, Actor const&, ImportId, Clock const&);

/// Refuses as undo does, but for what has become of the rows.
void refuse_unless_undoable(db::Tx&, ImportId);

/// The last import that is not undone; none when an earlier version made it, which kept too little to take it back.
std::optional<ImportId> undoable_import(db::Tx&);

}  // namespace imports
