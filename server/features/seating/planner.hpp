// Who sits where. Each course by itself is a minimum-cost flow (people of one kind → section's share of a run → run), which is
// exact; courses meet where a section has its limit for a day or where two runs lie at the same time. So the courses are seated
// one after another, each by its flow through what the ones before have left, and what the meeting has cost is won back by moving
// people round. How many seats there can be at most is known from the flows alone, and the distance is stated.
#pragma once
#include "features/seating/placement.hpp"

#include <functional>

namespace seating {

struct Proposal {
    std::vector<int> run_of;         ///< [wish]; kNowhere = no seat
    std::vector<Obstacle> obstacle;  ///< [wish]; none = has a seat
    int seats = 0, required_seats = 0;
    int most_seats = 0, most_required = 0;  ///< no way of seating people has more
    bool optimal() const { return seats == most_seats && required_seats == most_required; }
};

/// `told` hears 0–100 as it goes.
Proposal propose(Question const&, std::function<void(int percent)> const& told = {});

/// Of several obstacles, what a person without a seat is told: the one that is nearest to a seat.
Obstacle nearest(Placement const&, Question const&, int wish);

}  // namespace seating
