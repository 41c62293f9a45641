// The ear of one PostgreSQL schema: a connection of its own that waits for what other connections announce.
#pragma once
#include "platform/db/announcing.hpp"

#include <string>
#include <thread>

namespace db {

class PostgresListener {
public:
    PostgresListener(std::string location, std::string schema, Hear);
    ~PostgresListener();
    PostgresListener(PostgresListener const&) = delete;

private:
    void listen_until_stopped();
    /// Until the connection fails or this is stopped.
    void listen_once() const;

    std::string location_, channel_;
    Hear hear_;
    int wake_[2] = {-1, -1};  ///< a pipe: written to at the end, so that nobody waits for a timeout
    std::thread thread_;
};

}  // namespace db
