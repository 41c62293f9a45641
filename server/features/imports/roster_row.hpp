// One row of a roster, read by rules: dates as people write them, digits of any width, half-width kana. Names stay as given.
#pragma once
#include "features/imports/cell_text.hpp"
#include "features/imports/field.hpp"
#include "features/imports/row_problem.hpp"
#include "features/people/roster.hpp"
#include "platform/sheets/header.hpp"

#include <boost/describe/class.hpp>

namespace imports {

struct Words4 {
    std::string_view problem, problem_en, remedy, remedy_en;
};

struct ConcurrentText {
    std::string_view unit, title;
};

/// A unit as the row names it: by code, by its name or path in one cell, or part by part (部, 課, 係).
struct UnitText {
    std::string_view code, name;
    std::array<std::string_view, 3> parts;
    bool blank() const { return code.empty() && name.empty() && parts[0].empty() && parts[1].empty() && parts[2].empty(); }
};

/// Views look into the sheet.
struct RosterRow {
    std::size_t line = 0;
    std::size_t row = 0;  ///< index into the sheet
    std::string staff_no, kana;
    std::string_view name, former_name, legal_name, email;
    std::optional<Date> joined_on, last_day, moved_on;
    UnitText unit;
    people::PostingKind kind = people::PostingKind::primary;
    std::string_view rank, title, employment, occupation, recruitment;
    bool is_head = false, uses_pc = false, is_external = false;
    std::vector<std::string_view> systems;
    std::vector<ConcurrentText> concurrent;
    std::string_view leave_kind;
    std::optional<Date> leave_from, leave_last;
    std::vector<RowProblem> problems;

    bool refused() const;
};

/// What the rows are read by. All of it outlives them.
struct Reading {
    sheets::Workbook const& book;
    sheets::Sheet const& sheet;
    sheets::Header const& header;
    Columns const& columns;

    std::string column_name(std::size_t column) const;
    /// The name and value of a field's first column in a row.
    RowProblem problem(RosterRow const&, Field, Words4 const&, bool refuses = true) const;
};

/// Every row below the header that is not blank.
std::vector<RosterRow> read_rows(Reading const&);

}  // namespace imports
