// The plan as a workbook: one sheet a table, one row an item, for people who live in Excel. Reads back without loss.
#pragma once
#include "features/plan/yaml.hpp"
#include "platform/sheets/xlsx.hpp"

namespace plan {

/// The first sheet holds the single values (municipality, document, population) as item and value; every other one is a table
/// whose headings carry the member's name in brackets: 「出典 [clause]」.
std::vector<sheets::SheetOut> to_workbook(Plan const&);

/// Problems name sheet, row and column: 「スキル!C12」. Sheets and columns are found by their names; a missing sheet is an empty
/// table.
ReadPlan from_workbook(sheets::Workbook const&);

}  // namespace plan
