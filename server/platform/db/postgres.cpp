#include "platform/db/postgres.hpp"

#include "platform/db/dialect.hpp"
#include "platform/db/error.hpp"
#include "platform/db/postgres_copy.hpp"
#include "platform/db/postgres_statement.hpp"

namespace db {
namespace {

constexpr char const* kBeginRead = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr char const* kBeginWrite = "BEGIN ISOLATION LEVEL SERIALIZABLE";

// BEGIN, SAVEPOINT and RELEASE travel with the statements they stand beside; the end of a read is not waited for.
class ServerConnection final : public Connection {
public:
    explicit ServerConnection(PGconn* open) : connection_(open), pipe_(open) {}
    ~ServerConnection() override
    {
        forget_statements();
        PQfinish(connection_);
    }

    Dialect dialect() const override { return Dialect::postgres; }
    std::unique_ptr<Statement> prepare(std::string_view sql) override
    {
        return std::make_unique<PostgresStatement>(pipe_, "s" + std::to_string(++prepared_), sql);
    }
    void script(std::string const& sql) override
    {
        pipe_.flush();
        checked(connection_, PQexec(connection_, sql.c_str()), sql);
    }
    std::unique_ptr<Bulk> bulk(std::string_view table, std::span<std::string_view const> columns) override
    {
        pipe_.flush();
        return std::make_unique<PostgresCopy>(connection_, table, columns);
    }

    void begin(Purpose purpose) override
    {
        pipe_.settle();
        pipe_.forget();
        begin_trip_ = pipe_.trips();
        begin_answers_ = pipe_.answers();
        reading_ = purpose == Purpose::read;
        pipe_.with_next(plain(reading_ ? kBeginRead : kBeginWrite));
    }
    void commit() override
    {
        if (reading_) return end_reading();
        auto const result = pipe_.run(plain("COMMIT"));
        // What PostgreSQL says when somebody caught an Error and went on.
        if (std::string_view{PQcmdStatus(result.get())} != "COMMIT") fail_rolled_back();
    }
    void rollback() noexcept override
    {
        pipe_.forget();
        if (began()) Result const ignored{PQexec(connection_, "ROLLBACK")};
    }

    bool carries(std::string_view topic, std::string_view text) override
    {
        auto const said = std::string{topic} + '\n' + std::string{text};
        std::unique_ptr<char, decltype(&PQfreemem)> const quoted{PQescapeLiteral(connection_, said.data(), said.size()),
                                                                 &PQfreemem};
        if (!quoted) fail_postgres(connection_, nullptr, "announcing");
        pipe_.with_next({{}, "SELECT pg_notify('hagukumi.' || current_schema(), " + std::string{quoted.get()} + ")", {}, {}});
        return true;
    }

    void savepoint() override
    {
        savepoint_at_ = pipe_.waiting();
        savepoint_trip_ = pipe_.trips();
        pipe_.with_next(plain("SAVEPOINT one"));
    }
    void release() override
    {
        if (PQtransactionStatus(connection_) == PQTRANS_INERROR) fail_rolled_back();
        auto const answered = pipe_.waiting() == (savepoint_waits() ? savepoint_at_ + 1 : 0);
        pipe_.with_next(plain("RELEASE one"));
        if (!answered) pipe_.flush();  // what goes wrong here is this savepoint's, not the next one's
    }
    void roll_back_to_savepoint() override
    {
        pipe_.forget(savepoint_waits() ? savepoint_at_ : 0);
        if (!savepoint_waits()) script("ROLLBACK TO one; RELEASE one");
    }
    bool in_transaction() const override { return pipe_.waiting() != 0 || began(); }
    bool nothing_done() const override { return pipe_.answers() == begin_answers_; }
    bool healthy() const override
    {
        return PQstatus(connection_) == CONNECTION_OK && (pipe_.left() || PQtransactionStatus(connection_) == PQTRANS_IDLE);
    }

private:
    static PostgresCommand plain(char const* sql) { return {{}, sql, {}, {}}; }
    [[noreturn]] static void fail_rolled_back()
    {
        throw Error{ErrorKind::other, "the transaction had failed before its end and was rolled back"};
    }
    bool savepoint_waits() const { return pipe_.trips() == savepoint_trip_; }
    bool began() const
    {
        auto const status = PQtransactionStatus(connection_);
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
    }
    void end_reading()
    {
        if (pipe_.trips() == begin_trip_) return pipe_.forget();
        pipe_.leave("COMMIT");
    }

    PGconn* connection_;
    PostgresPipe pipe_;
    int prepared_ = 0;
    bool reading_ = false;
    std::uint64_t begin_trip_ = 0, begin_answers_ = 0, savepoint_trip_ = 0;
    std::size_t savepoint_at_ = 0;
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
        "SET extra_float_digits TO 1; SET jit TO off; SET plan_cache_mode TO force_generic_plan");
    enter_schema(*connection, raw, name);
    return connection;
}

}  // namespace db
