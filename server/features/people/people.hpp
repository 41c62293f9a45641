// The organisation and its people, each dated: units, records, postings, the roster of a day.
#pragma once
#include "features/people/appointments.hpp"
#include "features/people/changes.hpp"
#include "features/people/days.hpp"
#include "features/people/export.hpp"
#include "features/people/profile.hpp"
#include "features/people/records.hpp"
#include "features/people/roster_load.hpp"
#include "features/people/search.hpp"
#include "features/people/staff_list.hpp"
#include "features/people/units.hpp"
#include "platform/http/table.hpp"

namespace people {

/// Needs the services Days, Names, PlanWords and audit::Looks.
void routes(http::Table&);

}  // namespace people
