#include "features/training/my_year.hpp"

#include "features/access/sight.hpp"
#include "platform/core/refused.hpp"

#include <algorithm>

namespace training {
namespace {

db::Sql const kMine{R"(
    SELECT e.id FROM enrolment e JOIN course_run r ON r.id = e.run_id
     WHERE e.staff_id = $1 AND r.fiscal_year = $2
     ORDER BY (SELECT min(s.starts_at) FROM run_session s WHERE s.run_id = r.id), e.id)"};

struct CompletionRow {
    std::string course_code;
    Date completed_on;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(CompletionRow, (), (course_code, completed_on, source))
db::Sql const kCompletions{R"(
    SELECT course_code, completed_on, source FROM completion WHERE staff_id = $1 AND fiscal_year = $2
     ORDER BY completed_on, course_code)"};

db::Sql const kSoon{R"(
    SELECT count(*) FROM enrolment e JOIN run_session s ON s.run_id = e.run_id
     WHERE e.staff_id = $1 AND e.status = 'accepted' AND s.starts_at >= $2 AND s.starts_at < $3
       AND (e.session_id IS NULL OR e.session_id = s.id))"};
db::Sql const kToRelease{SQL_SIGHT R"(
    SELECT count(*) FROM enrolment e JOIN course_run r ON r.id = e.run_id
     WHERE e.status = 'applied' AND r.status = 'open' AND r.needs_release = 1
       AND e.staff_id <> COALESCE((SELECT sa.staff_id FROM account sa WHERE sa.id = $1), 0) AND)" SQL_WITHIN("e.staff_id")};
db::Sql const kUnmarked{R"(
    SELECT count(*) FROM run_session s JOIN course_run r ON r.id = s.run_id
     WHERE r.status IN ('open', 'closed') AND s.ends_at < $1 AND s.starts_at >= $2 AND r.attend = 'all'
       AND EXISTS (SELECT 1 FROM enrolment e WHERE e.run_id = s.run_id AND e.status = 'accepted'
                      AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = s.id AND a.staff_id = e.staff_id)))"};
db::Sql const kDrafts{"SELECT count(*) FROM course_run WHERE status = 'draft' AND fiscal_year >= $1"};

constexpr int kSoonDays = 14;
constexpr int kUnmarkedDays = 365;

plan::Reachable reachable_of(plan::Plan const& plan, std::string const& code)
{
    auto const course = std::find_if(plan.courses.begin(), plan.courses.end(), [&](auto const& c) { return c.code == code; });
    return course == plan.courses.end() ? plan::Reachable::both : course->reachable_from;
}

void add_sessions(MyYear& year, MySeat const& seat, plan::Plan const& plan)
{
    if (!holds_seat(seat.enrolment.status)) return;
    auto const& run = seat.run;
    for (auto const& session : run.sessions) {
        if (seat.enrolment.session && *seat.enrolment.session != session.id) continue;
        year.sessions.push_back({run.id, run.course_name, run.course_name_en, run.name, session.starts_at, session.ends_at,
                                 session.place, session.online_address, reachable_of(plan, run.course)});
    }
}

}  // namespace

json::object YearQuery::limits(std::string_view member)
{
    if (member == "fiscal_year") return {{"minimum", 2000}, {"maximum", 2100}};
    return {};
}

MyYear my_year(http::Call const& call, YearQuery const& query)
{
    if (!call.actor.staff) throw Refused{Code::not_allowed};
    auto const staff = *call.actor.staff;
    auto const today = call.clock.today();
    auto& words = call.service<people::PlanWords>();
    MyYear year;
    year.fiscal_year = query.fiscal_year.value_or(fiscal_year(today));
    auto& library = call.service<plan::Library>();
    ask_of(call.tx, call.service<skills::Everybody>(), library, call.service<Obligations>(), staff, year.fiscal_year, today,
           [&](auto const& index, auto const& duties, std::uint32_t row) {
               year.obligations = obligations_of(index, duties, row, today);
           });
    auto const plan = library.in_force(call.tx, today);
    for (auto const id : call.tx.all<EnrolmentId>(kMine, staff, year.fiscal_year)) {
        auto mine = enrolment(call.tx, id);
        auto of_run = run(call.tx, call.actor, words, mine.run, call.clock);
        year.seats.push_back({std::move(mine), std::move(of_run)});
        add_sessions(year, year.seats.back(), plan->plan);
    }
    std::stable_sort(year.sessions.begin(), year.sessions.end(),
                     [](auto const& a, auto const& b) { return a.starts_at < b.starts_at; });
    for (auto& row : call.tx.all<CompletionRow>(kCompletions, staff, year.fiscal_year)) {
        auto const course = words.name(call.tx, today, people::PlanTerm::course, row.course_code);
        year.completions.push_back({row.course_code, course ? course->ja : row.course_code, course ? course->en : row.course_code,
                                    row.completed_on, std::move(row.source)});
    }
    return year;
}

namespace {

/// Of the units the actor is head of, the actor left out.
std::int64_t people_outstanding(http::Call const& call, skills::GapIndex const& index)
{
    auto const duties = call.service<Obligations>().of(call.tx, index, fiscal_year(call.clock.today()));
    people::Seeing const seeing{call.tx, call.actor, call.clock.today(), index.roster(), Permission::training_release};
    std::int64_t people = 0;
    for (std::uint32_t row = 0; row < index.roster().people.size(); ++row) {
        auto const& person = index.roster().people[row];
        people += duties->outstanding(row) && person.id != call.actor.staff && seeing.sees(person);
    }
    return people;
}

}  // namespace

Waits waits(http::Call const& call, skills::GapIndex const& index)
{
    auto const today = call.clock.today();
    auto const now = local_minute(call.clock);
    Waits waits;
    if (auto const staff = call.actor.staff) {
        auto const row = index.roster().row_of.find(staff->value);
        if (row != index.roster().row_of.end()) {
            auto const duties = call.service<Obligations>().of(call.tx, index, fiscal_year(today));
            for (std::size_t i = 0; i < duties->duties().size(); ++i) waits.obligations += duties->outstanding(i, row->second);
        }
        waits.soon = call.tx.one<std::int64_t>(kSoon, *staff, now, to_iso(add_days(today, kSoonDays + 1)));
    }
    auto const sight = accounts::sight(call.actor, Permission::training_release, today, today);
    if (may(call.actor, Permission::training_release) && !sight.city()) {
        waits.releases = call.tx.one<std::int64_t>(kToRelease, sight.account, sight.roles, sight.today, sight.on);
        waits.outstanding_people = people_outstanding(call, index);
    }
    if (may(call.actor, Permission::training_manage)) {
        waits.attendance = call.tx.one<std::int64_t>(kUnmarked, now, to_iso(add_days(today, -kUnmarkedDays)));
        waits.drafts = call.tx.one<std::int64_t>(kDrafts, fiscal_year(today));
    }
    return waits;
}

}  // namespace training
