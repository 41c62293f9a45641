// 席の割振り案: who is to sit where, as it was proposed and changed by hand, until the office orders it.
#pragma once
#include "features/seating/question.hpp"
#include "features/training/enrolments.hpp"
#include "platform/jobs/runner.hpp"

namespace seating {

using SeatPlanId = Id<struct SeatPlanTag>;

enum class PlanState { computing, proposed, confirmed };
BOOST_DESCRIBE_ENUM(PlanState, computing, proposed, confirmed)

struct SeatPlanLine {
    SeatPlanId id;
    int fiscal_year = 0;
    PlanState state = PlanState::computing;
    int per_day = 0;
    std::int64_t wanted = 0, seated = 0;
    Instant created_at{};
    std::string created_by;
    std::optional<Instant> confirmed_at;
    std::string basis_no;
};
BOOST_DESCRIBE_STRUCT(SeatPlanLine, (),
                      (id, fiscal_year, state, per_day, wanted, seated, created_at, created_by, confirmed_at, basis_no))

struct SeatPlanList {
    std::vector<SeatPlanLine> plans;  ///< the newest first
};
BOOST_DESCRIBE_STRUCT(SeatPlanList, (), (plans))

struct PlannedRun {
    CourseRunId run;
    std::string course, course_name, course_name_en, name;
    std::optional<std::string> starts_at;
    std::optional<int> capacity;
    int per_unit = 0;
    std::int64_t taken = 0, planned = 0;  ///< seats given before, seats of this plan
};
BOOST_DESCRIBE_STRUCT(PlannedRun, (),
                      (run, course, course_name, course_name_en, name, starts_at, capacity, per_unit, taken, planned))

struct ObstacleCount {
    Obstacle obstacle = Obstacle::none;
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(ObstacleCount, (), (obstacle, people))

struct PlannedCourse {
    std::string course, course_name, course_name_en;
    std::int64_t wanted = 0, seated = 0;
    int further_runs = 0;  ///< that would give everybody a seat whom another run helps
    std::optional<int> run_seats;
    int month = 0;  ///< 0 = any
    std::vector<ObstacleCount> obstacles;
};
BOOST_DESCRIBE_STRUCT(PlannedCourse, (),
                      (course, course_name, course_name_en, wanted, seated, further_runs, run_seats, month, obstacles))

struct SeatPlan : SeatPlanLine {
    std::int64_t revision = 0, required_wanted = 0, required_seated = 0;
    std::int64_t most_seats = 0, most_required = 0;  ///< no way of seating people has more
    std::vector<PlannedRun> runs;                    ///< by their first session
    std::vector<PlannedCourse> courses;
    std::optional<jobs::Job> job;  ///< the one that proposes or confirms
};
BOOST_DESCRIBE_STRUCT(SeatPlan, (SeatPlanLine),
                      (revision, required_wanted, required_seated, most_seats, most_required, runs, courses, job))

struct PlannedSeat {
    StaffId staff;
    std::string staff_no, name, unit_name, course, course_name, course_name_en;
    bool required = false, asked = false, pinned = false;
    std::optional<CourseRunId> run;
    Obstacle obstacle = Obstacle::none;
};
BOOST_DESCRIBE_STRUCT(PlannedSeat, (),
                      (staff, staff_no, name, unit_name, course, course_name, course_name_en, required, asked, pinned, run,
                       obstacle))

struct SeatsQuery {
    std::optional<CourseRunId> run;
    std::string course;
    bool unseated = false;
    int from = 0, size = 100;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(SeatsQuery, (), (run, course, unseated, from, size))
struct SeatPage {
    std::vector<PlannedSeat> seats;  ///< section by section
    std::int64_t total = 0;
};
BOOST_DESCRIBE_STRUCT(SeatPage, (), (seats, total))

struct SeatPlansQuery {
    std::optional<int> fiscal_year;  ///< none: the present one
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(SeatPlansQuery, (), (fiscal_year))

/// Seats are the city's: everything here refuses with not_allowed an office that does not reach everybody.
void must_plan(Actor const&, Date today);

SeatPlanList seat_plans(db::Tx&, SeatPlansQuery const&, Clock const&);
/// Refuses with not_found.
SeatPlan seat_plan(db::Tx&, jobs::Runner const&, people::PlanWords&, SeatPlanId, Clock const&);
SeatPage seats(db::Tx&, people::PlanWords&, SeatPlanId, SeatsQuery const&, Clock const&);

struct PlanRow {
    SeatPlanId id;
    int fiscal_year = 0, per_day = 0;
    PlanState state = PlanState::computing;
    std::int64_t revision = 0;
    std::optional<JobId> job_id;
    std::int64_t most_seats = 0, most_required = 0;
};
BOOST_DESCRIBE_STRUCT(PlanRow, (), (id, fiscal_year, per_day, state, revision, job_id, most_seats, most_required))
/// Refuses with not_found.
PlanRow plan_row(db::Tx&, SeatPlanId);

}  // namespace seating
