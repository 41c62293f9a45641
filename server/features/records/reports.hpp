// 復命: what a participant reports of a run or a dispatch, and what it changed at work. The head reads it; the office sees it.
#pragma once
#include "features/people/days.hpp"
#include "features/records/work_training.hpp"

namespace records {

using ReportId = Id<struct ReportTag>;

enum class ReportOn { run, ojt, dispatch };
BOOST_DESCRIBE_ENUM(ReportOn, run, ojt, dispatch)

struct Report {
    ReportId id;
    StaffId staff;
    std::string staff_no, name, unit_name;
    ReportOn on = ReportOn::run;
    std::optional<EnrolmentId> enrolment;
    std::optional<CourseRunId> run;
    std::optional<WorkTrainingId> work_training;
    std::string title, title_en, place;
    std::optional<Date> from_on, until_on;
    std::string text, change, link;
    Instant submitted_at;
    std::string proxy;  ///< who typed it for the person; empty = nobody
    std::optional<Instant> read_at;
    std::string read_by;
    bool may_change = false, may_read = false;  ///< the actor, now
};
BOOST_DESCRIBE_STRUCT(Report, (),
                      (id, staff, staff_no, name, unit_name, on, enrolment, run, work_training, title, title_en, place, from_on,
                       until_on, text, change, link, submitted_at, proxy, read_at, read_by, may_change, may_read))

struct ReportQuery {
    std::optional<StaffId> staff;
    bool unread = false;             ///< only what no head has read
    std::optional<int> fiscal_year;  ///< in which it was handed in
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ReportQuery, (), (staff, unread, fiscal_year))

/// Something that is over and still to be reported.
struct ReportDue {
    StaffId staff;
    std::string staff_no, name;
    ReportOn on = ReportOn::run;
    std::optional<EnrolmentId> enrolment;
    std::optional<WorkTrainingId> work_training;
    std::string title, title_en;
    Date ended_on, due;
    bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(ReportDue, (),
                      (staff, staff_no, name, on, enrolment, work_training, title, title_en, ended_on, due, overdue))

struct Reports {
    std::vector<ReportDue> due;   ///< by the day
    std::vector<Report> reports;  ///< newest first, at most 500
};
BOOST_DESCRIBE_STRUCT(Reports, (), (due, reports))

struct ReportInput {
    std::string text, change, link;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ReportInput, (), (text, change, link))

/// The actor's own and those of the people in sight.
Reports reports(db::Tx&, Actor const&, people::PlanWords&, ReportQuery const&, Clock const&);
/// Refuses with not_found.
Report report(db::Tx&, Actor const&, people::PlanWords&, ReportId, Clock const&);

/// One's own, or typed for the person as training_release reaches. May be handed in again until the head has read it. Refuses
/// with wrong_status before there is a result, and once it is read.
Report hand_in(db::Tx&, Actor const&, people::PlanWords&, EnrolmentId, ReportInput const&, Clock const&);
Report hand_in(db::Tx&, Actor const&, people::PlanWords&, WorkTrainingId, ReportInput const&, Clock const&);
/// By the head or the office, never one's own (not_allowed).
Report mark_read(db::Tx&, Actor const&, people::PlanWords&, ReportId, Clock const&);

/// What waits for the actor, for the first screen.
struct Waits {
    std::int64_t reports_due = 0;  ///< of the actor
    std::int64_t to_confirm = 0;   ///< OJT and dispatches of the actor's people
    std::int64_t to_read = 0;      ///< reports of the actor's people
};
Waits waits(db::Tx&, Actor const&, Clock const&);

}  // namespace records
