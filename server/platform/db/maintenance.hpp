// Looking after a SQLite file while it is in service. PostgreSQL brings its own tools for both.
#pragma once
#include "platform/db/database.hpp"

#include <string>
#include <vector>

namespace db {

/// A complete copy as of one instant, durable under its name or not there at all; replaces an older file of that name.
/// On PostgreSQL it refuses: pg_dump does this.
void backup_to(Database&, std::string const& file);

/// What is wrong, one line each: damaged pages and indexes, rows that point nowhere. Empty when all is well, and on PostgreSQL.
std::vector<std::string> integrity_check(Database&);

}  // namespace db
