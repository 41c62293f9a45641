#include "features/training/conflicts.hpp"

#include "features/plan/versions.hpp"
#include "features/training/prerequisites.hpp"

namespace training {
namespace {

struct Overlap {
    Date day;
    std::string course_code;
};
BOOST_DESCRIBE_STRUCT(Overlap, (), (day, course_code))

db::Sql const kOverlaps{R"(
    SELECT DISTINCT substr(o.starts_at, 1, 10) AS day, r.course_code
      FROM run_session s
      JOIN run_session o ON o.run_id <> s.run_id AND o.starts_at < s.ends_at AND o.ends_at > s.starts_at
      JOIN course_run r ON r.id = o.run_id
      JOIN enrolment e ON e.run_id = o.run_id AND e.staff_id = $2 AND e.status = 'accepted'
       AND (e.session_id IS NULL OR e.session_id = o.id)
     WHERE s.run_id = $1 ORDER BY 1, 2)"};
db::Sql const kLeave{R"(
    SELECT DISTINCT substr(s.starts_at, 1, 10) AS day FROM run_session s
      JOIN leave_period l ON l.staff_id = $2 AND l.valid_from <= substr(s.starts_at, 1, 10)
       AND (l.valid_until IS NULL OR l.valid_until > substr(s.starts_at, 1, 10))
     WHERE s.run_id = $1 ORDER BY 1)"};
db::Sql const kTransfer{R"(
    SELECT min(p.effective_on) AS day FROM posting p
     WHERE p.staff_id = $2 AND p.kind = 'primary' AND p.effective_on > $3 AND p.announced_on <= $4
       AND EXISTS (SELECT 1 FROM run_session s WHERE s.run_id = $1 AND substr(s.starts_at, 1, 10) >= p.effective_on))"};

/// In the order of the plan.
void add_prerequisites(std::vector<Conflict>& found, http::Call const& call, CourseRunId run, StaffId staff)
{
    auto const today = call.clock.today();
    auto const versioned = call.service<plan::Library>().maybe_in_force(call.tx, today);
    if (!versioned) return;
    auto const course = run_row(call.tx, run).course_code;
    for (auto const* const first : missing_prerequisites(call.tx, versioned->plan, course, staff, today)) {
        auto const english = first->name_en.empty() ? first->name : first->name_en;
        found.push_back({staff,
                         ConflictKind::prerequisite,
                         {},
                         "先に修了する研修「" + first->name + "」をまだ修了していません。",
                         "Has not completed \"" + english + "\", which comes first."});
    }
}

}  // namespace

std::vector<Conflict> conflicts(http::Call const& call, CourseRunId run, StaffId staff)
{
    auto& tx = call.tx;
    auto const today = call.clock.today();
    std::vector<Conflict> found;
    for (auto const& other : tx.all<Overlap>(kOverlaps, run, staff)) {
        auto const course = call.service<people::PlanWords>().name(tx, today, people::PlanTerm::course, other.course_code);
        found.push_back({staff, ConflictKind::overlap, other.day,
                         "同じ時間に「" + (course ? course->ja : other.course_code) + "」を受講します。",
                         "At the same time: " + (course ? course->en : other.course_code) + "."});
    }
    for (auto const day : tx.all<Date>(kLeave, run, staff))
        found.push_back({staff, ConflictKind::leave, day, "休業・休職の期間です。", "On leave that day."});
    if (auto const day = tx.one<std::optional<Date>>(kTransfer, run, staff, today, people::announced_by(call.actor, today)))
        found.push_back(
            {staff, ConflictKind::transfer, *day, "日程の前に異動が予定されています。", "A transfer comes before the session."});
    add_prerequisites(found, call, run, staff);
    return found;
}

}  // namespace training
