#include "platform/sheets/tables.hpp"

namespace sheets {
namespace {

constexpr std::string_view kItemColumn = "項目 [item]", kValueColumn = "値 [value]";

/// What stands in the brackets at the end; none without brackets.
std::optional<std::string_view> bracketed(std::string_view cell)
{
    auto const open = cell.rfind('[');
    if (open == std::string_view::npos || !cell.ends_with(']')) return std::nullopt;
    return cell.substr(open + 1, cell.size() - open - 2);
}

}  // namespace

std::string heading(Word word, std::string_view path)
{
    auto const member = path.substr(path.rfind('.') + 1);
    return std::string{word(member)} + " [" + std::string{path} + "]";
}

SheetOut head_out(std::string_view name)
{
    return {std::string{name}, {std::string{kItemColumn}, std::string{kValueColumn}}, {}};
}

Sheet const* TablesReader::sheet_called(std::string_view name) const
{
    for (auto const& sheet : workbook_.sheets) {
        if (sheet.name == name) return &sheet;
    }
    return nullptr;
}

Sheet const* TablesReader::needed(std::string_view name)
{
    auto const* sheet = sheet_called(name);
    if (!sheet) {
        from_.problems.push_back(
            {0, 0, std::string{name},
             "「" + std::string{name} + "」シートがありません。書き出したファイルのシート名は変えないでください。",
             "The sheet " + std::string{name} + " is missing; keep the sheet names of the exported file."});
    }
    return sheet;
}

std::map<std::string, Row const*> TablesReader::head_rows(Sheet const& sheet)
{
    std::map<std::string, Row const*> rows;
    for (std::size_t i = 1; i < sheet.rows.size(); ++i) {
        if (auto const path = bracketed(sheet.rows[i].text(0))) rows[std::string{*path}] = &sheet.rows[i];
    }
    return rows;
}

/// The member a heading names: what stands in brackets, or the Japanese word by itself.
bool TablesReader::names_member(std::string_view cell, std::string_view member) const
{
    if (auto const name = bracketed(cell)) return *name == member;
    return cell == word_(member) || cell == member;
}

void TablesReader::problem(Sheet const& sheet, std::size_t line, std::size_t column, std::string ja, std::string en)
{
    problem(sheet.name, {static_cast<int>(line), static_cast<int>(column) + 1}, std::move(ja), std::move(en));
}

void TablesReader::problem(std::string_view sheet, FilePlace place, std::string ja, std::string en)
{
    auto const column = static_cast<std::size_t>(std::max(place.column, 1) - 1);
    auto const cell = std::string{sheet} + "!" + column_letters(column) + std::to_string(place.line);
    from_.problems.push_back({place.line, place.column, cell, std::move(ja), std::move(en)});
}

}  // namespace sheets
