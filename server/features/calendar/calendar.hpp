// A person's training sessions in their own calendar program.
#pragma once
#include "features/calendar/feed.hpp"

namespace calendar {

/// Needs the services Door, accounts::Settings and people::PlanWords.
void routes(http::Table&);

}  // namespace calendar
