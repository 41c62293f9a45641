// The import wizard's outside, and the jobs it starts.
#pragma once
#include "features/imports/import.hpp"
#include "platform/files/uploads.hpp"
#include "platform/http/table.hpp"
#include "platform/jobs/runner.hpp"

namespace imports {

/// Lets the runner do imports and undo them. Everything outlives the runner.
void handle_jobs(jobs::Runner&, files::Uploads&, Clock const&, Neighbours const&);

/// Services needed: files::Uploads, jobs::Runner, Neighbours.
void routes(http::Table&);

}  // namespace imports
