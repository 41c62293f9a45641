#include "platform/sheets/csv.hpp"
#include "platform/sheets/encoding.hpp"
#include "platform/sheets/formula_guard.hpp"

#include <stdexcept>

namespace sheets {

CsvWriter::CsvWriter(CsvStyle style) : style_(style)
{
    if (style_.encoding == Encoding::utf16) throw std::invalid_argument("CSV is not written in UTF-16");
    if (style_.encoding == Encoding::utf8_bom) bytes_ = "\xEF\xBB\xBF";
}

void CsvWriter::cell(std::string_view text)
{
    if (column_ > 0) bytes_ += style_.delimiter;
    only_an_empty_cell_ = column_ == 0 && text.empty();
    auto const guarded = style_.guard_formulas && looks_like_formula(text);
    auto const quoted = guarded || text.find_first_of("\"\r\n\t ,;=") != text.npos;

    std::string field;
    if (quoted) field += '"';
    if (guarded) field += '\t';
    for (char const c : text) {
        if (c == '"') field += '"';
        field += c;
    }
    if (quoted) field += '"';

    if (style_.encoding == Encoding::cp932) {
        std::vector<std::string> lost;
        bytes_ += to_cp932(field, lost);
        for (auto& character : lost) unrepresentable_.push_back({row_, column_, std::move(character), std::string{text}});
    } else {
        bytes_ += field;
    }
    ++column_;
}

void CsvWriter::end_row()
{
    if (only_an_empty_cell_ && column_ == 1) bytes_ += "\"\"";  // an empty line would be no row at all
    bytes_ += "\r\n";
    column_ = 0;
    ++row_;
}

void CsvWriter::row(std::span<std::string const> cells)
{
    for (auto const& text : cells) cell(text);
    end_row();
}

}  // namespace sheets
