// Surveys: documents, waves, answers.
#pragma once
#include "platform/http/table.hpp"

namespace surveys {

/// Needs the services Library, plan::Library, skills::Everybody, people::PlanWords and reminders::Outbox.
void routes(http::Table&);

}  // namespace surveys
