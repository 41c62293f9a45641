// Notices and newsletters: what the office tells, to whom, and who has read it.
#pragma once
#include "features/notices/newsletters.hpp"
#include "features/notices/reading.hpp"
#include "features/notices/writing.hpp"

namespace notices {

/// Needs the services skills::Everybody, plan::Library and people::PlanWords.
void routes(http::Table&);

/// What a new day brings: into the search comes what was published for it, out of it goes what is over.
void bring_search_to(db::Tx&, Date today);

}  // namespace notices
