// What the rooms above ask of cases.
#include "features/improvement/cost.hpp"
#include "features/improvement/lists.hpp"
#include "features/people/teams.hpp"

namespace improvement {
namespace {

db::Sql const kConfirmed{SQL_SIGHT SQL_CASE R"(
    AND c.status = 'confirmed' AND c.confirmed_at >= $6 AND c.confirmed_at < $7 ORDER BY c.confirmed_at DESC, c.id DESC)"};
// $6 the actor's section. A case of one of its teams is its own.
db::Sql const kNear{SQL_SIGHT SQL_CASE R"(
    AND c.status = 'confirmed' AND c.confirmed_at >= $7 AND u.id <> $6 AND (u.parent_id IS NULL OR u.parent_id <> $6)
    AND (u.succeeded_by IS NULL OR u.succeeded_by <> $6) AND NOT)" SQL_OF_TEAM R"(
    AND (u.parent_id = (SELECT own.parent_id FROM org_unit own WHERE own.id = $6)
         OR EXISTS (SELECT 1 FROM improvement_tool x JOIN improvement_tool y ON y.name = x.name
                      JOIN improvement_case o ON o.id = y.case_id
                     WHERE x.case_id = c.id AND o.unit_id = $6 AND o.status IN ('submitted', 'confirmed')))
  ORDER BY c.confirmed_at DESC, c.id DESC LIMIT $8)"};

db::Sql const kReturned{R"(
    SELECT count(*) FROM improvement_case c
     WHERE c.id IN (SELECT case_id FROM improvement_member WHERE staff_id = $1) AND c.status = 'returned')"};

}  // namespace

CaseCard case_card(http::Call const& call, CaseId id) { return shown(call.tx, row_of(call, id), hourly_cost(call.tx)); }

std::vector<CaseCard> confirmed(db::Tx& tx, Instant from, Instant until)
{
    auto const [sight, staff] = Reader::nobody();
    std::vector<CaseCard> cards;
    for (auto& row : tx.all<CaseRow>(kConfirmed, sight.account, sight.roles, sight.today, sight.on, staff, from, until))
        cards.push_back(shown(tx, std::move(row), {}));
    return cards;
}

std::vector<CaseCard> confirmed_near(http::Call const& call, Instant from, int most)
{
    std::vector<CaseCard> cards;
    if (!call.actor.staff) return cards;
    auto const own = people::section_of(call.tx, *call.actor.staff, call.clock.today());
    if (!own) return cards;
    auto const [sight, staff] = Reader::of(call);
    for (auto& row : call.tx.all<CaseRow>(kNear, sight.account, sight.roles, sight.today, sight.on, staff, *own, from, most))
        cards.push_back(shown(call.tx, std::move(row), {}));
    return cards;
}

Waiting waiting_for(http::Call const& call)
{
    auto const reader = Reader::of(call);
    Waiting waiting;
    if (may(call.actor, Permission::confirm_cases))
        waiting.to_confirm = static_cast<std::int64_t>(all_rows(call.tx, reader, {.to_confirm = true}).size());
    if (call.actor.staff) waiting.returned = call.tx.one<std::int64_t>(kReturned, *call.actor.staff);
    return waiting;
}

}  // namespace improvement
