// The training year: what the plan asks of whom, the runs of its courses, seats, attendance and completions.
#pragma once
#include "features/training/catalogue.hpp"
#include "features/training/licences.hpp"
#include "features/training/next_year.hpp"
#include "features/training/section_year.hpp"
#include "features/training/year_board.hpp"
#include "platform/http/table.hpp"

namespace training {

void routes(http::Table&);

}  // namespace training
