// Finds the header of a table that people made for people: a title above it, two rows merged into one another, notes behind the
// names.
#pragma once
#include "platform/sheets/table.hpp"

#include <span>

namespace sheets {

struct Header {
    std::size_t first_row = 0;  ///< index into Sheet::rows
    std::size_t row_count = 1;  ///< 2 when 所属 stands over 部 and 課
    /// By column: "所属 部" for two rows; line breaks inside a name removed; empty where a column has no name.
    std::vector<std::string> names;
    std::size_t matched = 0;  ///< how many of the candidates were found

    std::size_t first_data_row() const { return first_row + row_count; }
};

/// What two spellings of a column name have in common: folded (text::fold), without a note in brackets and without ※ * behind.
/// "職員番号\n（７桁）※" and "職員番号" have the same key.
std::string column_key(std::string_view name);

/// The row (or two) among the first 50 in which most of the candidate names stand. A two-row name is found as "所属 部", as "部"
/// and as "所属". None when fewer than two candidates (or the only one) are found.
std::optional<Header> find_header(Sheet const&, std::span<std::string_view const> candidates);
/// The same reading of a row that a person chose.
Header header_at(Sheet const&, std::size_t first_row, std::size_t row_count);

}  // namespace sheets
