#include "features/desk/board.hpp"

#include "platform/core/working_days.hpp"

#include <algorithm>

namespace desk {
namespace {

constexpr int kMostOnABoard = 500, kMostOnAPage = 50, kDaysAfterTheEnd = 30;

db::Sql const kToAnswer{R"(
    SELECT count(*) FROM consultation WHERE owner_id = $1 AND status = 'open' AND answered_at IS NULL)"};
db::Sql const kToGoOn{R"(
    SELECT count(*) FROM consultation WHERE owner_id = $1 AND status = 'open' AND answered_at IS NOT NULL AND due_on <= $2)"};
db::Sql const kAskedBack{"SELECT count(*) FROM consultation WHERE staff_id = $1 AND status = 'waiting_for_asker'"};
db::Sql const kReportsDue{R"(
    SELECT count(*) FROM adviser_engagement e JOIN adviser_scheme s ON s.id = e.scheme_id
     WHERE e.ended = 1 AND e.cancelled = 0 AND e.reported_on IS NULL AND s.report_days > 0)"};
struct Owner {
    std::optional<StaffId> owner_id;
    std::optional<OrgUnitId> owner_unit_id;
};
BOOST_DESCRIBE_STRUCT(Owner, (), (owner_id, owner_unit_id))
db::Sql const kOwners{"SELECT owner_id, owner_unit_id FROM consultation WHERE status IN ('open', 'waiting_for_asker')"};

bool is_missing(Advisers const& advisers, Owner const& owner)
{
    return !owner.owner_id || advisers.presence(*owner.owner_id, owner.owner_unit_id) != AdviserPresence::here;
}

/// The advisers' own count is dear: asked only for those whom it concerns.
DeskWaiting waiting(http::Call const& call, Viewer const& who, Advisers const* advisers)
{
    DeskWaiting waits;
    if (who.staff != StaffId{}) {
        waits.to_answer = call.tx.one<std::int64_t>(kToAnswer, who.staff);
        waits.to_go_on = call.tx.one<std::int64_t>(kToGoOn, who.staff, who.today);
        waits.asked_back = call.tx.one<std::int64_t>(kAskedBack, who.staff);
    }
    if (!who.desk) return waits;
    waits.reports_due = call.tx.one<std::int64_t>(kReportsDue);
    std::optional<Advisers> own;
    if (!advisers) advisers = &own.emplace(call.tx, who.today);
    for (auto const& owner : call.tx.all<Owner>(kOwners)) waits.without_owner += is_missing(*advisers, owner);
    return waits;
}

}  // namespace

DeskWaiting waiting_for(http::Call const& call) { return waiting(call, viewer(call), nullptr); }

DeskPage desk_page(http::Call const& call)
{
    auto const who = viewer(call);
    Advisers const advisers{call.tx, who.today};
    DeskPage page;
    page.may_ask = who.staff != StaffId{} && who.section != OrgUnitId{};
    page.is_desk = answers(call.tx, who);
    page.may_manage = may_manage(call);
    page.waiting = waiting(call, who, &advisers);
    page.subjects = subjects(call.tx, advisers, false);
    ConsultationQuery query;
    query.scope = ConsultationScope::mine;
    for (auto const& row : rows(call.tx, who, query, kMostOnAPage)) {
        auto const recent = !row.finished_at || days_between(day_in_japan(*row.finished_at), who.today) <= kDaysAfterTheEnd;
        if (recent) page.mine.push_back(line_of(who, advisers, row));
    }
    query.scope = ConsultationScope::section;
    query.going_on = true;
    for (auto& line : lines(call.tx, who, advisers, query, kMostOnAPage))
        if (!line.is_mine) page.section.push_back(std::move(line));
    page.slots = slots(call, {}).slots;
    return page;
}

DeskBoard desk_board(http::Call const& call)
{
    auto const who = viewer(call);
    must_answer(call, who);
    Advisers const advisers{call.tx, who.today};
    ConsultationQuery query;
    query.scope = ConsultationScope::desk;
    query.going_on = true;
    DeskBoard board;
    board.lines = lines(call.tx, who, advisers, query, kMostOnABoard);
    board.advisers = advisers.all();
    for (auto const& line : board.lines) {
        ++(line.status == ConsultationStatus::open ? board.open : board.waiting_for_asker);
        board.unanswered += !line.answered;
        board.overdue += line.overdue;
        board.without_owner += !line.owner || line.owner_presence != AdviserPresence::here;
    }
    return board;
}

}  // namespace desk
