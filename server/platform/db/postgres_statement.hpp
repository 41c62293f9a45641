// A prepared statement of PostgreSQL.
#pragma once
#include "platform/db/postgres_pipe.hpp"

#include <string>
#include <string_view>

namespace db {

/// As the server reads it: no locale, exact to the last digit.
std::string number_text(std::int64_t);
std::string number_text(double);
std::string blob_text(BlobView);  ///< \x and hexadecimal digits
void refuse_nul(std::string_view text, std::string_view sql);

/// Parameters go as text, so that the server gives each the type its place in the statement asks for.
class PostgresStatement final : public Statement {
public:
    PostgresStatement(PostgresPipe&, std::string name, std::string_view sql);

    void null(int position) override { command_.values[slot(position)] = nullptr; }
    void integer(int position, std::int64_t value) override { keep(position, number_text(value)); }
    void real(int position, double value) override { keep(position, number_text(value)); }
    void text(int position, std::string_view) override;
    void short_text(int position, std::string_view value) override { text(position, value); }
    void blob(int position, BlobView value) override { keep(position, blob_text(value)); }

    bool step() override;
    void run_later() override;
    void reset() noexcept override;
    std::int64_t affected() const override;
    int parameter_count() const override { return PQnparams(description_.get()); }
    int column_count() const override { return PQnfields(description_.get()); }
    std::string_view column_name(int column) const override { return PQfname(description_.get(), column); }
    std::string_view sql() const override { return command_.sql; }

    bool is_null(int column) const override { return PQgetisnull(result_.get(), row_, column) != 0; }
    std::int64_t integer_at(int column) const override;
    double real_at(int column) const override;
    std::string_view text_at(int column) const override;
    Blob blob_at(int column) const override;

private:
    static std::size_t slot(int position) { return static_cast<std::size_t>(position) - 1; }
    void keep(int position, std::string value);
    [[noreturn]] void not_a_number(int column) const;

    PostgresPipe& pipe_;
    PostgresCommand command_;
    Result description_;
    Result result_;
    int row_ = -1;
};

}  // namespace db
