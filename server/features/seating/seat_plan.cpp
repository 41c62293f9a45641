#include "features/seating/seat_plan.hpp"

#include "features/access/sight.hpp"
#include "platform/core/refused.hpp"

#include <algorithm>

namespace seating {
namespace {

#define SQL_PLAN                                                                                                                \
    "SELECT p.id, p.fiscal_year, p.state, p.per_day,"                                                                           \
    " (SELECT count(*) FROM seat_plan_seat s WHERE s.plan_id = p.id) AS wanted,"                                                \
    " (SELECT count(*) FROM seat_plan_seat s WHERE s.plan_id = p.id AND s.run_id IS NOT NULL) AS seated, p.created_at,"         \
    " COALESCE((SELECT a.display_name FROM account a WHERE a.id = p.created_by), '') AS created_by, p.confirmed_at, p.basis_no" \
    " FROM seat_plan p WHERE "
db::Sql const kPlans{SQL_PLAN "p.fiscal_year = $1 ORDER BY p.id DESC LIMIT 50"};
db::Sql const kLine{SQL_PLAN "p.id = $1"};
db::Sql const kRow{
    "SELECT id, fiscal_year, per_day, state, revision, job_id, most_seats, most_required FROM seat_plan WHERE id = $1"};

struct Required {
    std::int64_t wanted = 0, seated = 0;
};
BOOST_DESCRIBE_STRUCT(Required, (), (wanted, seated))
db::Sql const kRequired{R"(
    SELECT count(*) AS wanted, count(run_id) AS seated FROM seat_plan_seat WHERE plan_id = $1 AND required = 1)"};

struct RunRow {
    CourseRunId run;
    std::string course, name;
    std::optional<std::string> starts_at;
    std::optional<int> capacity;
    int per_unit = 0;
    std::int64_t taken = 0, planned = 0;
};
BOOST_DESCRIBE_STRUCT(RunRow, (), (run, course, name, starts_at, capacity, per_unit, taken, planned))
// Seats that this plan has become are its own.
db::Sql const kRuns{R"(
    SELECT r.id AS run, r.course_code AS course, r.name, r.capacity, r.per_unit,
           (SELECT min(s.starts_at) FROM run_session s WHERE s.run_id = r.id) AS starts_at,
           (SELECT count(*) FROM enrolment e WHERE e.run_id = r.id AND e.status IN ('accepted', 'completed', 'not_completed')
               AND NOT EXISTS (SELECT 1 FROM seat_plan_seat m WHERE m.plan_id = $1 AND m.run_id = r.id AND m.staff_id = e.staff_id))
             AS taken,
           (SELECT count(*) FROM seat_plan_seat m WHERE m.plan_id = $1 AND m.run_id = r.id) AS planned
      FROM seat_plan p JOIN seat_plan_course c ON c.plan_id = p.id
      JOIN course_run r ON r.course_code = c.course_code AND r.fiscal_year = p.fiscal_year
     WHERE p.id = $1 AND ((r.status = 'open' AND (SELECT min(s.starts_at) FROM run_session s WHERE s.run_id = r.id) > $2)
        OR EXISTS (SELECT 1 FROM seat_plan_seat m WHERE m.plan_id = $1 AND m.run_id = r.id))
     ORDER BY 6, r.id)"};

struct CourseRow {
    std::string course_code;
    std::int64_t wanted = 0, seated = 0;
    int further_runs = 0;
    std::optional<int> run_seats;
    int month = 0;
};
BOOST_DESCRIBE_STRUCT(CourseRow, (), (course_code, wanted, seated, further_runs, run_seats, month))
db::Sql const kCourses{R"(
    SELECT c.course_code, (SELECT count(*) FROM seat_plan_seat s WHERE s.plan_id = $1 AND s.course_code = c.course_code) AS wanted,
           (SELECT count(s.run_id) FROM seat_plan_seat s WHERE s.plan_id = $1 AND s.course_code = c.course_code) AS seated,
           c.further_runs, c.run_seats, c.month
      FROM seat_plan_course c WHERE c.plan_id = $1 ORDER BY c.course_code)"};

struct ObstacleRow {
    std::string course_code;
    Obstacle obstacle = Obstacle::none;
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(ObstacleRow, (), (course_code, obstacle, people))
db::Sql const kObstacles{R"(
    SELECT course_code, obstacle, count(*) AS people FROM seat_plan_seat
     WHERE plan_id = $1 AND run_id IS NULL GROUP BY course_code, obstacle ORDER BY course_code, people DESC, obstacle)"};

struct SeatRow {
    StaffId staff_id;
    std::string staff_no, name, unit_name, course_code;
    bool required = false, asked = false, pinned = false;
    std::optional<CourseRunId> run_id;
    Obstacle obstacle = Obstacle::none;
};
BOOST_DESCRIBE_STRUCT(SeatRow, (), (staff_id, staff_no, name, unit_name, course_code, required, asked, pinned, run_id, obstacle))
#define SQL_SEATS                                                                                       \
    " FROM seat_plan_seat s JOIN staff p ON p.id = s.staff_id LEFT JOIN org_unit u ON u.id = s.unit_id" \
    " WHERE s.plan_id = $1 AND ($2 = 0 OR s.run_id = $2) AND ($3 = '' OR s.course_code = $3)"           \
    "   AND ($4 = 0 OR s.run_id IS NULL) "
db::Sql const kSeats{
    "SELECT s.staff_id, p.staff_no, p.name, COALESCE(u.name, '') AS unit_name, s.course_code, s.required, s.asked,"
    " s.pinned, s.run_id, s.obstacle" SQL_SEATS "ORDER BY s.unit_id, p.staff_no, s.course_code LIMIT $5 OFFSET $6"};
db::Sql const kSeatCount{"SELECT count(*) AS total" SQL_SEATS};

people::PlanName named(db::Tx& tx, people::PlanWords& words, std::string const& course, Date today)
{
    auto const name = words.name(tx, today, people::PlanTerm::course, course);
    return name ? *name : people::PlanName{course, course};
}

std::optional<jobs::Job> job_of(db::Tx& tx, jobs::Runner const& runner, PlanRow const& row)
{
    if (!row.job_id) return std::nullopt;
    return runner.find(tx, *row.job_id);
}

}  // namespace

json::object SeatsQuery::limits(std::string_view member)
{
    if (member == "course") return {{"maxLength", 40}};
    if (member == "from") return {{"minimum", 0}, {"maximum", 10'000'000}};
    if (member == "size") return {{"minimum", 1}, {"maximum", 500}};
    return {};
}

json::object SeatPlansQuery::limits(std::string_view) { return {{"minimum", 2000}, {"maximum", 2100}}; }

void must_plan(Actor const& actor, Date today) { accounts::must_be_city(actor, Permission::training_manage, today); }

PlanRow plan_row(db::Tx& tx, SeatPlanId id)
{
    auto row = tx.maybe_one<PlanRow>(kRow, id);
    if (!row) throw Refused{Code::not_found};
    return *row;
}

SeatPlanList seat_plans(db::Tx& tx, SeatPlansQuery const& query, Clock const& clock)
{
    return {tx.all<SeatPlanLine>(kPlans, query.fiscal_year.value_or(fiscal_year(clock.today())))};
}

SeatPlan seat_plan(db::Tx& tx, jobs::Runner const& runner, people::PlanWords& words, SeatPlanId id, Clock const& clock)
{
    auto const row = plan_row(tx, id);
    auto const today = clock.today();
    SeatPlan plan;
    static_cast<SeatPlanLine&>(plan) = tx.one<SeatPlanLine>(kLine, id);
    auto const required = tx.one<Required>(kRequired, id);
    plan.revision = row.revision;
    plan.required_wanted = required.wanted;
    plan.required_seated = required.seated;
    plan.most_seats = row.most_seats;
    plan.most_required = row.most_required;
    for (auto& run : tx.all<RunRow>(kRuns, id, training::local_minute(clock))) {
        auto name = named(tx, words, run.course, today);
        plan.runs.push_back({run.run, run.course, std::move(name.ja), std::move(name.en), std::move(run.name),
                             std::move(run.starts_at), run.capacity, run.per_unit, run.taken, run.planned});
    }
    auto const obstacles = tx.all<ObstacleRow>(kObstacles, id);
    for (auto const& course : tx.all<CourseRow>(kCourses, id)) {
        auto name = named(tx, words, course.course_code, today);
        PlannedCourse planned{course.course_code, std::move(name.ja), std::move(name.en),
                              course.wanted,      course.seated,      course.further_runs,
                              course.run_seats,   course.month,       {}};
        for (auto const& each : obstacles)
            if (each.course_code == course.course_code) planned.obstacles.push_back({each.obstacle, each.people});
        plan.courses.push_back(std::move(planned));
    }
    plan.job = job_of(tx, runner, row);
    return plan;
}

SeatPage seats(db::Tx& tx, people::PlanWords& words, SeatPlanId id, SeatsQuery const& query, Clock const& clock)
{
    plan_row(tx, id);
    auto const run = query.run.value_or(CourseRunId{});
    SeatPage page;
    page.total = tx.one<std::int64_t>(kSeatCount, id, run, query.course, query.unseated);
    for (auto& row : tx.all<SeatRow>(kSeats, id, run, query.course, query.unseated, query.size, query.from)) {
        auto name = named(tx, words, row.course_code, clock.today());
        page.seats.push_back({row.staff_id, std::move(row.staff_no), std::move(row.name), std::move(row.unit_name),
                              std::move(row.course_code), std::move(name.ja), std::move(name.en), row.required, row.asked,
                              row.pinned, row.run_id, row.obstacle});
    }
    return page;
}

}  // namespace seating
