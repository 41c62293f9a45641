// Which units a whole roster leaves without anybody: an organisation that has changed is seen in who no longer stands where.
#pragma once
#include "features/imports/records.hpp"
#include "platform/db/tx.hpp"

namespace imports {

/// The units, begun before the day, in which nobody stands from the day on once `writes` are written, neither there nor below.
/// Those that are to end anyway are not among them.
std::vector<UnitRecord> units_left_empty(db::Tx&, ChangeSet const& writes, Date day);

}  // namespace imports
