// One client's connection: a coroutine on its loop's thread that reads a request, asks the handler, sends the answer, again.
// Included only by the edge's own translation units.
#pragma once
#include "platform/http/conditional.hpp"
#include "platform/http/head.hpp"
#include "platform/http/loop.hpp"
#include "platform/http/read_buffer.hpp"

#include <boost/asio/ssl/stream.hpp>

#include <array>
#include <deque>
#include <functional>

namespace http {

class RequestParser;

/// The peer went away, or was cut because its time was over. Ends the connection, nothing more to say to it.
struct Gone {};

/// The request cannot be taken; the answer says why, and the connection ends since its body was not read.
struct TurnedAway {
    Response answer;
};

class Connection {
public:
    Connection(Loop&, Socket);
    ~Connection();
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    Task<void> serve();
    /// One 503, without waiting for the request.
    Task<void> turn_away();

    // What the loop tells it, on the loop's thread. None of these resumes the coroutine except wake().
    void take_answer(Response answer) { answer_ = std::move(answer); }
    void wake();
    void show(std::shared_ptr<std::string const> const& event);
    void tick(Moment now);
    void begin_drain();
    void close();
    void forget_coroutine() { resume_.reset(); }  ///< the loop is being destroyed
    bool is_suspended() const { return resume_.has_value(); }
    bool is_idle() const { return state_ == State::idle; }
    Moment deadline() const { return deadline_; }

private:
    enum class State { idle, busy, viewing };
    using Resume = asio::async_result<asio::use_awaitable_t<Executor>, void()>::handler_type;
    using Buffers = std::array<asio::const_buffer, 2>;
    struct Read {  ///< a request, read to its end
        Request request;
        Wishes wishes;
    };

    Task<void> handshake();
    Task<Response> ask(Request&&);
    Task<void> goodbye();
    /// Until wake(). A caller looks again whether what it waits for is there.
    Task<void> suspended();
    /// Runs `work`, which may wait for a disk, on the file pool; what it throws is thrown here.
    Task<void> off_loop(std::function<void()> work);
    void keep_pace(Moment begun, std::uint64_t bytes);

    // receiving.cpp
    Task<Read> read_request();
    Task<void> read_head(RequestParser&);
    void check_head(RequestParser&);
    Task<void> read_body(RequestParser&);
    Task<void> body_to_memory(RequestParser&);
    Task<void> body_to_disk(RequestParser&);
    /// One step of a body: parses what is there, and waits for more when that is not enough.
    Task<void> take_piece(RequestParser&, Moment begun);
    Task<void> fill(std::size_t most);
    Task<void> discard_rest();

    // sending.cpp
    Task<void> send(Response&, Wishes const&, bool keep);
    Task<void> send_text(Response const&, std::string const& body, Wishes const&, bool keep);
    Task<void> send_asset(Response const&, Asset const&, Wishes const&, bool keep);
    Task<void> send_file(Response const&, FileBody&, Wishes const&, bool keep);
    Task<void> send_bytes(int descriptor, std::uint64_t from, std::uint64_t until);
    Task<void> send_events(Response const&, EventStream const&);
    Task<void> write(std::string_view head, std::string_view body);
    std::size_t write_now(Buffers const&);
    Task<std::size_t> write_some(Buffers const&);
    void begin_head(int status, std::optional<std::uint64_t> length, Response const&, Wishes const&, bool keep);

    Loop& loop_;
    Edge& edge_;
    Socket socket_;
    std::optional<asio::ssl::stream<Socket&>> tls_;
    Loop::Ticket const ticket_;
    std::string remote_;
    ReadBuffer in_;
    std::string head_;  ///< of the answer; kept, so that its memory is used again
    State state_ = State::busy;
    Moment deadline_ = Moment::max();  ///< tick() closes the socket after it
    std::optional<Resume> resume_;
    std::optional<Response> answer_;
    std::string request_id_;
    std::deque<std::shared_ptr<std::string const>> events_;
    Moment next_beat_ = Moment::max();
};

}  // namespace http
