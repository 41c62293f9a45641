#include "features/seating/confirming.hpp"

#include "features/audit/audit.hpp"
#include "platform/core/refused.hpp"

#include <set>

namespace seating {
namespace {

using training::AgainstOrder;

struct ConfirmJob {
    SeatPlanId plan;
    ConfirmInput input;
    AccountId account;
    std::string login, name;
};
BOOST_DESCRIBE_STRUCT(ConfirmJob, (), (plan, input, account, login, name))

struct Seat {
    StaffId staff_id;
    CourseRunId run_id;
};
BOOST_DESCRIBE_STRUCT(Seat, (), (staff_id, run_id))

struct Named {
    StaffId staff_id;
    std::string who;
};
BOOST_DESCRIBE_STRUCT(Named, (), (staff_id, who))

struct Crowded {
    std::string unit_name, day;
};
BOOST_DESCRIBE_STRUCT(Crowded, (), (unit_name, day))

struct Confirmed {
    std::string basis_no;
    std::size_t seats = 0;
};
BOOST_DESCRIBE_STRUCT(Confirmed, (), (basis_no, seats))

db::Sql const kSetJob{"UPDATE seat_plan SET job_id = $2 WHERE id = $1"};
db::Sql const kAnySeat{"SELECT staff_id FROM seat_plan_seat WHERE plan_id = $1 AND run_id IS NOT NULL LIMIT 1"};
// Those who must come before the others, as the proposal served them.
db::Sql const kSeats{R"(
    SELECT staff_id, run_id FROM seat_plan_seat WHERE plan_id = $1 AND run_id IS NOT NULL
     ORDER BY run_id, required DESC, asked DESC, staff_id)"};
db::Sql const kConfirmed{R"(
    UPDATE seat_plan SET state = 'confirmed', revision = revision + 1, confirmed_at = $2, confirmed_by = $3, basis_no = $4
     WHERE id = $1)"};
db::Sql const kWho{"SELECT name || '(' || staff_no || ')' AS who FROM staff WHERE id = $1"};

// What the proposal could not know; who was set by hand was set knowing it.
db::Sql const kGone{R"(
    SELECT m.staff_id, p.name || '(' || p.staff_no || ')' AS who FROM seat_plan_seat m JOIN staff p ON p.id = m.staff_id
     WHERE m.plan_id = $1 AND m.run_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM posting o WHERE o.staff_id = m.staff_id AND o.kind = 'primary' AND o.effective_on <= $2
                          AND (o.ended_on IS NULL OR o.ended_on > $2))
     ORDER BY p.staff_no)"};
db::Sql const kAway{R"(
    SELECT DISTINCT m.staff_id, p.name || '(' || p.staff_no || ')' AS who FROM seat_plan_seat m JOIN staff p ON p.id = m.staff_id
      JOIN course_run r ON r.id = m.run_id AND r.attend = 'all' JOIN run_session s ON s.run_id = r.id
      JOIN leave_period l ON l.staff_id = m.staff_id AND l.valid_from <= substr(s.starts_at, 1, 10)
       AND (l.valid_until IS NULL OR l.valid_until > substr(s.starts_at, 1, 10))
     WHERE m.plan_id = $1 AND m.pinned = 0 ORDER BY who)"};
db::Sql const kElsewhere{R"(
    SELECT DISTINCT m.staff_id, p.name || '(' || p.staff_no || ')' AS who FROM seat_plan_seat m JOIN staff p ON p.id = m.staff_id
      JOIN course_run r ON r.id = m.run_id AND r.attend = 'all' JOIN run_session s ON s.run_id = r.id
      JOIN enrolment e ON e.staff_id = m.staff_id AND e.status = 'accepted' AND e.run_id <> m.run_id
      JOIN course_run q ON q.id = e.run_id AND q.attend = 'all'
      JOIN run_session o ON o.run_id = q.id AND o.starts_at < s.ends_at AND o.ends_at > s.starts_at
     WHERE m.plan_id = $1 AND m.pinned = 0 ORDER BY who)"};
db::Sql const kCrowded{R"(
    SELECT u.name AS unit_name, d.day
      FROM (SELECT DISTINCT e.id, e.unit_id, substr(s.starts_at, 1, 10) AS day, COALESCE(m.pinned, 0) AS pinned
              FROM enrolment e JOIN course_run r ON r.id = e.run_id AND r.attend = 'all' JOIN run_session s ON s.run_id = r.id
              LEFT JOIN seat_plan_seat m ON m.plan_id = $1 AND m.staff_id = e.staff_id AND m.run_id = e.run_id
             WHERE e.status = 'accepted' AND substr(s.starts_at, 1, 10) IN (
                   SELECT substr(x.starts_at, 1, 10) FROM seat_plan_seat y JOIN run_session x ON x.run_id = y.run_id
                    WHERE y.plan_id = $1)) d
      JOIN org_unit u ON u.id = d.unit_id
     WHERE EXISTS (SELECT 1 FROM seat_plan_seat z WHERE z.plan_id = $1 AND z.unit_id = d.unit_id AND z.run_id IS NOT NULL)
     GROUP BY u.id, u.name, d.day HAVING sum(1 - d.pinned) > $2 ORDER BY d.day, u.name)"};

constexpr std::size_t kMostNamed = 50;

/// What has changed since, by name; a person once.
class Changes {
public:
    void person(StaffId staff, std::string const& who, std::string const& ja, std::string const& en)
    {
        if (named_.insert(staff).second) add("/seats/" + std::to_string(staff.value), who + ": " + ja, who + ": " + en);
    }
    void add(std::string pointer, std::string ja, std::string en)
    {
        ++count_;
        if (problems_.size() < kMostNamed) problems_.push_back({std::move(pointer), std::move(ja), std::move(en)});
    }
    void must_be_none()
    {
        if (count_ == 0) return;
        auto const number = std::to_string(count_);
        throw Refused{Code::changed_meanwhile,
                      {"案を作ったあとに" + number + "件が変わりました。もう一度割り振ってください。",
                       number + " places have changed since the proposal. Propose again."},
                      std::move(problems_)};
    }

private:
    std::size_t count_ = 0;
    std::set<StaffId> named_;
    std::vector<Problem> problems_;
};

struct Why {
    char const *ja, *en;
};

Why why(AgainstOrder against)
{
    switch (against) {
        case AgainstOrder::closed: return {"開催の受付が終わっています。", "the run is no longer open."};
        case AgainstOrder::seated: return {"すでにこの研修の席があります。", "has a seat of the course already."};
        case AgainstOrder::decided: return {"この開催では見送りなどが決まっています。", "has been declined for this run."};
        case AgainstOrder::full: return {"席が埋まりました。", "the run has become full."};
        case AgainstOrder::section_full: return {"所属ごとの上限に達しました。", "the section has used up its share."};
        case AgainstOrder::none: break;
    }
    return {"", ""};
}

void find_changes(db::Tx& tx, SeatPlanId plan, Date today, Changes& changes)
{
    for (auto const& each : tx.all<Named>(kGone, plan, today))
        changes.person(each.staff_id, each.who, "在籍していません。", "is no longer employed.");
    for (auto const& each : tx.all<Named>(kAway, plan))
        changes.person(each.staff_id, each.who, "開催日に休業・休職しています。", "is on leave on the day.");
    for (auto const& each : tx.all<Named>(kElsewhere, plan))
        changes.person(each.staff_id, each.who, "同じ時間に別の研修があります。", "is at another course at the same time.");
}

void order_everybody(db::Tx& tx, Actor const& actor, ConfirmJob const& job, Clock const& clock)
{
    auto const plan = plan_row(tx, job.plan);
    if (plan.state != PlanState::proposed) throw Refused{Code::wrong_status};
    if (plan.revision != job.input.revision) throw Refused{Code::changed_meanwhile};
    Changes changes;
    find_changes(tx, plan.id, clock.today(), changes);
    auto const seats = tx.all<Seat>(kSeats, plan.id);
    for (auto const& seat : seats) {
        auto const against = training::order(tx, actor, seat.run_id, seat.staff_id, job.input.basis_no, clock);
        if (against == AgainstOrder::none) continue;
        changes.person(seat.staff_id, tx.one<std::string>(kWho, seat.staff_id), why(against).ja, why(against).en);
    }
    if (plan.per_day > 0) {
        for (auto const& each : tx.all<Crowded>(kCrowded, plan.id, plan.per_day))
            changes.add("/days/" + each.day, each.unit_name + " " + each.day + ": 同じ日に受講する人数の上限を超えます。",
                        each.unit_name + " " + each.day + ": more people in training than the limit for a day.");
    }
    changes.must_be_none();
    tx.run(kConfirmed, plan.id, clock.now(), actor.account, job.input.basis_no);
    audit::record(tx, actor, clock.now(), "seating.confirmed", "seat_plan", plan.id, Confirmed{job.input.basis_no, seats.size()});
}

}  // namespace

