#include "features/audit/audit.hpp"
#include "features/training/moves.hpp"
#include "platform/core/refused.hpp"

#include <algorithm>
#include <set>

namespace training {
namespace {

db::Sql const kInsert{R"(
    INSERT INTO course_run (course_code, fiscal_year, name, capacity, unit_id, per_unit, apply_from, apply_until, waiting_until,
                            attend, needs_release, status, note, created_at, created_by, report_days,
                            per_day)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'draft', $12, $13, $14, $15, $16) RETURNING id)"};
db::Sql const kUpdate{R"(
    UPDATE course_run SET name = $2, capacity = $3, unit_id = $4, per_unit = $5, apply_from = $6, apply_until = $7,
           waiting_until = $8, attend = $9, needs_release = $10, note = $11, report_days = $12, per_day = $13, revision = revision + 1
     WHERE id = $1)"};
db::Sql const kUnitKnown{"SELECT id FROM org_unit WHERE id = $1"};
db::Sql const kSetStatus{"UPDATE course_run SET status = $2, cancelled_why = $3, revision = revision + 1 WHERE id = $1"};
db::Sql const kSessions{"SELECT id FROM run_session WHERE run_id = $1"};
db::Sql const kAddSession{
    "INSERT INTO run_session (run_id, starts_at, ends_at, place, online_address) VALUES ($1, $2, $3, $4, $5) RETURNING id"};
db::Sql const kChangeSession{
    "UPDATE run_session SET starts_at = $2, ends_at = $3, place = $4, online_address = $5 WHERE id = $1"};
db::Sql const kMarked{"SELECT session_id FROM attendance WHERE session_id = $1 LIMIT 1"};
db::Sql const kForgetChoice{"UPDATE enrolment SET session_id = NULL WHERE session_id = $1"};
db::Sql const kDropSession{"DELETE FROM run_session WHERE id = $1"};
db::Sql const kWithStatus{
    "SELECT id, run_id, staff_id, unit_id, status, released_at FROM enrolment WHERE run_id = $1 AND status = $2 ORDER BY queue"};

constexpr char const* kUndecided = "申込みの締切りまでに決定されなかったため";
constexpr std::size_t kDayLength = 10;

Refused wrong(std::string pointer, std::string ja, std::string en)
{
    return Refused{Code::invalid_input, {}, {{std::move(pointer), std::move(ja), std::move(en)}}};
}

Date day_of(std::string const& minute) { return *date_from_iso(minute.substr(0, kDayLength)); }

/// The pattern of the form has looked at the shape; here it must be a minute that exists.
bool exists(std::string const& minute)
{
    return date_from_iso(minute.substr(0, kDayLength)) && minute.substr(11, 2) < "24" && minute.substr(14, 2) < "60";
}

void must_be_sessions(RunForm const& form)
{
    for (std::size_t i = 0; i < form.sessions.size(); ++i) {
        auto const& session = form.sessions[i];
        auto const at = "/sessions/" + std::to_string(i);
        if (!exists(session.starts_at)) throw wrong(at + "/starts_at", "存在しない日時です。", "There is no such time.");
        if (!exists(session.ends_at) || session.ends_at <= session.starts_at)
            throw wrong(at + "/ends_at", "終了は開始より後にしてください。", "The end lies behind the start.");
        if (fiscal_year(day_of(session.starts_at)) != form.fiscal_year)
            throw wrong(at + "/starts_at", "開催の年度の日にしてください。", "The day lies outside the fiscal year of the run.");
    }
}

void must_hold(db::Tx& tx, people::PlanWords& words, RunForm const& form, Clock const& clock)
{
    if (!words.name(tx, clock.today(), people::PlanTerm::course, form.course))
        throw wrong("/course", "計画にない研修です。", "The plan has no such course.");
    if (form.unit && !tx.maybe_one<OrgUnitId>(kUnitKnown, *form.unit))
        throw wrong("/unit", "所属が見つかりません。", "There is no such section.");
    if (form.apply_until < form.apply_from)
        throw wrong("/apply_until", "受付の終わりは始まり以後の日にしてください。", "The period ends before it begins.");
    if (form.waiting_until && *form.waiting_until < form.apply_until)
        throw wrong("/waiting_until", "繰上げの期限は受付の終わり以後の日にしてください。",
                    "The waiting list ends on the last day of application at the earliest.");
    must_be_sessions(form);
}

void save_sessions(db::Tx& tx, CourseRunId run, std::vector<SessionForm> const& sessions)
{
    std::set<RunSessionId> left;
    for (auto const id : tx.all<RunSessionId>(kSessions, run)) left.insert(id);
    for (auto const& session : sessions) {
        if (!session.id) {
            tx.insert(kAddSession, run, session.starts_at, session.ends_at, session.place, session.online_address);
            continue;
        }
        if (left.erase(*session.id) == 0) throw Refused{Code::not_found};
        tx.run(kChangeSession, *session.id, session.starts_at, session.ends_at, session.place, session.online_address);
    }
    for (auto const id : left) {
        if (tx.maybe_one<RunSessionId>(kMarked, id)) throw Refused{Code::in_use};
        tx.run(kForgetChoice, id);
        tx.run(kDropSession, id);
    }
}

void must_leave_the_seated(db::Tx& tx, CourseRunId run, RunForm const& form)
{
    auto const seats = taken_on_its_days(tx, run);
    if (form.capacity && seats.all() > *form.capacity)
        throw wrong("/capacity", "すでに" + std::to_string(seats.all()) + "人が受講決定済みです。",
                    std::to_string(seats.all()) + " seats are taken already.");
    if (form.per_unit > 0 && seats.most_of_a_unit() > form.per_unit)
        throw wrong("/per_unit", "一つの所属で" + std::to_string(seats.most_of_a_unit()) + "人が受講決定済みです。",
                    std::to_string(seats.most_of_a_unit()) + " of one section are seated already.");
    if (form.per_day.value_or(0) > 0 && seats.most_of_a_unit_on_a_day() > *form.per_day)
        throw wrong("/per_day",
                    "同じ日に一つの所属から" + std::to_string(seats.most_of_a_unit_on_a_day()) + "人が受講決定済みです。",
                    std::to_string(seats.most_of_a_unit_on_a_day()) + " of one section are in training on the day already.");
}

void move_all(db::Tx& tx, Actor const& actor, CourseRunId run, EnrolmentStatus from, EnrolmentStatus to,
              std::string const& reason, Clock const& clock)
{
    for (auto const& row : tx.all<EnrolmentRow>(kWithStatus, run, from)) become(tx, actor, row, to, reason, clock);
}

}  // namespace

