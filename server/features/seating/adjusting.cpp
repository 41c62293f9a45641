#include "features/seating/adjusting.hpp"

#include "features/audit/audit.hpp"
#include "features/training/conflicts.hpp"
#include "platform/core/refused.hpp"

namespace seating {
namespace {

struct SeatRow {
    std::optional<OrgUnitId> unit_id;
    std::optional<CourseRunId> run_id;
};
BOOST_DESCRIBE_STRUCT(SeatRow, (), (unit_id, run_id))

struct UnitSeats {
    std::optional<OrgUnitId> unit_id;
    int seats = 0;
};
BOOST_DESCRIBE_STRUCT(UnitSeats, (), (unit_id, seats))

db::Sql const kSeat{"SELECT unit_id, run_id FROM seat_plan_seat WHERE plan_id = $1 AND staff_id = $2 AND course_code = $3"};
db::Sql const kOthers{R"(
    SELECT unit_id, count(*) AS seats FROM seat_plan_seat
     WHERE plan_id = $1 AND run_id = $2 AND staff_id <> $3 GROUP BY unit_id ORDER BY unit_id)"};
db::Sql const kMove{R"(
    UPDATE seat_plan_seat SET run_id = $4, obstacle = $5, pinned = $6 WHERE plan_id = $1 AND staff_id = $2 AND course_code = $3)"};
db::Sql const kRevise{"UPDATE seat_plan SET revision = revision + 1 WHERE id = $1"};
db::Sql const kSameTime{R"(
    SELECT DISTINCT r.course_code FROM seat_plan_seat m JOIN course_run r ON r.id = m.run_id AND r.attend = 'all'
      JOIN run_session o ON o.run_id = m.run_id
      JOIN run_session s ON s.run_id = $3 AND o.starts_at < s.ends_at AND o.ends_at > s.starts_at
     WHERE m.plan_id = $1 AND m.staff_id = $2 AND m.run_id <> $3 ORDER BY r.course_code)"};
// Seats of the section on the fullest day of the run, given or planned.
db::Sql const kOnDay{R"(
    SELECT COALESCE(max(seats), 0) AS most FROM (
        SELECT d.day, (SELECT count(*) FROM enrolment e JOIN course_run r ON r.id = e.run_id AND r.attend = 'all'
                        WHERE e.unit_id = $2 AND e.status = 'accepted'
                          AND EXISTS (SELECT 1 FROM run_session s WHERE s.run_id = e.run_id AND substr(s.starts_at, 1, 10) = d.day))
                    + (SELECT count(*) FROM seat_plan_seat m JOIN course_run r ON r.id = m.run_id AND r.attend = 'all'
                        WHERE m.plan_id = $1 AND m.unit_id = $2
                          AND EXISTS (SELECT 1 FROM run_session s WHERE s.run_id = m.run_id AND substr(s.starts_at, 1, 10) = d.day))
               AS seats
          FROM (SELECT DISTINCT substr(starts_at, 1, 10) AS day FROM run_session WHERE run_id = $3) d) fullest)"};

void must_have_room(db::Tx& tx, SeatPlanId plan, training::RunRow const& run, StaffId staff, std::optional<OrgUnitId> unit)
{
    auto seats = training::taken(tx, run);
    for (auto const& row : tx.all<UnitSeats>(kOthers, plan, run.id, staff)) seats.add(row.unit_id, row.seats);
    if (seats.full(run.seats())) throw Refused{Code::conflict, {"定員に達しています。", "The run is full."}};
    if (!seats.room(run.seats(), unit))
        throw Refused{Code::conflict, {"所属ごとの上限に達しています。", "The section has its share of the seats."}};
}

training::RunRow must_be_open(db::Tx& tx, PlanRow const& plan, MoveInput const& input, Clock const& clock)
{
    auto run = training::run_row(tx, *input.run);
    auto const open = run.status == training::RunStatus::open && !training::has_begun(run, clock);
    if (!open || run.course_code != input.course || run.fiscal_year != plan.fiscal_year) throw Refused{Code::run_closed};
    return run;
}

std::vector<Caution> cautions(http::Call const& call, PlanRow const& plan, SeatRow const& seat, MoveInput const& input)
{
    auto& tx = call.tx;
    std::vector<Caution> all;
    for (auto& each : training::conflicts(call, *input.run, input.staff))
        all.push_back({std::move(each.text), std::move(each.text_en)});
    for (auto const& code : tx.all<std::string>(kSameTime, plan.id, input.staff, *input.run)) {
        auto const name = call.service<people::PlanWords>()
                              .name(tx, call.clock.today(), people::PlanTerm::course, code)
                              .value_or(people::PlanName{code, code});
        all.push_back({"この案では、同じ時間に「" + name.ja + "」の席があります。",
                       "Has a seat at the same time in this plan: " + name.en + "."});
    }
    if (plan.per_day > 0 && seat.unit_id && tx.one<std::int64_t>(kOnDay, plan.id, *seat.unit_id, *input.run) > plan.per_day)
        all.push_back({"この所属から同じ日に受講する人数の上限を超えます。",
                       "The section now has more people in training on that day than its limit."});
    return all;
}

}  // namespace

json::object MoveInput::limits(std::string_view member)
{
    if (member == "course") return {{"minLength", 1}, {"maxLength", 40}};
    return {};
}

Moved move(http::Call const& call, SeatPlanId id, MoveInput const& input)
{
    auto& tx = call.tx;
    auto const plan = plan_row(tx, id);
    if (plan.state != PlanState::proposed) throw Refused{Code::wrong_status};
    if (plan.revision != input.revision) throw Refused{Code::changed_meanwhile};
    auto const seat = tx.maybe_one<SeatRow>(kSeat, id, input.staff, input.course);
    if (!seat) throw Refused{Code::not_found};
    if (input.run) must_have_room(tx, id, must_be_open(tx, plan, input, call.clock), input.staff, seat->unit_id);
    tx.run(kMove, id, input.staff, input.course, input.run, input.run ? Obstacle::none : Obstacle::taken_out, input.pinned);
    tx.run(kRevise, id);
    audit::record(tx, call.actor, call.clock.now(), "seating.moved", "seat_plan", id, input);
    Moved moved{plan.revision + 1, {}};
    if (input.run) moved.cautions = cautions(call, plan, *seat, input);
    return moved;
}

}  // namespace seating
