#include "features/targets/snapshots.hpp"

#include "features/audit/audit.hpp"
#include "features/people/roster_load.hpp"
#include "features/targets/differences.hpp"

#include <algorithm>

namespace targets {
namespace {

struct Row {
    SnapshotId id;
    Date counted_on;
    PlanVersionId plan_version;
    std::string note, figures;
    Instant taken_at;
    std::string taken_by;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, counted_on, plan_version, note, figures, taken_at, taken_by))

struct PersonRow {
    SnapshotId snapshot_id;
    std::int64_t target = 0;
    StaffId staff_id;
    std::string unit_name;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (), (snapshot_id, target, staff_id, unit_name))

#define SQL_SNAPSHOT                                                                                                     \
    "SELECT t.id, t.counted_on, t.plan_version, t.note, t.figures, t.taken_at, COALESCE(a.display_name, '') AS taken_by" \
    " FROM target_snapshot t LEFT JOIN account a ON a.id = t.taken_by "
db::Sql const kAll{SQL_SNAPSHOT "ORDER BY t.counted_on DESC, t.id DESC"};
db::Sql const kOne{SQL_SNAPSHOT "WHERE t.id = $1"};
db::Sql const kLastOfDay{SQL_SNAPSHOT "WHERE t.counted_on = $1 AND t.plan_version = $2 ORDER BY t.id DESC LIMIT 1"};
db::Sql const kInsert{R"(
    INSERT INTO target_snapshot (counted_on, plan_version, note, figures, taken_at, taken_by)
    VALUES ($1, $2, $3, $4, $5, $6) RETURNING id)"};
db::Sql const kPeople{"SELECT snapshot_id, target, staff_id, unit_name FROM target_snapshot_person WHERE snapshot_id = $1"};

/// What is counted of one day: the figures, and behind each its people with their sections.
struct Counted {
    std::vector<SnapshotFigure> figures;
    std::vector<std::map<StaffId, std::string>> people;
};

std::vector<SnapshotSection> sections_of(people::Roster const& roster, std::set<StaffId> const& people)
{
    std::map<people::Place, std::int64_t> counts;
    for (auto const staff : people) {
        auto const* const person = roster.find(staff);
        for (auto place = person ? person->place() : people::kNowhere; place != people::kNowhere;
             place = roster.tree.at(place).parent)
            ++counts[place];
    }
    std::vector<SnapshotSection> sections;
    for (auto const& [place, count] : counts)
        sections.push_back({roster.tree.at(place).name, roster.tree.path(place), roster.tree.at(place).depth, count});
    return sections;
}

Counted count(db::Tx& tx, plan::Plan const& plan, Date on)
{
    auto const roster = people::load_roster(tx, on, on);
    auto const certified = certified_until(tx, on);
    Counted counted;
    for (auto const& target : plan.targets) {
        auto const* const level = levels::find_level(plan, target.level);
        if (!level || target.fiscal_year != fiscal_year(on)) continue;
        auto const people = reached(plan, target, certified, on);
        auto const rule = rule_of(target, *level);
        counted.figures.push_back({level->code, level->name, level->name_en, target.fiscal_year, target.people,
                                   static_cast<std::int64_t>(people.size()), target.counting, target.leavers, rule.ja, rule.en,
                                   target.clause, sections_of(roster, people)});
        auto& names = counted.people.emplace_back();
        for (auto const staff : people) {
            auto const* const person = roster.find(staff);
            auto const stands = person && person->place() != people::kNowhere;
            names.emplace(staff, stands ? roster.tree.path(person->place()) : "");
        }
    }
    return counted;
}

Snapshot made_of(db::Tx& tx, plan::Library& plans, Row&& row)
{
    return {row.id,
            row.counted_on,
            row.plan_version,
            plans.version(tx, row.plan_version)->version.title,
            std::move(row.note),
            row.taken_at,
            std::move(row.taken_by),
            json::read<std::vector<SnapshotFigure>>(row.figures)};
}

std::vector<std::map<StaffId, std::string>> frozen_people(db::Tx& tx, SnapshotId id, std::size_t figures)
{
    std::vector<std::map<StaffId, std::string>> people(figures);
    for (auto& row : tx.all<PersonRow>(kPeople, id))
        people.at(static_cast<std::size_t>(row.target)).emplace(row.staff_id, std::move(row.unit_name));
    return people;
}

SnapshotPage page_of(db::Tx& tx, Actor const& actor, plan::Library& plans, Row&& row, Clock const& clock)
{
    auto const plan = plans.version(tx, row.plan_version);
    SnapshotPage page;
    page.snapshot = made_of(tx, plans, std::move(row));
    auto const frozen = frozen_people(tx, page.snapshot.id, page.snapshot.figures.size());
    auto const now = count(tx, plan->plan, page.snapshot.counted_on);
    Differences differences{tx, actor, plan->plan, page.snapshot.counted_on, page.snapshot.taken_at, clock};
    for (std::size_t i = 0; i < frozen.size(); ++i) {
        auto const& figure = page.snapshot.figures[i];
        page.recount.push_back({figure.level, figure.reached, static_cast<std::int64_t>(now.people.at(i).size())});
        differences.add(figure, frozen[i], now.people.at(i));
    }
    page.differences = differences.take();
    page.same = page.differences.empty();
    return page;
}

void write_people(db::Tx& tx, SnapshotId id, Counted const& counted)
{
    std::vector<PersonRow> rows;
    for (std::size_t i = 0; i < counted.people.size(); ++i) {
        for (auto const& [staff, unit] : counted.people[i]) rows.push_back({id, static_cast<std::int64_t>(i), staff, unit});
    }
    tx.insert_many<PersonRow>("target_snapshot_person", {"snapshot_id", "target", "staff_id", "unit_name"}, rows);
}

}  // namespace

