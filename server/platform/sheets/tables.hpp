// Described structs as worksheets, for people who live in Excel: a table has one row an item and headings that carry the member's
// name in brackets, 「出典 [clause]」; what a document has once stands in a sheet of items and values. Sheets and columns are
// found by their names, so they may be moved about.
#pragma once
#include "platform/core/from_file.hpp"
#include "platform/sheets/cell_text.hpp"
#include "platform/sheets/xlsx.hpp"

#include <map>

namespace sheets {

/// The Japanese word for a member: "clause" → 出典.
using Word = std::string_view (*)(std::string_view member);

/// visit(name, value&) for each member that fits a cell; a table within is a sheet of its own.
template <class Item, class Visit>
void each_cell(Item& item, Visit&& visit)
{
    described::each_member(item, [&](std::string_view name, auto& value) {
        if constexpr (!described::is_table<std::remove_cvref_t<decltype(value)>>) visit(name, value);
    });
}

/// The same down into structs, by path: "document.colophon.tel".
template <class Item, class Visit>
void each_leaf(Item& item, std::string const& prefix, Visit&& visit)
{
    each_cell(item, [&](std::string_view name, auto& value) {
        auto const path = prefix + std::string{name};
        if constexpr (described::Struct<std::remove_cvref_t<decltype(value)>>) {
            each_leaf(value, path + ".", visit);
        } else {
            visit(path, value);
        }
    });
}

/// 「出典 [clause]」; of a path the last name has the word.
std::string heading(Word, std::string_view path);

template <class T>
Cell cell_of(T const& value)
{
    if constexpr (std::is_same_v<T, int>) {
        return Cell::of(double{1} * value);
    } else {
        return Cell::of(cell_text(value));
    }
}

template <class Item>
SheetOut table_out(std::string_view name, std::vector<Item> const& items, Word word)
{
    SheetOut sheet{std::string{name}, {}, {}};
    Item const example{};
    each_cell(example, [&](std::string_view member, auto const&) { sheet.header.push_back(heading(word, member)); });
    for (auto const& item : items) {
        auto& row = sheet.rows.emplace_back();
        each_cell(item, [&](std::string_view, auto const& value) { row.push_back(cell_of(value)); });
    }
    return sheet;
}

/// The sheet of items and values, still empty, and a row of it.
SheetOut head_out(std::string_view name);
template <class T>
std::vector<Cell> head_row(std::string_view path, T const& value, Word word)
{
    return {Cell::of(heading(word, path)), Cell::of(cell_text(value))};
}

/// Reads such a workbook. A problem names sheet, row and column: 「スキル!C12」.
class TablesReader {
public:
    TablesReader(Workbook const& workbook, Word word, FromFile& from) : workbook_(workbook), word_(word), from_(from) {}

    /// each_value(visit) calls visit(path, value&) for everything that the sheet of items and values may hold.
    template <class EachValue>
    void head(std::string_view name, EachValue&& each_value)
    {
        auto const* sheet = needed(name);
        if (!sheet) return;
        auto rows = head_rows(*sheet);
        each_value([&](std::string const& path, auto& value) {
            auto const found = rows.find(path);
            if (found == rows.end()) return;
            auto const& row = *found->second;
            from_.places["/" + path] = {static_cast<int>(row.line), 2};
            read_cell(*sheet, row, 1, value);
            rows.erase(found);
        });
        for (auto const& [path, row] : rows) {
            problem(*sheet, row->line, 0, "「" + path + "」という項目はありません。", "There is no item \"" + path + "\".");
        }
    }

    /// The rows of a sheet; a missing sheet is an empty table. The place of each item is kept as pointer/0, pointer/1 …
    template <class Item>
    void table(std::string_view name, std::string const& pointer, std::vector<Item>& items)
    {
        auto const* sheet = sheet_called(name);
        if (!sheet || sheet->rows.empty()) return;
        auto const& header = sheet->rows.front();
        check_header<Item>(*sheet, header);
        for (std::size_t i = 1; i < sheet->rows.size(); ++i) {
            auto const& row = sheet->rows[i];
            if (row.blank()) continue;
            auto const place = pointer + "/" + std::to_string(items.size());
            from_.places[place] = {static_cast<int>(row.line), 1};
            read_row(*sheet, header, row, items.emplace_back(), place);
        }
    }

    /// `line` and `column` as FilePlace has them.
    void problem(std::string_view sheet, FilePlace, std::string ja, std::string en);

private:
    Sheet const* sheet_called(std::string_view name) const;
    Sheet const* needed(std::string_view name);
    static std::map<std::string, Row const*> head_rows(Sheet const&);
    bool names_member(std::string_view cell, std::string_view member) const;
    void problem(Sheet const&, std::size_t line, std::size_t column, std::string ja, std::string en);

    template <class Item>
    void check_header(Sheet const& sheet, Row const& header)
    {
        Item const example{};
        for (std::size_t column = 0; column < header.cells.size(); ++column) {
            bool known = header.text(column).empty();
            each_cell(example,
                      [&](std::string_view name, auto const&) { known = known || names_member(header.text(column), name); });
            if (!known) {
                problem(sheet, header.line, column, "「" + header.text(column) + "」という列はありません。",
                        "There is no column \"" + header.text(column) + "\".");
            }
        }
    }

    template <class Item>
    void read_row(Sheet const& sheet, Row const& header, Row const& row, Item& item, std::string const& pointer)
    {
        each_cell(item, [&](std::string_view name, auto& value) {
            for (std::size_t column = 0; column < header.cells.size(); ++column) {
                if (!names_member(header.text(column), name)) continue;
                from_.places[pointer + "/" + std::string{name}] = {static_cast<int>(row.line), static_cast<int>(column) + 1};
                return read_cell(sheet, row, column, value);
            }
        });
    }

    template <class T>
    void read_cell(Sheet const& sheet, Row const& row, std::size_t column, T& value)
    {
        auto const& text = row.text(column);
        if (read_text(text, value)) return;
        problem(sheet, row.line, column, "「" + text + "」は使えません。" + wanted<T>() + "を入れてください。",
                "\"" + text + "\" does not fit here.");
    }

    Workbook const& workbook_;
    Word word_;
    FromFile& from_;
};

}  // namespace sheets
