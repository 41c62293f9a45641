#include "platform/db/sqlite_statement.hpp"

#include "platform/db/dialect.hpp"
#include "platform/db/error.hpp"

#include <stdexcept>
#include <string>

namespace db {
namespace {

ErrorKind kind_of(int extended)
{
    switch (extended) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID: return ErrorKind::unique;
        case SQLITE_CONSTRAINT_FOREIGNKEY: return ErrorKind::foreign_key;
        case SQLITE_CONSTRAINT_NOTNULL: return ErrorKind::not_null;
        case SQLITE_CONSTRAINT_CHECK:
        case SQLITE_CONSTRAINT_DATATYPE: return ErrorKind::check;
        case SQLITE_IOERR_SHMSIZE: return ErrorKind::disk_full;  // the shared-memory file could not grow
        default: break;
    }
    switch (extended & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return ErrorKind::busy;
        case SQLITE_READONLY:
        case SQLITE_PERM: return ErrorKind::readonly;
        case SQLITE_CANTOPEN: return ErrorKind::connection;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return ErrorKind::corrupt;
        case SQLITE_FULL: return ErrorKind::disk_full;
        case SQLITE_TOOBIG: return ErrorKind::check;
        default: return ErrorKind::other;
    }
}

}  // namespace

void fail_sqlite(sqlite3* connection, std::string_view sql)
{
    throw Error{kind_of(sqlite3_extended_errcode(connection)), std::string{sqlite3_errmsg(connection)} + ": " + std::string{sql}};
}

SqliteStatement::SqliteStatement(sqlite3* connection, std::string_view sql) : connection_(connection)
{
    auto const text = statement_for_sqlite(sql);
    char const* rest = nullptr;
    if (sqlite3_prepare_v3(connection, text.c_str(), static_cast<int>(text.size()) + 1, SQLITE_PREPARE_PERSISTENT, &statement_,
                           &rest) != SQLITE_OK)
        fail_sqlite(connection, sql);
    if (!statement_ || std::string_view{rest}.find_first_not_of(" \t\r\n;") != std::string_view::npos) {
        sqlite3_finalize(statement_);
        throw std::logic_error("not exactly one statement: " + std::string{sql});
    }
}

SqliteStatement::~SqliteStatement() { sqlite3_finalize(statement_); }

void SqliteStatement::check(int code) const
{
    if (code != SQLITE_OK) fail_sqlite(connection_, sql());
}

void SqliteStatement::null(int position) { check(sqlite3_bind_null(statement_, position)); }
void SqliteStatement::integer(int position, std::int64_t value) { check(sqlite3_bind_int64(statement_, position, value)); }
void SqliteStatement::real(int position, double value) { check(sqlite3_bind_double(statement_, position, value)); }
void SqliteStatement::text(int position, std::string_view value) { put_text(position, value, SQLITE_STATIC); }
void SqliteStatement::short_text(int position, std::string_view value) { put_text(position, value, SQLITE_TRANSIENT); }

void SqliteStatement::put_text(int position, std::string_view value, sqlite3_destructor_type lifetime)
{
    if (value.find('\0') != value.npos) throw Error{ErrorKind::check, "text with a NUL: " + std::string{sql()}};
    auto const* const start = value.data() ? value.data() : "";  // a null pointer would mean NULL
    check(sqlite3_bind_text64(statement_, position, start, value.size(), lifetime, SQLITE_UTF8));
}

void SqliteStatement::blob(int position, BlobView value)
{
    if (value.empty()) return check(sqlite3_bind_zeroblob(statement_, position, 0));
    check(sqlite3_bind_blob64(statement_, position, value.data(), value.size(), SQLITE_STATIC));
}

bool SqliteStatement::step()
{
    auto const code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) fail_sqlite(connection_, sql());
    affected_ = sqlite3_stmt_readonly(statement_) ? 0 : sqlite3_changes64(connection_);
    return false;
}

void SqliteStatement::reset() noexcept
{
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

std::string_view SqliteStatement::text_at(int column) const
{
    auto const* const start = reinterpret_cast<char const*>(sqlite3_column_text(statement_, column));
    return {start ? start : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Blob SqliteStatement::blob_at(int column) const
{
    auto const* const start = static_cast<std::byte const*>(sqlite3_column_blob(statement_, column));
    return start ? Blob(start, start + sqlite3_column_bytes(statement_, column)) : Blob{};
}

}  // namespace db
