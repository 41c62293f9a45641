// The edge: accepts, encrypts, parses, spools uploads, sends answers, files and events. Slow clients cost a socket, never a
// thread. Asio and Beast stay behind this header.
#pragma once
#include "platform/http/message.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace http {

struct ServerSettings {
    std::string host = "127.0.0.1";  ///< an address; "localhost", "0.0.0.0" and "::" (both families) included
    std::uint16_t port = 8080;       ///< 0: any free one, see Server::port()
    std::size_t io_threads = 2;
    std::size_t max_connections = 10'000;
    std::size_t max_header_bytes = 32 * 1024;
    std::chrono::milliseconds idle_timeout{60'000};    ///< between requests, and without progress inside a body
    std::chrono::milliseconds header_timeout{15'000};  ///< from the first byte of a request to the end of its header
    std::chrono::milliseconds heartbeat{15'000};       ///< of an event stream
    std::chrono::seconds drain{20};                    ///< how long stop() lets begun requests finish
    std::string certificate;                           ///< PEM chain; empty: plain HTTP
    std::string private_key;                           ///< PEM
    std::string spool_dir;                             ///< this server's own; empty: no request may ask for spooling
};

/// The server cannot start. what() is one sentence for the administrator that says what to do.
struct CannotListen : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct ServerCounts {
    std::uint64_t requests = 0;     ///< answered so far
    std::uint64_t connections = 0;  ///< open now
    std::uint64_t viewers = 0;      ///< event streams open now
    std::uint64_t refused = 0;      ///< connections turned away because max_connections was reached
};

class Server {
public:
    /// Binds and listens, so that a second start fails here. Throws CannotListen.
    Server(ServerSettings, BodyPolicy, Handler);
    ~Server();

    std::uint16_t port() const;
    /// Serves until stop(); returns when begun requests are answered or the drain time is over.
    void run();
    /// From any thread, also before run().
    void stop();
    /// Sends an event to every open stream of the topic. From any thread; never blocks. `event` is one line.
    void publish(std::string_view topic, std::string_view event, std::string_view data);
    ServerCounts counts() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace http
