// Wins back what the meeting of courses has cost: somebody without a seat gets one when those in the way can sit elsewhere.
// Nobody loses a seat over it, except to somebody who comes sooner.
#pragma once
#include "features/seating/seat_flow.hpp"

#include <functional>

namespace seating {

/// Whoever may sit down as it is, those who come sooner first.
void fill(Question const&, Placement&, std::span<int const> wishes);

/// Until `enough` seats are given, or nothing helps any more, or the tries are used up.
void move_round(Question const&, Placement&, SeatCount enough, std::function<void(int percent)> const& told);

}  // namespace seating
