// The survey as a workbook, for people who live in Excel: 調査票, セクション, 質問, 選択肢, 項目, 指標. An option and an item
// name their question. Reads back without loss.
#pragma once
#include "features/surveys/pack.hpp"
#include "platform/sheets/xlsx.hpp"

namespace surveys {

std::vector<sheets::SheetOut> to_workbook(Survey const&);

/// Problems name sheet and cell: 「選択肢!A12」. A missing sheet is an empty table; 調査票 must be there.
ReadSurvey from_workbook(sheets::Workbook const&);

}  // namespace surveys
