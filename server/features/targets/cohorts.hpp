// The pipeline over the years: who learned for the first time, who was certified or appointed for the first time, and how many
// stand there at the end of each year (HRT-22). Counts only; a plan without levels shows its roles, one without roles its levels.
#pragma once
#include "features/plan/versions.hpp"
#include "platform/core/clock.hpp"

namespace targets {

struct CohortStep {
    std::string code, name, name_en;  ///< a level, or a role people are appointed to
    std::int64_t entered = 0;         ///< for the first time in that year
    std::int64_t standing = 0;        ///< on the year's last day, or today
};
BOOST_DESCRIBE_STRUCT(CohortStep, (), (code, name, name_en, entered, standing))

struct CohortYear {
    int fiscal_year = 0;
    Date counted_on;                 ///< 31 March, or the day asked for when that is earlier
    std::int64_t learned = 0;        ///< people who completed a course of the plan in that year
    std::int64_t first_learned = 0;  ///< for the first time
    std::vector<CohortStep> levels, roles;
};
BOOST_DESCRIBE_STRUCT(CohortYear, (), (fiscal_year, counted_on, learned, first_learned, levels, roles))

struct Cohorts {
    std::vector<CohortYear> years;  ///< five, the latest last
};
BOOST_DESCRIBE_STRUCT(Cohorts, (), (years))

Cohorts cohorts(db::Tx&, plan::Plan const&, Date on);

}  // namespace targets
