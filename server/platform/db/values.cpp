#include "platform/db/values.hpp"

#include "platform/db/error.hpp"

#include <stdexcept>

namespace db::detail {
namespace {

std::string place(Statement const& row, int column)
{
    return "column \"" + std::string{row.column_name(column)} + "\" of " + std::string{row.sql()};
}

[[noreturn]] void unreadable(Statement const& row, int column, char const* wanted)
{
    throw Error{ErrorKind::corrupt, "'" + std::string{row.text_at(column)} + "' is not " + wanted + ": " + place(row, column)};
}

}  // namespace

void put(Binder& to, int position, Date value) { to.short_text(position, to_iso(value)); }
void put(Binder& to, int position, Instant value) { to.short_text(position, to_iso(value)); }

Date date_at(Statement const& row, int column)
{
    auto const date = date_from_iso(row.text_at(column));
    if (!date) unreadable(row, column, "a day");
    return *date;
}

Instant instant_at(Statement const& row, int column)
{
    auto const instant = instant_from_iso(row.text_at(column));
    if (!instant) unreadable(row, column, "an instant");
    return *instant;
}

void unexpected_null(Statement const& row, int column)
{
    throw std::logic_error("NULL where the program expects a value: " + place(row, column));
}

void out_of_range(Statement const& row, int column)
{
    throw Error{ErrorKind::corrupt, "a number too large for its place: " + place(row, column)};
}

void unknown_name(Statement const& row, int column) { unreadable(row, column, "one of the known names"); }

}  // namespace db::detail
