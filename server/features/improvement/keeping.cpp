#include "features/improvement/keeping.hpp"

#include "features/improvement/record.hpp"
#include "platform/text/fold.hpp"

#include <cmath>

namespace improvement {
namespace {

db::Sql const kAdd{R"(
    INSERT INTO improvement_case (unit_id, fiscal_year, theme_id, title, summary, problem, cause, direction, done, support,
        citizen_benefit, staff_benefit, hours_used_for, axes, stage, status, hours, tool_yen, origin_kind, origin_id, origin_title,
        adopted_from, search_key, created_at, created_by, updated_at, client_key)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'issue', 'draft', $15, $16, $17, $18, $19, $20, $21, $22, $23,
            $22, $24) RETURNING id)"};
db::Sql const kChange{R"(
    UPDATE improvement_case SET unit_id = $2, fiscal_year = $3, theme_id = $4, title = $5, summary = $6, problem = $7, cause = $8,
        direction = $9, done = $10, support = $11, citizen_benefit = $12, staff_benefit = $13, hours_used_for = $14, axes = $15,
        hours = $16, tool_yen = $17, search_key = $18, updated_at = $19, revision = revision + 1 WHERE id = $1)"};
db::Sql const kAddMember{R"(
    INSERT INTO improvement_member (case_id, staff_id, place, part)
    SELECT $1, $2, 1 + COALESCE(max(place), 0), $3 FROM improvement_member WHERE case_id = $1)"};
db::Sql const kAddStep{R"(
    INSERT INTO improvement_step (case_id, side, place, name, tenths, people, times) VALUES ($1, $2, $3, $4, $5, $6, $7))"};
db::Sql const kAddTool{"INSERT INTO improvement_tool (case_id, place, name, yen) VALUES ($1, $2, $3, $4)"};
db::Sql const kMove{R"(
    INSERT INTO improvement_move (case_id, stage, moved_on, note, moved_at, moved_by) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id)"};
db::Sql const kStage{"UPDATE improvement_case SET stage = $2, updated_at = $3, revision = revision + 1 WHERE id = $1"};
db::Sql const kSubmit{R"(
    UPDATE improvement_case SET status = 'submitted', submitted_at = $2, updated_at = $2, revision = revision + 1 WHERE id = $1)"};
db::Sql const kConfirm{R"(
    UPDATE improvement_case SET status = 'confirmed', effect = $2, yen = $3, confirmed_at = $4, decided_at = $4, decided_by = $5,
           decided_why = $6, updated_at = $4, revision = revision + 1 WHERE id = $1)"};
db::Sql const kReturn{R"(
    UPDATE improvement_case SET status = 'returned', effect = '', yen = NULL, confirmed_at = NULL, decided_at = $2, decided_by = $3,
           decided_why = $4, updated_at = $2, revision = revision + 1 WHERE id = $1)"};
db::Sql const kDropMembers{"DELETE FROM improvement_member WHERE case_id = $1"};
db::Sql const kDropSteps{"DELETE FROM improvement_step WHERE case_id = $1"};
db::Sql const kDropTools{"DELETE FROM improvement_tool WHERE case_id = $1"};
db::Sql const kDropMoves{"DELETE FROM improvement_move WHERE case_id = $1"};
db::Sql const kDropCase{"DELETE FROM improvement_case WHERE id = $1"};

std::string search_key(CaseForm const& form)
{
    std::string all = form.title + "\n" + form.summary;
    for (auto const* text : {&form.problem, &form.cause, &form.direction, &form.done, &form.support, &form.citizen_benefit,
                             &form.staff_benefit, &form.hours_used_for})
        all += "\n" + markdown::plain(*text);
    for (auto const& tool : form.tool_costs) all += "\n" + tool.name;
    return text::fold(all);
}

std::int64_t hours_saved(CaseForm const& form) { return tenths_of_hours(form.steps_before) - tenths_of_hours(form.steps_after); }

std::int64_t tool_yen(CaseForm const& form)
{
    std::int64_t yen = 0;
    for (auto const& tool : form.tool_costs) yen += tool.yen;
    return yen;
}

void keep_steps(db::Tx& tx, CaseId id, std::string_view side, std::vector<FlowStep> const& steps)
{
    std::int64_t place = 0;
    for (auto const& step : steps)
        tx.run(kAddStep, id, side, ++place, step.name, std::llround(step.minutes * 10), step.people, step.times);
}

/// The lists of a case, put in anew.
void keep_lists(db::Tx& tx, CaseId id, CaseForm const& form)
{
    for (auto const* sql : {&kDropMembers, &kDropSteps, &kDropTools}) tx.run(*sql, id);
    for (auto const& member : form.team) keep_member(tx, id, member.staff, member.part);
    keep_steps(tx, id, "before", form.steps_before);
    keep_steps(tx, id, "after", form.steps_after);
    std::int64_t place = 0;
    for (auto const& tool : form.tool_costs) tx.run(kAddTool, id, ++place, tool.name, tool.yen);
}

}  // namespace

