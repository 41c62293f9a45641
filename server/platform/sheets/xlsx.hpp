// xlsx both ways. Reading is bounded (Limits) and streams the sheets; writing streams the rows.
#pragma once
#include "platform/sheets/table.hpp"

namespace sheets {

/// All worksheets, in the order of their tabs.
Workbook read_xlsx(std::string_view bytes, Limits const& = {});

struct SheetOut {
    std::string name;  ///< what a tab cannot be called is replaced, and it is cut at 31 characters
    std::vector<std::string> header;
    std::vector<std::vector<Cell>> rows;  ///< text stays text (0012345), number is a number, date is a date shown as yyyy-mm-dd
    /// For paper instead of machines: the title above the header, borders, wrapped text, A4 landscape, header repeated on every
    /// page.
    bool pretty = false;
    std::string title;
};

/// Header in row 1 and frozen, widths by content. Refuses a text over 32,767 characters, and a full disk; then no file is left.
/// Temporary files stand beside the target. `sheets` must not be empty.
void write_xlsx(std::filesystem::path const&, std::vector<SheetOut> const&);
/// The same in memory, for a download.
std::string xlsx_bytes(std::vector<SheetOut> const&);

}  // namespace sheets
