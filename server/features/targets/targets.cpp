#include "features/targets/targets.hpp"

#include "features/targets/counting.hpp"

#include <algorithm>

namespace targets {
namespace {

TargetActual blank(plan::Target const& target, plan::Level const& level, Date on)
{
    auto const rule = rule_of(target, level);
    auto const taken = assumption();
    TargetActual row;
    row.level = level.code;
    row.level_name = level.name;
    row.level_name_en = level.name_en;
    row.fiscal_year = target.fiscal_year;
    row.target = target.people;
    row.counted_on = std::min(on, last_day_of_fiscal_year(target.fiscal_year));
    row.counting = target.counting;
    row.leavers = target.leavers;
    row.rule = rule.ja;
    row.rule_en = rule.en;
    row.assumption = taken.ja;
    row.assumption_en = taken.en;
    row.clause = target.clause;
    row.note = target.note;
    row.confidence = target.confidence;
    return row;
}

Look look_of(plan::Target const& target, Date on)
{
    return on <= last_day_of_fiscal_year(target.fiscal_year) ? Look::ahead : Look::back;
}

void count(TargetActual& row, plan::Target const& target, Standing const& standing, Date on)
{
    auto const reached = standing.reached(target);
    row.actual = static_cast<std::int64_t>(reached.size());
    if (look_of(target, on) == Look::back) return;
    auto const expected = standing.expected(target);
    row.forecast = static_cast<std::int64_t>(expected.size());
    row.on_the_way = std::count_if(expected.begin(), expected.end(), [&](StaffId staff) { return !reached.contains(staff); });
    auto const& near = standing.near(target.level);
    row.ready = std::count_if(near.begin(), near.end(), [](auto const& progress) { return progress.fulfils(); });
}

}  // namespace

TargetList targets_on(db::Tx& tx, plan::Plan const& plan, Date on, std::optional<int> wanted_year)
{
    TargetList result;
    std::map<Date, Standing> standings;  // years that have ended are counted on their last day
    for (auto const& target : plan.targets) {
        if (wanted_year && target.fiscal_year != *wanted_year) continue;
        auto const* const level = levels::find_level(plan, target.level);
        if (!level) continue;
        auto row = blank(target, *level, on);
        if (on >= first_day_of_fiscal_year(target.fiscal_year))
            count(row, target, standings.try_emplace(row.counted_on, tx, plan, row.counted_on, look_of(target, on)).first->second,
                  on);
        result.rows.push_back(std::move(row));
    }
    return result;
}

}  // namespace targets
