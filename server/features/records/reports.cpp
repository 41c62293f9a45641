#include "features/records/reports.hpp"

#include "features/access/sight.hpp"
#include "features/audit/audit.hpp"

#include <algorithm>

namespace records {
namespace {

// The plan sets no term for a dispatch; two weeks is what training rules usually give.
constexpr int kDispatchDays = 14;

struct Row {
    ReportId id;
    StaffId staff_id;
    std::string staff_no, name, unit_name;
    ReportOn kind = ReportOn::run;
    std::optional<EnrolmentId> enrolment_id;
    std::optional<CourseRunId> run_id;
    std::optional<WorkTrainingId> work_training_id;
    std::string course_code, title, place;
    std::optional<Date> from_on, until_on;
    std::string text, change, link;
    Instant submitted_at;
    std::string proxy;
    std::optional<Instant> read_at;
    std::string read_by;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, staff_id, staff_no, name, unit_name, kind, enrolment_id, run_id, work_training_id, course_code, title,
                       place, from_on, until_on, text, change, link, submitted_at, proxy, read_at, read_by))

#define SQL_REPORTS                                                                                                       \
    "SELECT t.id, t.staff_id, s.staff_no, s.name,"                                                                        \
    " COALESCE((SELECT u.name FROM posting p JOIN org_unit u ON u.id = p.unit_id WHERE p.staff_id = t.staff_id"           \
    "            AND p.kind = 'primary' AND p.effective_on <= $3 AND p.announced_on <= $3"                                \
    "            AND (p.ended_on IS NULL OR p.ended_on > $3) LIMIT 1), '') AS unit_name,"                                 \
    " COALESCE(w.kind, 'run') AS kind, t.enrolment_id, e.run_id, t.work_training_id, COALESCE(r.course_code, '') AS "     \
    "course_code,"                                                                                                        \
    " COALESCE(w.title, r.name, '') AS title,"                                                                            \
    " COALESCE(w.place, (SELECT min(d.place) FROM run_session d WHERE d.run_id = r.id), '') AS place,"                    \
    " COALESCE(w.from_on, (SELECT substr(min(d.starts_at), 1, 10) FROM run_session d WHERE d.run_id = r.id)) AS from_on," \
    " COALESCE(w.until_on, (SELECT substr(max(d.ends_at), 1, 10) FROM run_session d WHERE d.run_id = r.id)) AS until_on," \
    " t.text, t.change, t.link, t.submitted_at, COALESCE(pa.display_name, '') AS proxy, t.read_at,"                       \
    " COALESCE(ra.display_name, '') AS read_by"                                                                           \
    " FROM training_report t JOIN staff s ON s.id = t.staff_id LEFT JOIN enrolment e ON e.id = t.enrolment_id"            \
    " LEFT JOIN course_run r ON r.id = e.run_id LEFT JOIN work_training w ON w.id = t.work_training_id"                   \
    " LEFT JOIN account pa ON pa.id = t.proxy_by LEFT JOIN account ra ON ra.id = t.read_by WHERE" SQL_SEES("t.staff_id")

db::Sql const kList{SQL_SIGHT SQL_REPORTS R"(
    AND (CAST($5 AS INTEGER) = 0 OR t.staff_id = $5) AND (CAST($6 AS INTEGER) = 0 OR t.read_at IS NULL)
    AND t.submitted_at >= $7 AND t.submitted_at < $8 ORDER BY t.submitted_at DESC, t.id DESC LIMIT 500)"};
db::Sql const kOne{SQL_SIGHT SQL_REPORTS "AND t.id = $5"};

struct DueRow {
    StaffId staff_id;
    std::string staff_no, name;
    ReportOn kind = ReportOn::run;
    std::optional<EnrolmentId> enrolment_id;
    std::optional<WorkTrainingId> work_training_id;
    std::string course_code, title;
    Date ended_on;
    int days = 0;
};
BOOST_DESCRIBE_STRUCT(DueRow, (),
                      (staff_id, staff_no, name, kind, enrolment_id, work_training_id, course_code, title, ended_on, days))
// A run that asks for a report, and every dispatch that is over.
db::Sql const kDue{SQL_SIGHT R"(
    SELECT e.staff_id, s.staff_no, s.name, 'run' AS kind, e.id AS enrolment_id, NULL AS work_training_id, r.course_code,
           r.name AS title,
           COALESCE((SELECT max(c.completed_on) FROM completion c WHERE c.run_id = r.id AND c.staff_id = e.staff_id),
                    (SELECT substr(max(d.ends_at), 1, 10) FROM run_session d WHERE d.run_id = r.id)) AS ended_on,
           r.report_days AS days
      FROM enrolment e JOIN course_run r ON r.id = e.run_id JOIN staff s ON s.id = e.staff_id
     WHERE e.status = 'completed' AND r.report_days > 0 AND (CAST($5 AS INTEGER) = 0 OR e.staff_id = $5)
       AND NOT EXISTS (SELECT 1 FROM training_report t WHERE t.enrolment_id = e.id) AND)" SQL_SEES("e.staff_id") R"(
    UNION ALL
    SELECT w.staff_id, s.staff_no, s.name, w.kind, NULL AS enrolment_id, w.id AS work_training_id, '' AS course_code, w.title,
           w.until_on AS ended_on, CAST($6 AS INTEGER) AS days
      FROM work_training w JOIN staff s ON s.id = w.staff_id
     WHERE w.kind = 'dispatch' AND w.status <> 'returned' AND w.until_on < $4 AND (CAST($5 AS INTEGER) = 0 OR w.staff_id = $5)
       AND NOT EXISTS (SELECT 1 FROM training_report t WHERE t.work_training_id = w.id) AND)" SQL_SEES("w.staff_id") R"(
     ORDER BY 9, 2 LIMIT 500)"};

// The same of one person, counted: the first screen asks it of everybody who signs in.
db::Sql const kOwnDue{R"(
    SELECT (SELECT count(*) FROM enrolment e JOIN course_run r ON r.id = e.run_id
             WHERE e.staff_id = $1 AND e.status = 'completed' AND r.report_days > 0
               AND NOT EXISTS (SELECT 1 FROM training_report t WHERE t.enrolment_id = e.id))
         + (SELECT count(*) FROM work_training w
             WHERE w.staff_id = $1 AND w.kind = 'dispatch' AND w.status <> 'returned' AND w.until_on < $2
               AND NOT EXISTS (SELECT 1 FROM training_report t WHERE t.work_training_id = w.id)) AS due)"};

struct Subject {
    StaffId staff_id;
    std::string status;
};
BOOST_DESCRIBE_STRUCT(Subject, (), (staff_id, status))
db::Sql const kOfEnrolment{"SELECT staff_id, status FROM enrolment WHERE id = $1"};
struct Away {
    StaffId staff_id;
    std::string status;
    Date until_on;
};
BOOST_DESCRIBE_STRUCT(Away, (), (staff_id, status, until_on))
db::Sql const kOfWork{"SELECT staff_id, status, until_on FROM work_training WHERE id = $1"};

struct Written {
    ReportId id;
    std::optional<Instant> read_at;
};
BOOST_DESCRIBE_STRUCT(Written, (), (id, read_at))
db::Sql const kWrittenOfEnrolment{"SELECT id, read_at FROM training_report WHERE enrolment_id = $1"};
db::Sql const kWrittenOfWork{"SELECT id, read_at FROM training_report WHERE work_training_id = $1"};
db::Sql const kAdd{R"(
    INSERT INTO training_report (staff_id, enrolment_id, work_training_id, text, change, link, submitted_at, submitted_by, proxy_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id)"};
db::Sql const kChange{R"(
    UPDATE training_report SET text = $2, change = $3, link = $4, submitted_at = $5, submitted_by = $6, proxy_by = $7
     WHERE id = $1)"};
db::Sql const kStep{R"(
    INSERT INTO enrolment_step (enrolment_id, seq, at, account_id, status, reason)
    SELECT e.id, 1 + (SELECT max(s.seq) FROM enrolment_step s WHERE s.enrolment_id = e.id), $2, $3, e.status, $4
      FROM enrolment e WHERE e.id = $1)"};
db::Sql const kRead{"UPDATE training_report SET read_at = $2, read_by = $3 WHERE id = $1 AND read_at IS NULL"};

db::Sql const kToConfirm{SQL_SIGHT R"(
    SELECT count(*) FROM work_training w WHERE w.status = 'recorded' AND w.until_on <= $4
       AND w.staff_id <> COALESCE((SELECT sa.staff_id FROM account sa WHERE sa.id = $1), 0) AND)" SQL_WITHIN("w.staff_id")};
db::Sql const kToRead{SQL_SIGHT R"(
    SELECT count(*) FROM training_report t WHERE t.read_at IS NULL AND $4 = $4
       AND t.staff_id <> COALESCE((SELECT sa.staff_id FROM account sa WHERE sa.id = $1), 0) AND)" SQL_WITHIN("t.staff_id")};

bool types_for(db::Tx& tx, Actor const& actor, StaffId staff, Date today)
{
    return accounts::within(tx, accounts::sight(actor, Permission::training_release, today, today), staff);
}

/// The instant at which a day begins in Japan.
Instant midnight(Date day) { return Instant{std::chrono::sys_days{day}} - std::chrono::hours{9}; }

Report shown(db::Tx& tx, Actor const& actor, people::PlanWords& words, Row row, Date today)
{
    auto const course =
        row.kind == ReportOn::run ? words.name(tx, today, people::PlanTerm::course, row.course_code) : std::nullopt;
    auto const of_run = row.title.empty() ? "" : " " + row.title;
    auto const own = actor.staff == row.staff_id;
    auto const types = types_for(tx, actor, row.staff_id, today);
    Report report;
    report.id = row.id;
    report.staff = row.staff_id;
    report.staff_no = std::move(row.staff_no);
    report.name = std::move(row.name);
    report.unit_name = std::move(row.unit_name);
    report.on = row.kind;
    report.enrolment = row.enrolment_id;
    report.run = row.run_id;
    report.work_training = row.work_training_id;
    report.title = row.kind != ReportOn::run ? row.title : (course ? course->ja : row.course_code) + of_run;
    report.title_en = row.kind != ReportOn::run ? row.title : (course ? course->en : row.course_code) + of_run;
    report.place = std::move(row.place);
    report.from_on = row.from_on;
    report.until_on = row.until_on;
    report.text = std::move(row.text);
    report.change = std::move(row.change);
    report.link = std::move(row.link);
    report.submitted_at = row.submitted_at;
    report.proxy = std::move(row.proxy);
    report.read_at = row.read_at;
    report.read_by = std::move(row.read_by);
    report.may_change = !row.read_at && (own || types);
    report.may_read = !row.read_at && !own && types;
    return report;
}

ReportDue due_of(db::Tx& tx, people::PlanWords& words, DueRow row, Date today)
{
    auto const course =
        row.kind == ReportOn::run ? words.name(tx, today, people::PlanTerm::course, row.course_code) : std::nullopt;
    auto const of_run = row.title.empty() ? "" : " " + row.title;
    auto const due = add_days(row.ended_on, row.days);
    return {row.staff_id,
            std::move(row.staff_no),
            std::move(row.name),
            row.kind,
            row.enrolment_id,
            row.work_training_id,
            row.kind != ReportOn::run ? row.title : (course ? course->ja : row.course_code) + of_run,
            row.kind != ReportOn::run ? row.title : (course ? course->en : row.course_code) + of_run,
            row.ended_on,
            due,
            due < today};
}

/// Whether it is typed for the person.
bool by_proxy(db::Tx& tx, Actor const& actor, StaffId staff, Date today)
{
    if (actor.staff == staff) return false;
    accounts::must_reach(tx, actor, Permission::training_release, staff, today);
    return true;
}

struct HandedIn {
    std::optional<EnrolmentId> enrolment;
    std::optional<WorkTrainingId> work_training;
    ReportInput report;
};
BOOST_DESCRIBE_STRUCT(HandedIn, (), (enrolment, work_training, report))

ReportId keep(db::Tx& tx, Actor const& actor, StaffId staff, std::optional<Written> const& before, HandedIn const& in,
              Clock const& clock)
{
    auto const proxy = by_proxy(tx, actor, staff, clock.today()) ? std::optional{actor.account} : std::nullopt;
    if (before && before->read_at) throw Refused{Code::wrong_status};
    auto id = before ? before->id : ReportId{};
    if (before) {
        tx.run(kChange, id, in.report.text, in.report.change, in.report.link, clock.now(), actor.account, proxy);
    } else {
        id = ReportId{tx.insert(kAdd, staff, in.enrolment, in.work_training, in.report.text, in.report.change, in.report.link,
                                clock.now(), actor.account, proxy)};
        if (in.enrolment) tx.run(kStep, *in.enrolment, clock.now(), actor.account, "報告");
    }
    audit::record(tx, actor, clock.now(), "records.report_handed_in", "training_report", id, in);
    return id;
}

}  // namespace

json::object ReportQuery::limits(std::string_view member)
{
    if (member == "fiscal_year") return {{"minimum", 2000}, {"maximum", 2100}};
    return {};
}

json::object ReportInput::limits(std::string_view member)
{
    if (member == "text") return {{"minLength", 1}, {"maxLength", 8000}};
    if (member == "change") return {{"maxLength", 4000}};
    if (member == "link") return {{"maxLength", 500}};
    return {};
}

Reports reports(db::Tx& tx, Actor const& actor, people::PlanWords& words, ReportQuery const& query, Clock const& clock)
{
    auto const today = clock.today();
    auto const sight = accounts::sight(actor, today, today);
    auto const staff = query.staff.value_or(StaffId{});
    auto const from = query.fiscal_year ? to_iso(midnight(first_day_of_fiscal_year(*query.fiscal_year))) : "0000";
    auto const until = query.fiscal_year ? to_iso(midnight(first_day_of_fiscal_year(*query.fiscal_year + 1))) : "9999";
    Reports list;
    for (auto& row : tx.all<DueRow>(kDue, sight.account, sight.roles, sight.today, sight.on, staff, kDispatchDays))
        list.due.push_back(due_of(tx, words, std::move(row), today));
    std::stable_sort(list.due.begin(), list.due.end(), [](auto const& a, auto const& b) { return a.due < b.due; });
    for (auto& row : tx.all<Row>(kList, sight.account, sight.roles, sight.today, sight.on, staff, query.unread, from, until))
        list.reports.push_back(shown(tx, actor, words, std::move(row), today));
    return list;
}

Report report(db::Tx& tx, Actor const& actor, people::PlanWords& words, ReportId id, Clock const& clock)
{
    auto const today = clock.today();
    auto const sight = accounts::sight(actor, today, today);
    auto row = tx.maybe_one<Row>(kOne, sight.account, sight.roles, sight.today, sight.on, id);
    if (!row) throw Refused{Code::not_found};
    return shown(tx, actor, words, *std::move(row), today);
}

Report hand_in(db::Tx& tx, Actor const& actor, people::PlanWords& words, EnrolmentId id, ReportInput const& input,
               Clock const& clock)
{
    auto const subject = tx.maybe_one<Subject>(kOfEnrolment, id);
    if (!subject) throw Refused{Code::not_found};
    by_proxy(tx, actor, subject->staff_id, clock.today());
    if (subject->status != "completed" && subject->status != "not_completed") throw Refused{Code::wrong_status};
    auto const before = tx.maybe_one<Written>(kWrittenOfEnrolment, id);
    return report(tx, actor, words, keep(tx, actor, subject->staff_id, before, {id, {}, input}, clock), clock);
}

Report hand_in(db::Tx& tx, Actor const& actor, people::PlanWords& words, WorkTrainingId id, ReportInput const& input,
               Clock const& clock)
{
    auto const subject = tx.maybe_one<Away>(kOfWork, id);
    if (!subject) throw Refused{Code::not_found};
    by_proxy(tx, actor, subject->staff_id, clock.today());
    if (subject->until_on > clock.today() || subject->status == "returned") throw Refused{Code::wrong_status};
    auto const before = tx.maybe_one<Written>(kWrittenOfWork, id);
    return report(tx, actor, words, keep(tx, actor, subject->staff_id, before, {{}, id, input}, clock), clock);
}

Report mark_read(db::Tx& tx, Actor const& actor, people::PlanWords& words, ReportId id, Clock const& clock)
{
    auto const handed_in = report(tx, actor, words, id, clock);
    if (actor.staff == handed_in.staff) throw Refused{Code::not_allowed};
    accounts::must_reach(tx, actor, Permission::training_release, handed_in.staff, clock.today());
    if (tx.run(kRead, id, clock.now(), actor.account) > 0)
        audit::record(tx, actor, clock.now(), "records.report_read", "training_report", id);
    return report(tx, actor, words, id, clock);
}

Waits waits(db::Tx& tx, Actor const& actor, Clock const& clock)
{
    auto const today = clock.today();
    Waits waits;
    if (actor.staff) waits.reports_due = tx.one<std::int64_t>(kOwnDue, *actor.staff, today);
    // The office sees everybody's; what waits for it would never end.
    auto const sight = accounts::sight(actor, Permission::confirm_skills, today, today);
    if (!may(actor, Permission::confirm_skills) || sight.city()) return waits;
    waits.to_confirm = tx.one<std::int64_t>(kToConfirm, sight.account, sight.roles, sight.today, sight.on);
    waits.to_read = tx.one<std::int64_t>(kToRead, sight.account, sight.roles, sight.today, sight.on);
    return waits;
}

}  // namespace records
