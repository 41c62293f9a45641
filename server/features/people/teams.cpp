#include "features/people/teams.hpp"

namespace people {
namespace {

db::Sql const kSection{R"(
    WITH RECURSIVE up (id, parent_id, kind, step) AS (
        SELECT u.id, u.parent_id, u.kind, 0 FROM posting p JOIN org_unit u ON u.id = p.unit_id
         WHERE p.staff_id = $1 AND p.kind = 'primary' AND p.effective_on <= $2 AND (p.ended_on IS NULL OR p.ended_on > $2)
        UNION ALL SELECT a.id, a.parent_id, a.kind, up.step + 1 FROM org_unit a JOIN up ON a.id = up.parent_id
         WHERE up.kind IN )" SQL_TEAM_KINDS R"()
    SELECT id FROM up ORDER BY step DESC LIMIT 1)"};

}  // namespace

std::optional<OrgUnitId> section_of(db::Tx& tx, StaffId staff, Date day) { return tx.maybe_one<OrgUnitId>(kSection, staff, day); }

}  // namespace people
