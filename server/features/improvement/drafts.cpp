#include "features/improvement/adopting.hpp"
#include "features/improvement/cost.hpp"
#include "features/improvement/origins.hpp"

namespace improvement {
namespace {

db::Sql const kUnitName{"SELECT name FROM org_unit WHERE id = $1"};

/// The steps as they are, how often a year left open: that is the adopting section's own.
std::vector<FlowStep> own_times(std::vector<FlowStep> steps)
{
    for (auto& step : steps) step.times = 0;
    return steps;
}

void fill_in(http::Call const& call, CaseId source, CaseDraft& draft)
{
    auto const row = row_of(call, source);
    if (row.status != Status::confirmed) throw Refused{Code::wrong_status};
    auto record = record_of(call.tx, source);
    draft.form.adopted_from = source;
    draft.form.title = row.title;
    draft.form.summary = row.summary;
    draft.form.problem = std::move(record.problem);
    draft.form.cause = std::move(record.cause);
    draft.form.direction = std::move(record.direction);
    draft.form.axes = axes_of(row.axes);
    draft.form.steps_before = own_times(steps_of(call.tx, source, "before"));
    draft.form.steps_after = own_times(steps_of(call.tx, source, "after"));
    draft.form.tool_costs = tools_of(call.tx, source);
    draft.source_title = row.unit_name + "「" + row.title + "」";
    draft.source_url = url_of(source);
}

void fill_in(http::Call const& call, OriginInput const& origin, CaseDraft& draft)
{
    auto told = told_by(call, origin);
    draft.form.origin = origin;
    draft.form.title = told.title;
    draft.form.problem = std::move(told.problem);
    draft.form.direction = std::move(told.direction);
    draft.form.done = std::move(told.done);
    draft.form.support = std::move(told.support);
    draft.source_title = std::move(told.title);
    draft.source_url = std::move(told.url);
}

}  // namespace

CaseDraft draft_case(http::Call const& call, DraftQuery const& query)
{
    CaseDraft draft;
    draft.hourly = hourly_cost(call.tx);
    draft.form.fiscal_year = fiscal_year(call.clock.today());
    if (auto const own = own_section(call)) {
        draft.form.unit = *own;
        draft.unit_name = call.tx.one<std::string>(kUnitName, *own);
        draft.form.team.push_back({*call.actor.staff, ""});
        draft.team.push_back({*call.actor.staff, call.actor.name, draft.unit_name, ""});
    }
    if (query.from_case) fill_in(call, *query.from_case, draft);
    if (query.topic) fill_in(call, {OriginKind::topic, *query.topic}, draft);
    if (query.consultation) fill_in(call, {OriginKind::consultation, *query.consultation}, draft);
    return draft;
}

}  // namespace improvement
