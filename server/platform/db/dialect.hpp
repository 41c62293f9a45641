// The few words in which the two engines part, translated outside quotes and comments.
#pragma once
#include <string>
#include <string_view>

namespace db {

/// $n becomes ?n, because SQLite numbers $n by order of appearance and not by its digits.
std::string statement_for_sqlite(std::string_view sql);
/// CAST(… AS INTEGER | REAL | BLOB) becomes BIGINT, DOUBLE PRECISION, BYTEA: PostgreSQL's INTEGER has 32 bits.
std::string statement_for_postgres(std::string_view sql);
/// A migration written in SQLite's words: types, identity columns, STRICT and WITHOUT ROWID, and the file of keys. TEXT becomes
/// TEXT COLLATE "C", so that text sorts by code point on both engines.
std::string migration_for_postgres(std::string_view sql);

/// A table's or column's name that needs no quotes: [a-z_][a-z0-9_]*.
bool is_plain_name(std::string_view name);

}  // namespace db