CaseId keep_new(db::Tx& tx, NewCase const& form, std::string_view origin_title, std::optional<AccountId> by, Date on, Instant now)
{
    auto const kind = form.origin ? std::optional{form.origin->kind} : std::nullopt;
    auto const its_id = form.origin ? std::optional{form.origin->id} : std::nullopt;
    CaseId const id{tx.insert(kAdd, form.unit, form.fiscal_year, form.theme, form.title, form.summary, form.problem, form.cause,
                              form.direction, form.done, form.support, form.citizen_benefit, form.staff_benefit,
                              form.hours_used_for, axes_text(form.axes), hours_saved(form), tool_yen(form), kind, its_id,
                              origin_title, form.adopted_from, search_key(form), now, by, form.key)};
    keep_lists(tx, id, form);
    tx.insert(kMove, id, Stage::issue, on, "", now, by);
    return id;
}

void keep_changes(db::Tx& tx, CaseId id, CaseForm const& form, Instant now)
{
    tx.run(kChange, id, form.unit, form.fiscal_year, form.theme, form.title, form.summary, form.problem, form.cause,
           form.direction, form.done, form.support, form.citizen_benefit, form.staff_benefit, form.hours_used_for,
           axes_text(form.axes), hours_saved(form), tool_yen(form), search_key(form), now);
    keep_lists(tx, id, form);
    let_find(tx, id);
}

void keep_member(db::Tx& tx, CaseId id, StaffId staff, std::string_view part) { tx.run(kAddMember, id, staff, part); }

void keep_move(db::Tx& tx, CaseId id, Stage stage, Date on, std::string_view note, std::optional<AccountId> by, Instant now)
{
    tx.run(kStage, id, stage, now);
    tx.insert(kMove, id, stage, on, note, now, by);
}

void keep_submitted(db::Tx& tx, CaseId id, Instant now)
{
    tx.run(kSubmit, id, now);
    let_find(tx, id);
}

Effect freeze(db::Tx& tx, CaseId id, std::optional<AccountId> by, std::string_view word, Instant now)
{
    auto frozen = effect_now(tx, id);
    frozen.frozen_at = now;
    tx.run(kConfirm, id, json::write(frozen), frozen.yen, now, by, word);
    let_find(tx, id);
    return frozen;
}

void keep_returned(db::Tx& tx, CaseId id, std::optional<AccountId> by, std::string_view word, Instant now)
{
    tx.run(kReturn, id, now, by, word);
    let_find(tx, id);
}

void forget(db::Tx& tx, CaseId id)
{
    for (auto const* sql : {&kDropMembers, &kDropSteps, &kDropTools, &kDropMoves, &kDropCase}) tx.run(*sql, id);
}

}  // namespace improvement
