#include "platform/db/postgres_listener.hpp"

#include "platform/db/error.hpp"

#include <libpq-fe.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <memory>
#include <system_error>

namespace db {
namespace {

constexpr int kRetryMilliseconds = 2'000;

struct CloseConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct FreeNotice {
    void operator()(PGnotify* notice) const { PQfreemem(notice); }
};

/// True when `stop` was written to.
bool wait_for(int stop, int socket, int milliseconds)
{
    pollfd fds[2] = {{stop, POLLIN, 0}, {socket, POLLIN, 0}};
    while (::poll(fds, socket < 0 ? 1 : 2, milliseconds) < 0 && errno == EINTR) {
    }
    return fds[0].revents != 0;
}

}  // namespace

PostgresListener::PostgresListener(std::string location, std::string schema, Hear hear)
    : location_(std::move(location)),
      channel_("hagukumi." + (schema.empty() ? "public" : std::move(schema))),
      hear_(std::move(hear))
{
    if (::pipe(wake_) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
    thread_ = std::thread([this] { listen_until_stopped(); });
}

PostgresListener::~PostgresListener()
{
    char const stop = 's';
    while (::write(wake_[1], &stop, 1) < 0 && errno == EINTR) {
    }
    thread_.join();
    ::close(wake_[0]);
    ::close(wake_[1]);
}

void PostgresListener::listen_until_stopped()
{
    do listen_once();
    while (!wait_for(wake_[0], -1, kRetryMilliseconds));
}

void PostgresListener::listen_once() const
{
    std::unique_ptr<PGconn, CloseConnection> const connection{PQconnectdb(location_.c_str())};
    if (PQstatus(connection.get()) != CONNECTION_OK) return;
    PQclear(PQexec(connection.get(), ("LISTEN \"" + channel_ + '"').c_str()));
    while (PQstatus(connection.get()) == CONNECTION_OK) {
        while (std::unique_ptr<PGnotify, FreeNotice> const notice{PQnotifies(connection.get())}) {
            std::string_view const said = notice->extra;
            auto const line = said.find('\n');
            if (line != std::string_view::npos && hear_) hear_(said.substr(0, line), said.substr(line + 1));
        }
        if (wait_for(wake_[0], PQsocket(connection.get()), -1)) return;
        if (PQconsumeInput(connection.get()) != 1) return;
    }
}

}  // namespace db
