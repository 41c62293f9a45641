#include "features/training/seats.hpp"

#include <algorithm>

namespace training {
namespace {

int of(std::map<std::optional<OrgUnitId>, int> const& people, std::optional<OrgUnitId> unit)
{
    auto const found = people.find(unit);
    return found == people.end() ? 0 : found->second;
}

}  // namespace

void Taken::add(std::optional<OrgUnitId> unit, int seats)
{
    all_ += seats;
    by_unit_[unit] += seats;
}

void Taken::add_elsewhere(std::optional<OrgUnitId> unit, int people) { elsewhere_[unit] += people; }

bool Taken::room(SeatRules const& rules, std::optional<OrgUnitId> unit) const
{
    if (full(rules)) return false;
    if (!unit) return true;
    if (rules.per_unit > 0 && of(by_unit_, unit) >= rules.per_unit) return false;
    return rules.per_day == 0 || on_a_day(unit) < rules.per_day;
}

int Taken::on_a_day(std::optional<OrgUnitId> unit) const { return of(by_unit_, unit) + of(elsewhere_, unit); }

int Taken::most_of_a_unit() const
{
    int most = 0;
    for (auto const& [unit, seats] : by_unit_) most = std::max(most, unit ? seats : 0);
    return most;
}

int Taken::most_of_a_unit_on_a_day() const
{
    int most = 0;
    for (auto const& [unit, seats] : by_unit_) most = std::max(most, unit ? on_a_day(unit) : 0);
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
