#include "features/targets/breakdown.hpp"

#include "features/people/seeing.hpp"
#include "features/targets/counting.hpp"

#include <algorithm>

namespace targets {
namespace {

struct Placed {
    Stage stage = Stage::reached;
    std::int64_t done = 0, needed = 0;
};

/// Everybody who has reached the target or is near, with how far they are.
std::map<StaffId, Placed> placed(plan::Target const& target, Standing const& standing)
{
    std::map<StaffId, Placed> people;
    for (auto const staff : standing.reached(target)) people.emplace(staff, Placed{});
    for (auto const& progress : standing.near(target.level)) {
        auto const done = static_cast<std::int64_t>(progress.done.size());
        people.emplace(progress.staff, Placed{progress.fulfils() ? Stage::ready : Stage::near, done,
                                              done + static_cast<std::int64_t>(progress.missing.size())});
    }
    return people;
}

void add(TargetSection& section, Stage stage)
{
    switch (stage) {
        case Stage::reached: ++section.reached; break;
        case Stage::ready: ++section.ready; break;
        case Stage::near: ++section.near; break;
    }
}

std::vector<TargetSection> sections_of(people::Roster const& roster, std::map<StaffId, Placed> const& people,
                                       std::function<bool(people::Place)> const& shown)
{
    std::map<people::Place, TargetSection> by_place;
    TargetSection nowhere;
    for (auto const& [staff, placed] : people) {
        auto const* const person = roster.find(staff);
        if (!person || person->place() == people::kNowhere) {
            add(nowhere, placed.stage);
            continue;
        }
        for (auto place = person->place(); place != people::kNowhere; place = roster.tree.at(place).parent)
            add(by_place[place], placed.stage);
    }
    std::vector<TargetSection> sections;
    for (auto& [place, section] : by_place) {
        if (!shown(place)) continue;
        auto const& unit = roster.tree.at(place);
        section.unit = unit.id;
        section.name = unit.name;
        section.depth = unit.depth;
        sections.push_back(std::move(section));
    }
    if (nowhere.reached + nowhere.ready + nowhere.near > 0 && shown(people::kNowhere)) sections.push_back(nowhere);
    return sections;
}

std::vector<TargetPerson> people_of(people::Roster const& roster, std::map<StaffId, Placed> const& people,
                                    people::Seeing const& seeing)
{
    std::vector<TargetPerson> rows;
    for (auto const& person : roster.people) {
        auto const found = people.find(person.id);
        if (found == people.end() || !seeing.sees(person)) continue;
        auto const& placed = found->second;
        rows.push_back({person.id, roster.words.text(person.staff_no), roster.words.text(person.name),
                        person.place() == people::kNowhere ? "" : roster.tree.path(person.place()), placed.stage, placed.done,
                        placed.needed});
    }
    return rows;
}

}  // namespace

TargetBreakdown breakdown(db::Tx& tx, Actor const& actor, plan::Plan const& plan, people::Days& days, std::string const& level,
                          int fiscal_year, Date on, Clock const& clock)
{
    auto const target = std::find_if(plan.targets.begin(), plan.targets.end(), [&](plan::Target const& one) {
        return one.level == level && one.fiscal_year == fiscal_year;
    });
    auto rows = targets_on(tx, plan, on, fiscal_year).rows;
    auto const row = std::find_if(rows.begin(), rows.end(), [&](TargetActual const& one) { return one.level == level; });
    if (target == plan.targets.end() || row == rows.end()) throw Refused{Code::not_found};
    TargetBreakdown answer{std::move(*row), {}, {}};
    if (!answer.target.actual) return answer;

    auto const people =
        placed(*target, Standing{tx, plan, answer.target.counted_on, answer.target.forecast ? Look::ahead : Look::back});
    auto const city_wide = may(actor, Permission::see_statistics);
    days.ask(tx, answer.target.counted_on, clock.today(), [&](people::DayView const& day) {
        people::Seeing const seeing{tx, actor, clock.today(), day.roster()};
        answer.sections = sections_of(day.roster(), people, [&](people::Place place) {
            return city_wide || (place != people::kNowhere && seeing.sees(place));
        });
        answer.people = people_of(day.roster(), people, seeing);
        return true;
    });
    return answer;
}

}  // namespace targets
