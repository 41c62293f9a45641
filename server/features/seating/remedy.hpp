// What would give everybody a seat: further runs of a course, each on a day on which nothing else is held.
#pragma once
#include "features/seating/planner.hpp"

namespace seating {

struct Remedy {
    int runs = 0;
    std::optional<int> seats;  ///< of each run: as many as the course's largest has, 30 when it has none
};
inline constexpr int kUsualSeats = 30;

/// With that many runs everybody who could come has a seat, as the planner sees it; with fewer somebody has none. Whoever was
/// taken out by hand or is on leave is not counted: another run does not help them.
Remedy remedy(Question const&, Proposal const&, int course);

}  // namespace seating
