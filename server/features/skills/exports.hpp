// The gap of people, the skill map and the changes of categories as files. The plain formats are for machines (conventions 5.7):
// one table in long form, the names of columns in row 1; further sheets say what the columns mean and how it was counted.
// xlsx_pretty is the table of the screen, for paper.
#pragma once
#include "features/people/export.hpp"
#include "features/people/seeing.hpp"
#include "features/skills/category_changes.hpp"
#include "features/skills/map_view.hpp"

namespace skills {

struct Exported {
    std::vector<sheets::SheetOut> tables;
    std::vector<StaffId> named;  ///< whom the file tells of
};

/// Person by person what is needed, held, missing and undecided: of those whom `seeing` admits, in the unit and below.
Exported gap_tables(GapIndex const&, people::Seeing const&, std::optional<people::Place> unit, bool pretty);
/// Every cell of the map, inherited ones too, with how many people of the category need and hold the skill.
Exported map_tables(GapIndex const&, bool pretty);
/// `area`: whose file it is.
Exported change_tables(CategoryChanges const&, people::Area const&, bool pretty);

/// The columns that hold proper names or the plan's own words: there any character may stand (L1-08).
std::span<std::string_view const> export_name_columns();

}  // namespace skills
