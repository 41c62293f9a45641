// What an hour of work costs the city: its own figure, with where it comes from. Nothing is worth any yen until it is set.
#pragma once
#include "features/improvement/effect.hpp"
#include "features/improvement/improvement.hpp"

namespace improvement {

struct CostInput : HourlyCost {
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(CostInput, (HourlyCost), (revision))
struct CostSetting : HourlyCost {
    std::int64_t revision = 0;
    std::string by;
    std::optional<Instant> at;
    bool may_edit = false;
};
BOOST_DESCRIBE_STRUCT(CostSetting, (HourlyCost), (revision, by, at, may_edit))

HourlyCost hourly_cost(db::Tx&);
CostSetting cost_setting(http::Call const&);
/// By manage_improvement. Confirmed cases keep the figure they were confirmed with. Refuses with changed_meanwhile.
CostSetting set_cost(http::Call const&, CostInput const&);

}  // namespace improvement
