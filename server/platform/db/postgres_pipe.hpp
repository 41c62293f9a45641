// The way to one PostgreSQL server. Going there and back costs more than most statements do, so commands whose answers nobody
// waits for travel with the next one.
#pragma once
#include "platform/db/statement.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace db {

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ClearResult>;

/// Throws Error for what the server answered; without an answer it is the connection that failed.
[[noreturn]] void fail_postgres(PGconn*, PGresult const*, std::string_view sql);
/// Passes a result that is a success on, throws for anything else.
Result checked(PGconn*, PGresult*, std::string_view sql);

/// A prepared statement by its name, or the words of a command without parameters.
struct PostgresCommand {
    std::string name;
    std::string sql;
    std::vector<std::string> kept;
    std::vector<char const*> values;  ///< into `kept`; null is NULL
};

class PostgresPipe {
public:
    explicit PostgresPipe(PGconn* connection) : connection_(connection) {}
    PGconn* connection() const { return connection_; }

    /// What goes wrong with it is thrown by the next run() or flush().
    void with_next(PostgresCommand command) { waiting_.push_back(std::move(command)); }
    Result run(PostgresCommand const&);
    void flush();
    /// Nothing of what waits is sent.
    void forget(std::size_t from = 0) { waiting_.resize(std::min(from, waiting_.size())); }
    std::size_t waiting() const { return waiting_.size(); }
    /// How often it went to the server and waited for the way back.
    std::uint64_t trips() const { return trips_; }
    /// How many of those ended well.
    std::uint64_t answers() const { return answers_; }

    /// Sends a command and does not stay for its answer; settle() must be called before the next one.
    void leave(char const* command);
    void settle();
    bool left() const { return left_; }

private:
    Result one(PostgresCommand const&);
    Result together(std::vector<PostgresCommand> const& before, PostgresCommand const& last);
    bool send(PostgresCommand const&);

    PGconn* connection_;
    std::vector<PostgresCommand> waiting_;
    std::uint64_t trips_ = 0, answers_ = 0;
    bool left_ = false;
};

}  // namespace db
