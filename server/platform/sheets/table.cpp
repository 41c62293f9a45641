#include "platform/sheets/table.hpp"

#include <algorithm>
#include <charconv>

namespace sheets {
namespace {

Cell const kEmpty;

std::string shortest(double number)
{
    char text[32];
    auto const end = std::to_chars(text, text + sizeof text, number).ptr;
    return {text, end};
}

}  // namespace

Cell Cell::of(std::string text)
{
    auto const kind = text.empty() ? Kind::empty : Kind::text;
    return {std::move(text), kind, 0};
}

Cell Cell::of(double number) { return {shortest(number), Kind::number, number}; }

Cell Cell::of(Date date)
{
    static Date const kDayZero{std::chrono::year{1899}, std::chrono::December, std::chrono::day{30}};
    return {to_iso(date), Kind::date, static_cast<double>(days_between(kDayZero, date))};
}

Cell const& Row::cell(std::size_t column) const { return column < cells.size() ? cells[column] : kEmpty; }
std::string const& Row::text(std::size_t column) const { return cell(column).text; }

bool Row::blank() const
{
    return std::all_of(cells.begin(), cells.end(), [](Cell const& cell) { return cell.text.empty(); });
}

Sheet const& Workbook::first_visible() const
{
    auto const found = std::find_if(sheets.begin(), sheets.end(), [](Sheet const& sheet) { return !sheet.hidden; });
    return found == sheets.end() ? sheets.front() : *found;
}

text::Reading<Date> read_date(Cell const& cell, text::SerialBase base)
{
    if (cell.kind == Kind::date) {
        if (auto const date = date_from_iso(std::string_view{cell.text}.substr(0, 10))) return *date;
    }
    auto const is_day_number = cell.kind == Kind::number && cell.text.size() <= 5;
    return is_day_number ? text::read_serial_date(cell.number, base) : text::read_date(cell.text);
}

std::string column_letters(std::size_t column)
{
    std::string letters;
    for (auto n = column + 1; n > 0; n = (n - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
    return letters;
}

}  // namespace sheets
