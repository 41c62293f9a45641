// Levels: found by the plan's rule, certified under a decision, shown on paper that can be checked.
#pragma once
#include "features/levels/candidates.hpp"
#include "features/levels/certificate_sheets.hpp"
#include "features/levels/level_holders.hpp"
#include "features/levels/prior_learning.hpp"
#include "platform/http/table.hpp"

namespace levels {

/// Needs the services plan::Library, people::Days, audit::Looks, jobs::Runner and files::Uploads.
void routes(http::Table&);

}  // namespace levels
