#include "platform/db/statement.hpp"

#include <stdexcept>
#include <string>

namespace db {
namespace {

int column_named(Statement const& statement, std::string_view name)
{
    for (int column = 0; column < statement.column_count(); ++column)
        if (statement.column_name(column) == name) return column;
    throw std::logic_error("no column fills the member \"" + std::string{name} + "\": " + std::string{statement.sql()});
}

}  // namespace

std::span<int const> Statement::columns_named(void const* type, std::span<std::string_view const> names)
{
    for (auto const& [known, columns] : resolved_)
        if (known == type) return columns;
    std::vector<int> columns;
    columns.reserve(names.size());
    for (auto const name : names) columns.push_back(column_named(*this, name));
    return resolved_.emplace_back(type, std::move(columns)).second;
}

}  // namespace db
