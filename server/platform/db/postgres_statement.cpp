#include "platform/db/postgres_statement.hpp"

#include "platform/db/dialect.hpp"
#include "platform/db/error.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace db {
namespace {

// The five characters are the standard's SQLSTATE, listed in PostgreSQL's appendix A.
ErrorKind kind_of(std::string_view state, bool connection_lost)
{
    if (state == "23505" || state == "23P01") return ErrorKind::unique;
    if (state == "23503") return ErrorKind::foreign_key;
    if (state == "23502") return ErrorKind::not_null;
    if (state == "23514" || state == "22P02" || state == "22003" || state == "22021") return ErrorKind::check;
    if (state == "40001" || state == "40P01") return ErrorKind::serialization;
    if (state == "55P03" || state == "57014") return ErrorKind::busy;
    if (state == "25006") return ErrorKind::readonly;
    if (state == "53100") return ErrorKind::disk_full;
    if (state.starts_with("XX00") && state != "XX000") return ErrorKind::corrupt;
    if (connection_lost || state.starts_with("08") || state.starts_with("57P") || state == "53300") return ErrorKind::connection;
    return ErrorKind::other;
}

int nibble(char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; }

template <class Number>
std::string to_text(Number value)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

}  // namespace

void fail_postgres(PGconn* connection, PGresult const* result, std::string_view sql)
{
    auto const* const state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    auto const lost = !result || PQstatus(connection) == CONNECTION_BAD;
    std::string message = result ? PQresultErrorMessage(result) : PQerrorMessage(connection);
    while (message.ends_with('\n')) message.pop_back();
    throw Error{kind_of(state ? state : "", lost), message + ": " + std::string{sql}};
}

Result checked(PGconn* connection, PGresult* raw, std::string_view sql)
{
    Result result{raw};
    switch (PQresultStatus(result.get())) {
        case PGRES_COMMAND_OK:
        case PGRES_TUPLES_OK:
        case PGRES_COPY_IN: return result;
        default: fail_postgres(connection, result.get(), sql);
    }
}

std::string number_text(std::int64_t value) { return to_text(value); }
std::string number_text(double value) { return to_text(value); }

std::string blob_text(BlobView bytes)
{
    constexpr char const* kDigits = "0123456789abcdef";
    std::string text = "\\x";
    text.reserve(2 + bytes.size() * 2);
    for (auto const byte : bytes) {
        text += kDigits[std::to_integer<int>(byte) >> 4];
        text += kDigits[std::to_integer<int>(byte) & 15];
    }
    return text;
}

void refuse_nul(std::string_view text, std::string_view sql)
{
    if (text.find('\0') != text.npos) throw Error{ErrorKind::check, "text with a NUL: " + std::string{sql}};
}

PostgresStatement::PostgresStatement(PGconn* connection, std::string name, std::string_view sql)
    : connection_(connection), name_(std::move(name)), sql_(statement_for_postgres(sql))
{
    checked(connection_, PQprepare(connection_, name_.c_str(), sql_.c_str(), 0, nullptr), sql_);
    description_ = checked(connection_, PQdescribePrepared(connection_, name_.c_str()), sql_);
    values_.resize(static_cast<std::size_t>(PQnparams(description_.get())));
    kept_.resize(values_.size());
}

void PostgresStatement::keep(int position, std::string value)
{
    auto& place = kept_[slot(position)];
    place = std::move(value);
    values_[slot(position)] = place.c_str();
}

void PostgresStatement::text(int position, std::string_view value)
{
    refuse_nul(value, sql_);
    keep(position, std::string{value});  // libpq wants a terminating zero
}

bool PostgresStatement::step()
{
    if (!result_) {
        result_ =
            checked(connection_,
                    PQexecPrepared(connection_, name_.c_str(), parameter_count(), values_.data(), nullptr, nullptr, 0), sql_);
        row_ = -1;
    }
    return ++row_ < PQntuples(result_.get());
}

void PostgresStatement::reset() noexcept
{
    result_.reset();
    std::ranges::fill(values_, nullptr);
}

std::int64_t PostgresStatement::affected() const
{
    std::string_view const count = PQcmdTuples(result_.get());
    std::int64_t number = 0;
    std::from_chars(count.data(), count.data() + count.size(), number);
    return number;
}

std::string_view PostgresStatement::text_at(int column) const
{
    return {PQgetvalue(result_.get(), row_, column), static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
}

void PostgresStatement::not_a_number(int column) const
{
    throw std::logic_error("'" + std::string{text_at(column)} + "' is not a whole number: column \"" +
                           std::string{column_name(column)} + "\" of " + sql_);
}

std::int64_t PostgresStatement::integer_at(int column) const
{
    auto const text = text_at(column);
    if (text == "t") return 1;  // a comparison: SQLite answers 1 and 0
    if (text == "f") return 0;
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) not_a_number(column);
    return number;
}

double PostgresStatement::real_at(int column) const
{
    auto const text = text_at(column);
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Blob PostgresStatement::blob_at(int column) const
{
    auto text = text_at(column);
    Blob blob;
    if (!text.starts_with("\\x")) return blob;
    text.remove_prefix(2);
    blob.reserve(text.size() / 2);
    for (std::size_t i = 0; i + 1 < text.size(); i += 2)
        blob.push_back(static_cast<std::byte>(nibble(text[i]) << 4 | nibble(text[i + 1])));
    return blob;
}

}  // namespace db
