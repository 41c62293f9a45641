// Skills from outside: the map, one person's list, and the gap of a section, the city, a draft.
#pragma once
#include "features/skills/dry_run.hpp"
#include "features/skills/everybody.hpp"
#include "features/skills/heat.hpp"
#include "features/skills/people_days.hpp"
#include "features/skills/person_skills.hpp"
#include "platform/http/table.hpp"

namespace skills {

void routes(http::Table&);

}  // namespace skills
