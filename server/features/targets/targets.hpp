// Targets: how many people should have reached a level in a fiscal year, how many have, and how many are expected to. The
// counting rule stands beside every number, because the same certifications give different figures under another rule (HKT-15).
#pragma once
#include "features/plan/versions.hpp"
#include "platform/http/table.hpp"

namespace targets {

struct TargetActual {
    std::string level, level_name, level_name_en;
    int fiscal_year = 0;
    std::int64_t target = 0;
    std::optional<std::int64_t> actual;    ///< absent before the year begins
    std::optional<std::int64_t> forecast;  ///< on 31 March under `assumption`; only while the year runs
    std::int64_t ready = 0;                ///< fulfil the plan's rule and await certification
    std::int64_t on_the_way = 0;           ///< are in the forecast and not in the actual figure
    Date counted_on;                       ///< 31 March of the year, or the day asked for when that is earlier
    plan::Counting counting = plan::Counting::inclusive_cumulative;
    plan::Leavers leavers = plan::Leavers::drop;
    std::string rule, rule_en, assumption, assumption_en, clause, note;
    plan::Confidence confidence = plan::Confidence::certain;
};
BOOST_DESCRIBE_STRUCT(TargetActual, (),
                      (level, level_name, level_name_en, fiscal_year, target, actual, forecast, ready, on_the_way, counted_on,
                       counting, leavers, rule, rule_en, assumption, assumption_en, clause, note, confidence))

struct TargetList {
    std::vector<TargetActual> rows;
};
BOOST_DESCRIBE_STRUCT(TargetList, (), (rows))

/// In the plan's order; `fiscal_year` restricts to one year.
TargetList targets_on(db::Tx&, plan::Plan const&, Date on, std::optional<int> fiscal_year = {});

/// Needs the services plan::Library and people::Days.
void routes(http::Table&);

}  // namespace targets
