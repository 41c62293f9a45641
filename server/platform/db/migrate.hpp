// Brings a database to the schema this binary was built for. Forward only; all of it in one transaction, so that a database whose
// migration was interrupted is as it was before.
#pragma once
#include "platform/db/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace db {

struct Migration {
    int number;
    std::string_view name;
    std::string_view sql;       ///< in SQLite's words; dialect.hpp says what is translated for PostgreSQL
    std::string_view postgres;  ///< replaces `sql` there when it is not empty
};

/// The files of migrations/, in order.
std::vector<Migration> const& embedded_migrations();
/// migrations/keys.sql: what lies in the file of keys, made whenever it is missing.
std::string_view embedded_keys();

struct MigrateOptions {
    /// SQLite: keep a copy "<file>.before-NNNN" beside a database that already holds something.
    bool backup_before = true;
    std::vector<Migration> const* migrations = nullptr;  ///< null: the embedded ones
};

/// The numbers that were applied now; empty when there was nothing to do. Refuses, with one sentence for the administrator, a
/// database that a newer program has migrated and one whose applied migrations are not the ones in this program.
std::vector<int> migrate(Database&, MigrateOptions const& = {});

}  // namespace db
