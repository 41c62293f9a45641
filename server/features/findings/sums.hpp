// The first rule for a draft: no sum of its tables speaks of too few. The sums themselves: few.hpp.
#pragma once
#include "features/findings/draft.hpp"

namespace findings {

/// A group to hide, because it takes part in a sum of tables that speaks of fewer than the threshold, or may; the smallest such.
std::optional<Group> takes_part_in_too_few(Draft const&, int threshold);

}  // namespace findings
