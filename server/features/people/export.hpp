// The roster of a day as a file. The plain formats are for machines and obey the government's rules for data (conventions 5.7):
// one table, names of columns in row 1, one value a cell, days in western years. xlsx_pretty is for paper.
#pragma once
#include "features/people/staff_list.hpp"
#include "platform/http/table.hpp"
#include "platform/sheets/csv.hpp"
#include "platform/sheets/xlsx.hpp"

namespace people {

enum class ExportFormat { csv, csv_cp932, xlsx, xlsx_pretty };
BOOST_DESCRIBE_ENUM(ExportFormat, csv, csv_cp932, xlsx, xlsx_pretty)

/// Narrowed as the list on the screen is; `staff` leaves only those who were picked in it.
struct ExportQuery : StaffFilter {
    ExportFormat format = ExportFormat::csv;
    std::vector<StaffId> staff;
};
BOOST_DESCRIBE_STRUCT(ExportQuery, (StaffFilter), (format, staff))

/// What stands behind the lines of a file.
struct ExportSources {
    Days& days;
    Names& names;
    PlanWords& plan;
};

/// The people whom export_data reaches, in the order of the organisation, with the meaning of each column on a second sheet.
/// Refuses with not_found when the unit does not exist on the day.
std::vector<sheets::SheetOut> staff_tables(db::Tx&, Actor const&, ExportSources const&, ExportQuery const&, Clock const&);
/// The same on one sheet, to be printed.
std::vector<sheets::SheetOut> staff_print(db::Tx&, Actor const&, ExportSources const&, ExportQuery const&, Clock const&);

/// The first sheet as CSV, and what CP932 could not hold of it.
struct CsvFile {
    std::string bytes;
    std::vector<sheets::Unrepresentable> lost;
};
CsvFile as_csv(sheets::SheetOut const&, sheets::Encoding);
/// As the browser saves it; `name` without its ending. CSV holds the first sheet alone.
http::Download as_download(std::string const& name, ExportFormat, std::vector<sheets::SheetOut> const&);

/// The columns that hold proper names: there any character may stand (L1-08).
std::span<std::string_view const> proper_name_columns();

}  // namespace people
