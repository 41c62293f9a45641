#include "platform/db/migrate.hpp"

#include "platform/core/date.hpp"
#include "platform/core/fnv.hpp"
#include "platform/db/dialect.hpp"
#include "platform/db/maintenance.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <cstdio>

namespace db {
namespace {

struct Applied {
    int number;
    std::string name;
    std::string checksum;
};
BOOST_DESCRIBE_STRUCT(Applied, (), (number, name, checksum))

constexpr char const* kLedger =
    "CREATE TABLE IF NOT EXISTS schema_migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, "
    "applied_at TEXT NOT NULL) STRICT";
Sql const kApplied{"SELECT number, name, checksum FROM schema_migration ORDER BY number"};
Sql const kRecord{"INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)"};

std::string four_digits(int number)
{
    char text[16];
    std::snprintf(text, sizeof text, "%04d", number);
    return text;
}

bool has_twin(Migration const& migration, Dialect dialect) { return dialect == Dialect::postgres && !migration.postgres.empty(); }

// Tells an edited file from the applied one.
std::string checksum(Migration const& migration, Dialect dialect)
{
    return digits_of(fnv(has_twin(migration, dialect) ? migration.postgres : migration.sql));
}

std::string script_of(Migration const& migration, Dialect dialect)
{
    if (dialect == Dialect::sqlite) return std::string{migration.sql};
    return has_twin(migration, dialect) ? std::string{migration.postgres} : migration_for_postgres(migration.sql);
}

// The rows of schema_migration must be the beginning of our list.
void refuse_foreign_history(std::vector<Applied> const& applied, std::vector<Migration> const& ours, Dialect dialect)
{
    for (std::size_t i = 0; i < applied.size(); ++i) {
        auto const label = four_digits(applied[i].number) + "_" + applied[i].name;
        if (i >= ours.size() || applied[i].number > ours.back().number)
            throw Error{ErrorKind::other,
                        "This database was brought to " + label + " by a newer Hagukumi: install that version or a later one."};
        if (applied[i].number != ours[i].number || applied[i].checksum != checksum(ours[i], dialect))
            throw Error{ErrorKind::other, "The migration " + label +
                                              " in this database is not the one in this program: use the program that made the "
                                              "database, or start from a new one."};
    }
}

/// What is made where it is missing.
void make(Database& database, std::string_view sql)
{
    try {
        database.write(
            [&](Tx& tx) { tx.script(tx.dialect() == Dialect::sqlite ? std::string{sql} : migration_for_postgres(sql)); });
    } catch (Error const& error) {
        if (error.kind != ErrorKind::unique) throw;  // on PostgreSQL: another server made it at the same moment
    }
}

std::vector<Migration> pending(Tx& tx, std::vector<Migration> const& ours)
{
    auto const applied = tx.all<Applied>(kApplied);
    refuse_foreign_history(applied, ours, tx.dialect());
    return {ours.begin() + static_cast<std::ptrdiff_t>(applied.size()), ours.end()};
}

void apply(Tx& tx, Migration const& migration)
{
    try {
        tx.script(script_of(migration, tx.dialect()));
    } catch (Error const& error) {
        throw Error{error.kind, "The migration " + four_digits(migration.number) + "_" + std::string{migration.name} +
                                    " failed and nothing was changed: " + error.what()};
    }
    auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    tx.run(kRecord, migration.number, migration.name, checksum(migration, tx.dialect()), Instant{now});
}

}  // namespace

std::vector<int> migrate(Database& database, MigrateOptions const& options)
{
    auto const& ours = options.migrations ? *options.migrations : embedded_migrations();
    make(database, kLedger);
    make(database, embedded_keys());  // every time: a file of keys that was lost begins anew, empty
    auto const waiting = database.read([&](Tx& tx) { return pending(tx, ours); });
    if (waiting.empty()) return {};

    auto const holds_something = waiting.size() < ours.size();
    if (options.backup_before && holds_something && database.dialect() == Dialect::sqlite)
        backup_to(database, database.settings().location + ".before-" + four_digits(waiting.front().number));

    return database.write([&](Tx& tx) {
        // Another server may be doing the same; on SQLite the write transaction itself is the lock.
        if (tx.dialect() == Dialect::postgres) tx.script("LOCK TABLE schema_migration IN EXCLUSIVE MODE");
        std::vector<int> numbers;
        for (auto const& migration : pending(tx, ours)) {
            apply(tx, migration);
            numbers.push_back(migration.number);
        }
        return numbers;
    });
}

}  // namespace db
