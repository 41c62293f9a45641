// Where a figure of everybody lies, as far as those who answered can tell.
#pragma once

namespace statistics {

struct Interval {
    double low = 0, high = 0;
};

}  // namespace statistics
