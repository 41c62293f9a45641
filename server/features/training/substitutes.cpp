#include "features/training/substitutes.hpp"

#include "features/access/sight.hpp"
#include "features/audit/audit.hpp"
#include "features/people/teams.hpp"
#include "features/training/asking.hpp"
#include "features/training/conflicts.hpp"
#include "platform/core/refused.hpp"

namespace training {
namespace {

db::Sql const kName{"SELECT name FROM staff WHERE id = $1"};
db::Sql const kKeepSession{
    "UPDATE enrolment SET session_id = (SELECT o.session_id FROM enrolment o WHERE o.id = $2) WHERE id = $1"};
db::Sql const kChoose{"UPDATE enrolment SET session_id = $2 WHERE id = $1"};
db::Sql const kStarts{"SELECT starts_at FROM run_session WHERE id = $1 AND run_id = $2"};

// The section and the teams within it; who has a seat, a result or was declined does not stand in for anybody.
db::Sql const kOthers{SQL_SIGHT R"(
    , below (id) AS (SELECT u.id FROM org_unit u WHERE u.id = $5
                     UNION SELECT c.id FROM org_unit c JOIN below b ON c.parent_id = b.id
                      WHERE c.kind IN )" SQL_TEAM_KINDS R"()
    SELECT s.id AS staff, s.staff_no, s.name, p.rank
      FROM staff s JOIN posting p ON p.staff_id = s.id AND p.kind = 'primary' AND p.effective_on <= $3
                                 AND (p.ended_on IS NULL OR p.ended_on > $3)
      JOIN below b ON b.id = p.unit_id
     WHERE s.id <> $6 AND s.merged_into IS NULL AND (s.left_on IS NULL OR s.left_on > $3)
       AND NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.run_id = $7 AND e.staff_id = s.id
                          AND e.status NOT IN ('applied', 'waiting', 'withdrawn'))
       AND NOT EXISTS (SELECT 1 FROM leave_period l WHERE l.staff_id = s.id AND l.valid_from <= $3
                          AND (l.valid_until IS NULL OR l.valid_until > $3))
       AND)" SQL_WITHIN("s.id") "ORDER BY s.kana, s.staff_no"};

std::string name_of(db::Tx& tx, StaffId staff) { return tx.one<std::string>(kName, staff); }

std::string with_reason(std::string what, std::string const& reason) { return reason.empty() ? what : what + ": " + reason; }

RunRow before_the_start(db::Tx& tx, EnrolmentRow const& seat, Clock const& clock)
{
    auto run = run_row(tx, seat.run_id);
    if (seat.status != EnrolmentStatus::accepted) throw Refused{Code::wrong_status};
    if (has_begun(run, clock)) throw Refused{Code::run_closed};
    return run;
}

void must_be_of_the_section(db::Tx& tx, EnrolmentRow const& seat, StaffId other, Date today)
{
    auto const section = seat.unit_id ? seat.unit_id : section_of(tx, seat.staff_id, today);
    if (other != seat.staff_id && section_of(tx, other, today) == section) return;
    throw Refused{Code::invalid_input,
                  {},
                  {{"/staff", "同じ所属のほかの職員を選んでください。", "Choose somebody else of the same section."}}};
}

/// Who has asked already comes from where they stand; anybody else is asked now.
EnrolmentRow asked(db::Tx& tx, Actor const& actor, RunRow const& run, StaffId staff, Way const& way, Clock const& clock)
{
    auto const before = enrolment_of(tx, run.id, staff);
    if (before && (before->status == EnrolmentStatus::applied || before->status == EnrolmentStatus::waiting)) return *before;
    auto const now = ask(tx, actor, run, staff, way, clock);
    if (!now) throw Refused{Code::already_enrolled};
    return *now;
}

}  // namespace

json::object SubstituteInput::limits(std::string_view member)
{
    if (member == "reason") return {{"maxLength", 300}};
    return {};
}

Enrolled substitute(http::Call const& call, EnrolmentId id, SubstituteInput const& input)
{
    auto& tx = call.tx;
    auto const& actor = call.actor;
    auto const& clock = call.clock;
    auto const today = clock.today();
    auto const seat = enrolment_row(tx, id);
    accounts::must_reach(tx, actor, Permission::training_release, seat.staff_id, today);
    accounts::must_reach(tx, actor, Permission::training_release, input.staff, today);
    if (actor.staff == input.staff) throw Refused{Code::not_allowed};  // nobody releases themselves
    auto const run = before_the_start(tx, seat, clock);
    must_be_of_the_section(tx, seat, input.staff, today);
    auto const typed_for_head = !heads(tx, actor, input.staff, today);
    auto const instead = with_reason(name_of(tx, seat.staff_id) + "に代わって受講", input.reason);
    Way const way{EnrolmentRoute::recommended, instead, typed_for_head ? std::optional{actor.account} : std::nullopt, {}};
    auto const next = asked(tx, actor, run, input.staff, way, clock);

    become(tx, actor, seat, EnrolmentStatus::withdrawn, with_reason(name_of(tx, input.staff) + "に交代", input.reason), clock);
    if (next.status == EnrolmentStatus::applied) let_go(tx, actor, next, clock);
    become(tx, actor, next, EnrolmentStatus::accepted, instead, clock);
    tx.run(kKeepSession, next.id, id);
    audit::record(tx, actor, clock.now(), "training.substituted", "enrolment", id, input);
    return {enrolment(tx, next.id), conflicts(call, run.id, input.staff)};
}

Substitutes substitutes(db::Tx& tx, Actor const& actor, EnrolmentId id, Clock const& clock)
{
    auto const today = clock.today();
    auto const seat = enrolment_row(tx, id);
    accounts::must_reach(tx, actor, Permission::training_release, seat.staff_id, today);
    auto const section = seat.unit_id ? seat.unit_id : section_of(tx, seat.staff_id, today);
    auto const sight = accounts::sight(actor, Permission::training_release, today, today);
    return {tx.all<SubstituteChoice>(kOthers, sight.account, sight.roles, sight.today, sight.on, section, seat.staff_id,
                                     seat.run_id)};
}

Enrolment choose_session(db::Tx& tx, Actor const& actor, EnrolmentId id, SessionChoice const& choice, Clock const& clock)
{
    auto const row = enrolment_row(tx, id);
    if (actor.staff != row.staff_id) accounts::must_reach(tx, actor, Permission::training_release, row.staff_id, clock.today());
    auto const underway = row.status == EnrolmentStatus::applied || row.status == EnrolmentStatus::accepted ||
                          row.status == EnrolmentStatus::waiting;
    if (run_row(tx, row.run_id).attend != Attend::one || !underway) throw Refused{Code::wrong_status};
    if (choice.session) {
        auto const starts_at = tx.maybe_one<std::string>(kStarts, *choice.session, row.run_id);
        if (!starts_at) throw Refused{Code::not_found};
        if (*starts_at <= local_minute(clock)) throw Refused{Code::run_closed};
    }
    tx.run(kChoose, id, choice.session);
    audit::record(tx, actor, clock.now(), "training.session_chosen", "enrolment", id, choice);
    return enrolment(tx, id);
}

}  // namespace training
