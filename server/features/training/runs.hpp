// 開催: a course of the plan as it is held: sessions, seats, the application period. A run meant for another section is not
// found.
#pragma once
#include "features/actor/actor.hpp"
#include "features/people/people.hpp"
#include "features/plan/versions.hpp"
#include "features/training/status.hpp"

namespace training {

enum class RunStatus { draft, open, cancelled, closed };
BOOST_DESCRIBE_ENUM(RunStatus, draft, open, cancelled, closed)
/// Which of the sessions a participant attends.
enum class Attend { all, one };
BOOST_DESCRIBE_ENUM(Attend, all, one)

/// 日程. Local times, "2026-10-05T13:30".
struct RunSession {
    RunSessionId id;
    std::string starts_at, ends_at, place, online_address;
};
BOOST_DESCRIBE_STRUCT(RunSession, (), (id, starts_at, ends_at, place, online_address))

struct Run {
    CourseRunId id;
    std::string course, course_name, course_name_en;
    int fiscal_year = 0;
    std::string name;  ///< empty: the course's
    std::optional<int> capacity;
    std::optional<OrgUnitId> unit;  ///< for this unit and below
    std::string unit_name;
    int per_unit = 0;
    Date apply_from, apply_until;
    std::optional<Date> waiting_until;
    Attend attend = Attend::all;
    bool needs_release = false;
    RunStatus status = RunStatus::draft;
    std::string note, cancelled_why;
    int per_day = 0;      ///< people of one section in training on one day at most, here and elsewhere; 0 = no rule
    int report_days = 0;  ///< participants report within so many days of completing it; 0 = they need not
    std::int64_t revision = 1;
    std::vector<RunSession> sessions;
    std::int64_t applied = 0, seated = 0, waiting = 0, completed = 0;  ///< seated: with those who have completed or not
    bool takes_applications = false;                                   ///< today, from the actor's own hand
    std::optional<EnrolmentId> my_enrolment;
    std::optional<EnrolmentStatus> mine;
};
BOOST_DESCRIBE_STRUCT(Run, (),
                      (id, course, course_name, course_name_en, fiscal_year, name, capacity, unit, unit_name, per_unit,
                       apply_from, apply_until, waiting_until, attend, needs_release, status, note, cancelled_why, per_day,
                       report_days, revision, sessions, applied, seated, waiting, completed, takes_applications, my_enrolment,
                       mine))

struct RunsQuery {
    std::optional<int> fiscal_year;  ///< none: the present one
    std::string course;
    std::optional<RunStatus> status;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(RunsQuery, (), (fiscal_year, course, status))
struct RunList {
    std::vector<Run> runs;  ///< by their first session
};
BOOST_DESCRIBE_STRUCT(RunList, (), (runs))

RunList runs(db::Tx&, Actor const&, people::PlanWords&, RunsQuery const&, Clock const&);
/// Refuses with not_found what is not meant for the actor.
Run run(db::Tx&, Actor const&, people::PlanWords&, CourseRunId, Clock const&);

struct SessionForm {
    std::optional<RunSessionId> id;  ///< none: a new one
    std::string starts_at, ends_at, place, online_address;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(SessionForm, (), (id, starts_at, ends_at, place, online_address))

struct RunForm {
    std::string course;
    int fiscal_year = 0;
    std::string name;
    std::optional<int> capacity;
    std::optional<OrgUnitId> unit;
    int per_unit = 0;
    Date apply_from, apply_until;
    std::optional<Date> waiting_until;
    Attend attend = Attend::all;
    bool needs_release = false;
    std::string note;
    std::optional<int> per_day;      ///< none: no rule
    std::optional<int> report_days;  ///< none: no report is asked for
    std::vector<SessionForm> sessions;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(RunForm, (),
                      (course, fiscal_year, name, capacity, unit, per_unit, apply_from, apply_until, waiting_until, attend,
                       needs_release, note, per_day, report_days, sessions))

/// The whole form again, with the revision it was filled in on.
struct RunChange : RunForm {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(RunChange, (RunForm), (revision))

struct RunReason {
    std::string reason;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(RunReason, (), (reason))

/// A draft. Refuses with invalid_input for a course the plan does not have and for days that do not follow each other.
CourseRunId add_run(db::Tx&, Actor const&, people::PlanWords&, RunForm const&, Clock const&);
/// Seats that become free go to those who wait. Refuses with changed_meanwhile, with wrong_status once cancelled or closed, with
/// in_use for a session that has attendance, and with invalid_input for fewer seats than are taken.
void change_run(db::Tx&, Actor const&, people::PlanWords&, CourseRunId, RunChange const&, Clock const&);
/// A run without a session cannot be opened: invalid_input.
void open_run(db::Tx&, Actor const&, CourseRunId, Clock const&);
/// Whoever had asked is told: their application is withdrawn with the reason. Refused with conflict once there are results.
void cancel_run(db::Tx&, Actor const&, CourseRunId, RunReason const&, Clock const&);
/// No more applications and no more promotions; who waits lapses, what is undecided is declined.
void close_run(db::Tx&, Actor const&, CourseRunId, Clock const&);

}  // namespace training
