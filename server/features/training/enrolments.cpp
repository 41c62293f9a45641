#include "features/training/enrolments.hpp"

#include "features/access/sight.hpp"
#include "features/audit/audit.hpp"
#include "features/training/conflicts.hpp"
#include "features/training/prerequisites.hpp"
#include "platform/core/refused.hpp"

#include <algorithm>

namespace training {
namespace {

db::Sql const kOfPerson{
    "SELECT id, run_id, staff_id, unit_id, status, released_at FROM enrolment WHERE run_id = $1 AND staff_id = $2"};
db::Sql const kNext{"SELECT COALESCE(max(queue), 0) + 1 AS next FROM enrolment WHERE run_id = $1"};
db::Sql const kInsert{R"(
    INSERT INTO enrolment (run_id, staff_id, unit_id, status, queue, route, reason, proxy_by, basis_no)
    VALUES ($1, $2, $3, 'applied', $4, $5, $6, $7, $8) RETURNING id)"};
db::Sql const kAskAgain{R"(
    UPDATE enrolment SET unit_id = $2, queue = $3, route = $4, reason = $5, proxy_by = $6, basis_no = $7, released_at = NULL,
           released_by = NULL WHERE id = $1)"};
db::Sql const kOrdered{"UPDATE enrolment SET route = 'ordered', reason = $2, basis_no = $3 WHERE id = $1"};
db::Sql const kSeatOfCourse{R"(
    SELECT e.id FROM enrolment e JOIN course_run r ON r.id = e.run_id
     WHERE e.staff_id = $1 AND r.course_code = $2 AND r.fiscal_year = $3 AND e.status IN ('accepted', 'completed') LIMIT 1)"};
db::Sql const kElsewhere{R"(
    SELECT e.id, e.run_id, e.staff_id, e.unit_id, e.status, e.released_at FROM enrolment e JOIN course_run r ON r.id = e.run_id
     WHERE e.staff_id = $1 AND r.course_code = $2 AND r.fiscal_year = $3 AND r.id <> $4 AND e.status IN ('applied', 'waiting')
     ORDER BY e.id)"};
db::Sql const kRelease{"UPDATE enrolment SET released_at = $2, released_by = $3 WHERE id = $1"};
// The section a person belongs to: a team (係, 担当 …) stands within one.
db::Sql const kSection{R"(
    WITH RECURSIVE up (id, parent_id, kind, step) AS (
        SELECT u.id, u.parent_id, u.kind, 0 FROM posting p JOIN org_unit u ON u.id = p.unit_id
         WHERE p.staff_id = $1 AND p.kind = 'primary' AND p.effective_on <= $2 AND (p.ended_on IS NULL OR p.ended_on > $2)
        UNION ALL SELECT a.id, a.parent_id, a.kind, up.step + 1 FROM org_unit a JOIN up ON a.id = up.parent_id
         WHERE up.kind IN ('係', '担当', '班', 'グループ', 'チーム'))
    SELECT id FROM up ORDER BY step DESC LIMIT 1)"};
db::Sql const kHeads{R"(
    WITH RECURSIVE up (id) AS (
        SELECT p.unit_id FROM posting p
         WHERE p.staff_id = $1 AND p.effective_on <= $3 AND (p.ended_on IS NULL OR p.ended_on > $3)
        UNION SELECT u.parent_id FROM org_unit u JOIN up ON u.id = up.id WHERE u.parent_id IS NOT NULL)
    SELECT h.id FROM posting h JOIN up ON up.id = h.unit_id
     WHERE h.staff_id = $2 AND h.is_head = 1 AND h.effective_on <= $3 AND (h.ended_on IS NULL OR h.ended_on > $3) LIMIT 1)"};

constexpr char const* kReleased = "所属長の承認";
constexpr char const* kOrder = "席の割振りによる受講命令";
constexpr char const* kSeatedElsewhere = "同じ研修の別の開催で受講が決まったため";

/// How somebody comes to a run, beside who they are.
struct Way {
    EnrolmentRoute route = EnrolmentRoute::applied;
    std::string reason;
    std::optional<AccountId> proxy;
    std::string basis_no;
};

bool within_period(RunRow const& run, Date today) { return run.apply_from <= today && today <= run.apply_until; }

void must_take_applications(RunRow const& run, Clock const& clock)
{
    if (run.status != RunStatus::open || has_begun(run, clock) || !within_period(run, clock.today()))
        throw Refused{Code::run_closed};
}

/// The office may still place people after the period, as long as the run is open.
void must_take_recommendations(RunRow const& run, Actor const& actor, Clock const& clock)
{
    if (!may(actor, Permission::training_manage)) return must_take_applications(run, clock);
    if (run.status != RunStatus::open) throw Refused{Code::run_closed};
}

/// The application as it is first kept. Nothing when the person has asked before and not withdrawn.
std::optional<EnrolmentRow> ask(db::Tx& tx, Actor const& actor, RunRow const& run, StaffId staff, Way const& way,
                                Clock const& clock)
{
    auto const section = tx.maybe_one<OrgUnitId>(kSection, staff, clock.today());
    auto const next = tx.one<std::int64_t>(kNext, run.id);
    if (auto const before = tx.maybe_one<EnrolmentRow>(kOfPerson, run.id, staff)) {
        if (before->status != EnrolmentStatus::withdrawn) return std::nullopt;
        become(tx, actor, *before, EnrolmentStatus::applied, way.reason, clock);
        tx.run(kAskAgain, before->id, section, next, way.route, way.reason, way.proxy, way.basis_no);
        return enrolment_row(tx, before->id);
    }
    EnrolmentId const id{tx.insert(kInsert, run.id, staff, section, next, way.route, way.reason, way.proxy, way.basis_no)};
    keep_step(tx, actor, id, EnrolmentStatus::applied, way.reason, clock);
    return enrolment_row(tx, id);
}

/// A seat while there is one, else the end of the line; once nobody is promoted any more, a seat or nothing.
void seat(db::Tx& tx, Actor const& actor, RunRow const& run, EnrolmentRow const& enrolment, Clock const& clock)
{
    settle(tx, actor, run, clock);  // whoever waits for a free seat comes first
    if (!run.limited() || taken(tx, run.id).room(run.seats(), enrolment.unit_id)) {
        become(tx, actor, enrolment, EnrolmentStatus::accepted, "", clock);
    } else if (promotes(run, clock)) {
        become(tx, actor, enrolment, EnrolmentStatus::waiting, "", clock);
    } else {
        throw Refused{Code::run_closed};
    }
}

void let_go(db::Tx& tx, Actor const& actor, EnrolmentRow const& enrolment, Clock const& clock)
{
    tx.run(kRelease, enrolment.id, clock.now(), actor.account);
    keep_step(tx, actor, enrolment.id, EnrolmentStatus::applied, kReleased, clock);
}

bool heads(db::Tx& tx, Actor const& actor, StaffId staff, Date today)
{
    return actor.staff && tx.maybe_one<PostingId>(kHeads, staff, *actor.staff, today);
}

/// The run must be one that the actor may know of.
RunRow known_run(http::Call const& call, CourseRunId id)
{
    run(call.tx, call.actor, call.service<people::PlanWords>(), id, call.clock);
    return run_row(call.tx, id);
}

void must_be_prepared(http::Call const& call, RunRow const& run, StaffId staff)
{
    auto const today = call.clock.today();
    if (auto const versioned = call.service<plan::Library>().maybe_in_force(call.tx, today))
        must_have_prerequisites(call.tx, versioned->plan, run.course_code, staff, today);
}

}  // namespace

json::object EnrolInput::limits(std::string_view) { return {{"maxLength", 500}}; }

json::object RecommendInput::limits(std::string_view member)
{
    if (member == "staff") return {{"minItems", 1}, {"maxItems", 500}};
    if (member == "reason") return {{"maxLength", 500}};
    if (member == "basis_no") return {{"maxLength", 100}};
    return {};
}

Enrolled enrol(http::Call const& call, CourseRunId id, EnrolInput const& input)
{
    auto& tx = call.tx;
    auto const& actor = call.actor;
    auto const& clock = call.clock;
    if (!actor.staff) throw Refused{Code::not_allowed};
    auto const run = known_run(call, id);
    must_take_applications(run, clock);
    must_be_prepared(call, run, *actor.staff);
    auto const asked = ask(tx, actor, run, *actor.staff, {EnrolmentRoute::applied, input.reason, {}, {}}, clock);
    if (!asked) throw Refused{Code::already_enrolled};
    if (!run.needs_release) seat(tx, actor, run, *asked, clock);
    audit::record(tx, actor, clock.now(), "training.enrolled", "enrolment", asked->id, input);
    return {enrolment(tx, asked->id), conflicts(call, id, *actor.staff)};
}

Recommended recommend(http::Call const& call, CourseRunId id, RecommendInput const& input)
{
    auto& tx = call.tx;
    auto const& actor = call.actor;
    auto const& clock = call.clock;
    auto const route = input.route.value_or(EnrolmentRoute::recommended);
    if (route == EnrolmentRoute::applied)
        throw Refused{Code::invalid_input, {}, {{"/route", "推薦か命令を選んでください。", "Recommend or order."}}};
    if (route == EnrolmentRoute::ordered && !may(actor, Permission::training_manage)) throw Refused{Code::not_allowed};
    auto const run = known_run(call, id);
    must_take_recommendations(run, actor, clock);
    Recommended answer;
    for (auto const staff : input.staff) {
        accounts::must_reach(tx, actor, Permission::training_release, staff, clock.today());
        auto const typed_for_head = route == EnrolmentRoute::recommended && !heads(tx, actor, staff, clock.today());
        Way const way{route, input.reason, typed_for_head ? std::optional{actor.account} : std::nullopt,
                      input.basis_no.value_or("")};
        auto const asked = ask(tx, actor, run, staff, way, clock);
        if (!asked) {
            answer.already.push_back(staff);
            continue;
        }
        let_go(tx, actor, *asked, clock);
        seat(tx, actor, run, *asked, clock);
        answer.enrolments.push_back(enrolment(tx, asked->id));
        auto found = conflicts(call, id, staff);
        answer.conflicts.insert(answer.conflicts.end(), found.begin(), found.end());
    }
    audit::record(tx, actor, clock.now(), "training.recommended", "course_run", id, input);
    return answer;
}

AgainstOrder order(db::Tx& tx, Actor const& actor, CourseRunId id, StaffId staff, std::string const& basis_no, Clock const& clock)
{
    auto const run = run_row(tx, id);
    if (run.status != RunStatus::open || has_begun(run, clock)) return AgainstOrder::closed;
    settle(tx, actor, run, clock);  // whoever waits for a free seat comes first
    if (tx.maybe_one<EnrolmentId>(kSeatOfCourse, staff, run.course_code, run.fiscal_year)) return AgainstOrder::seated;
    auto row = tx.maybe_one<EnrolmentRow>(kOfPerson, id, staff);
    auto const asks = row && row->status != EnrolmentStatus::withdrawn;
    if (asks && !may_become(row->status, EnrolmentStatus::accepted)) return AgainstOrder::decided;
    if (!asks) row = ask(tx, actor, run, staff, {EnrolmentRoute::ordered, kOrder, {}, basis_no}, clock);
    auto const seats = run.limited() ? taken(tx, id) : Taken{};
    if (seats.full(run.seats())) return AgainstOrder::full;
    if (!seats.room(run.seats(), row->unit_id)) return AgainstOrder::section_full;
    tx.run(kOrdered, row->id, kOrder, basis_no);
    if (!row->released_at) tx.run(kRelease, row->id, clock.now(), actor.account);
    become(tx, actor, *row, EnrolmentStatus::accepted, kOrder, clock);
    for (auto const& other : tx.all<EnrolmentRow>(kElsewhere, staff, run.course_code, run.fiscal_year, id))
        become(tx, actor, other, EnrolmentStatus::withdrawn, kSeatedElsewhere, clock);
    return AgainstOrder::none;
}

Enrolment release(db::Tx& tx, Actor const& actor, EnrolmentId id, Clock const& clock)
{
    auto const row = enrolment_row(tx, id);
    accounts::must_reach(tx, actor, Permission::training_release, row.staff_id, clock.today());
    if (actor.staff == row.staff_id) throw Refused{Code::not_allowed};
    if (row.status != EnrolmentStatus::applied) throw Refused{Code::wrong_status};
    let_go(tx, actor, row, clock);
    seat(tx, actor, run_row(tx, row.run_id), row, clock);
    audit::record(tx, actor, clock.now(), "training.released", "enrolment", id);
    return enrolment(tx, id);
}

Enrolment decline(db::Tx& tx, Actor const& actor, EnrolmentId id, RunReason const& why, Clock const& clock)
{
    auto const row = enrolment_row(tx, id);
    accounts::must_reach(tx, actor, Permission::training_release, row.staff_id, clock.today());
    if (actor.staff == row.staff_id) throw Refused{Code::not_allowed};
    become(tx, actor, row, EnrolmentStatus::declined, why.reason, clock);
    audit::record(tx, actor, clock.now(), "training.declined", "enrolment", id, why);
    return enrolment(tx, id);
}

Enrolment withdraw(db::Tx& tx, Actor const& actor, EnrolmentId id, RunReason const& why, Clock const& clock)
{
    auto const row = enrolment_row(tx, id);
    if (actor.staff != row.staff_id) accounts::must_reach(tx, actor, Permission::training_release, row.staff_id, clock.today());
    auto const run = run_row(tx, row.run_id);
    if (has_begun(run, clock) && !may(actor, Permission::training_manage)) throw Refused{Code::run_closed};
    become(tx, actor, row, EnrolmentStatus::withdrawn, why.reason, clock);
    settle(tx, actor, run, clock);
    audit::record(tx, actor, clock.now(), "training.withdrawn", "enrolment", id, why);
    return enrolment(tx, id);
}

}  // namespace training
