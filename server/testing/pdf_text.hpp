// What a PDF says, as poppler reads it.
#pragma once
#include <string>
#include <string_view>

namespace testing_town {

/// Sheets are parted by form feeds. Throws when it cannot be read.
std::string pdf_text(std::string_view pdf);
/// The table that pdffonts prints: one line a font, with `emb` and `sub`.
std::string pdf_fonts(std::string_view pdf);

}  // namespace testing_town
