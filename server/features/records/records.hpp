// Records of learning that the runs do not make: completions out of somebody else's list, learning on the job, dispatches, and
// what people report of all of it.
#pragma once
#include "features/plan/versions.hpp"
#include "platform/files/uploads.hpp"
#include "platform/http/table.hpp"
#include "platform/jobs/runner.hpp"

namespace records {

/// Before the runner starts. All of it outlives the runner.
void handle_jobs(jobs::Runner&, files::Uploads&, plan::Library&, Clock const&);

void routes(http::Table&);
void completion_routes(http::Table&);
void work_training_routes(http::Table&);
void report_routes(http::Table&);

}  // namespace records
