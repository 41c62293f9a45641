#include "features/home/home.hpp"

#include "features/access/access.hpp"
#include "features/audit/audit.hpp"
#include "features/home/digest.hpp"

#include <algorithm>

namespace home {
namespace {

constexpr std::size_t kMissingShown = 5;
constexpr int kTopUnits = 0;

using skills::GapIndex;

void level_of(GapIndex const& index, people::Person const& person, Mine& mine)
{
    auto const standing = skills::level_standing(index.plan(), index.roster(), person);
    if (standing.held) mine.level_name = standing.held->name;
    if (!standing.next) return;
    mine.next_level_name = standing.next->name;
    for (auto const& need : standing.next->needs) {
        if (need.kind != skills::LevelNeedKind::course) continue;
        ++mine.next_needed;
        mine.next_done += need.done;
    }
}

void missing_of(GapIndex const& index, skills::Standing const& standing, Mine& mine)
{
    auto const missing = standing.needed & ~standing.held;
    for (std::size_t skill = 0; skill < index.plan().skills.size() && mine.missing.size() < kMissingShown; ++skill) {
        if (!missing.test(skill)) continue;
        auto const& item = index.plan().skills[skill];
        MissingSkill row{item.code, item.name, item.name_en, {}, {}, plan::Reachable::both};
        if (auto const& courses = index.map().courses_for(skill); !courses.empty()) {
            row.course = courses.front()->code;
            row.course_name = courses.front()->name;
            row.reachable_from = courses.front()->reachable_from;
        }
        mine.missing.push_back(std::move(row));
    }
}

std::optional<Mine> mine_of(GapIndex const& index, StaffId staff)
{
    auto const* person = index.roster().find(staff);
    auto const* standing = index.standing(staff);
    if (!person || !standing) return std::nullopt;
    auto const& roster = index.roster();
    Mine mine;
    mine.staff = staff;
    mine.name = roster.words.text(person->name);
    if (person->place() != people::kNowhere) {
        mine.unit_name = roster.tree.path(person->place());
        mine.unit = roster.tree.at(person->place()).id;
    }
    mine.categories = categories::memberships(index.plan(), roster, index.classifier(), *person, standing->categories);
    mine.required = static_cast<std::int64_t>(standing->needed.count());
    mine.held = static_cast<std::int64_t>((standing->needed & standing->held).count());
    mine.conditional_open = static_cast<std::int64_t>(standing->open.count());
    level_of(index, *person, mine);
    missing_of(index, *standing, mine);
    return mine;
}

Section section_of(GapIndex const& index, people::Place place, Actor const& actor)
{
    auto const& unit = index.roster().tree.at(place);
    auto const total = skills::heat_by_unit(index, place, 0);
    Section section;
    section.unit = unit.id;
    section.name = unit.name;
    section.people = total.total.people;
    section.on_leave = total.rows.empty() ? 0 : total.rows.front().on_leave;
    section.required = total.total.needed;
    section.held = total.total.held;
    section.heat = skills::heat_by_person(index, place);
    section.decisions = open_decisions(index, place, actor);
    return section;
}

City city_of(GapIndex const& index)
{
    auto const rows = static_cast<std::uint32_t>(index.standings().size());
    City city;
    city.heat = skills::heat_by_unit(index, {}, kTopUnits);
    city.people = rows;
    city.counted = index.counted_people(0, rows);
    city.on_leave = city.counted - index.active_people(0, rows);
    city.required = city.heat.total.needed;
    city.held = city.heat.total.held;
    return city;
}

Roster roster_of(http::Call const& call, GapIndex const& index)
{
    Roster roster;
    roster.people = static_cast<std::int64_t>(index.roster().people.size());
    roster.on_leave =
        std::count_if(index.roster().people.begin(), index.roster().people.end(), [](auto const& p) { return p.on_leave; });
    roster.last_import = imports::newest_import(call.tx);
    return roster;
}

void fill(http::Call const& call, GapIndex const& index, Home& home)
{
    if (call.actor.staff) home.me = mine_of(index, *call.actor.staff);
    auto const headed = headed_units(call, index);
    for (auto const place : headed) home.sections.push_back(section_of(index, place, call.actor));
    auto waiting = waits_for(call, index, headed);
    home.todo = std::move(waiting.todo);
    home.fresh = std::move(waiting.fresh);
    if (may(call.actor, Permission::see_statistics)) home.city = city_of(index);
    if (may(call.actor, Permission::import_people)) home.roster = roster_of(call, index);
}

}  // namespace

Home home(http::Call const& call, Date on)
{
    Home home;
    home.as_of = on;
    call.service<skills::Everybody>().ask(call.tx, on, call.clock.today(), [&](GapIndex const& index) {
        fill(call, index, home);
        return true;
    });
    for (auto& section : home.sections) {
        section.moves = people::unit_page(call.tx, call.actor, call.service<people::Days>(), section.unit, on, call.clock).moves;
    }
    if (home.city)
        home.city->targets = targets::targets_on(call.tx, call.service<plan::Library>().in_force(call.tx, on)->plan, on).rows;
    return home;
}

namespace {

using SharedPagePtr = std::shared_ptr<SharedPage const>;

SharedPagePtr read_page(http::Call const& call, StaffId id, Date on, Date announced)
{
    auto page = std::make_shared<SharedPage>();
    page->profile = people::shared_profile(call.tx, call.service<people::PlanWords>(), id, on, announced, call.clock.today());
    auto const fill = [&](GapIndex const& index) {
        page->skills = json::written(skills::person_skills(call.tx, index, id));
        auto const* person = index.roster().find(id);
        auto const* standing = index.standing(id);
        std::vector<categories::Membership> memberships;
        if (person && standing) {
            memberships =
                categories::memberships(index.plan(), index.roster(), index.classifier(), *person, standing->categories);
            if (!index.plan().levels.empty()) page->level = skills::level_standing(index.plan(), index.roster(), *person);
        }
        page->categories = json::written(memberships);
        return true;
    };
    if (on == call.clock.today()) {
        call.service<skills::Everybody>().ask(call.tx, on, on, fill);
    } else {
        auto const versioned = call.service<plan::Library>().in_force(call.tx, on);
        fill(*GapIndex::build_for(call.tx, std::shared_ptr<plan::Plan const>{versioned, &versioned->plan}, id, on,
                                  call.clock.today()));
    }
    return page;
}

/// The page as everybody may read it whom the actor's sight lets near it. Only today's is kept.
SharedPagePtr shared_page(http::Call const& call, StaffId staff, Date on)
{
    auto const today = call.clock.today();
    auto const announced = people::announced_by(call.actor, today);
    auto& kept = call.service<KeptPages>();
    auto page = on == today ? kept.find(call.tx, {staff, on, announced}) : nullptr;
    // Whose page is kept is there, and who sees the whole city sees them.
    if (page && accounts::sight(call.actor, today, on).city()) return page;

    auto const id = page ? staff : people::living(call.tx, staff);  // a merged record leads to the one that took it in
    accounts::must_see(call.tx, call.actor, id, today, on);
    if (page) return page;
    page = read_page(call, id, on, announced);
    if (on == today && id == staff) kept.keep(call.tx, {staff, on, announced}, page);
    return page;
}

}  // namespace

StaffPage staff_page(http::Call const& call, StaffId staff, Date on)
{
    auto const shared = shared_page(call, staff, on);
    audit::looked(call, shared->profile.id);
    StaffPage page{shared->profile, shared->categories, shared->skills, shared->level};
    people::add_readers(call.tx, call.actor, page.profile, call.clock.today());
    return page;
}

void routes(http::Table& table)
{
    using http::Access;
    table.get(
        "/home", {.id = "getHome", .access = Access::signed_in(), .summary = "ホーム", .refusals = {Code::not_found}},
        +[](http::Call const& call, http::AsOf const& query) { return home(call, call.day(query)); });
    table.get(
        "/staff/{staff}/page",
        {.id = "getStaffPage", .access = Access::signed_in(), .summary = "職員のページ", .refusals = {Code::not_found}},
        +[](http::Call const& call, http::AsOf const& query) {
            return staff_page(call, call.path<StaffId>(0), call.day(query));
        });
    digest_routes(table);
}

}  // namespace home
