#include "features/home/home.hpp"

#include "features/access/access.hpp"
#include "features/audit/audit.hpp"
#include "features/nominations/nominations.hpp"
#include "features/records/reports.hpp"
#include "features/surveys/answering.hpp"
#include "features/training/training.hpp"
#include "platform/text/japanese_date.hpp"

#include <algorithm>
#include <set>

namespace home {
namespace {

// Distinct skills: a second self-rating of the same skill is not a second answer.
db::Sql const kSelfRated{R"(
    SELECT DISTINCT skill_code FROM skill_evidence
     WHERE staff_id = $1 AND kind = 'self' AND dated_on <= $2 AND withdrawn_at IS NULL)"};

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

std::int64_t unrated(db::Tx& tx, GapIndex const& index, StaffId staff)
{
    auto const* standing = index.standing(staff);
    if (!standing) return 0;
    std::set<std::string> rated;
    for (auto& code : tx.all<std::string>(kSelfRated, staff, index.roster().on)) rated.insert(std::move(code));
    std::int64_t count = 0;
    for (std::size_t skill = 0; skill < index.plan().skills.size(); ++skill) {
        count += standing->needed.test(skill) && !rated.contains(index.plan().skills[skill].code);
    }
    return count;
}

/// The units the actor heads or is in charge of, without those below another of them.
std::vector<people::Place> headed_units(http::Call const& call, GapIndex const& index)
{
    auto const sight = accounts::sight(call.actor, Permission::decide_conditional, call.clock.today(), index.roster().on);
    std::vector<people::Place> places;
    if (sight.city()) return places;
    for (auto const unit : accounts::units_in(call.tx, sight)) {
        if (auto const place = index.roster().tree.find(unit)) places.push_back(*place);
    }
    std::sort(places.begin(), places.end());
    std::vector<people::Place> top;
    for (auto const place : places) {
        if (top.empty() || !index.roster().tree.within(place, top.back())) top.push_back(place);
    }
    return top;
}

/// What waits for the actor; their own ★ waits for somebody else.
std::vector<OpenDecision> open_decisions(GapIndex const& index, people::Place unit, Actor const& actor)
{
    std::vector<OpenDecision> decisions;
    auto const [first, last] = index.roster().rows_within(unit);
    for (auto row = first; row < last; ++row) {
        auto const& standing = index.standings()[row];
        if (!standing.active || standing.open.none()) continue;
        auto const& person = index.roster().people[row];
        if (person.id == actor.staff) continue;
        for (std::size_t skill = 0; skill < index.plan().skills.size(); ++skill) {
            if (!standing.open.test(skill)) continue;
            auto const& item = index.plan().skills[skill];
            decisions.push_back({person.id, index.roster().words.text(person.name), item.code, item.name, item.clause});
        }
    }
    return decisions;
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

void plan_todos(http::Call const& call, plan::Plan const& plan, std::vector<Todo>& todo)
{
    if (!may(call.actor, Permission::edit_plan)) return;
    auto const doubts = static_cast<std::int64_t>(plan::doubts(plan).size());
    if (doubts > 0) {
        todo.push_back({TodoKind::confirm_cells, "要確認のセルが" + std::to_string(doubts) + "件あります",
                        std::to_string(doubts) + " items of the plan to confirm", doubts, "/plan/confirm"});
    }
    for (auto const& version : plan::versions(call.tx, call.clock)) {
        if (version.status != plan::VersionStatus::draft) continue;
        todo.push_back({TodoKind::finish_draft, "作成中の改定案「" + version.title + "」", "Draft in progress: " + version.title,
                        1, "/plan/versions/" + std::to_string(version.id.value)});
    }
}

void training_todos(training::Waits const& waits, records::Waits const& of_records, std::vector<Todo>& todo)
{
    auto const add = [&](TodoKind kind, std::int64_t count, std::string const& ja, std::string const& en, char const* url) {
        auto const number = std::to_string(count);
        if (count > 0) todo.push_back({kind, ja + "(" + number + "件)", en + " (" + number + ")", count, url});
    };
    add(TodoKind::write_report, of_records.reports_due, "研修の報告を出す", "Reports on training to hand in",
        "/training/records");
    add(TodoKind::session_soon, waits.soon, "2週間以内の研修の日程", "Training sessions within two weeks", "/training");
    add(TodoKind::take_training, waits.obligations, "今年度に受ける研修", "Courses to take this fiscal year", "/training");
    add(TodoKind::release_training, waits.releases, "受講申込を承認する", "Applications for training to release",
        "/training/section");
    add(TodoKind::section_outstanding, waits.outstanding_people, "未受講のある所属の職員",
        "People of the section with courses outstanding", "/training/section");
    add(TodoKind::confirm_work, of_records.to_confirm, "職場研修・派遣研修の記録を確認する",
        "Records of work training to confirm", "/training/records");
    add(TodoKind::read_reports, of_records.to_read, "研修の報告を読む", "Reports on training to read", "/training/records");
    add(TodoKind::enter_attendance, waits.attendance, "終わった日程の出欠を記録する",
        "Enter attendance of sessions that are over", "/training/runs");
    add(TodoKind::open_runs, waits.drafts, "準備中の開催の受付を始める", "Open the runs in preparation", "/training/runs");
}

/// One line a survey: it opens where it is answered.
void survey_todos(http::Call const& call, std::vector<Todo>& todo)
{
    if (!call.actor.staff) return;
    for (auto const& survey : surveys::surveys_to_answer(call.tx, *call.actor.staff, call.clock.today())) {
        if (survey.answered) continue;
        auto const day = text::era_short(survey.closes_on) + "(" + std::string(text::weekday(survey.closes_on)) + ")";
        todo.push_back({TodoKind::answer_survey, "調査「" + survey.name + "」に回答する(" + day + "まで)",
                        "Answer the survey \"" + survey.name + "\" by " + to_iso(survey.closes_on), 1,
                        "/surveys/answer/" + std::to_string(survey.wave.value)});
    }
}

/// One line a section that is to be answered for: it opens where the answer is given.
void nomination_todos(nominations::Waits const& waits, std::vector<Todo>& todo)
{
    for (auto const& section : waits.sections) {
        auto const day = text::era_short(section.closes_on) + "(" + std::string(text::weekday(section.closes_on)) + ")";
        auto const url =
            "/training/nominations/" + std::to_string(section.round.value) + "/sections/" + std::to_string(section.unit.value);
        auto const again = section.reminded ? std::pair{"、督促が届いています", ", reminded"} : std::pair{"", ""};
        todo.push_back({TodoKind::nominate,
                        section.title.ja + "に回答する: " + section.unit_name + "、" + day + "まで" + again.first,
                        "Answer for " + section.unit_name + ": " + section.title.en + " (by " + to_iso(section.closes_on) +
                            again.second + ")",
                        1, url});
    }
    auto const add = [&](TodoKind kind, std::int64_t count, std::string const& ja, std::string const& en) {
        auto const number = std::to_string(count);
        if (count > 0)
            todo.push_back({kind, ja + "(" + number + "件)", en + " (" + number + ")", count, "/training/nominations"});
    };
    add(TodoKind::consent_application, waits.consents, "公募への応募に同意するかを回答する",
        "Applications to an open call to agree to");
    add(TodoKind::no_section_leader, waits.unanswered, "締切りを過ぎても回答のない所属がある",
        "Sections without an answer after the deadline");
    add(TodoKind::select_nominees, waits.to_select, "指名・推薦・応募された人を選考する", "People named or applying to judge");
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

// Those who run the plan are told too: whoever is left out of the roster is missing from every figure.
void roster_todo(http::Call const& call, std::vector<Todo>& todo)
{
    bool const imports = may(call.actor, Permission::import_people);
    if (!imports && !may(call.actor, Permission::edit_plan)) return;
    auto const last = imports::newest_import(call.tx);
    if (!last || last->undone || last->refused == 0) return;
    auto const count = std::to_string(last->refused);
    todo.push_back({TodoKind::refused_rows, "最後の名簿の取込で取り込めなかった行が" + count + "件あります",
                    last->refused == 1 ? "One row of the last roster was not imported"
                                       : count + " rows of the last roster were not imported",
                    last->refused, imports ? "/imports?run=" + std::to_string(last->id.value) : ""});
}

void fill(http::Call const& call, GapIndex const& index, Home& home)
{
    if (call.actor.staff) {
        home.me = mine_of(index, *call.actor.staff);
        if (auto const count = unrated(call.tx, index, *call.actor.staff); count > 0) {
            home.todo.push_back({TodoKind::rate_skills, "必要なスキルの自己評価をする(" + std::to_string(count) + "件)",
                                 "Rate yourself on " + std::to_string(count) + " required skills", count, "/me"});
        }
    }
    for (auto const place : headed_units(call, index)) {
        home.sections.push_back(section_of(index, place, call.actor));
        auto const open = static_cast<std::int64_t>(home.sections.back().decisions.size());
        if (open > 0) {
            home.todo.push_back({TodoKind::decide_conditional, "★が業務に必要かを判断する(" + std::to_string(open) + "件)",
                                 "Decide " + std::to_string(open) + " conditional (★) skills", open, "/"});
        }
    }
    nomination_todos(nominations::waits(call, index), home.todo);
    survey_todos(call, home.todo);
    training_todos(training::waits(call, index), records::waits(call.tx, call.actor, call.clock), home.todo);
    if (may(call.actor, Permission::see_statistics)) home.city = city_of(index);
    if (may(call.actor, Permission::import_people)) home.roster = roster_of(call, index);
    roster_todo(call, home.todo);
    plan_todos(call, index.plan(), home.todo);
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
}

}  // namespace home