json::object ConfirmInput::limits(std::string_view member)
{
    if (member == "basis_no") return {{"minLength", 1}, {"maxLength", 100}};
    return {};
}

void confirm(db::Tx& tx, Actor const& actor, jobs::Runner& runner, SeatPlanId id, ConfirmInput const& input, Clock const& clock)
{
    auto const plan = plan_row(tx, id);
    if (plan.state != PlanState::proposed) throw Refused{Code::wrong_status};
    if (plan.revision != input.revision) throw Refused{Code::changed_meanwhile};
    auto const state = plan.job_id ? runner.find(tx, *plan.job_id).state : jobs::State::done;
    if (state == jobs::State::queued || state == jobs::State::running)
        throw Refused{Code::wrong_status, {"確定の処理が進んでいます。", "It is being confirmed already."}};
    if (!tx.maybe_one<StaffId>(kAnySeat, id)) throw Refused{Code::conflict, {"席のある人がいません。", "Nobody has a seat."}};
    auto const job = runner.submit(
        tx, {std::string(kConfirm), json::write(ConfirmJob{id, input, actor.account, actor.login, actor.name}), actor.account});
    tx.run(kSetJob, id, job.id);
    audit::record(tx, actor, clock.now(), "seating.confirmation_asked", "seat_plan", id, input);
}

void carry_out(jobs::Work& work, Clock const& clock)
{
    auto const job = json::read<ConfirmJob>(work.input);
    Actor actor;
    actor.account = job.account;
    actor.login = job.login;
    actor.name = job.name;
    work.step(10, "受講を命じています");
    work.database.write([&](db::Tx& tx) {
        order_everybody(tx, actor, job, clock);
        work.finish(tx, "{}");
    });
}

}  // namespace seating