json::object SessionForm::limits(std::string_view member)
{
    if (member == "starts_at" || member == "ends_at") return {{"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$"}};
    return {{"maxLength", 300}};
}

json::object RunForm::limits(std::string_view member)
{
    if (member == "course") return {{"minLength", 1}, {"maxLength", 40}};
    if (member == "fiscal_year") return {{"minimum", 2000}, {"maximum", 2100}};
    if (member == "name") return {{"maxLength", 100}};
    if (member == "capacity") return {{"minimum", 1}, {"maximum", 100'000}};
    if (member == "report_days") return {{"minimum", 0}, {"maximum", 366}};
    if (member == "per_unit" || member == "per_day") return {{"minimum", 0}, {"maximum", 1'000}};
    if (member == "note") return {{"maxLength", 2'000}};
    if (member == "sessions") return {{"maxItems", 60}};
    return {};
}

json::object RunReason::limits(std::string_view) { return {{"minLength", 1}, {"maxLength", 500}}; }

CourseRunId add_run(db::Tx& tx, Actor const& actor, people::PlanWords& words, RunForm const& form, Clock const& clock)
{
    must_hold(tx, words, form, clock);
    CourseRunId const id{tx.insert(kInsert, form.course, form.fiscal_year, form.name, form.capacity, form.unit, form.per_unit,
                                   form.apply_from, form.apply_until, form.waiting_until, form.attend, form.needs_release,
                                   form.note, clock.now(), actor.account, form.report_days.value_or(0),
                                   form.per_day.value_or(0))};
    save_sessions(tx, id, form.sessions);
    audit::record(tx, actor, clock.now(), "training.run_added", "course_run", id, form);
    return id;
}

void change_run(db::Tx& tx, Actor const& actor, people::PlanWords& words, CourseRunId id, RunChange const& change,
                Clock const& clock)
{
    auto const run = run_row(tx, id);
    if (run.revision != change.revision) throw Refused{Code::changed_meanwhile};
    if (run.status != RunStatus::draft && run.status != RunStatus::open) throw Refused{Code::wrong_status};
    if (run.course_code != change.course || run.fiscal_year != change.fiscal_year)
        throw wrong("/course", "研修と年度は変えられません。別の開催を登録してください。",
                    "Course and fiscal year stay; add another run instead.");
    must_hold(tx, words, change, clock);
    must_leave_the_seated(tx, id, change);
    if (run.status == RunStatus::open && change.sessions.empty())
        throw wrong("/sessions", "受付中の開催には日程が必要です。", "An open run has a session.");
    tx.run(kUpdate, id, change.name, change.capacity, change.unit, change.per_unit, change.apply_from, change.apply_until,
           change.waiting_until, change.attend, change.needs_release, change.note, change.report_days.value_or(0),
           change.per_day.value_or(0));
    save_sessions(tx, id, change.sessions);
    settle(tx, actor, run_row(tx, id), clock);
    audit::record(tx, actor, clock.now(), "training.run_changed", "course_run", id, change);
}

void open_run(db::Tx& tx, Actor const& actor, CourseRunId id, Clock const& clock)
{
    auto const run = run_row(tx, id);
    if (run.status != RunStatus::draft) throw Refused{Code::wrong_status};
    if (!run.first_starts) throw wrong("/sessions", "日程を登録してから受け付けてください。", "Add a session first.");
    if (day_of(*run.first_starts) < run.apply_until)
        throw wrong("/apply_until", "受付は最初の日程の日までにしてください。",
                    "Applications end by the day of the first session.");
    tx.run(kSetStatus, id, RunStatus::open, "");
    audit::record(tx, actor, clock.now(), "training.run_opened", "course_run", id);
}

void cancel_run(db::Tx& tx, Actor const& actor, CourseRunId id, RunReason const& why, Clock const& clock)
{
    auto const run = run_row(tx, id);
    if (run.status != RunStatus::draft && run.status != RunStatus::open) throw Refused{Code::wrong_status};
    for (auto const with_result : {EnrolmentStatus::completed, EnrolmentStatus::not_completed}) {
        if (tx.maybe_one<EnrolmentRow>(kWithStatus, id, with_result)) throw Refused{Code::conflict};
    }
    tx.run(kSetStatus, id, RunStatus::cancelled, why.reason);
    for (auto const open : {EnrolmentStatus::applied, EnrolmentStatus::accepted, EnrolmentStatus::waiting})
        move_all(tx, actor, id, open, EnrolmentStatus::withdrawn, "開催の中止: " + why.reason, clock);
    audit::record(tx, actor, clock.now(), "training.run_cancelled", "course_run", id, why);
}

void close_run(db::Tx& tx, Actor const& actor, CourseRunId id, Clock const& clock)
{
    if (run_row(tx, id).status != RunStatus::open) throw Refused{Code::wrong_status};
    tx.run(kSetStatus, id, RunStatus::closed, "");
    settle(tx, actor, run_row(tx, id), clock);
    move_all(tx, actor, id, EnrolmentStatus::applied, EnrolmentStatus::declined, kUndecided, clock);
    audit::record(tx, actor, clock.now(), "training.run_closed", "course_run", id);
}

}  // namespace training
