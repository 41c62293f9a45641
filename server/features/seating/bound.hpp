// How many seats there can be at most. The flows know nothing of what courses do to each other; here every section is held to
// what it could have if all seats of the city were its own, its limits for a day kept across courses.
#pragma once
#include "features/seating/seat_flow.hpp"

namespace seating {

struct Bound {
    SeatCount seats;  ///< no way of seating people has more for those who must, or as many and more in all
    int any = 0;      ///< no way at all has more
};

/// `pinned` holds what is pinned and nothing else.
Bound most_seats(Question const&, Placement const& pinned);

}  // namespace seating
