#pragma once
#include "platform/db/database.hpp"

namespace db {

bool is_postgres(std::string_view location);
std::unique_ptr<Database> open_postgres_database(Settings);

}  // namespace db
