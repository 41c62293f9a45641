#include "features/training/moves.hpp"

#include "platform/core/refused.hpp"

namespace training {
namespace {

db::Sql const kRun{R"(
    SELECT r.id, r.course_code, r.fiscal_year, r.capacity, r.unit_id, r.per_unit, r.per_day, r.apply_from, r.apply_until, r.waiting_until,
           r.attend, r.needs_release, r.status, r.revision,
           (SELECT min(s.starts_at) FROM run_session s WHERE s.run_id = r.id) AS first_starts,
           (SELECT max(s.ends_at) FROM run_session s WHERE s.run_id = r.id) AS last_ends
      FROM course_run r WHERE r.id = $1)"};
db::Sql const kEnrolment{"SELECT id, run_id, staff_id, unit_id, status, released_at FROM enrolment WHERE id = $1"};
db::Sql const kMove{"UPDATE enrolment SET status = $2, decided_at = $3, decided_by = $4 WHERE id = $1"};
db::Sql const kStep{R"(
    INSERT INTO enrolment_step (enrolment_id, seq, at, account_id, status, reason)
    SELECT $1, COALESCE(max(seq), 0) + 1, $2, $3, $4, $5 FROM enrolment_step WHERE enrolment_id = $1)"};

struct UnitSeats {
    std::optional<OrgUnitId> unit_id;
    int seats = 0;
};
BOOST_DESCRIBE_STRUCT(UnitSeats, (), (unit_id, seats))

db::Sql const kTaken{R"(
    SELECT unit_id, count(*) AS seats FROM enrolment
     WHERE run_id = $1 AND status IN ('accepted', 'completed', 'not_completed') GROUP BY unit_id)"};
db::Sql const kElsewhere{R"(
    SELECT unit_id, max(people) AS seats FROM (
        SELECT e.unit_id, substr(s.starts_at, 1, 10) AS day, count(DISTINCT e.staff_id) AS people
          FROM run_session s JOIN course_run r ON r.id = s.run_id
          JOIN enrolment e ON e.run_id = s.run_id AND e.status IN ('accepted', 'completed', 'not_completed')
           AND (e.session_id = s.id OR (e.session_id IS NULL AND r.attend = 'all'))
         WHERE s.run_id <> $1
           AND substr(s.starts_at, 1, 10) IN (SELECT substr(o.starts_at, 1, 10) FROM run_session o WHERE o.run_id = $1)
         GROUP BY e.unit_id, substr(s.starts_at, 1, 10)) of_day
     GROUP BY unit_id)"};
db::Sql const kWaiting{R"(
    SELECT id, run_id, staff_id, unit_id, status, released_at FROM enrolment WHERE run_id = $1 AND status = 'waiting' ORDER BY queue)"};

db::Sql const kAnybody{"SELECT id FROM enrolment WHERE run_id = $1 AND status = 'waiting' LIMIT 1"};

constexpr char const* kPromoted = "空席が出たため繰上げ";
constexpr char const* kLapsed = "繰上げの期限を過ぎたため";

}  // namespace

RunRow run_row(db::Tx& tx, CourseRunId id)
{
    auto row = tx.maybe_one<RunRow>(kRun, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

EnrolmentRow enrolment_row(db::Tx& tx, EnrolmentId id)
{
    auto row = tx.maybe_one<EnrolmentRow>(kEnrolment, id);
    if (!row) throw Refused{Code::not_found};
    return *row;
}

std::string local_minute(Clock const& clock) { return to_iso(clock.now() + std::chrono::hours{9}).substr(0, 16); }

bool has_begun(RunRow const& run, Clock const& clock) { return run.first_starts && *run.first_starts <= local_minute(clock); }

bool promotes(RunRow const& run, Clock const& clock)
{
    return run.status == RunStatus::open && !has_begun(run, clock) && (!run.waiting_until || clock.today() <= *run.waiting_until);
}

Taken taken(db::Tx& tx, CourseRunId run)
{
    Taken seats;
    for (auto const& row : tx.all<UnitSeats>(kTaken, run)) seats.add(row.unit_id, row.seats);
    return seats;
}

Taken taken_on_its_days(db::Tx& tx, CourseRunId run)
{
    auto seats = taken(tx, run);
    for (auto const& row : tx.all<UnitSeats>(kElsewhere, run)) seats.add_elsewhere(row.unit_id, row.seats);
    return seats;
}

Taken taken(db::Tx& tx, RunRow const& run) { return run.per_day > 0 ? taken_on_its_days(tx, run.id) : taken(tx, run.id); }

void keep_step(db::Tx& tx, Actor const& actor, EnrolmentId id, EnrolmentStatus status, std::string const& reason,
               Clock const& clock)
{
    tx.run(kStep, id, clock.now(), actor.account, status, reason);
}

void become(db::Tx& tx, Actor const& actor, EnrolmentRow const& enrolment, EnrolmentStatus to, std::string const& reason,
            Clock const& clock)
{
    if (!may_become(enrolment.status, to)) throw Refused{Code::wrong_status};
    tx.run(kMove, enrolment.id, to, clock.now(), actor.account);
    keep_step(tx, actor, enrolment.id, to, reason, clock);
}

void settle(db::Tx& tx, Actor const& actor, RunRow const& run, Clock const& clock)
{
    if (!tx.maybe_one<EnrolmentId>(kAnybody, run.id)) return;
    auto const seats = taken(tx, run);
    if (promotes(run, clock) && seats.full(run.seats())) return;
    auto const waiting = tx.all<EnrolmentRow>(kWaiting, run.id);
    if (!promotes(run, clock)) {
        for (auto const& row : waiting) become(tx, actor, row, EnrolmentStatus::lapsed, kLapsed, clock);
        return;
    }
    std::vector<Waiting> in_order;
    for (auto const& row : waiting) in_order.push_back({row.id, row.unit_id});
    for (auto const id : promoted(run.seats(), seats, in_order))
        become(tx, actor, enrolment_row(tx, id), EnrolmentStatus::accepted, kPromoted, clock);
}

}  // namespace training
