// A connection to one schema of a PostgreSQL database.
#pragma once
#include "platform/db/connection.hpp"

#include <memory>
#include <string>

namespace db {

/// The schema is made when it is missing; empty means public. Refuses with one sentence for the administrator.
std::unique_ptr<Connection> open_postgres(std::string const& location, std::string const& schema);

}  // namespace db
