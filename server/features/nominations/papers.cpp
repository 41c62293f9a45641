#include "features/nominations/papers.hpp"

namespace nominations {
namespace {

bool is_told(NomineeRow const& nominee)
{
    using enum NomineeStatus;
    return nominee.status == appointed || nominee.status == reserve || nominee.status == not_selected;
}

bool may_read(http::Call const& call, Ground const& ground, Reach const& reach, NomineeRow const& nominee)
{
    // Who was named without knowing it is told of an appointment only.
    if (nominee.staff_id == call.actor.staff) return nominee.applied || nominee.status == NomineeStatus::appointed;
    auto const place = ground.place_today(nominee.unit_id);
    return place && reach.section(*place);
}

}  // namespace

Notices notices(http::Call const& call, NominationRoundId id, NoticesQuery const& query)
{
    auto const round = round_row(call.tx, id);
    if (round.status != RoundStatus::decided) throw Refused{Code::not_found};
    auto const today = call.clock.today();
    auto found = call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        Ground const ground{call, index};
        Reach const reach{call, index.roster()};
        Notices notices{round_of(index.plan(), round, today), title_of(index.plan(), round), {}};
        for (auto& row : nominees_of(call.tx, id)) {
            auto const asked = (!query.staff || row.staff_id == *query.staff) && (!query.unit || row.unit_id == *query.unit);
            if (!asked || !is_told(row) || !may_read(call, ground, reach, row)) continue;
            auto const own = row.status == NomineeStatus::appointed;
            notices.notices.push_back({row.staff_id, row.staff_no, row.name, row.unit_id, row.unit_name, row.status, row.applied,
                                       row.decision_reason, own ? row.basis_no : round.basis_no,
                                       (own ? row.basis_on : round.basis_on).value_or(today)});
        }
        return notices;
    });
    if (found.notices.empty()) throw Refused{Code::not_found};
    return found;
}

}  // namespace nominations
