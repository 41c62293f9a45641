#include "platform/db/connection.hpp"

#include <stdexcept>

namespace db {

Statement& Connection::unused(Sql const& sql)
{
    auto& statements = cache_[sql.number()];
    for (auto const& statement : statements)
        if (!statement->in_use) return *statement;
    return *statements.emplace_back(prepare(sql.text()));
}

Running::Running(Connection& connection, Sql const& sql, std::size_t parameters) : statement_(&connection.unused(sql))
{
    auto const wanted = static_cast<std::size_t>(statement_->parameter_count());
    if (wanted != parameters)
        throw std::logic_error("given " + std::to_string(parameters) + " values for " + std::to_string(wanted) +
                               " parameters: " + std::string{sql.text()});
    statement_->in_use = true;
}

Running::~Running()
{
    statement_->reset();
    statement_->in_use = false;
}

}  // namespace db
