#include "features/targets/breakdown.hpp"
#include "features/targets/cohorts.hpp"
#include "features/targets/snapshots.hpp"

namespace targets {
namespace {

using http::Access;
using http::Call;

struct TargetQuery {
    std::optional<Date> on;
    std::optional<int> fiscal_year;
    static json::object limits(std::string_view member)
    {
        if (member == "fiscal_year") return {{"minimum", 2000}, {"maximum", 2100}};
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(TargetQuery, (), (on, fiscal_year))

struct BreakdownQuery {
    std::optional<Date> on;
    std::string level;
    int fiscal_year = 0;
    static json::object limits(std::string_view member)
    {
        if (member == "level") return {{"required", 1}};
        if (member == "fiscal_year") return {{"required", 1}, {"minimum", 2000}, {"maximum", 2100}};
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(BreakdownQuery, (), (on, level, fiscal_year))

TargetList list(Call const& call, TargetQuery const& query)
{
    auto const on = query.on.value_or(call.clock.today());
    return targets_on(call.tx, call.service<plan::Library>().in_force(call.tx, on)->plan, on, query.fiscal_year);
}

TargetBreakdown get_breakdown(Call const& call, BreakdownQuery const& query)
{
    auto const on = query.on.value_or(call.clock.today());
    return breakdown(call.tx, call.actor, call.service<plan::Library>().in_force(call.tx, on)->plan, call.service<people::Days>(),
                     query.level, query.fiscal_year, on, call.clock);
}

Cohorts get_cohorts(Call const& call, http::AsOf const& query)
{
    return cohorts(call.tx, call.service<plan::Library>().in_force(call.tx, call.day(query))->plan, call.day(query));
}

SnapshotPage post_snapshot(Call const& call, SnapshotInput const& input)
{
    return take_snapshot(call.tx, call.actor, call.service<plan::Library>(), input, call.clock);
}

SnapshotList get_snapshots(Call const& call) { return snapshots(call.tx, call.service<plan::Library>()); }

SnapshotPage get_snapshot(Call const& call)
{
    return snapshot(call.tx, call.actor, call.service<plan::Library>(), call.path<SnapshotId>(0), call.clock);
}

}  // namespace

void routes(http::Table& table)
{
    auto const sees = Access::needs(Permission::see_targets);
    table.get("/targets", {.id = "listTargets", .access = sees, .summary = "目標と実績", .refusals = {Code::not_found}}, list);
    table.get("/targets/breakdown",
              {.id = "getTargetBreakdown", .access = sees, .summary = "目標の内訳(所属と人)", .refusals = {Code::not_found}},
              get_breakdown);
    table.get("/targets/cohorts",
              {.id = "getCohorts", .access = sees, .summary = "年度ごとの育成の流れ", .refusals = {Code::not_found}},
              get_cohorts);
    table.post("/targets/snapshots",
               {.id = "takeTargetSnapshot",
                .access = Access::needs(Permission::level_certify),
                .summary = "ある日の数を固定する",
                .refusals = {Code::not_found, Code::conflict, Code::already_exists},
                .success = 201},
               post_snapshot);
    table.get("/targets/snapshots", {.id = "listTargetSnapshots", .access = sees, .summary = "固定した数の一覧"}, get_snapshots);
    table.get(
        "/targets/snapshots/{id}",
        {.id = "getTargetSnapshot", .access = sees, .summary = "固定した数と、いま数え直した数", .refusals = {Code::not_found}},
        get_snapshot);
}

}  // namespace targets
