// Reminders of what is outstanding, by mail where the house has a relay.
#pragma once
#include "features/reminders/rounds.hpp"

namespace reminders {

/// Needs the service Outbox and what training needs.
void routes(http::Table&);

}  // namespace reminders
