// How long a completion counts, by the plan's course.
#pragma once
#include "features/plan/plan.hpp"

namespace training {

/// The first day on which it no longer counts; none when it counts for good.
inline std::optional<Date> valid_until(plan::Course const& course, Date completed_on)
{
    if (course.validity_months == 0) return std::nullopt;
    return add_months(completed_on, course.validity_months);
}

inline bool still_counts(plan::Course const& course, Date completed_on, Date on)
{
    auto const until = valid_until(course, completed_on);
    return !until || on < *until;
}

}  // namespace training
