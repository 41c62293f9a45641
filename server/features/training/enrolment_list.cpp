#include "features/access/sight.hpp"
#include "features/training/enrolments.hpp"
#include "platform/core/refused.hpp"

#include <algorithm>
#include <map>

namespace training {
namespace {

struct Row {
    EnrolmentId id;
    CourseRunId run_id;
    StaffId staff_id;
    std::string staff_no, name, unit_name;
    EnrolmentStatus status = EnrolmentStatus::applied;
    EnrolmentRoute route = EnrolmentRoute::applied;
    std::string reason, proxy;
    std::optional<Instant> released_at;
    std::string released_by, basis_no, last_reason;
    std::optional<RunSessionId> session_id;
    std::optional<Instant> reported_at;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, run_id, staff_id, staff_no, name, unit_name, status, route, reason, proxy, released_at, released_by,
                       basis_no, last_reason, session_id, reported_at))

#define SQL_ENROLMENTS                                                                                                       \
    "SELECT e.id, e.run_id, e.staff_id, s.staff_no, s.name, COALESCE(u.name, '') AS unit_name, e.status, e.route, e.reason," \
    " COALESCE(pa.display_name, '') AS proxy, e.released_at, COALESCE(ra.display_name, '') AS released_by, e.basis_no,"      \
    " COALESCE((SELECT t.reason FROM enrolment_step t WHERE t.enrolment_id = e.id ORDER BY t.seq DESC LIMIT 1), '')"         \
    " AS last_reason, e.session_id,"                                                                                         \
    " (SELECT t.submitted_at FROM training_report t WHERE t.enrolment_id = e.id) AS reported_at"                             \
    " FROM enrolment e JOIN staff s ON s.id = e.staff_id LEFT JOIN org_unit u ON u.id = e.unit_id"                           \
    " LEFT JOIN account pa ON pa.id = e.proxy_by LEFT JOIN account ra ON ra.id = e.released_by "

db::Sql const kOne{SQL_ENROLMENTS "WHERE e.id = $1"};
db::Sql const kOfRun{SQL_SIGHT SQL_ENROLMENTS "WHERE e.run_id = $5 AND" SQL_SEES("e.staff_id") "ORDER BY e.queue"};
db::Sql const kLine{"SELECT id FROM enrolment WHERE run_id = $1 AND status = 'waiting' ORDER BY queue"};

struct Marked {
    RunSessionId session_id;
    StaffId staff_id;
    Presence mark = Presence::present;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Marked, (), (session_id, staff_id, mark, reason))
db::Sql const kMarks{R"(
    SELECT a.session_id, a.staff_id, a.mark, a.reason FROM attendance a JOIN run_session s ON s.id = a.session_id
     WHERE s.run_id = $1 ORDER BY s.starts_at, s.id)"};
db::Sql const kSessions{"SELECT count(*) FROM run_session WHERE run_id = $1"};

/// What is the same for everybody of a run.
class Sheet {
public:
    Sheet(db::Tx& tx, CourseRunId run) : attend_(run_row(tx, run).attend), sessions_(tx.one<std::int64_t>(kSessions, run))
    {
        for (auto const id : tx.all<EnrolmentId>(kLine, run)) place_[id] = static_cast<std::int64_t>(place_.size()) + 1;
        for (auto& row : tx.all<Marked>(kMarks, run)) marks_[row.staff_id].push_back({row.session_id, row.mark, row.reason});
    }

    Enrolment shown(Row row) const
    {
        Enrolment shown{row.id,
                        row.run_id,
                        row.staff_id,
                        std::move(row.staff_no),
                        std::move(row.name),
                        std::move(row.unit_name),
                        row.status,
                        0,
                        row.route,
                        std::move(row.reason),
                        std::move(row.proxy),
                        row.released_at,
                        std::move(row.released_by),
                        std::move(row.basis_no),
                        std::move(row.last_reason),
                        {},
                        false,
                        row.session_id,
                        row.reported_at};
        if (auto const place = place_.find(row.id); place != place_.end()) shown.place = place->second;
        if (auto const marks = marks_.find(row.staff_id); marks != marks_.end()) shown.attendance = marks->second;
        auto const came = std::count_if(shown.attendance.begin(), shown.attendance.end(),
                                        [](auto const& mark) { return mark.mark != Presence::absent; });
        shown.attended = attend_ == Attend::one ? came > 0 : sessions_ > 0 && came == sessions_;
        return shown;
    }

private:
    Attend attend_;
    std::int64_t sessions_;
    std::map<EnrolmentId, std::int64_t> place_;
    std::map<StaffId, std::vector<AttendanceMark>> marks_;
};

}  // namespace

Enrolment enrolment(db::Tx& tx, EnrolmentId id)
{
    auto row = tx.maybe_one<Row>(kOne, id);
    if (!row) throw Refused{Code::not_found};
    return Sheet{tx, row->run_id}.shown(*std::move(row));
}

EnrolmentList enrolments(db::Tx& tx, Actor const& actor, people::PlanWords& words, CourseRunId id, Clock const& clock)
{
    run(tx, actor, words, id, clock);
    auto const sight = accounts::sight(actor, clock.today(), clock.today());
    Sheet const sheet{tx, id};
    EnrolmentList list;
    for (auto& row : tx.all<Row>(kOfRun, sight.account, sight.roles, sight.today, sight.on, id))
        list.enrolments.push_back(sheet.shown(std::move(row)));
    return list;
}

}  // namespace training
