// What every write to a run goes through: the run as it stands, one move of one application, and the waiting list settled.
#pragma once
#include "features/training/runs.hpp"
#include "features/training/seats.hpp"

namespace training {

struct RunRow {
    CourseRunId id;
    std::string course_code;
    int fiscal_year = 0;
    std::optional<int> capacity;
    std::optional<OrgUnitId> unit_id;
    int per_unit = 0, per_day = 0;
    Date apply_from, apply_until;
    std::optional<Date> waiting_until;
    Attend attend = Attend::all;
    bool needs_release = false;
    RunStatus status = RunStatus::draft;
    std::int64_t revision = 1;
    std::optional<std::string> first_starts, last_ends;  ///< of the sessions
    SeatRules seats() const { return {capacity, per_unit, per_day}; }
    bool limited() const { return capacity || per_unit > 0 || per_day > 0; }
};
BOOST_DESCRIBE_STRUCT(RunRow, (),
                      (id, course_code, fiscal_year, capacity, unit_id, per_unit, per_day, apply_from, apply_until, waiting_until,
                       attend, needs_release, status, revision, first_starts, last_ends))

enum class EnrolmentRoute { applied, recommended, ordered };
BOOST_DESCRIBE_ENUM(EnrolmentRoute, applied, recommended, ordered)

struct EnrolmentRow {
    EnrolmentId id;
    CourseRunId run_id;
    StaffId staff_id;
    std::optional<OrgUnitId> unit_id;
    EnrolmentStatus status = EnrolmentStatus::applied;
    std::optional<Instant> released_at;
};
BOOST_DESCRIBE_STRUCT(EnrolmentRow, (), (id, run_id, staff_id, unit_id, status, released_at))

/// Whatever its status; asks nobody who acts. Refuses with not_found.
RunRow run_row(db::Tx&, CourseRunId);
EnrolmentRow enrolment_row(db::Tx&, EnrolmentId);

/// "2026-06-01T10:00" in Japan, as sessions are written.
std::string local_minute(Clock const&);
bool has_begun(RunRow const&, Clock const&);
/// A freed seat is still given on.
bool promotes(RunRow const&, Clock const&);
Taken taken(db::Tx&, CourseRunId);
/// With the people of each section who are at other runs on its fullest day.
Taken taken_on_its_days(db::Tx&, CourseRunId);
/// As the run's rules ask.
Taken taken(db::Tx&, RunRow const&);

/// Refuses with wrong_status a move that the table does not have. Keeps the step.
void become(db::Tx&, Actor const&, EnrolmentRow const&, EnrolmentStatus to, std::string const& reason, Clock const&);
/// What happened to the application without moving it.
void keep_step(db::Tx&, Actor const&, EnrolmentId, EnrolmentStatus, std::string const& reason, Clock const&);

/// Free seats go to those who wait, in order; once the cut-off is past, whoever still waits lapses.
void settle(db::Tx&, Actor const&, RunRow const&, Clock const&);

}  // namespace training
