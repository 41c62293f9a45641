#include "features/skills/heat.hpp"

namespace skills {
namespace {

using Range = std::pair<std::uint32_t, std::uint32_t>;

Range everybody(GapIndex const& index) { return {0, static_cast<std::uint32_t>(index.standings().size())}; }

HeatRow row_over(GapIndex const& index, Range range)
{
    HeatRow row;
    row.people = index.counted_people(range.first, range.second);
    row.on_leave = row.people - index.active_people(range.first, range.second);
    for (std::size_t skill = 0; skill < index.plan().skills.size(); ++skill) {
        auto const count = index.count(skill, range.first, range.second);
        row.cells.push_back({count.needed, count.held});
    }
    return row;
}

HeatTotal total_over(GapIndex const& index, Range range)
{
    HeatTotal total{index.counted_people(range.first, range.second), 0, 0};
    for (std::size_t skill = 0; skill < index.plan().skills.size(); ++skill) {
        auto const count = index.count(skill, range.first, range.second);
        total.needed += count.needed;
        total.held += count.held;
    }
    return total;
}

std::string unit_name(people::Roster const& roster, people::Person const& person)
{
    return person.place() == people::kNowhere ? std::string{} : roster.tree.at(person.place()).name;
}

}  // namespace

PersonCell cell_of(Standing const& standing, std::size_t skill)
{
    if (standing.needed.test(skill)) return standing.held.test(skill) ? PersonCell::held : PersonCell::missing;
    return standing.open.test(skill) ? PersonCell::undecided : PersonCell::none;
}

std::vector<HeatColumn> columns_of(plan::Plan const& plan)
{
    std::vector<HeatColumn> columns;
    columns.reserve(plan.skills.size());
    for (auto const& skill : plan.skills) columns.push_back({skill.code, skill.name, skill.name_en, skill.area});
    return columns;
}

HeatTable heat_by_unit(GapIndex const& index, std::optional<people::Place> root, int depth)
{
    auto const& tree = index.roster().tree;
    HeatTable table{columns_of(index.plan()), {}, {}, index.roster().on};
    auto const first = root ? *root : 0;
    auto const last = root ? tree.at(*root).end : static_cast<people::Place>(tree.units().size());
    auto const base = root ? tree.at(*root).depth : 0;
    for (people::Place place = first; place < last; ++place) {
        auto const& unit = tree.at(place);
        if (unit.depth - base > depth) continue;
        auto row = row_over(index, index.roster().rows_within(place));
        row.code = unit.code;
        row.name = unit.name;
        row.unit = unit.id;
        row.depth = unit.depth - base;
        table.rows.push_back(std::move(row));
    }
    table.total = total_over(index, root ? index.roster().rows_within(*root) : everybody(index));
    return table;
}

HeatTable heat_by_category(GapIndex const& index)
{
    auto const& plan = index.plan();
    auto const skills = plan.skills.size();
    HeatTable table{columns_of(plan), {}, total_over(index, everybody(index)), index.roster().on};
    std::vector<SkillSet> asked;
    for (std::size_t c = 0; c < index.map().categories(); ++c) {
        auto const own = categories::CategorySet{1} << c;
        asked.push_back(index.map().required(own) | index.map().conditional(own));
        table.rows.push_back({plan.categories[c].code,
                              plan.categories[c].name,
                              plan.categories[c].name_en,
                              {},
                              0,
                              0,
                              0,
                              std::vector<HeatCell>(skills)});
    }
    auto const people = index.roster().people.size();
    for (std::size_t row = 0; row < people; ++row) {
        auto const& standing = index.standings()[row];
        if (!standing.counted) continue;
        for (std::size_t c = 0; c < asked.size(); ++c) {
            if (!(standing.categories >> c & 1)) continue;
            ++table.rows[c].people;
            if (!standing.active) {
                ++table.rows[c].on_leave;
                continue;
            }
            auto const needed = standing.needed & asked[c];
            for (auto skill = needed._Find_first(); skill < skills; skill = needed._Find_next(skill)) {
                ++table.rows[c].cells[skill].needed;
                table.rows[c].cells[skill].held += standing.held.test(skill) ? 1 : 0;
            }
        }
    }
    return table;
}

PersonHeat heat_by_person(GapIndex const& index, people::Place unit)
{
    auto const& roster = index.roster();
    auto const [first, last] = roster.rows_within(unit);
    SkillSet shown;
    for (auto row = first; row < last; ++row) shown |= index.standings()[row].needed | index.standings()[row].open;

    PersonHeat heat;
    heat.as_of = roster.on;
    auto const columns = columns_of(index.plan());
    for (std::size_t skill = 0; skill < columns.size(); ++skill) {
        if (shown.test(skill)) heat.columns.push_back(columns[skill]);
    }
    for (auto row = first; row < last; ++row) {
        auto const& person = roster.people[row];
        PersonHeatRow line{person.id,
                           roster.words.text(person.name),
                           roster.words.text(person.posts.empty() ? 0 : person.posts.front().rank),
                           person.on_leave,
                           {}};
        for (std::size_t skill = 0; skill < columns.size(); ++skill) {
            if (shown.test(skill)) line.cells.push_back(cell_of(index.standings()[row], skill));
        }
        heat.rows.push_back(std::move(line));
    }
    return heat;
}

Missing who_misses(GapIndex const& index, std::size_t skill, std::optional<people::Place> unit, std::size_t limit)
{
    auto const& roster = index.roster();
    auto const [first, last] = unit ? roster.rows_within(*unit) : everybody(index);
    Missing missing;
    for (auto row = first; row < last; ++row) {
        auto const& standing = index.standings()[row];
        if (!standing.active || cell_of(standing, skill) != PersonCell::missing) continue;
        ++missing.total;
        if (missing.rows.size() >= limit) continue;
        auto const& person = roster.people[row];
        missing.rows.push_back({person.id, roster.words.text(person.name), unit_name(roster, person)});
    }
    return missing;
}

}  // namespace skills
