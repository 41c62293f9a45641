// A connection to one SQLite file.
#pragma once
#include "platform/db/connection.hpp"

#include <memory>
#include <string>

namespace db {

/// For Purpose::write the file is made when it is missing. Refuses with one sentence for the administrator.
std::unique_ptr<Connection> open_sqlite(std::string const& file, Purpose);

}  // namespace db
