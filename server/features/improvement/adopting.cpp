#include "features/improvement/adopting.hpp"

#include "features/audit/audit.hpp"
#include "features/improvement/cost.hpp"
#include "features/improvement/keeping.hpp"
#include "features/people/teams.hpp"

#include <algorithm>

namespace improvement {
namespace {

db::Sql const kSection{R"(
    WITH RECURSIVE up (id, parent_id, kind, step) AS (
        SELECT u.id, u.parent_id, u.kind, 0 FROM posting p JOIN org_unit u ON u.id = p.unit_id
         WHERE p.staff_id = $1 AND p.kind = 'primary' AND p.effective_on <= $2 AND (p.ended_on IS NULL OR p.ended_on > $2)
        UNION ALL SELECT a.id, a.parent_id, a.kind, up.step + 1 FROM org_unit a JOIN up ON a.id = up.parent_id
         WHERE up.kind IN )" SQL_TEAM_KINDS R"()
    SELECT id FROM up ORDER BY step DESC LIMIT 1)"};
db::Sql const kAdoption{"SELECT id FROM improvement_case WHERE adopted_from = $1 AND unit_id = $2 LIMIT 1"};
db::Sql const kAdoptions{SQL_SIGHT SQL_CASE "AND c.adopted_from = $6 ORDER BY c.id"};
db::Sql const kStage{"SELECT stage FROM improvement_case WHERE id = $1"};

RelatedCase related(CaseRow const& row, HourlyCost const& hourly)
{
    return {row.id,
            row.title,
            row.unit_id,
            row.unit_name,
            row.stage,
            row.status,
            static_cast<double>(row.hours) / 10,
            yen_of(row, hourly),
            url_of(row.id)};
}

/// A confirmed case adds its hours and yen, one that is handed in its section.
void add(Spread& spread, RelatedCase const& adoption)
{
    if (adoption.status != Status::submitted && adoption.status != Status::confirmed) return;
    ++spread.sections;
    if (adoption.status != Status::confirmed) return;
    spread.hours += adoption.hours;
    if (adoption.yen) spread.yen = spread.yen.value_or(0) + *adoption.yen;
}

}  // namespace

std::optional<OrgUnitId> own_section(http::Call const& call)
{
    if (!call.actor.staff) return std::nullopt;
    return call.tx.maybe_one<OrgUnitId>(kSection, *call.actor.staff, call.clock.today());
}

bool may_adopt(http::Call const& call, CaseRow const& row)
{
    if (row.status != Status::confirmed || !may(call.actor, Permission::take_part)) return false;
    auto const own = own_section(call);
    return own && *own != row.unit_id && !call.tx.maybe_one<CaseId>(kAdoption, row.id, *own);
}

void must_be_adoptable(http::Call const& call, CaseId source, OrgUnitId by)
{
    auto const row = row_of(call, source);
    if (row.status != Status::confirmed) throw Refused{Code::wrong_status};
    if (row.unit_id == by) {
        throw Refused{Code::invalid_input,
                      {},
                      {{"/unit", "自分の所属の事例は取り入れられません。", "A section does not adopt its own case."}}};
    }
    if (call.tx.maybe_one<CaseId>(kAdoption, source, by)) throw Refused{Code::already_exists};
}

void relate(http::Call const& call, CaseRow const& row, Case& whole)
{
    auto const hourly = hourly_cost(call.tx);
    auto const [sight, staff] = Reader::of(call);
    if (row.adopted_from) {
        if (auto const source = find_row(call, *row.adopted_from)) whole.source = related(*source, hourly);
    }
    whole.spread = {1, row.status == Status::confirmed ? static_cast<double>(row.hours) / 10 : 0,
                    row.status == Status::confirmed ? row.yen : std::nullopt};
    for (auto const& adoption :
         call.tx.all<CaseRow>(kAdoptions, sight.account, sight.roles, sight.today, sight.on, staff, row.id)) {
        whole.adopted_by.push_back(related(adoption, hourly));
        add(whole.spread, whole.adopted_by.back());
    }
}

void note_spread(http::Call const& call, CaseRow const& adoption)
{
    if (!adoption.adopted_from) return;
    if (call.tx.one<Stage>(kStage, *adoption.adopted_from) == Stage::spread) return;
    auto const now = call.clock.now();
    keep_move(call.tx, *adoption.adopted_from, Stage::spread, call.clock.today(), adoption.unit_name + "が取り入れました。",
              call.actor.account, now);
    audit::record(call.tx, call.actor, now, "improvement.case_spread", "improvement_case", *adoption.adopted_from);
}

}  // namespace improvement
