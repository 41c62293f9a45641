#include "platform/db/postgres.hpp"

#include "platform/db/dialect.hpp"
#include "platform/db/error.hpp"
#include "platform/db/postgres_copy.hpp"
#include "platform/db/postgres_statement.hpp"

namespace db {
namespace {

class ServerConnection final : public Connection {
public:
    explicit ServerConnection(PGconn* open) : connection_(open) {}
    ~ServerConnection() override
    {
        forget_statements();
        PQfinish(connection_);
    }

    Dialect dialect() const override { return Dialect::postgres; }
    std::unique_ptr<Statement> prepare(std::string_view sql) override
    {
        return std::make_unique<PostgresStatement>(connection_, "s" + std::to_string(++prepared_), sql);
    }
    void script(std::string const& sql) override { checked(connection_, PQexec(connection_, sql.c_str()), sql); }
    std::unique_ptr<Bulk> bulk(std::string_view table, std::span<std::string_view const> columns) override
    {
        return std::make_unique<PostgresCopy>(connection_, table, columns);
    }

    void begin(Purpose purpose) override
    {
        script(purpose == Purpose::write ? "BEGIN ISOLATION LEVEL SERIALIZABLE"
                                         : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }
    void commit() override
    {
        auto const result = checked(connection_, PQexec(connection_, "COMMIT"), "COMMIT");
        // What PostgreSQL says when somebody caught an Error and went on.
        if (std::string_view{PQcmdStatus(result.get())} != "COMMIT")
            throw Error{ErrorKind::other, "the transaction had failed before its end and was rolled back"};
    }
    void rollback() noexcept override { Result const ignored{PQexec(connection_, "ROLLBACK")}; }
    bool healthy() const override
    {
        return PQstatus(connection_) == CONNECTION_OK && PQtransactionStatus(connection_) == PQTRANS_IDLE;
    }

private:
    PGconn* connection_;
    int prepared_ = 0;
};

// Where we tried to go, without the password that the location may hold.
std::string address(PGconn* connection)
{
    auto const text = [](char const* value) { return std::string{value ? value : ""}; };
    return text(PQhost(connection)) + ":" + text(PQport(connection)) + ", database " + text(PQdb(connection)) + ", user " +
           text(PQuser(connection));
}

void refuse_unless_connected(PGconn* connection)
{
    if (PQstatus(connection) == CONNECTION_OK) return;
    std::string why = PQerrorMessage(connection);
    while (why.ends_with('\n')) why.pop_back();
    throw Error{ErrorKind::connection,
                "PostgreSQL cannot be reached (" + address(connection) +
                    "): check that it runs and that address, user and password are right; it says: " + why};
}

void refuse_other_encodings(PGconn* connection)
{
    auto const* const encoding = PQparameterStatus(connection, "server_encoding");
    if (!encoding || std::string_view{encoding} != "UTF8")
        throw Error{ErrorKind::other, "The PostgreSQL database (" + address(connection) +
                                          ") does not keep UTF-8: create one with ENCODING 'UTF8'."};
}

void enter_schema(Connection& connection, PGconn* raw, std::string const& schema)
{
    auto const find = "SELECT 1 FROM pg_namespace WHERE nspname = '" + schema + "'";
    if (PQntuples(checked(raw, PQexec(raw, find.c_str()), find).get()) == 0) {
        try {
            connection.script("CREATE SCHEMA IF NOT EXISTS " + schema);
        } catch (Error const& error) {
            if (error.kind != ErrorKind::unique)  // another connection was making it at the same moment
                throw Error{error.kind, "The schema " + schema + " cannot be created: create it, or allow the user to (" +
                                            error.what() + ")."};
        }
    }
    connection.script("SET search_path TO " + schema);
}

}  // namespace

std::unique_ptr<Connection> open_postgres(std::string const& location, std::string const& schema)
{
    auto const name = schema.empty() ? std::string{"public"} : schema;
    if (!is_plain_name(name))
        throw Error{ErrorKind::other,
                    "The schema \"" + schema + "\" cannot be used: choose a name of a-z, 0-9 and _ that begins with a letter."};
    auto* const raw = PQconnectdb(location.c_str());
    auto connection = std::make_unique<ServerConnection>(raw);
    refuse_unless_connected(raw);
    refuse_other_encodings(raw);
    PQsetNoticeProcessor(
        raw, [](void*, char const*) {}, nullptr);
    connection->script(
        "SET client_encoding TO 'UTF8'; SET TIME ZONE 'UTC'; SET standard_conforming_strings TO on; SET bytea_output TO 'hex'; "
        "SET extra_float_digits TO 1");
    enter_schema(*connection, raw, name);
    return connection;
}

}  // namespace db
