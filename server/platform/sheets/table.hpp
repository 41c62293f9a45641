// A table as somebody made it: cells exactly as given, each row with the line it stood on, and what could not be read said aloud.
#pragma once
#include "platform/text/japanese_date.hpp"

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sheets {

enum class Encoding { utf8, utf8_bom, cp932, utf16 };  // utf16: what Excel calls "Unicode テキスト"; only read, never written
BOOST_DESCRIBE_ENUM(Encoding, utf8, utf8_bom, cp932, utf16)

enum class Format { csv, xlsx };
BOOST_DESCRIBE_ENUM(Format, csv, xlsx)

enum class Kind { empty, text, number, date, boolean };
BOOST_DESCRIBE_ENUM(Kind, empty, text, number, date, boolean)

struct Cell {
    /// What a reader of the table sees. A CSV knows only text. From xlsx: numbers without exponent and with the leading zeros of
    /// a format like 0000000; dates as 2025-04-01 or 2025-04-01T09:30; times of day as 09:30; booleans as TRUE and FALSE.
    std::string text;
    Kind kind = Kind::empty;
    double number = 0;  ///< for number, date (Excel's day number, always counted from 1900) and boolean (0 or 1)

    static Cell of(std::string text);
    static Cell of(double number);
    static Cell of(Date);
    friend bool operator==(Cell const&, Cell const&) = default;
};

struct Row {
    std::size_t line = 0;  ///< where it begins in the file, counted from 1; in xlsx the row number
    std::vector<Cell> cells;

    /// Missing cells at the end read as empty text.
    std::string const& text(std::size_t column) const;
    Cell const& cell(std::size_t column) const;
    bool blank() const;
};

/// A merged range, all four included, counted from 0. Only the first cell holds a value.
struct Merge {
    std::size_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

struct Sheet {
    std::string name;  ///< empty for CSV
    bool hidden = false;
    std::vector<Row> rows;  ///< blank rows inside are kept, blank rows at the end are not
    std::vector<Merge> merges;
};

/// Bytes that mean nothing in the file's encoding; U+FFFD stands in their place.
struct Undecodable {
    std::size_t line = 0;    ///< of the row
    std::size_t row = 0;     ///< index into Sheet::rows
    std::size_t column = 0;  ///< index into Row::cells
    std::string bytes;
};

struct Workbook {
    Format format = Format::csv;
    Encoding encoding = Encoding::utf8;
    char delimiter = ',';
    text::SerialBase serial_base = text::SerialBase::since_1900;
    std::vector<Sheet> sheets;  ///< at least one
    std::vector<Undecodable> undecodable;

    /// The first sheet a person sees on opening the file.
    Sheet const& first_visible() const;
};

struct Limits {
    std::size_t file_bytes = 64u << 20;
    std::size_t unpacked_bytes = 512u << 20;  ///< all parts of an xlsx together
    std::size_t ratio = 200;                  ///< unpacked to packed, for parts over 16 MB
    std::size_t entries = 2'000;              ///< files inside an xlsx
    std::size_t rows = 200'000;
    std::size_t columns = 512;
    std::size_t cells = 5'000'000;  ///< of all sheets
    std::size_t strings = 1'000'000;
};

struct Options {
    std::optional<Encoding> encoding;  ///< found by content unless given
    std::optional<char> delimiter;
    Limits limits;
};

/// CSV, TSV or xlsx, told apart by content. Refuses with unsupported_file, unreadable_file or too_large and a sentence on what to
/// do.
Workbook read_table(std::string_view bytes, Options const& = {});
Workbook read_table_file(std::filesystem::path const&, Options const& = {});

/// Any way of writing a date that an office uses: an Excel date, its day number, or text (see text::read_date).
text::Reading<Date> read_date(Cell const&, text::SerialBase = text::SerialBase::since_1900);

/// 3 → "D", 27 → "AB": the letters Excel shows, for messages. Counted from 0.
std::string column_letters(std::size_t column);

}  // namespace sheets
