#include "features/desk/steps.hpp"

#include <algorithm>

namespace desk {
namespace {

db::Sql const kAdd{R"(
    INSERT INTO consultation_step (consultation_id, seq, at, account_id, kind, stage, to_staff_id, day, routed_by, note)
    VALUES ($1, (SELECT 1 + COALESCE(max(s.seq), 0) FROM consultation_step s WHERE s.consultation_id = $1), $2, $3, $4, $5, $6,
            $7, $8, $9))"};
db::Sql const kOf{R"(
    SELECT s.seq, s.at, s.kind, COALESCE(a.display_name, '') AS by, s.stage, COALESCE(t.name, '') AS "to", s.day, s.routed_by, s.note
      FROM consultation_step s LEFT JOIN account a ON a.id = s.account_id LEFT JOIN staff t ON t.id = s.to_staff_id
     WHERE s.consultation_id = $1 ORDER BY s.seq)"};

/// Replays one move over the six.
void enter(std::vector<StageProgress>& stages, std::size_t from, std::size_t to, ConsultationStep const& step)
{
    auto const day = day_in_japan(step.at);
    stages[from].state = to > from ? StageState::done : StageState::ahead;
    if (to > from) stages[from].until_on = day;
    for (auto i = from + 1; i < to; ++i) stages[i] = {kStages[i], StageState::skipped, day, {}, step.by, step.note};
    for (auto i = to + 1; to < from && i < stages.size(); ++i) stages[i] = {kStages[i], StageState::ahead, {}, {}, {}, {}};
    stages[to] = {kStages[to], StageState::now, day, {}, step.by, step.note};
}

}  // namespace

void add_step(db::Tx& tx, Actor const& actor, ConsultationId id, NewStep const& step, Instant now)
{
    auto const by = actor.account == AccountId{} ? std::nullopt : std::optional{actor.account};
    tx.run(kAdd, id, now, by, step.kind, step.stage, step.to, step.day, std::optional<RoutedBy>{}, step.note);
}

void add_routed(db::Tx& tx, ConsultationId id, Routed const& routed, Instant now)
{
    tx.run(kAdd, id, now, std::optional<AccountId>{}, StepKind::routed, std::optional<ConsultationStage>{}, routed.to,
           std::optional<Date>{}, routed.by, "");
}

std::vector<ConsultationStep> steps_of(db::Tx& tx, ConsultationId id) { return tx.all<ConsultationStep>(kOf, id); }

std::vector<StageProgress> progress(std::vector<ConsultationStep> const& steps, ConsultationStatus status)
{
    std::vector<StageProgress> stages;
    for (auto const stage : kStages) stages.push_back({stage, StageState::ahead, {}, {}, {}, {}});
    std::size_t now = 0;
    for (auto const& step : steps) {
        if (step.kind == StepKind::asked) stages[0] = {kStages[0], StageState::now, day_in_japan(step.at), {}, step.by, {}};
        if (step.kind != StepKind::stage_moved || !step.stage) continue;
        auto const to = static_cast<std::size_t>(*step.stage);
        enter(stages, now, to, step);
        now = to;
    }
    if (status == ConsultationStatus::finished) {
        stages[now].state = StageState::done;
        for (auto step = steps.rbegin(); step != steps.rend() && !stages[now].until_on; ++step)
            if (step->kind == StepKind::finished) stages[now].until_on = day_in_japan(step->at);
    }
    return stages;
}

}  // namespace desk
