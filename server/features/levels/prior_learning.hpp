// 既修得: what people had learned before the plan, taken in from a table of staff number, day and basis (HKT-16). CSV, TSV or
// xlsx as offices make them; every row that cannot be taken is told with line, column and reason, and then none is.
#pragma once
#include "features/levels/certifications.hpp"

#include <filesystem>

namespace levels {

struct PriorRow {
    std::int64_t line = 0;  ///< in the file, counted from 1
    StaffId staff;
    std::string staff_no, name;
    Date certified_on;
    std::string basis;
};
BOOST_DESCRIBE_STRUCT(PriorRow, (), (line, staff, staff_no, name, certified_on, basis))

struct RefusedCell {
    std::int64_t line = 0;
    std::string column;  ///< the name in the file's header
    std::string value;   ///< as given
    std::string reason, reason_en;
};
BOOST_DESCRIBE_STRUCT(RefusedCell, (), (line, column, value, reason, reason_en))

struct PriorReport {
    std::string level, level_name, level_name_en;
    std::vector<PriorRow> rows;  ///< that can be taken
    std::vector<RefusedCell> refused;
    bool recorded = false;
};
BOOST_DESCRIBE_STRUCT(PriorReport, (), (level, level_name, level_name_en, rows, refused, recorded))

struct PriorDecision {
    std::optional<std::string> name;      ///< of the file
    std::optional<std::string> basis_no;  ///< 決裁番号
    std::optional<Date> basis_on;         ///< 決裁日
    bool check = false;                   ///< only say what would happen
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(PriorDecision, (), (name, basis_no, basis_on, check))

/// Certifies every row or, when one is refused, nobody: rows_refused with each cell, unless only checking. Refuses with
/// unreadable_file when the columns are not found, with not_found for a level the plan does not have, and with invalid_input
/// without the decision's number and day.
PriorReport take_prior_learning(db::Tx&, Actor const&, plan::Plan const&, std::string const& level, std::filesystem::path const&,
                                PriorDecision const&, Clock const&);

}  // namespace levels
