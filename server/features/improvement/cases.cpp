#include "features/audit/audit.hpp"
#include "features/improvement/adopting.hpp"
#include "features/improvement/cost.hpp"
#include "features/improvement/files.hpp"
#include "features/improvement/origins.hpp"

namespace improvement {
namespace {

struct MoveRow {
    Stage stage = Stage::issue;
    Date moved_on{};
    std::string note, by;
    Instant moved_at{};
};
BOOST_DESCRIBE_STRUCT(MoveRow, (), (stage, moved_on, note, by, moved_at))

db::Sql const kRecord{R"(
    SELECT c.problem, c.cause, c.direction, c.done, c.support, c.citizen_benefit, c.staff_benefit, c.hours_used_for, c.effect,
           c.origin_kind, c.origin_id, c.origin_title, c.submitted_at, c.decided_at, COALESCE(a.display_name, '') AS decided_by,
           c.decided_why, c.revision
      FROM improvement_case c LEFT JOIN account a ON a.id = c.decided_by WHERE c.id = $1)"};
db::Sql const kMoves{R"(
    SELECT v.stage, v.moved_on, v.note, v.moved_at, COALESCE(a.display_name, '') AS "by"
      FROM improvement_move v LEFT JOIN account a ON a.id = v.moved_by WHERE v.case_id = $1 ORDER BY v.id)"};

Text text_of(std::string typed)
{
    auto pieces = markdown::pieces(typed);
    return {std::move(typed), std::move(pieces)};
}

std::vector<StageMove> moves_of(db::Tx& tx, CaseId id)
{
    std::vector<StageMove> moves;
    for (auto& row : tx.all<MoveRow>(kMoves, id))
        moves.push_back({row.stage, row.moved_on, std::move(row.note), std::move(row.by), row.moved_at});
    return moves;
}

void write_texts(Case& whole, Record record)
{
    whole.problem = text_of(std::move(record.problem));
    whole.cause = text_of(std::move(record.cause));
    whole.direction = text_of(std::move(record.direction));
    whole.done = text_of(std::move(record.done));
    whole.support = text_of(std::move(record.support));
    whole.citizen_benefit = text_of(std::move(record.citizen_benefit));
    whole.staff_benefit = text_of(std::move(record.staff_benefit));
    whole.hours_used_for = text_of(std::move(record.hours_used_for));
    whole.decided_by = std::move(record.decided_by);
    whole.decided_why = std::move(record.decided_why);
    whole.submitted_at = record.submitted_at;
    whole.decided_at = record.decided_at;
    whole.revision = record.revision;
}

/// Whose turn it is; `head`: the actor confirms cases of the section.
void write_rights(http::Call const& call, CaseRow const& row, Case& whole)
{
    auto const judges = !row.mine && heads(call, row.unit_id);
    auto const has_effect = row.stage >= Stage::effect;
    auto const open = row.status == Status::draft || row.status == Status::returned;
    whole.may_edit = row.mine && row.status != Status::confirmed;
    whole.may_move = row.mine && (row.status != Status::confirmed || has_effect);
    whole.may_submit = row.mine && open;
    whole.may_delete = row.mine && open && whole.adopted_by.empty();
    whole.may_confirm = judges && row.status == Status::submitted && has_effect;
    whole.may_return = judges && !open;
    whole.may_adopt = may_adopt(call, row);
    whole.may_claim = row.mine && row.status == Status::confirmed && practice::offers(call, practice::Kind::improvement_case);
}

}  // namespace

Record record_of(db::Tx& tx, CaseId id) { return tx.one<Record>(kRecord, id); }

void must_be(std::int64_t revision, db::Tx& tx, CaseId id)
{
    if (record_of(tx, id).revision != revision) throw Refused{Code::changed_meanwhile};
}

Effect effect_now(db::Tx& tx, CaseId id)
{
    return effect(steps_of(tx, id, "before"), steps_of(tx, id, "after"), tools_of(tx, id), hourly_cost(tx));
}

Case one_case(http::Call const& call, CaseId id)
{
    auto const row = row_of(call, id);
    auto record = record_of(call.tx, id);
    Case whole;
    static_cast<CaseCard&>(whole) = shown(call.tx, row, hourly_cost(call.tx));
    whole.team = team_of(call.tx, id, call.clock.today());
    whole.steps_before = steps_of(call.tx, id, "before");
    whole.steps_after = steps_of(call.tx, id, "after");
    whole.tool_costs = tools_of(call.tx, id);
    whole.effect = record.effect.empty() ? effect_now(call.tx, id) : json::read_stored<Effect>(record.effect);
    whole.moves = moves_of(call.tx, id);
    whole.files = files_of(call.tx, id);
    whole.origin = origin_of(call, record);
    relate(call, row, whole);
    whole.claims = practice::claims_of(call, practice::Kind::improvement_case, id.value).claims;
    for (auto const& claim : whole.claims) audit::looked(call, claim.staff);
    write_texts(whole, std::move(record));
    write_rights(call, row, whole);
    return whole;
}

}  // namespace improvement
