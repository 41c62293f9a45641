#include "features/training/attendance.hpp"

#include "features/audit/audit.hpp"
#include "features/people/changes.hpp"
#include "platform/core/refused.hpp"

namespace training {
namespace {

db::Sql const kSession{"SELECT starts_at FROM run_session WHERE id = $1 AND run_id = $2"};
db::Sql const kSeated{R"(
    SELECT id FROM enrolment WHERE run_id = $1 AND staff_id = $2 AND status IN ('accepted', 'completed', 'not_completed'))"};
db::Sql const kMark{R"(
    INSERT INTO attendance (session_id, staff_id, mark, reason, marked_at, marked_by) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (session_id, staff_id) DO UPDATE SET mark = $3, reason = $4, marked_at = $5, marked_by = $6)"};
// The same course on the same day may have been recorded already, by an import: then that record stands, and is the run's too.
db::Sql const kComplete{R"(
    INSERT INTO completion (staff_id, course_code, completed_on, fiscal_year, source, created_at, created_by, run_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (staff_id, course_code, completed_on) DO UPDATE SET run_id = $8)"};
db::Sql const kKeepCorrected{R"(
    INSERT INTO completion_correction (staff_id, course_code, completed_on, fiscal_year, source, run_id, created_at, created_by,
                                       corrected_at, corrected_by, reason)
    SELECT staff_id, course_code, completed_on, fiscal_year, source, run_id, created_at, created_by, $3, $4, $5
      FROM completion WHERE run_id = $1 AND staff_id = $2 AND import_id IS NULL)"};
db::Sql const kTakeOut{"DELETE FROM completion WHERE run_id = $1 AND staff_id = $2 AND import_id IS NULL"};
db::Sql const kLeaveToImport{"UPDATE completion SET run_id = NULL WHERE run_id = $1 AND staff_id = $2"};

constexpr char const* kSource = "研修の実施記録";
constexpr char const* kCompleted = "修了";

Refused wrong(std::string pointer, std::string ja, std::string en)
{
    return Refused{Code::invalid_input, {}, {{std::move(pointer), std::move(ja), std::move(en)}}};
}

RunRow held_run(db::Tx& tx, CourseRunId id)
{
    auto run = run_row(tx, id);
    if (run.status != RunStatus::open && run.status != RunStatus::closed) throw Refused{Code::wrong_status};
    return run;
}

EnrolmentRow of_run(db::Tx& tx, CourseRunId run, EnrolmentId id)
{
    auto const row = enrolment_row(tx, id);
    if (row.run_id != run) throw Refused{Code::not_found};
    return row;
}

void must_have_been(RunRow const& run, Date completed_on, Clock const& clock)
{
    if (completed_on > clock.today()) throw wrong("/completed_on", "まだ来ていない日です。", "The day is still to come.");
    if (!run.first_starts || to_iso(completed_on) < run.first_starts->substr(0, 10))
        throw wrong("/completed_on", "最初の日程より前の日です。", "The day lies before the first session.");
}

}  // namespace

json::object MarkInput::limits(std::string_view member)
{
    if (member == "reason") return {{"maxLength", 300}};
    return {};
}

json::object AttendanceInput::limits(std::string_view member)
{
    if (member == "marks") return {{"maxItems", 20'000}};
    return {};
}

json::object NotCompleted::limits(std::string_view member)
{
    if (member == "reason") return {{"minLength", 1}, {"maxLength", 300}};
    return {};
}

json::object ResultsInput::limits(std::string_view member)
{
    if (member == "completed" || member == "not_completed") return {{"maxItems", 20'000}};
    return {};
}

void mark_attendance(db::Tx& tx, Actor const& actor, CourseRunId id, AttendanceInput const& input, Clock const& clock)
{
    held_run(tx, id);
    auto const starts_at = tx.maybe_one<std::string>(kSession, input.session, id);
    if (!starts_at) throw Refused{Code::not_found};
    if (*starts_at > local_minute(clock)) throw wrong("/session", "まだ始まっていない日程です。", "The session has not begun.");
    for (std::size_t i = 0; i < input.marks.size(); ++i) {
        auto const& mark = input.marks[i];
        if (!tx.maybe_one<EnrolmentId>(kSeated, id, mark.staff))
            throw wrong("/marks/" + std::to_string(i) + "/staff", "受講が決定していない職員です。", "This person has no seat.");
        tx.run(kMark, input.session, mark.staff, mark.mark, mark.reason, clock.now(), actor.account);
    }
    audit::record(tx, actor, clock.now(), "training.attendance_marked", "course_run", id, input);
}

void enter_results(db::Tx& tx, Actor const& actor, CourseRunId id, ResultsInput const& input, Clock const& clock)
{
    auto const run = held_run(tx, id);
    must_have_been(run, input.completed_on, clock);
    settle(tx, actor, run, clock);
    for (auto const enrolment : input.completed) {
        auto const row = of_run(tx, id, enrolment);
        become(tx, actor, row, EnrolmentStatus::completed, kCompleted, clock);
        tx.run(kComplete, row.staff_id, run.course_code, input.completed_on, fiscal_year(input.completed_on), kSource,
               clock.now(), actor.account, id);
        people::note_change(tx, row.staff_id);
    }
    for (auto const& other : input.not_completed) {
        auto const row = of_run(tx, id, other.enrolment);
        become(tx, actor, row, EnrolmentStatus::not_completed, other.reason, clock);
        tx.run(kKeepCorrected, id, row.staff_id, clock.now(), actor.account, other.reason);
        tx.run(kTakeOut, id, row.staff_id);
        tx.run(kLeaveToImport, id, row.staff_id);
        people::note_change(tx, row.staff_id);
    }
    audit::record(tx, actor, clock.now(), "training.results_entered", "course_run", id, input);
}

}  // namespace training
