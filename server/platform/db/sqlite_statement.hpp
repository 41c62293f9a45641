// The only header beside sqlite*.cpp that sees sqlite3.h.
#pragma once
#include "platform/db/statement.hpp"

#include <sqlite3.h>

#include <string_view>

namespace db {

/// Throws Error for what the connection last refused.
[[noreturn]] void fail_sqlite(sqlite3*, std::string_view sql);

class SqliteStatement final : public Statement {
public:
    SqliteStatement(sqlite3*, std::string_view sql);
    ~SqliteStatement() override;

    void null(int position) override;
    void integer(int position, std::int64_t) override;
    void real(int position, double) override;
    void text(int position, std::string_view) override;
    void short_text(int position, std::string_view) override;
    void blob(int position, BlobView) override;

    bool step() override;
    void reset() noexcept override;
    std::int64_t affected() const override { return affected_; }
    int parameter_count() const override { return sqlite3_bind_parameter_count(statement_); }
    int column_count() const override { return sqlite3_column_count(statement_); }
    std::string_view column_name(int column) const override { return sqlite3_column_name(statement_, column); }
    std::string_view sql() const override { return sqlite3_sql(statement_); }

    bool is_null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::int64_t integer_at(int column) const override { return sqlite3_column_int64(statement_, column); }
    double real_at(int column) const override { return sqlite3_column_double(statement_, column); }
    std::string_view text_at(int column) const override;
    Blob blob_at(int column) const override;

private:
    void check(int code) const;
    void put_text(int position, std::string_view, sqlite3_destructor_type);

    sqlite3* connection_;
    sqlite3_stmt* statement_ = nullptr;
    std::int64_t affected_ = 0;
};

}  // namespace db
