// Who goes: rounds of nomination, open calls and recommendations for the roles that a plan appoints people to.
#pragma once
#include "features/nominations/overview.hpp"
#include "platform/http/table.hpp"

namespace nominations {

void routes(http::Table&);

}  // namespace nominations
