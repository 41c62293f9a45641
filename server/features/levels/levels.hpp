// Levels: found by the plan's rule, certified under a decision, shown on paper that can be checked.
#pragma once
#include "features/levels/candidates.hpp"
#include "features/levels/prior_learning.hpp"
#include "platform/http/table.hpp"

namespace levels {

/// Needs the services plan::Library, people::Days and audit::Looks.
void routes(http::Table&);

}  // namespace levels
