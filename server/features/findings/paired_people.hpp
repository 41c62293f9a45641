// Who answered two waves of one panel. In each wave the others must be nobody or as many as the threshold, or they would show as
// the difference between everybody and the pairs: where they are fewer, some pairs are left out by lot.
#pragma once
#include "features/findings/columns.hpp"

namespace findings {

struct PairedPeople {
    std::vector<std::pair<std::size_t, std::size_t>> rows;  ///< in the first wave's columns, in the second's
    std::int64_t left_out = 0;
};

/// Empty when fewer than the threshold would be left.
PairedPeople paired_people(Columns const& before, Columns const& after, int threshold);

}  // namespace findings
