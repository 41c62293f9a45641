#include "platform/core/refused.hpp"
#include "platform/sheets/xlsx.hpp"
#include "platform/sheets/xlsx_parts.hpp"
#include "platform/sheets/xml_pull.hpp"
#include "platform/text/utf8.hpp"

#include <charconv>

namespace sheets {
namespace {

using Event = XmlPull::Event;

constexpr std::size_t kMostMerges = 100'000;

// _x000D_ is how Excel writes a character that XML cannot hold.
std::string unescaped(std::string text)
{
    constexpr std::size_t kLength = 7;
    for (auto at = text.find("_x"); at != text.npos; at = text.find("_x", at + 1)) {
        unsigned code = 0;
        if (at + kLength > text.size() || text[at + kLength - 1] != '_') continue;
        auto const* first = text.data() + at + 2;
        auto const [end, error] = std::from_chars(first, first + 4, code, 16);
        if (error != std::errc{} || end != first + 4 || code == 0) continue;
        std::string character;
        text::append_character(character, code);
        text.replace(at, kLength, character);
    }
    return text;
}

std::string checked(std::string text)
{
    if (!text::valid_utf8(text)) refuse_broken_xlsx();
    return unescaped(std::move(text));
}

// Inside <si> or <is>: the runs joined, the furigana (rPh) left out.
std::string rich_text(XmlPull& xml)
{
    std::string all;
    for (std::size_t depth = 1; depth > 0;) {
        switch (xml.next()) {
            case Event::open:
                if (xml.name() == "t")
                    all += xml.element_text();
                else if (xml.name() == "rPh")
                    xml.skip();
                else
                    ++depth;
                break;
            case Event::close: --depth; break;
            case Event::text: break;
            case Event::end: refuse_broken_xlsx();
        }
    }
    return checked(std::move(all));
}

XmlPull stream(ZipFile::Part& part)
{
    return XmlPull{[&part](char* buffer, std::size_t size) { return part.read(buffer, size); }};
}

std::vector<std::string> read_strings(ZipFile& zip, std::string const& path, Limits const& limits)
{
    std::vector<std::string> strings;
    if (path.empty()) return strings;
    auto part = zip.open(path);
    auto xml = stream(part);
    for (auto event = xml.next(); event != Event::end; event = xml.next()) {
        if (event != Event::open || xml.name() != "si") continue;
        if (strings.size() == limits.strings)
            throw Refused{Code::too_large,
                          {"文字列が多すぎます。ファイルを分けてください。", "There are too many texts. Divide the file."}};
        strings.push_back(rich_text(xml));
    }
    return strings;
}

struct Place {
    std::size_t row = 0, column = 0;  // counted from 0
};

// "AB12"; none if it is something else.
std::optional<Place> place_of(std::string_view reference)
{
    Place place;
    std::size_t letters = 0;
    for (; letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z' && letters < 4; ++letters) {
        place.column = place.column * 26 + static_cast<std::size_t>(reference[letters] - 'A') + 1;
    }
    auto const digits = reference.substr(letters);
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), place.row);
    if (letters == 0 || error != std::errc{} || end != digits.data() + digits.size() || place.row == 0) return std::nullopt;
    --place.row;
    --place.column;
    return place;
}

class SheetReader {
public:
    SheetReader(ZipFile::Part& part, XlsxParts const& parts, std::vector<std::string> const& strings, Limits const& limits,
                std::size_t& cells)
        : xml_(stream(part)), parts_(parts), strings_(strings), limits_(limits), cells_(cells)
    {
    }

    void run(Sheet& sheet)
    {
        bool inside = false;
        for (auto event = xml_.next(); event != Event::end; event = xml_.next()) {
            if (event == Event::text) continue;
            if (xml_.name() == "sheetData") inside = event == Event::open;
            if (event != Event::open) continue;
            if (inside && xml_.name() == "row") read_row(sheet.rows);
            if (xml_.name() == "mergeCell") read_merge(sheet.merges);
        }
        while (!sheet.rows.empty() && sheet.rows.back().blank()) sheet.rows.pop_back();
    }

private:
    void read_row(std::vector<Row>& rows)
    {
        auto const given = xml_.raw_attribute("r");
        auto line = next_line_;
        if (!given.empty() && std::from_chars(given.data(), given.data() + given.size(), line).ec != std::errc{})
            refuse_broken_xlsx();
        if (line < next_line_) refuse_broken_xlsx();
        next_line_ = line + 1;
        Row row{line, {}};
        for (auto event = xml_.next(); event != Event::close; event = xml_.next()) {
            if (event == Event::end) refuse_broken_xlsx();
            if (event != Event::open) continue;
            if (xml_.name() == "c")
                read_cell(row);
            else
                xml_.skip();
        }
        if (row.cells.empty()) return;  // only formatted: sheets often claim a million such rows
        if (line > limits_.rows)
            throw Refused{Code::too_large,
                          {std::to_string(limits_.rows) + "行を超えています。ファイルを分けてください。",
                           "It has more than " + std::to_string(limits_.rows) + " rows. Divide the file."}};
        while (rows.size() + 1 < line) rows.push_back({rows.size() + 1, {}});
        rows.push_back(std::move(row));
    }

