// The gap as tables: sections × skills, categories × skills, people × skills. Counts speak of active people only:
// counted by the plan's population and not on leave; headcounts say both.
#pragma once
#include "features/skills/gap_index.hpp"

namespace skills {

struct HeatColumn {
    std::string code, name, name_en, area;
};
BOOST_DESCRIBE_STRUCT(HeatColumn, (), (code, name, name_en, area))

struct HeatCell {
    std::uint32_t needed = 0, held = 0;
};
BOOST_DESCRIBE_STRUCT(HeatCell, (), (needed, held))

struct HeatRow {
    std::string code, name, name_en;
    std::optional<OrgUnitId> unit;  ///< absent in a table by category
    std::int64_t depth = 0;
    std::uint32_t people = 0, on_leave = 0;
    std::vector<HeatCell> cells;
};
BOOST_DESCRIBE_STRUCT(HeatRow, (), (code, name, name_en, unit, depth, people, on_leave, cells))

struct HeatTotal {
    std::uint32_t people = 0;
    std::uint64_t needed = 0, held = 0;
};
BOOST_DESCRIBE_STRUCT(HeatTotal, (), (people, needed, held))

struct HeatTable {
    std::vector<HeatColumn> columns;
    std::vector<HeatRow> rows;
    HeatTotal total;
    Date as_of;
};
BOOST_DESCRIBE_STRUCT(HeatTable, (), (columns, rows, total, as_of))

/// The units below `root` (all, when absent) down to `depth` levels, each with everything below it.
HeatTable heat_by_unit(GapIndex const&, std::optional<people::Place> root, int depth);
HeatTable heat_by_category(GapIndex const&);

enum class PersonCell { none, missing, held, undecided };
BOOST_DESCRIBE_ENUM(PersonCell, none, missing, held, undecided)
PersonCell cell_of(Standing const&, std::size_t skill);

struct PersonHeatRow {
    StaffId staff;
    std::string name, rank;
    bool on_leave = false;
    std::vector<PersonCell> cells;
};
BOOST_DESCRIBE_STRUCT(PersonHeatRow, (), (staff, name, rank, on_leave, cells))

struct PersonHeat {
    std::vector<HeatColumn> columns;  ///< skills that somebody in the unit needs
    std::vector<PersonHeatRow> rows;
    Date as_of;
};
BOOST_DESCRIBE_STRUCT(PersonHeat, (), (columns, rows, as_of))
PersonHeat heat_by_person(GapIndex const&, people::Place unit);

struct MissingRow {
    StaffId staff;
    std::string name, unit_name;
};
BOOST_DESCRIBE_STRUCT(MissingRow, (), (staff, name, unit_name))
struct Missing {
    std::vector<MissingRow> rows;
    std::int64_t total = 0;
};
BOOST_DESCRIBE_STRUCT(Missing, (), (rows, total))
/// Who needs the skill and does not hold it, in the unit and below; at most `limit` of them named.
Missing who_misses(GapIndex const&, std::size_t skill, std::optional<people::Place> unit, std::size_t limit);

std::vector<HeatColumn> columns_of(plan::Plan const&);

}  // namespace skills
