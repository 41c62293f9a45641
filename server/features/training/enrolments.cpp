#include "features/training/enrolments.hpp"

#include "features/access/sight.hpp"
#include "features/audit/audit.hpp"
#include "features/training/asking.hpp"
#include "features/training/conflicts.hpp"
#include "features/training/prerequisites.hpp"
#include "platform/core/refused.hpp"

#include <algorithm>

namespace training {
namespace {

db::Sql const kOrdered{R"(
    UPDATE enrolment SET route = 'ordered', reason = $2, basis_no = $3, released_at = COALESCE(released_at, $4),
           released_by = COALESCE(released_by, $5) WHERE id = $1)"};
db::Sql const kSeatOfCourse{R"(
    SELECT e.id FROM enrolment e JOIN course_run r ON r.id = e.run_id
     WHERE e.staff_id = $1 AND r.course_code = $2 AND r.fiscal_year = $3 AND e.status IN ('accepted', 'completed') LIMIT 1)"};
db::Sql const kElsewhere{R"(
    SELECT e.id, e.run_id, e.staff_id, e.unit_id, e.status, e.released_at FROM enrolment e JOIN course_run r ON r.id = e.run_id
     WHERE e.staff_id = $1 AND r.course_code = $2 AND r.fiscal_year = $3 AND r.id <> $4 AND e.status IN ('applied', 'waiting')
     ORDER BY e.id)"};

constexpr char const* kOrder = "席の割振りによる受講命令";
constexpr char const* kSeatedElsewhere = "同じ研修の別の開催で受講が決まったため";

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

/// A seat while there is one, else the end of the line; once nobody is promoted any more, a seat or nothing.
void seat(db::Tx& tx, Actor const& actor, RunRow const& run, EnrolmentRow const& enrolment, Clock const& clock)
{
    settle(tx, actor, run, clock);  // whoever waits for a free seat comes first
    if (!run.limited() || taken(tx, run).room(run.seats(), enrolment.unit_id)) {
        become(tx, actor, enrolment, EnrolmentStatus::accepted, "", clock);
    } else if (promotes(run, clock)) {
        become(tx, actor, enrolment, EnrolmentStatus::waiting, "", clock);
    } else {
        throw Refused{Code::run_closed};
    }
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
    auto row = enrolment_of(tx, id, staff);
    auto const asks = row && row->status != EnrolmentStatus::withdrawn;
    if (asks && !may_become(row->status, EnrolmentStatus::accepted)) return AgainstOrder::decided;
    if (!asks) row = ask(tx, actor, run, staff, {EnrolmentRoute::ordered, kOrder, {}, basis_no}, clock);
    auto const seats = run.limited() ? taken(tx, run) : Taken{};
    if (seats.full(run.seats())) return AgainstOrder::full;
    if (!seats.room(run.seats(), row->unit_id)) return AgainstOrder::section_full;
    tx.run(kOrdered, row->id, kOrder, basis_no, clock.now(), actor.account);
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
