#include "platform/db/database.hpp"

#include "platform/db/postgres_database.hpp"
#include "platform/db/sqlite_database.hpp"

namespace db {

std::unique_ptr<Database> Database::open(Settings const& settings)
{
    return is_postgres(settings.location) ? open_postgres_database(settings) : open_sqlite_database(settings);
}

}  // namespace db