    void read_cell(Row& row)
    {
        auto column = next_column(row);
        auto const type = std::string{xml_.raw_attribute("t")};
        auto const style = style_of(xml_.raw_attribute("s"));
        Cell cell;
        for (auto event = xml_.next(); event != Event::close; event = xml_.next()) {
            if (event == Event::end) refuse_broken_xlsx();
            if (event != Event::open) continue;
            if (xml_.name() == "v")
                cell = cell_of(type, xml_.element_text(), style);
            else if (xml_.name() == "is")
                cell = Cell::of(rich_text(xml_));
            else
                xml_.skip();
        }
        last_column_ = column;
        if (cell.text.empty()) return;
        if (column >= limits_.columns) {
            throw Refused{Code::too_large,
                          {std::to_string(row.line) + "行目が" + std::to_string(limits_.columns) +
                               "列を超えています。離れた列に残った文字を削除してください。",
                           "Row " + std::to_string(row.line) + " has more than " + std::to_string(limits_.columns) +
                               " columns. Delete what was left in distant columns."}};
        }
        cells_ += column + 1 - row.cells.size();
        if (cells_ > limits_.cells)
            throw Refused{Code::too_large,
                          {"表のセルが多すぎます。必要なシートだけを新しいブックに保存し直してください。",
                           "The table has too many cells. Save only the sheets you need as a new workbook."}};
        row.cells.resize(column + 1);
        row.cells.back() = std::move(cell);
    }

    // Cells come in order; one without a place stands right of the one before it.
    std::size_t next_column(Row const& row)
    {
        auto const reference = xml_.raw_attribute("r");
        if (reference.empty()) return last_line_ == row.line ? last_column_ + 1 : (last_line_ = row.line, 0);
        auto const place = place_of(reference);
        if (!place || place->column < row.cells.size()) refuse_broken_xlsx();
        last_line_ = row.line;
        return place->column;
    }

    NumberFormat style_of(std::string_view number) const
    {
        std::size_t style = 0;
        std::from_chars(number.data(), number.data() + number.size(), style);
        return style < parts_.formats.size() ? parts_.formats[style] : NumberFormat{};
    }

    Cell cell_of(std::string_view type, std::string value, NumberFormat format) const
    {
        if (value.empty()) return {};
        if (type == "s") {
            std::size_t index = 0;
            auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), index);
            if (error != std::errc{} || index >= strings_.size()) refuse_broken_xlsx();
            return Cell::of(strings_[index]);
        }
        if (type == "b")
            return value == "1" || value == "true" ? Cell{"TRUE", Kind::boolean, 1} : Cell{"FALSE", Kind::boolean, 0};
        if (type == "d") {
            auto const date = date_from_iso(std::string_view{value}.substr(0, 10));
            return date ? Cell::of(*date) : Cell::of(checked(std::move(value)));
        }
        if (!type.empty() && type != "n") return Cell::of(checked(std::move(value)));  // str: a formula's text, e: #N/A
        double number = 0;
        auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc{} || end != value.data() + value.size()) return Cell::of(checked(std::move(value)));
        return shown(number, format, parts_.serial_base);
    }

    void read_merge(std::vector<Merge>& merges)
    {
        auto const range = xml_.raw_attribute("ref");
        auto const colon = range.find(':');
        auto const first = place_of(range.substr(0, colon));
        auto const last = colon == range.npos ? first : place_of(range.substr(colon + 1));
        if (!first || !last || merges.size() == kMostMerges) refuse_broken_xlsx();
        merges.push_back({first->row, first->column, last->row, last->column});
    }

    XmlPull xml_;
    XlsxParts const& parts_;
    std::vector<std::string> const& strings_;
    Limits const& limits_;
    std::size_t& cells_;  // of all sheets so far
    std::size_t next_line_ = 1;
    std::size_t last_line_ = 0;
    std::size_t last_column_ = 0;
};

}  // namespace

Workbook read_xlsx(std::string_view bytes, Limits const& limits)
{
    ZipFile zip(bytes, limits);
    auto const parts = read_parts(zip);
    auto const strings = read_strings(zip, parts.shared_strings, limits);
    Workbook book;
    book.format = Format::xlsx;
    book.serial_base = parts.serial_base;
    std::size_t cells = 0;
    for (auto const& found : parts.sheets) {
        auto& sheet = book.sheets.emplace_back();
        sheet.name = found.name;
        sheet.hidden = found.hidden;
        auto part = zip.open(found.path);
        SheetReader{part, parts, strings, limits, cells}.run(sheet);
    }
    return book;
}

}  // namespace sheets
