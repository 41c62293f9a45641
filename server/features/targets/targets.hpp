// Targets: how many people should have reached a level in a fiscal year, and how many have. The counting rule stands beside every
// number, because the same certifications give different figures under another rule (HKT-15).
#pragma once
#include "features/plan/versions.hpp"
#include "platform/http/table.hpp"

namespace targets {

struct TargetActual {
    std::string level, level_name, level_name_en;
    int fiscal_year = 0;
    std::int64_t target = 0;
    std::optional<std::int64_t> actual;  ///< absent before the year begins
    std::int64_t on_the_way = 0;         ///< have completed a course the level requires, but are not certified yet
    Date counted_on;                     ///< 31 March of the year, or the day asked for when that is earlier
    plan::Counting counting = plan::Counting::inclusive_cumulative;
    plan::Leavers leavers = plan::Leavers::drop;
    std::string rule, rule_en, clause, note;
    plan::Confidence confidence = plan::Confidence::certain;
};
BOOST_DESCRIBE_STRUCT(TargetActual, (),
                      (level, level_name, level_name_en, fiscal_year, target, actual, on_the_way, counted_on, counting, leavers,
                       rule, rule_en, clause, note, confidence))

struct TargetList {
    std::vector<TargetActual> rows;
};
BOOST_DESCRIBE_STRUCT(TargetList, (), (rows))

/// In the plan's order; `fiscal_year` restricts to one year.
TargetList targets_on(db::Tx&, plan::Plan const&, Date on, std::optional<int> fiscal_year = {});

void routes(http::Table&);

}  // namespace targets
