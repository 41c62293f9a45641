// The import wizard's outside, and the jobs it starts.
#pragma once
#include "features/actor/actor.hpp"
#include "features/imports/category_watch.hpp"
#include "features/plan/plan.hpp"
#include "platform/files/uploads.hpp"
#include "platform/http/table.hpp"
#include "platform/jobs/runner.hpp"

namespace imports {

/// What the app knows and imports do not: the plan in force, and who belongs where. A service of the municipality.
struct Neighbours {
    std::function<std::vector<plan::Rank>(db::Tx&, Date)> ranks;
    CategoryWatch* categories = nullptr;
};

/// Lets the runner do imports and undo them. Everything outlives the runner.
void handle_jobs(jobs::Runner&, files::Uploads&, Clock const&, Neighbours const&);

/// Services needed: files::Uploads, jobs::Runner, Neighbours.
void routes(http::Table&);

}  // namespace imports
