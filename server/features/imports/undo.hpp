#pragma once
#include "features/actor/actor.hpp"
#include "platform/core/clock.hpp"
#include "platform/db/tx.hpp"

namespace imports {

/// Takes the last import back, row by row from its end. Refuses with not_found; with not_undoable when it is not the last one,
/// was undone already, or when rows it wrote have been changed or referred to since: those are named.
void undo(db::Tx&, Actor const&, ImportId, Clock const&);

/// The import that can be undone, if any.
std::optional<ImportId> last_import(db::Tx&);

}  // namespace imports
