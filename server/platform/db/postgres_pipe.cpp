#include "platform/db/postgres_pipe.hpp"

#include "platform/db/error.hpp"

#include <utility>

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

bool good(PGresult const* result)
{
    auto const status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN;
}

int count(PostgresCommand const& command) { return static_cast<int>(command.values.size()); }

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
    if (!good(result.get())) fail_postgres(connection, result.get(), sql);
    return result;
}

Result PostgresPipe::run(PostgresCommand const& command)
{
    ++trips_;
    auto answer = waiting_.empty() ? one(command) : together(std::exchange(waiting_, {}), command);
    ++answers_;
    return answer;
}

void PostgresPipe::flush()
{
    if (waiting_.empty()) return;
    auto const last = std::move(waiting_.back());
    waiting_.pop_back();
    run(last);
}

Result PostgresPipe::one(PostgresCommand const& command)
{
    auto* const raw = command.name.empty() ? PQexec(connection_, command.sql.c_str())
                                           : PQexecPrepared(connection_, command.name.c_str(), count(command),
                                                            command.values.data(), nullptr, nullptr, 0);
    return checked(connection_, raw, command.sql);
}

bool PostgresPipe::send(PostgresCommand const& command)
{
    auto const* const* const values = command.values.data();
    return command.name.empty()
               ? PQsendQueryParams(connection_, command.sql.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0) == 1
               : PQsendQueryPrepared(connection_, command.name.c_str(), count(command), values, nullptr, nullptr, 0) == 1;
}

// The server skips what follows a failure. Every answer is read to the end, or the next statement would get one of ours.
Result PostgresPipe::together(std::vector<PostgresCommand> const& before, PostgresCommand const& last)
{
    bool sent = PQenterPipelineMode(connection_) == 1;
    for (auto const& command : before) sent = sent && send(command);
    sent = sent && send(last) && PQpipelineSync(connection_) == 1;
    if (!sent) fail_postgres(connection_, nullptr, last.sql);

    Result answer;
    Result failed;
    std::string_view failed_sql;
    for (std::size_t i = 0; i <= before.size(); ++i) {
        answer.reset(PQgetResult(connection_));
        if (answer) Result const end_of_one{PQgetResult(connection_)};
        if (failed || good(answer.get())) continue;
        failed_sql = i < before.size() ? before[i].sql : last.sql;
        if (!answer) fail_postgres(connection_, nullptr, failed_sql);
        failed = std::move(answer);
    }
    Result const sync{PQgetResult(connection_)};
    PQexitPipelineMode(connection_);
    if (failed) fail_postgres(connection_, failed.get(), failed_sql);
    return answer;
}

void PostgresPipe::leave(char const* command)
{
    if (PQsendQuery(connection_, command) != 1) fail_postgres(connection_, nullptr, command);
    left_ = true;
}

void PostgresPipe::settle()
{
    if (!std::exchange(left_, false)) return;
    while (Result const answer{PQgetResult(connection_)}) {
    }
}

}  // namespace db
