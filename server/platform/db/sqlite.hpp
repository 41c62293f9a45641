// A connection to one SQLite file, with the file of keys beside it attached as `keys`.
#pragma once
#include "platform/db/connection.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace db {

/// For Purpose::write the files are made when they are missing. Refuses with one sentence for the administrator.
std::unique_ptr<Connection> open_sqlite(std::string const& file, Purpose);

/// Where the keys of that database lie. Copies of the database do not hold them.
std::string keys_file(std::string const& file);

/// As an SQL text literal.
std::string literal(std::string_view);

}  // namespace db
