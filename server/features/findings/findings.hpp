// What surveys say, and what follows from it.
#pragma once
#include "features/findings/caretaker.hpp"
#include "platform/http/table.hpp"

namespace findings {

/// Needs the service Tallies and what surveys needs.
void routes(http::Table&);

}  // namespace findings
