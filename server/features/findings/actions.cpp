#include "features/findings/actions.hpp"

#include "features/audit/audit.hpp"

#include <algorithm>

namespace findings {
namespace {

struct Row {
    SurveyActionId id;
    std::string issue, direction, measure, what, owner;
    std::optional<Date> due;
    ActionStatus status = ActionStatus::planned;
    std::string indicator;
    std::optional<SurveyWaveId> wave;
    std::string note;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, issue, direction, measure, what, owner, due, status, indicator, wave, note, revision))
db::Sql const kAll{R"(
    SELECT id, issue_code AS issue, direction, measure_code AS measure, what, owner, due, status, indicator, wave_id AS wave, note,
           revision FROM survey_action ORDER BY id)"};
db::Sql const kInsert{R"(
    INSERT INTO survey_action (issue_code, direction, measure_code, what, owner, due, status, indicator, wave_id, note, created_at,
                               created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id)"};
db::Sql const kChange{R"(
    UPDATE survey_action SET issue_code = $3, direction = $4, measure_code = $5, what = $6, owner = $7, due = $8, status = $9,
           indicator = $10, wave_id = $11, note = $12, revision = revision + 1 WHERE id = $1 AND revision = $2)"};
db::Sql const kExists{"SELECT 1 FROM survey_action WHERE id = $1"};
db::Sql const kRemove{"DELETE FROM survey_action WHERE id = $1"};

template <class Items>
auto find(Items const& items, std::string const& code)
{
    return std::find_if(items.begin(), items.end(), [&](auto const& each) { return each.code == code; });
}

bool is_over(ActionStatus status) { return status == ActionStatus::done || status == ActionStatus::dropped; }

Action shown(plan::Plan const& plan, Row row, Date today)
{
    Action action;
    action.issue = std::move(row.issue);
    action.direction = std::move(row.direction);
    action.measure = std::move(row.measure);
    action.what = std::move(row.what);
    action.owner = std::move(row.owner);
    action.due = row.due;
    action.status = row.status;
    action.indicator = std::move(row.indicator);
    action.wave = row.wave;
    action.note = std::move(row.note);
    action.id = row.id;
    action.revision = row.revision;
    action.overdue = row.due && *row.due < today && !is_over(row.status);
    if (auto const issue = find(plan.issues, action.issue); issue != plan.issues.end()) action.issue_name = issue->name;
    if (auto const measure = find(plan.measures, action.measure); measure != plan.measures.end())
        action.measure_name = measure->measure + " " + measure->action;
    return action;
}

[[noreturn]] void refuse(char const* pointer, char const* ja, char const* en)
{
    throw Refused{Code::invalid_input, {}, {{pointer, ja, en}}};
}

void check(http::Call const& call, ActionForm const& form)
{
    surveys::must_manage(call);
    auto const plan = call.service<plan::Library>().in_force(call.tx, call.clock.today());
    if (find(plan->plan.issues, form.issue) == plan->plan.issues.end())
        refuse("/issue", "計画にない課題です。", "The plan has no such issue.");
    if (!form.measure.empty() && find(plan->plan.measures, form.measure) == plan->plan.measures.end())
        refuse("/measure", "計画にない方策です。", "The plan has no such measure.");
    if (form.wave) surveys::wave_row(call.tx, *form.wave);
    if (form.indicator.empty()) return;
    auto const known = trends(call, {}).trends;
    auto const same = [&](Trend const& trend) { return trend.survey + "/" + trend.code == form.indicator; };
    if (std::none_of(known.begin(), known.end(), same))
        refuse("/indicator", "その指標の結果はまだありません。", "That indicator has no result yet.");
}

}  // namespace

json::object ActionForm::limits(std::string_view member)
{
    if (member == "issue") return {{"minLength", 1}, {"maxLength", 40}};
    if (member == "measure") return {{"maxLength", 40}};
    if (member == "what") return {{"minLength", 1}, {"maxLength", 500}};
    if (member == "owner") return {{"maxLength", 100}};
    if (member == "indicator") return {{"maxLength", 100}};
    return {{"maxLength", 1000}};
}

Actions actions(http::Call const& call)
{
    auto const plan = call.service<plan::Library>().in_force(call.tx, call.clock.today());
    Actions list;
    for (auto& row : call.tx.all<Row>(kAll)) list.actions.push_back(shown(plan->plan, std::move(row), call.clock.today()));
    auto const place = [&](Action const& action) { return find(plan->plan.issues, action.issue) - plan->plan.issues.begin(); };
    std::stable_sort(list.actions.begin(), list.actions.end(),
                     [&](Action const& a, Action const& b) { return place(a) < place(b); });
    for (auto const& issue : plan->plan.issues) list.issues.push_back({issue.code, issue.name, issue.direction});
    for (auto const& measure : plan->plan.measures)
        list.measures.push_back({measure.code, measure.measure + " " + measure.action});
    list.trends = trends(call, {}).trends;
    list.may_edit = surveys::manages(call);
    return list;
}

Actions add_action(http::Call const& call, ActionForm const& form)
{
    check(call, form);
    SurveyActionId const id{call.tx.insert(kInsert, form.issue, form.direction, form.measure, form.what, form.owner, form.due,
                                           form.status, form.indicator, form.wave, form.note, call.clock.now(),
                                           call.actor.account)};
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.action_added", "survey_action", id, form);
    return actions(call);
}

Actions change_action(http::Call const& call, SurveyActionId id, ActionChange const& form)
{
    check(call, form);
    if (!call.tx.maybe_one<int>(kExists, id)) throw Refused{Code::not_found};
    auto const written = call.tx.run(kChange, id, form.revision, form.issue, form.direction, form.measure, form.what, form.owner,
                                     form.due, form.status, form.indicator, form.wave, form.note);
    if (written == 0) throw Refused{Code::changed_meanwhile};
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.action_changed", "survey_action", id, form);
    return actions(call);
}

Actions remove_action(http::Call const& call, SurveyActionId id)
{
    surveys::must_manage(call);
    if (call.tx.run(kRemove, id) == 0) throw Refused{Code::not_found};
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.action_removed", "survey_action", id);
    return actions(call);
}

}  // namespace findings
