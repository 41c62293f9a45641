#include "features/training/runs.hpp"

#include "features/training/moves.hpp"
#include "platform/core/refused.hpp"

namespace training {
namespace {

struct Row {
    CourseRunId id;
    std::string course_code;
    int fiscal_year = 0;
    std::string name;
    std::optional<int> capacity;
    std::optional<OrgUnitId> unit_id;
    std::string unit_name;
    int per_unit = 0;
    Date apply_from, apply_until;
    std::optional<Date> waiting_until;
    Attend attend = Attend::all;
    bool needs_release = false;
    RunStatus status = RunStatus::draft;
    std::string note, cancelled_why;
    int per_day = 0, report_days = 0;
    std::int64_t revision = 1;
    std::int64_t applied = 0, seated = 0, waiting = 0, completed = 0;
    std::optional<EnrolmentId> my_enrolment;
    std::optional<EnrolmentStatus> mine;
    std::optional<std::string> first_starts;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, course_code, fiscal_year, name, capacity, unit_id, unit_name, per_unit, apply_from, apply_until,
                       waiting_until, attend, needs_release, status, note, cancelled_why, per_day, report_days, revision, applied,
                       seated, waiting, completed, my_enrolment, mine, first_starts))

// $1 the actor's own record, $2 today, $3 'manage' (drafts too), 'city' (every section's) or 'own'.
#define SQL_VISIBLE_RUNS                                                                                                       \
    "WITH RECURSIVE my_unit (id) AS ("                                                                                         \
    " SELECT p.unit_id FROM posting p WHERE p.staff_id = $1 AND p.announced_on <= $2 AND p.effective_on <= $2"                 \
    "    AND (p.ended_on IS NULL OR p.ended_on > $2)"                                                                          \
    " UNION SELECT u.parent_id FROM org_unit u JOIN my_unit m ON m.id = u.id WHERE u.parent_id IS NOT NULL) "                  \
    "SELECT r.id, r.course_code, r.fiscal_year, r.name, r.capacity, r.unit_id, COALESCE(u.name, '') AS unit_name, r.per_unit," \
    " r.apply_from, r.apply_until, r.waiting_until, r.attend, r.needs_release, r.status, r.note, r.cancelled_why, "            \
    "r.per_day, r.report_days, r.revision,"                                                                                    \
    " (SELECT count(*) FROM enrolment e WHERE e.run_id = r.id AND e.status = 'applied') AS applied,"                           \
    " (SELECT count(*) FROM enrolment e WHERE e.run_id = r.id AND e.status IN ('accepted', 'completed', 'not_completed'))"     \
    " AS seated,"                                                                                                              \
    " (SELECT count(*) FROM enrolment e WHERE e.run_id = r.id AND e.status = 'waiting') AS waiting,"                           \
    " (SELECT count(*) FROM enrolment e WHERE e.run_id = r.id AND e.status = 'completed') AS completed,"                       \
    " m.id AS my_enrolment, m.status AS mine, (SELECT min(s.starts_at) FROM run_session s WHERE s.run_id = r.id) AS "          \
    "first_starts"                                                                                                             \
    " FROM course_run r LEFT JOIN org_unit u ON u.id = r.unit_id LEFT JOIN enrolment m ON m.run_id = r.id AND m.staff_id = $1" \
    " WHERE ($3 = 'manage' OR m.id IS NOT NULL OR (r.status <> 'draft' AND"                                                    \
    "        ($3 = 'city' OR r.unit_id IS NULL OR r.unit_id IN (SELECT my_unit.id FROM my_unit)))) "

db::Sql const kRuns{SQL_VISIBLE_RUNS R"(
    AND r.fiscal_year = $4 AND ($5 = '' OR r.course_code = $5) AND ($6 = '' OR r.status = $6) ORDER BY first_starts, r.id)"};
db::Sql const kRun{SQL_VISIBLE_RUNS "AND r.id = $4"};
db::Sql const kSessions{
    "SELECT id, starts_at, ends_at, place, online_address FROM run_session WHERE run_id = $1 ORDER BY starts_at, id"};

std::string_view reach(Actor const& actor)
{
    if (may(actor, Permission::training_manage)) return "manage";
    return may(actor, Permission::see_city) ? "city" : "own";
}

bool takes_applications(Row const& row, Clock const& clock)
{
    auto const today = clock.today();
    return row.status == RunStatus::open && row.apply_from <= today && today <= row.apply_until &&
           (!row.first_starts || local_minute(clock) < *row.first_starts);
}

Run shown(db::Tx& tx, people::PlanWords& words, Row row, Clock const& clock)
{
    auto const course = words.name(tx, clock.today(), people::PlanTerm::course, row.course_code);
    Run run{row.id,
            row.course_code,
            course ? course->ja : row.course_code,
            course ? course->en : row.course_code,
            row.fiscal_year,
            row.name,
            row.capacity,
            row.unit_id,
            row.unit_name,
            row.per_unit,
            row.apply_from,
            row.apply_until,
            row.waiting_until,
            row.attend,
            row.needs_release,
            row.status,
            row.note,
            row.cancelled_why,
            row.per_day,
            row.report_days,
            row.revision,
            tx.all<RunSession>(kSessions, row.id),
            row.applied,
            row.seated,
            row.waiting,
            row.completed,
            takes_applications(row, clock),
            row.my_enrolment,
            row.mine};
    return run;
}

}  // namespace

json::object RunsQuery::limits(std::string_view member)
{
    if (member == "fiscal_year") return {{"minimum", 2000}, {"maximum", 2100}};
    if (member == "course") return {{"maxLength", 40}};
    return {};
}

RunList runs(db::Tx& tx, Actor const& actor, people::PlanWords& words, RunsQuery const& query, Clock const& clock)
{
    auto const year = query.fiscal_year.value_or(fiscal_year(clock.today()));
    auto const status = query.status ? boost::describe::enum_to_string(*query.status, "") : "";
    RunList list;
    for (auto& row : tx.all<Row>(kRuns, actor.staff, clock.today(), reach(actor), year, query.course, status))
        list.runs.push_back(shown(tx, words, std::move(row), clock));
    return list;
}

Run run(db::Tx& tx, Actor const& actor, people::PlanWords& words, CourseRunId id, Clock const& clock)
{
    auto row = tx.maybe_one<Row>(kRun, actor.staff, clock.today(), reach(actor), id);
    if (!row) throw Refused{Code::not_found};
    return shown(tx, words, *std::move(row), clock);
}

}  // namespace training
