#include "features/training/seats.hpp"

#include <algorithm>

namespace training {

void Taken::add(std::optional<OrgUnitId> unit, int seats)
{
    all_ += seats;
    by_unit_[unit] += seats;
}

bool Taken::room(SeatRules const& rules, std::optional<OrgUnitId> unit) const
{
    if (full(rules)) return false;
    if (rules.per_unit == 0 || !unit) return true;
    auto const of_unit = by_unit_.find(unit);
    return of_unit == by_unit_.end() || of_unit->second < rules.per_unit;
}

int Taken::most_of_a_unit() const
{
    int most = 0;
    for (auto const& [unit, seats] : by_unit_) most = std::max(most, unit ? seats : 0);
    return most;
}

std::vector<EnrolmentId> promoted(SeatRules const& rules, Taken taken, std::span<Waiting const> in_order_of_asking)
{
    std::vector<EnrolmentId> seated;
    for (auto const& waiting : in_order_of_asking) {
        if (!taken.room(rules, waiting.unit)) continue;
        taken.add(waiting.unit);
        seated.push_back(waiting.id);
    }
    return seated;
}

}  // namespace training
