// The surveys that come with the program: the files of surveys/, which are inside the binary.
#pragma once
#include "features/surveys/survey.hpp"

#include <string_view>

namespace surveys {

/// In the order of their codes. A test holds that each reads without a problem and passes check().
std::vector<Survey> const& packs();
/// None when no pack has that code.
Survey const* pack(std::string_view code);

}  // namespace surveys
