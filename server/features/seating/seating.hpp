// Who sits where: a proposal over all runs of a year, changed by hand, then ordered.
#pragma once
#include "features/seating/proposing.hpp"
#include "platform/http/table.hpp"

namespace seating {

/// Before the runner starts. Everything outlives it.
void handle_jobs(jobs::Runner&, skills::Everybody&, training::Obligations&, Clock const&);

/// Needs the services jobs::Runner, skills::Everybody, training::Obligations and people::PlanWords.
void routes(http::Table&);

}  // namespace seating
