#include "features/seating/proposing.hpp"

#include "features/audit/audit.hpp"
#include "features/seating/remedy.hpp"
#include "platform/core/refused.hpp"

#include <algorithm>

namespace seating {
namespace {

db::Sql const kInsert{R"(
    INSERT INTO seat_plan (fiscal_year, per_day, state, created_at, created_by) VALUES ($1, $2, 'computing', $3, $4) RETURNING id)"};
db::Sql const kInsertCourse{"INSERT INTO seat_plan_course (plan_id, course_code) VALUES ($1, $2)"};
db::Sql const kComputing{R"(
    UPDATE seat_plan SET state = 'computing', job_id = $2, per_day = $3, revision = revision + 1 WHERE id = $1)"};
db::Sql const kSetJob{"UPDATE seat_plan SET job_id = $2 WHERE id = $1"};
db::Sql const kProposed{R"(
    UPDATE seat_plan SET state = 'proposed', revision = revision + 1, proposed_at = $2, most_seats = $3, most_required = $4
     WHERE id = $1)"};
db::Sql const kCourses{"SELECT course_code FROM seat_plan_course WHERE plan_id = $1 ORDER BY course_code"};
db::Sql const kPins{R"(
    SELECT staff_id, course_code, run_id FROM seat_plan_seat WHERE plan_id = $1 AND pinned = 1 ORDER BY staff_id, course_code)"};
db::Sql const kRemedy{R"(
    UPDATE seat_plan_course SET further_runs = $3, run_seats = $4, month = $5 WHERE plan_id = $1 AND course_code = $2)"};
db::Sql const kDropSeats{"DELETE FROM seat_plan_seat WHERE plan_id = $1"};
db::Sql const kDropCourses{"DELETE FROM seat_plan_course WHERE plan_id = $1"};
db::Sql const kDrop{"DELETE FROM seat_plan WHERE id = $1"};
db::Sql const kKnown{"SELECT id FROM seat_plan WHERE id = $1"};

struct ProposalJob {
    SeatPlanId plan;
    AccountId account;
    std::string login, name;
};
BOOST_DESCRIBE_STRUCT(ProposalJob, (), (plan, account, login, name))

struct SeatLine {
    SeatPlanId plan_id;
    StaffId staff_id;
    std::string course_code;
    std::optional<OrgUnitId> unit_id;
    bool required = false, asked = false;
    std::optional<CourseRunId> run_id;
    Obstacle obstacle = Obstacle::none;
    bool pinned = false;
};
BOOST_DESCRIBE_STRUCT(SeatLine, (), (plan_id, staff_id, course_code, unit_id, required, asked, run_id, obstacle, pinned))

/// What is told of it in the audit log.
struct Outcome {
    std::size_t wanted = 0;
    int seats = 0, most_seats = 0;
};
BOOST_DESCRIBE_STRUCT(Outcome, (), (wanted, seats, most_seats))

template <class T>
T& of(std::vector<T>& all, int index)
{
    return all[static_cast<std::size_t>(index)];
}
template <class T>
T const& of(std::vector<T> const& all, int index)
{
    return all[static_cast<std::size_t>(index)];
}

jobs::Job submit(db::Tx& tx, Actor const& actor, jobs::Runner& runner, SeatPlanId id)
{
    return runner.submit(
        tx, {std::string(kPropose), json::write(ProposalJob{id, actor.account, actor.login, actor.name}), actor.account});
}

/// The job that was to propose has ended without doing so.
bool broke_off(db::Tx& tx, jobs::Runner const& runner, PlanRow const& row)
{
    if (row.state != PlanState::computing || !row.job_id) return false;
    auto const state = runner.find(tx, *row.job_id).state;
    return state == jobs::State::refused || state == jobs::State::failed;
}

Loaded loaded(db::Tx& tx, Surroundings const& around, Frame const& frame)
{
    auto const today = around.clock.today();
    auto const on = training::day_of_year(frame.fiscal_year, today);
    return around.everybody.ask(tx, on, today, [&](skills::GapIndex const& index) {
        return load(tx, index, *around.obligations.of(tx, index, frame.fiscal_year), frame, around.clock);
    });
}

std::vector<SeatLine> lines_of(SeatPlanId id, Loaded const& asked, Proposal const& proposal)
{
    std::vector<SeatLine> lines;
    for (std::size_t i = 0; i < asked.question.wishes.size(); ++i) {
        auto const& wish = asked.question.wishes[i];
        SeatLine line{id, of(asked.people, wish.person), of(asked.courses, wish.course), {}, wish.required, asked.asked[i] != 0};
        if (wish.section != kNowhere) line.unit_id = of(asked.sections, wish.section);
        if (proposal.run_of[i] != kNowhere) line.run_id = of(asked.runs, proposal.run_of[i]);
        line.obstacle = proposal.obstacle[i];
        line.pinned = wish.pin != Wish::Pin::free;
        lines.push_back(std::move(line));
    }
    return lines;
}

void save(db::Tx& tx, SeatPlanId id, Loaded const& asked, Proposal const& proposal, Instant now)
{
    tx.run(kDropSeats, id);
    auto const lines = lines_of(id, asked, proposal);
    tx.insert_many<SeatLine>(
        "seat_plan_seat", {"plan_id", "staff_id", "course_code", "unit_id", "required", "asked", "run_id", "obstacle", "pinned"},
        lines);
    for (std::size_t course = 0; course < asked.courses.size(); ++course) {
        auto const help = remedy(asked.question, proposal, static_cast<int>(course));
        tx.run(kRemedy, id, asked.courses[course], help.runs, help.seats, asked.months[course]);
    }
    tx.run(kProposed, id, now, proposal.most_seats, proposal.most_required);
}

}  // namespace

json::object SeatPlanForm::limits(std::string_view member)
{
    if (member == "fiscal_year") return {{"minimum", 2000}, {"maximum", 2100}};
    if (member == "courses") return {{"minItems", 1}, {"maxItems", 200}};
    if (member == "per_day") return {{"minimum", 0}, {"maximum", 1'000}};
    return {};
}

json::object Again::limits(std::string_view member)
{
    if (member == "per_day") return {{"minimum", 0}, {"maximum", 1'000}};
    return {};
}

SeatPlanId start(db::Tx& tx, Actor const& actor, jobs::Runner& runner, people::PlanWords& words, SeatPlanForm const& form,
                 Clock const& clock)
{
    auto courses = form.courses;
    std::sort(courses.begin(), courses.end());
    courses.erase(std::unique(courses.begin(), courses.end()), courses.end());
    for (auto const& course : courses) {
        if (!words.name(tx, clock.today(), people::PlanTerm::course, course))
            throw Refused{Code::invalid_input, {}, {{"/courses", "計画にない研修です。", "The plan has no such course."}}};
    }
    SeatPlanId const id{tx.insert(kInsert, form.fiscal_year, form.per_day, clock.now(), actor.account)};
    for (auto const& course : courses) tx.run(kInsertCourse, id, course);
    tx.run(kSetJob, id, submit(tx, actor, runner, id).id);
    audit::record(tx, actor, clock.now(), "seating.asked", "seat_plan", id, form);
    return id;
}

void start_again(db::Tx& tx, Actor const& actor, jobs::Runner& runner, SeatPlanId id, Again const& again, Clock const& clock)
{
    auto const row = plan_row(tx, id);
    if (row.revision != again.revision) throw Refused{Code::changed_meanwhile};
    if (row.state != PlanState::proposed && !broke_off(tx, runner, row)) throw Refused{Code::wrong_status};
    tx.run(kComputing, id, submit(tx, actor, runner, id).id, again.per_day.value_or(row.per_day));
    audit::record(tx, actor, clock.now(), "seating.asked", "seat_plan", id, again);
}

void discard(db::Tx& tx, Actor const& actor, SeatPlanId id, Clock const& clock)
{
    if (plan_row(tx, id).state == PlanState::confirmed) throw Refused{Code::wrong_status};
    for (auto const* sql : {&kDropSeats, &kDropCourses, &kDrop}) tx.run(*sql, id);
    audit::record(tx, actor, clock.now(), "seating.discarded", "seat_plan", id);
}

SeatOutlook outlook(db::Tx& tx, skills::Everybody& everybody, training::Obligations& obligations, SeatPlansQuery const& query,
                    Clock const& clock)
{
    auto const year = query.fiscal_year.value_or(fiscal_year(clock.today()));
    auto const today = clock.today();
    return everybody.ask(tx, training::day_of_year(year, today), today, [&](skills::GapIndex const& index) {
        auto const asked = load(tx, index, *obligations.of(tx, index, year), {year, 0, {}, {}}, clock);
        Placement const taken{asked.question};
        SeatOutlook answer;
        for (auto const& code : asked.courses) {
            auto const& courses = index.plan().courses;
            auto const course = std::find_if(courses.begin(), courses.end(), [&](auto const& each) { return each.code == code; });
            answer.courses.push_back({code, course->name, course->name_en.empty() ? course->name : course->name_en, 0, 0, 0, 0});
        }
        for (auto const& wish : asked.question.wishes)
            ++(wish.required ? of(answer.courses, wish.course).required : of(answer.courses, wish.course).asked);
        for (std::size_t run = 0; run < asked.question.runs.size(); ++run) {
            auto const& offer = asked.question.runs[run];
            auto& line = of(answer.courses, offer.course);
            ++line.runs;
            if (!offer.capacity) line.free_seats.reset();
            if (line.free_seats) *line.free_seats += taken.room_of_run(static_cast<int>(run));
        }
        std::erase_if(answer.courses, [](SeatDemand const& line) { return line.required + line.asked + line.runs == 0; });
        return answer;
    });
}

void compute(jobs::Work& work, Surroundings const& around)
{
    auto const job = json::read<ProposalJob>(work.input);
    work.step(2, "席のない人と開催を調べています");
    auto const asked = work.database.read([&](db::Tx& tx) -> std::optional<Loaded> {
        if (!tx.maybe_one<SeatPlanId>(kKnown, job.plan)) return std::nullopt;  // discarded meanwhile
        auto const row = plan_row(tx, job.plan);
        return loaded(tx, around,
                      {row.fiscal_year, row.per_day, tx.all<std::string>(kCourses, job.plan), tx.all<Pin>(kPins, job.plan)});
    });
    if (!asked) return;
    auto const proposal =
        propose(asked->question, [&](int percent) { work.step(10 + percent * 8 / 10, "席を割り振っています"); });
    work.step(90, "割振り案を保存しています");
    work.database.write([&](db::Tx& tx) {
        auto const known = tx.maybe_one<SeatPlanId>(kKnown, job.plan);
        if (known && plan_row(tx, job.plan).state == PlanState::computing) {
            save(tx, job.plan, *asked, proposal, around.clock.now());
            Actor actor;
            actor.account = job.account;
            actor.login = job.login;
            actor.name = job.name;
            audit::record(tx, actor, around.clock.now(), "seating.proposed", "seat_plan", job.plan,
                          Outcome{asked->question.wishes.size(), proposal.seats, proposal.most_seats});
        }
        work.finish(tx, "{}");
    });
}

}  // namespace seating
