#include "platform/db/postgres_statement.hpp"

#include "platform/db/dialect.hpp"
#include "platform/db/error.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace db {
namespace {

int nibble(char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; }

template <class Number>
std::string to_text(Number value)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

}  // namespace

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

PostgresStatement::PostgresStatement(PostgresPipe& pipe, std::string name, std::string_view sql)
    : pipe_(pipe), command_{std::move(name), statement_for_postgres(sql), {}, {}}
{
    auto* const connection = pipe_.connection();
    checked(connection, PQprepare(connection, command_.name.c_str(), command_.sql.c_str(), 0, nullptr), command_.sql);
    description_ = checked(connection, PQdescribePrepared(connection, command_.name.c_str()), command_.sql);
    reset();
}

void PostgresStatement::keep(int position, std::string value)
{
    auto& place = command_.kept[slot(position)];
    place = std::move(value);
    command_.values[slot(position)] = place.c_str();
}

void PostgresStatement::text(int position, std::string_view value)
{
    refuse_nul(value, command_.sql);
    keep(position, std::string{value});  // libpq wants a terminating zero
}

bool PostgresStatement::step()
{
    if (!result_) {
        result_ = pipe_.run(command_);
        row_ = -1;
    }
    return ++row_ < PQntuples(result_.get());
}

void PostgresStatement::run_later()
{
    pipe_.with_next({command_.name, command_.sql, std::move(command_.kept), std::move(command_.values)});
}

void PostgresStatement::reset() noexcept
{
    result_.reset();
    auto const parameters = static_cast<std::size_t>(parameter_count());
    command_.kept.resize(parameters);
    command_.values.assign(parameters, nullptr);
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
                           std::string{column_name(column)} + "\" of " + command_.sql);
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
