#pragma once
#include "platform/db/database.hpp"

namespace db {

std::unique_ptr<Database> open_sqlite_database(Settings);

}  // namespace db
