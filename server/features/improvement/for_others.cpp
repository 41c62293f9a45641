// What the rooms above ask of cases.
#include "features/improvement/cost.hpp"
#include "features/improvement/lists.hpp"

namespace improvement {
namespace {

db::Sql const kConfirmed{SQL_SIGHT SQL_CASE R"(
    AND c.status = 'confirmed' AND c.confirmed_at >= $6 AND c.confirmed_at < $7 ORDER BY c.confirmed_at DESC, c.id DESC)"};

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

Waiting waiting_for(http::Call const& call)
{
    auto const reader = Reader::of(call);
    Waiting waiting;
    if (may(call.actor, Permission::confirm_cases))
        waiting.to_confirm = static_cast<std::int64_t>(all_rows(call.tx, reader, {.to_confirm = true}).size());
    if (call.actor.staff) {
        waiting.returned =
            static_cast<std::int64_t>(all_rows(call.tx, reader, {.status = Status::returned, .mine = true}).size());
    }
    return waiting;
}

}  // namespace improvement
