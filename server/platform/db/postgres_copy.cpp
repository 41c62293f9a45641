#include "platform/db/postgres_copy.hpp"

#include "platform/db/error.hpp"

#include <algorithm>

namespace db {
namespace {
constexpr std::size_t kPiece = 64 * 1024;
}

PostgresCopy::PostgresCopy(PGconn* connection, std::string_view table, std::span<std::string_view const> columns)
    : connection_(connection),
      table_(table),
      gives_ids_(std::ranges::find(columns, "id") != columns.end()),
      fields_(columns.size())
{
    std::string names;
    for (auto const column : columns) names.append(names.empty() ? "" : ", ").append(column);
    sql_ = "COPY " + table_ + " (" + names + ") FROM STDIN";
    checked(connection_, PQexec(connection_, sql_.c_str()), sql_);
    open_ = true;
}

PostgresCopy::~PostgresCopy()
{
    if (!open_) return;
    try {
        end("the rows were given up");
    } catch (...) {  // the transaction is being rolled back already
    }
}

void PostgresCopy::text(int position, std::string_view value)
{
    refuse_nul(value, sql_);
    auto& out = field(position);
    out.clear();
    for (char const c : value) {
        switch (c) {
            case '\\': out += "\\\\"; break;
            case '\t': out += "\\t"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            default: out += c;
        }
    }
}

void PostgresCopy::end_row()
{
    for (std::size_t i = 0; i < fields_.size(); ++i) unsent_.append(i ? "\t" : "").append(fields_[i]);
    unsent_ += '\n';
    if (unsent_.size() >= kPiece) send();
}

void PostgresCopy::send()
{
    if (PQputCopyData(connection_, unsent_.data(), static_cast<int>(unsent_.size())) != 1)
        fail_postgres(connection_, nullptr, sql_);
    unsent_.clear();
}

void PostgresCopy::finish()
{
    send();
    end(nullptr);
    if (gives_ids_) move_identity_past_the_new_rows();
}

// The answers have to be read to the last one, or the connection stays in the middle of the COPY.
void PostgresCopy::end(char const* complaint)
{
    open_ = false;
    if (PQputCopyEnd(connection_, complaint) != 1) fail_postgres(connection_, nullptr, sql_);
    Result failed;
    while (Result result{PQgetResult(connection_)})
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) failed = std::move(result);
    if (failed) fail_postgres(connection_, failed.get(), sql_);
}

// SQLite gives the next row the id after the largest; PostgreSQL counts apart from the rows and has to be told.
void PostgresCopy::move_identity_past_the_new_rows()
{
    auto const sql = "SELECT setval(pg_get_serial_sequence('" + table_ + "', 'id'), (SELECT max(id) FROM " + table_ + "))";
    checked(connection_, PQexec(connection_, sql.c_str()), sql);
}

}  // namespace db
