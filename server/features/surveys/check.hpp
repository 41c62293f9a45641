// Is the survey whole? Codes are unique, what is named exists and stands earlier, each type has what it needs and nothing else,
// every text is there and fits a page.
#pragma once
#include "features/surveys/survey.hpp"
#include "platform/core/from_file.hpp"

namespace surveys {

/// Everything wrong with the survey, each with what to do about it; empty = it may be published. `places` (from read_pack) gives
/// lines and columns.
std::vector<PlacedProblem> check(Survey const&, Places const& places = {});

}  // namespace surveys
