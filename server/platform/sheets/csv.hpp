// CSV and TSV after RFC 4180, tolerant in reading (CR, LF or CRLF, stray quotes), strict in writing.
#pragma once
#include "platform/sheets/table.hpp"

#include <span>

namespace sheets {

Workbook read_csv(std::string_view bytes, Options const& = {});

struct CsvStyle {
    Encoding encoding = Encoding::utf8_bom;
    char delimiter = ',';
    /// A cell that a spreadsheet would take for a formula (it begins with = + - @ and is not a number) is written as TAB + text
    /// in quotes: shown as text, without the apostrophe that would stay in the data. Our reader takes the TAB off again, so the
    /// round trip is exact. Off for files that only programs read.
    bool guard_formulas = true;
};

/// A character the encoding lacks; 〓 was written in its place.
struct Unrepresentable {
    std::size_t row = 0;  ///< counted from 1, the header is row 1
    std::size_t column = 0;
    std::string character;
    std::string text;  ///< the whole cell
};

/// Rows end in CRLF. Writes into memory; drain with take() while a long table is being made.
class CsvWriter {
public:
    explicit CsvWriter(CsvStyle = {});
    void cell(std::string_view text);
    void end_row();
    void row(std::span<std::string const> cells);

    /// The bytes written since the last call.
    std::string take() { return std::exchange(bytes_, {}); }
    std::vector<Unrepresentable> const& unrepresentable() const { return unrepresentable_; }

private:
    CsvStyle style_;
    std::string bytes_;
    std::size_t row_ = 1;
    std::size_t column_ = 0;
    bool only_an_empty_cell_ = false;
    std::vector<Unrepresentable> unrepresentable_;
};

}  // namespace sheets
