// Who gets a seat: never more than the capacity, never more than the quota of one section, on the run
// and on its days, and in the order of asking.
#pragma once
#include "platform/core/ids.hpp"

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace training {

struct SeatRules {
    std::optional<int> capacity;  ///< none = no limit
    int per_unit = 0;             ///< 0 = no quota
    int per_day = 0;              ///< of one section in training on one day, here and elsewhere; 0 = no quota
};

/// The seats that are taken, all and by section.
class Taken {
public:
    void add(std::optional<OrgUnitId> unit, int seats = 1);
    /// Of one section at other runs of the same days.
    void add_elsewhere(std::optional<OrgUnitId> unit, int people);
    int all() const { return all_; }
    int most_of_a_unit() const;
    int most_of_a_unit_on_a_day() const;
    bool full(SeatRules const& rules) const { return rules.capacity && all_ >= *rules.capacity; }
    bool room(SeatRules const&, std::optional<OrgUnitId> unit) const;

private:
    int on_a_day(std::optional<OrgUnitId> unit) const;

    int all_ = 0;
    std::map<std::optional<OrgUnitId>, int> by_unit_, elsewhere_;
};

struct Waiting {
    EnrolmentId id;
    std::optional<OrgUnitId> unit;
};

/// Who of those waiting gets a seat now. Whoever is passed over is passed over because the section has its share.
std::vector<EnrolmentId> promoted(SeatRules const&, Taken, std::span<Waiting const> in_order_of_asking);

}  // namespace training