json::object SnapshotInput::limits(std::string_view member)
{
    if (member == "note") return {{"maxLength", 200}};
    return {};
}

SnapshotPage take_snapshot(db::Tx& tx, Actor const& actor, plan::Library& plans, SnapshotInput const& input, Clock const& clock)
{
    if (input.counted_on > clock.today())
        throw Refused{
            Code::invalid_input, {}, {{"/counted_on", "基準日は今日までの日にしてください。", "The day cannot lie ahead."}}};
    auto const plan = plans.in_force(tx, input.counted_on);
    auto const counted = count(tx, plan->plan, input.counted_on);
    if (counted.figures.empty())
        throw Refused{Code::conflict, {"その年度の目標が計画にありません。", "The plan sets no target for that year."}};
    if (auto const last = tx.maybe_one<Row>(kLastOfDay, input.counted_on, plan->version.id)) {
        if (frozen_people(tx, last->id, counted.people.size()) == counted.people)
            throw Refused{Code::already_exists,
                          {"この日の数はすでに固定されていて、そのあと変わっていません。",
                           "The figures of this day are frozen already and have not changed since."}};
    }
    SnapshotId const id{tx.insert(kInsert, input.counted_on, plan->version.id, input.note.value_or(""),
                                  json::write(counted.figures), clock.now(), actor.account)};
    write_people(tx, id, counted);
    audit::record(tx, actor, clock.now(), "targets.snapshot_taken", "target_snapshot", id, input);
    return snapshot(tx, actor, plans, id, clock);
}

SnapshotList snapshots(db::Tx& tx, plan::Library& plans)
{
    SnapshotList list;
    for (auto& row : tx.all<Row>(kAll)) {
        list.snapshots.push_back(made_of(tx, plans, std::move(row)));
        for (auto& figure : list.snapshots.back().figures) figure.sections.clear();
    }
    return list;
}

SnapshotPage snapshot(db::Tx& tx, Actor const& actor, plan::Library& plans, SnapshotId id, Clock const& clock)
{
    auto row = tx.maybe_one<Row>(kOne, id);
    if (!row) throw Refused{Code::not_found};
    return page_of(tx, actor, plans, std::move(*row), clock);
}

}  // namespace targets
