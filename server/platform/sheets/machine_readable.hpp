// The government's rules for data that machines are to read (総務省, decided 2026-03-31), as far as a machine can check them.
#pragma once
#include "platform/sheets/table.hpp"

#include <span>

namespace sheets {

enum class Rule {
    one_table_per_sheet,
    header_in_row_1,
    no_merged_cells,
    every_column_named,
    names_unique,
    no_line_breaks,
    numbers_only,       ///< 1,200円 is not a number
    common_characters,  ///< no 機種依存文字 except in proper names (L1-08)
    western_years,      ///< 2025-04-01, or 令和7年4月1日 with the western year beside it (L3-05)
};
BOOST_DESCRIBE_ENUM(Rule, one_table_per_sheet, header_in_row_1, no_merged_cells, every_column_named, names_unique, no_line_breaks,
                    numbers_only, common_characters, western_years)

struct Finding {
    Rule rule;
    std::string sheet;
    std::string place;  ///< "C12" as Excel counts, or the sheet as a whole when empty
    std::string ja;
    std::string en;
};

/// `proper_names`: the columns (by header name) that hold names of people and places, where any character may stand.
std::vector<Finding> check_machine_readable(Workbook const&, std::span<std::string_view const> proper_names = {});

}  // namespace sheets
