#include "features/training/section_year.hpp"

#include "features/training/conflicts.hpp"
#include "platform/core/refused.hpp"

namespace training {
namespace {

struct Row {
    EnrolmentId id;
    CourseRunId run_id;
    StaffId staff_id;
    std::string staff_no, name, course_code, run_name;
    EnrolmentStatus status = EnrolmentStatus::applied;
    EnrolmentRoute route = EnrolmentRoute::applied;
    std::string reason;
    std::optional<std::string> starts_at;
    std::optional<int> capacity;
    std::int64_t seated = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, run_id, staff_id, staff_no, name, course_code, run_name, status, route, reason, starts_at, capacity,
                       seated))

db::Sql const kOfUnit{SQL_SIGHT R"(
    , below (id) AS (SELECT u.id FROM org_unit u WHERE u.id = $5
                     UNION SELECT c.id FROM org_unit c JOIN below b ON c.parent_id = b.id)
    SELECT e.id, e.run_id, e.staff_id, s.staff_no, s.name, r.course_code, r.name AS run_name, e.status, e.route, e.reason,
           (SELECT min(d.starts_at) FROM run_session d WHERE d.run_id = r.id) AS starts_at, r.capacity,
           (SELECT count(*) FROM enrolment t WHERE t.run_id = r.id AND t.status IN ('accepted', 'completed', 'not_completed'))
           AS seated
      FROM enrolment e JOIN staff s ON s.id = e.staff_id JOIN course_run r ON r.id = e.run_id
     WHERE r.fiscal_year = $6 AND e.status IN ('applied', 'accepted', 'waiting')
       AND EXISTS (SELECT 1 FROM posting p JOIN below b ON b.id = p.unit_id
                    WHERE p.staff_id = e.staff_id AND p.announced_on <= $3 AND p.effective_on <= $3
                      AND (p.ended_on IS NULL OR p.ended_on > $3)) AND)" SQL_WITHIN("e.staff_id") "ORDER BY starts_at, e.queue"};

SectionSeat shown(http::Call const& call, Row row)
{
    auto& words = call.service<people::PlanWords>();
    auto const course = words.name(call.tx, call.clock.today(), people::PlanTerm::course, row.course_code);
    SectionSeat seat{row.id,
                     row.run_id,
                     row.staff_id,
                     std::move(row.staff_no),
                     std::move(row.name),
                     course ? course->ja : row.course_code,
                     course ? course->en : row.course_code,
                     std::move(row.run_name),
                     row.status,
                     row.route,
                     std::move(row.reason),
                     std::move(row.starts_at),
                     row.capacity,
                     row.seated,
                     {}};
    if (row.status == EnrolmentStatus::applied) seat.conflicts = conflicts(call, row.run_id, row.staff_id);
    return seat;
}

}  // namespace

SectionYear section_year(http::Call const& call, OrgUnitId unit)
{
    auto const today = call.clock.today();
    SectionYear year;
    year.fiscal_year = fiscal_year(today);
    year.unit = unit;
    call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        auto const place = index.roster().tree.find(unit);
        if (!place) throw Refused{Code::not_found};
        year.unit_name = index.roster().tree.at(*place).name;
        auto const duties = call.service<Obligations>().of(call.tx, index, year.fiscal_year);
        year.outstanding = outstanding_within(call, index, *duties, *place);
        return true;
    });
    auto const sight = accounts::sight(call.actor, today, today);
    for (auto& row : call.tx.all<Row>(kOfUnit, sight.account, sight.roles, sight.today, sight.on, unit, year.fiscal_year)) {
        auto& list = row.status == EnrolmentStatus::applied ? year.to_release : year.going;
        list.push_back(shown(call, std::move(row)));
    }
    return year;
}

}  // namespace training
