#include "features/seating/adjusting.hpp"
#include "features/seating/confirming.hpp"
#include "features/seating/seating.hpp"

namespace seating {
namespace {

using http::Call;

people::PlanWords& words(Call const& c) { return c.service<people::PlanWords>(); }
jobs::Runner& runner(Call const& c) { return c.service<jobs::Runner>(); }
void must_plan(Call const& c) { seating::must_plan(c.actor, c.clock.today()); }

/// After a write: the plan as it stands now.
SeatPlan shown(Call const& c, SeatPlanId id) { return seat_plan(c.tx, runner(c), words(c), id, c.clock); }

SeatPlanList list(Call const& c, SeatPlansQuery const& q)
{
    must_plan(c);
    return seat_plans(c.tx, q, c.clock);
}

SeatOutlook what_could_be_planned(Call const& c, SeatPlansQuery const& q)
{
    must_plan(c);
    return outlook(c.tx, c.service<skills::Everybody>(), c.service<training::Obligations>(), q, c.clock);
}

SeatPlan one(Call const& c)
{
    must_plan(c);
    return shown(c, c.path<SeatPlanId>(0));
}

SeatPage page(Call const& c, SeatsQuery const& q)
{
    must_plan(c);
    return seats(c.tx, words(c), c.path<SeatPlanId>(0), q, c.clock);
}

SeatPlan add(Call const& c, SeatPlanForm const& in)
{
    must_plan(c);
    return shown(c, start(c.tx, c.actor, runner(c), words(c), in, c.clock));
}

SeatPlan again(Call const& c, Again const& in)
{
    must_plan(c);
    start_again(c.tx, c.actor, runner(c), c.path<SeatPlanId>(0), in, c.clock);
    return shown(c, c.path<SeatPlanId>(0));
}

Moved move_one(Call const& c, MoveInput const& in)
{
    must_plan(c);
    return move(c, c.path<SeatPlanId>(0), in);
}

SeatPlan confirm_all(Call const& c, ConfirmInput const& in)
{
    must_plan(c);
    confirm(c.tx, c.actor, runner(c), c.path<SeatPlanId>(0), in, c.clock);
    return shown(c, c.path<SeatPlanId>(0));
}

void drop(Call const& c)
{
    must_plan(c);
    discard(c.tx, c.actor, c.path<SeatPlanId>(0), c.clock);
}

std::vector<Code> changing(std::initializer_list<Code> also = {})
{
    std::vector<Code> all{Code::not_found, Code::not_allowed, Code::wrong_status, Code::changed_meanwhile};
    all.insert(all.end(), also);
    return all;
}

void reading_routes(http::Table& table, http::Access const& manages)
{
    table.get("/seat-plans",
              {.id = "seatPlans", .access = manages, .summary = "席の割振り案の一覧", .refusals = {Code::not_allowed}}, list);
    table.get("/seat-plans/outlook",
              {.id = "seatOutlook",
               .access = manages,
               .summary = "研修ごとの席のない人と空席",
               .refusals = {Code::not_allowed, Code::not_found}},
              what_could_be_planned);
    table.get("/seat-plans/{plan}",
              {.id = "seatPlan", .access = manages, .summary = "席の割振り案", .refusals = {Code::not_found, Code::not_allowed}},
              one);
    table.get("/seat-plans/{plan}/seats",
              {.id = "seatPlanSeats",
               .access = manages,
               .summary = "割振り案の人ごとの席",
               .refusals = {Code::not_found, Code::not_allowed}},
              page);
}

void changing_routes(http::Table& table, http::Access const& manages)
{
    table.post("/seat-plans",
               {.id = "addSeatPlan",
                .access = manages,
                .summary = "席の割振り案を作る",
                .refusals = {Code::not_allowed, Code::invalid_input, Code::not_found},
                .success = 202},
               add);
    table.put("/seat-plans/{plan}/seats",
              {.id = "moveSeat",
               .access = manages,
               .summary = "割振り案の一人の席を変える",
               .refusals = changing({Code::run_closed, Code::conflict})},
              move_one);
    table.post("/seat-plans/{plan}/again",
               {.id = "proposeSeatsAgain",
                .access = manages,
                .summary = "手で決めた席を残して割り振り直す",
                .refusals = changing(),
                .success = 202},
               again);
    table.post("/seat-plans/{plan}/confirmation",
               {.id = "confirmSeatPlan",
                .access = manages,
                .summary = "割振り案のとおり受講を命じる",
                .refusals = changing({Code::conflict}),
                .success = 202},
               confirm_all);
    table.del("/seat-plans/{plan}",
              {.id = "discardSeatPlan",
               .access = manages,
               .summary = "割振り案を破棄する",
               .refusals = {Code::not_found, Code::not_allowed, Code::wrong_status}},
              drop);
}

}  // namespace

void handle_jobs(jobs::Runner& runner, skills::Everybody& everybody, training::Obligations& obligations, Clock const& clock)
{
    // Each ends in the transaction that does its work: run again after a stop, it has done nothing yet.
    runner.handle(std::string(kPropose), jobs::AfterRestart::run_again, [&](jobs::Work& work) {
        compute(work, {everybody, obligations, clock});
    });
    runner.handle(std::string(kConfirm), jobs::AfterRestart::run_again, [&](jobs::Work& work) { carry_out(work, clock); });
}

void routes(http::Table& table)
{
    auto const manages = http::Access::needs(Permission::training_manage);
    reading_routes(table, manages);
    changing_routes(table, manages);
}

}  // namespace seating
