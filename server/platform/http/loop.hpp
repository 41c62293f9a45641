// One IO thread and its connections. Each loop has its own io_context and everything in it is touched by its thread only, so
// there are no locks and no strands (which cost 1.76 times the CPU). Included only by the edge's own translation units.
#pragma once
#include "platform/http/message.hpp"
#include "platform/http/server.hpp"
#include "platform/http/worker_pool.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

namespace http {

namespace asio = boost::asio;
// The executor is named, not erased into any_io_executor: one allocation and two indirect calls less per operation.
using Executor = asio::io_context::executor_type;
template <class T>
using Task = asio::awaitable<T, Executor>;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using Moment = std::chrono::steady_clock::time_point;

class Connection;

/// What all connections of a server share.
struct Edge {
    ServerSettings settings;
    BodyPolicy body_policy;
    Handler handler;
    std::optional<asio::ssl::context> tls;
    WorkerPool files{2, SIZE_MAX};  ///< file reads and writes, which may wait for a disk; a connection has at most one queued
    std::atomic<bool> stopping{false};
    std::atomic<std::uint64_t> requests{0}, connections{0}, viewers{0}, refused{0};
};

struct Loop : std::enable_shared_from_this<Loop> {
    using Ticket = std::uint64_t;  ///< names a connection; unlike a pointer it may outlive it

    explicit Loop(std::shared_ptr<Edge>);
    ~Loop();

    /// From any thread: gives the connection its answer. Nothing happens if it has gone.
    void answer(Ticket, Response);
    /// From any thread: the connection goes on where it waits in Connection::suspended().
    void wake(Ticket);

    // On the loop's thread:
    void tick();
    void show(std::string const& topic, std::shared_ptr<std::string const> const& event);
    void begin_drain();
    void left(Ticket);  ///< the connection is gone
    /// Closes the connection that has been idle for longest; false when none is idle.
    bool make_room();
    std::string next_request_id();

    std::shared_ptr<Edge> edge;
    std::unordered_map<Ticket, Connection*> live;
    std::unordered_multimap<std::string, Ticket> viewers;
    std::string date;  ///< the Date header of this second
    std::string id_prefix;
    std::uint64_t requests_begun = 0;
    Ticket last_ticket = 0;
    std::optional<Moment> drain_until;
    // Last, so destroyed first: it destroys coroutine frames whose locals touch the members above.
    asio::io_context io{1};
};

}  // namespace http
