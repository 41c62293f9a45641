#include "features/people/units.hpp"

#include "platform/core/refused.hpp"

#include <algorithm>
#include <set>

namespace people {
namespace {

struct Dated {
    OrgUnitId id;
    std::string tags;
    Date valid_from;
    std::optional<Date> valid_until;
    std::optional<OrgUnitId> succeeded_by;
};
BOOST_DESCRIBE_STRUCT(Dated, (), (id, tags, valid_from, valid_until, succeeded_by))

struct Coming {
    StaffId staff_id;
    std::string name;
    OrgUnitId unit_id;
    std::string unit_name;
    Date effective_on;
};
BOOST_DESCRIBE_STRUCT(Coming, (), (staff_id, name, unit_id, unit_name, effective_on))

db::Sql const kDated{R"(
    SELECT id, tags, valid_from, valid_until, succeeded_by FROM org_unit
     WHERE valid_from <= $1 AND (valid_until IS NULL OR valid_until > $1))"};
db::Sql const kComing{R"(
    SELECT p.staff_id, s.name, p.unit_id, u.name AS unit_name, p.effective_on
      FROM posting p JOIN staff s ON s.id = p.staff_id JOIN org_unit u ON u.id = p.unit_id
     WHERE p.kind = 'primary' AND p.effective_on > $1 AND p.announced_on <= $2 AND s.merged_into IS NULL
     ORDER BY p.effective_on, s.kana, p.staff_id)"};
db::Sql const kLives{"SELECT id, valid_until, succeeded_by FROM org_unit"};

/// The units of one day with their heads, by place.
std::vector<Unit> units_of(db::Tx& tx, Roster const& roster)
{
    std::unordered_map<std::int64_t, Dated> dated;
    tx.each<Dated>(
        kDated, [&](Dated row) { dated.emplace(row.id.value, std::move(row)); }, roster.on);
    std::vector<Unit> units;
    units.reserve(roster.tree.units().size());
    for (Place place = 0; place < roster.tree.units().size(); ++place) {
        auto const& in_tree = roster.tree.at(place);
        auto const [first, last] = roster.rows_within(place);
        auto& unit = units.emplace_back();
        unit.id = in_tree.id;
        unit.code = in_tree.code;
        unit.name = in_tree.name;
        unit.kind = in_tree.kind;
        if (in_tree.parent != kNowhere) unit.parent = roster.tree.at(in_tree.parent).id;
        unit.depth = in_tree.depth;
        unit.people = last - first;
        if (auto const row = dated.find(in_tree.id.value); row != dated.end()) {
            unit.tags = tags_of(row->second.tags);
            unit.valid_from = row->second.valid_from;
            unit.valid_until = row->second.valid_until;
            unit.succeeded_by = row->second.succeeded_by;
        }
    }
    for (auto const& person : roster.people) {
        for (auto const& post : person.posts) {
            if (post.is_head) units[post.place].heads.push_back({person.id, roster.words.text(person.name), post.kind});
        }
    }
    return units;
}

/// The people of the roster counted in another day's tree, along the lines of succession.
void count_in(std::vector<Unit>& units, OrgTree const& tree, Date day, Roster const& roster, Lineage const& lineage)
{
    for (auto& unit : units) unit.people = 0;
    for (auto const& person : roster.people) {
        if (person.place() == kNowhere) continue;
        auto const carried_on = lineage.on(roster.tree.at(person.place()).id, day);
        auto place = carried_on ? tree.find(*carried_on).value_or(kNowhere) : kNowhere;
        for (; place != kNowhere; place = tree.at(place).parent) ++units[place].people;
    }
}

std::vector<Move> moves_of(db::Tx& tx, Roster const& roster, Place unit, Date announced)
{
    std::vector<Move> moves;
    std::set<StaffId> seen;
    for (auto const& next : tx.all<Coming>(kComing, roster.on, announced)) {
        if (!seen.insert(next.staff_id).second) continue;  // only the next step of each
        auto const* person = roster.find(next.staff_id);
        auto const now = person ? person->place() : kNowhere;
        auto const then = roster.tree.find(next.unit_id);
        bool const here_now = now != kNowhere && roster.tree.within(now, unit);
        bool const here_then = then && roster.tree.within(*then, unit);
        if (here_now == here_then) continue;
        if (here_then) {
            auto const from = now == kNowhere ? std::string{} : roster.tree.at(now).name;
            moves.push_back({next.staff_id, next.name, MoveKind::arrives, next.effective_on, from});
        } else {
            moves.push_back({next.staff_id, next.name, MoveKind::leaves, next.effective_on, next.unit_name});
        }
    }
    return moves;
}

std::vector<UnitStep> path_of(OrgTree const& tree, Place place)
{
    std::vector<UnitStep> path;
    for (; place != kNowhere; place = tree.at(place).parent) path.push_back({tree.at(place).id, tree.at(place).name});
    std::reverse(path.begin(), path.end());
    return path;
}

void put_people(UnitPage& page, DayView const& day, Seeing const& seeing)
{
    StaffFilter all;
    all.unit = page.unit.id;
    auto rows = matching_rows(day, NameIndex{}, seeing, all);
    std::sort(rows.begin(), rows.end());
    page.people_total = rows.size();
    Lines lines{day};
    for (auto const row : rows) {
        page.on_leave += day.roster().people[row].on_leave ? 1 : 0;
        if (page.people.size() < kMostOnAPage) page.people.push_back(lines.line(row));
    }
}

}  // namespace

std::vector<std::string> tags_of(std::string_view comma_separated)
{
    std::vector<std::string> tags;
    for (std::size_t begin = 0; begin < comma_separated.size();) {
        auto const end = std::min(comma_separated.find(',', begin), comma_separated.size());
        tags.emplace_back(comma_separated.substr(begin, end - begin));
        begin = end + 1;
    }
    return tags;
}

Units units(db::Tx& tx, Actor const& actor, Days& days, UnitsQuery const& query, Clock const& clock)
{
    auto const today = clock.today();
    auto const on = query.on.value_or(today);
    auto const announced = announced_by(actor, today);
    auto const then = [&](DayView const& day) { return Units{units_of(tx, day.roster())}; };
    if (query.organisation == Organisation::then) return days.ask(tx, on, announced, then);

    Lineage const lineage{tx};
    auto [answer, tree] = days.ask(tx, today, announced, [&](DayView const& day) {
        return std::pair{Units{units_of(tx, day.roster())}, day.roster().tree};
    });
    return days.ask(tx, on, announced, [&, &units = answer.units, &tree = tree](DayView const& day) {
        count_in(units, tree, today, day.roster(), lineage);
        return Units{std::move(units)};
    });
}

UnitPage unit_page(db::Tx& tx, Actor const& actor, Days& days, OrgUnitId id, Date on, Clock const& clock)
{
    auto const today = clock.today();
    auto const announced = announced_by(actor, today);
    return days.ask(tx, on, announced, [&](DayView const& day) {
        auto const& roster = day.roster();
        auto const place = roster.tree.find(id);
        if (!place) throw Refused{Code::not_found};
        Seeing const seeing{tx, actor, today, roster};
        auto const all = units_of(tx, roster);
        UnitPage page;
        page.unit = all[*place];
        page.path = path_of(roster.tree, *place);
        for (auto const& unit : all) {
            if (unit.parent == id) page.children.push_back(unit);
        }
        put_people(page, day, seeing);
        if (seeing.sees(*place)) page.moves = moves_of(tx, roster, *place, announced);
        return page;
    });
}

Lineage::Lineage(db::Tx& tx)
{
    tx.each<Life>(kLives, [&](Life const& life) { lives_.emplace(life.id.value, life); });
}

std::optional<OrgUnitId> Lineage::on(OrgUnitId unit, Date day) const
{
    // A line of succession is as long as there were reorganisations; the bound only guards against a circle.
    for (std::size_t step = 0; step <= lives_.size(); ++step) {
        auto const life = lives_.find(unit.value);
        if (life == lives_.end()) return std::nullopt;
        if (!life->second.valid_until || *life->second.valid_until > day) return unit;
        if (!life->second.succeeded_by) return std::nullopt;
        unit = *life->second.succeeded_by;
    }
    return std::nullopt;
}

}  // namespace people
