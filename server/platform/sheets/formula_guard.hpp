// Which texts a spreadsheet would take for a formula.
#pragma once
#include <string_view>

namespace sheets {

/// =1+1, @SUM(A1), -x, ＝… : begins with a sign that starts a formula (also in full width), goes on, and is not a number.
bool looks_like_formula(std::string_view);
bool starts_like_formula(std::string_view);

}  // namespace sheets
