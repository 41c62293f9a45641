// A connection's life: its requests one after another, and the places where it waits.
#include "platform/http/connection.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>

namespace http {
namespace {

using namespace std::chrono_literals;
constexpr asio::use_awaitable_t<Executor> kResume{};
constexpr auto kAwait = asio::as_tuple(kResume);
// Bodies that come, and answers that are taken, slower than this are cut: otherwise a client that moves a byte a second holds a
// socket and memory for days.
constexpr std::uint64_t kSlowestBytesPerSecond = 512;

/// Carries the answer from whatever thread has it to the connection's loop. It knows the connection by ticket, so an answer that
/// comes after the connection, or even after the server, finds nobody and harms nobody.
class PendingAnswer {
public:
    PendingAnswer(std::shared_ptr<Loop> loop, Loop::Ticket ticket, std::string request_id)
        : loop_(std::move(loop)), ticket_(ticket), request_id_(std::move(request_id))
    {
    }
    ~PendingAnswer()
    {
        if (!given_.test()) give(problem(Code::busy, request_id_));
    }
    PendingAnswer(PendingAnswer const&) = delete;
    PendingAnswer& operator=(PendingAnswer const&) = delete;

    void give(Response response)
    {
        if (!given_.test_and_set()) loop_->answer(ticket_, std::move(response));
    }
    void fail() { give(problem(WireFault::internal, request_id_)); }

private:
    std::shared_ptr<Loop> loop_;
    Loop::Ticket ticket_;
    std::string request_id_;
    std::atomic_flag given_;
};

}  // namespace

Connection::Connection(Loop& loop, Socket socket)
    : loop_(loop), edge_(*loop.edge), socket_(std::move(socket)), ticket_(++loop.last_ticket)
{
    if (edge_.tls) tls_.emplace(socket_, *edge_.tls);
    boost::system::error_code ignored;
    remote_ = socket_.remote_endpoint(ignored).address().to_string();
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
    socket_.non_blocking(true, ignored);
    loop_.live.emplace(ticket_, this);
    ++edge_.connections;
}

Connection::~Connection()
{
    --edge_.connections;
    loop_.left(ticket_);
}

void Connection::wake()
{
    if (!resume_) return;
    auto resume = std::move(*resume_);
    resume_.reset();
    std::move(resume)();
}

void Connection::tick(Moment at)
{
    if (at >= deadline_) return close();
    if (state_ != State::viewing || at < next_beat_) return;
    next_beat_ = at + edge_.settings.heartbeat;
    show(std::make_shared<std::string const>(":\n\n"));
}

void Connection::begin_drain()
{
    if (state_ == State::idle) return close();
    if (state_ == State::viewing) loop_.wake(ticket_);
}

void Connection::close()
{
    boost::system::error_code ignored;
    socket_.close(ignored);
}

Task<void> Connection::handshake()
{
    if (!tls_) co_return;
    deadline_ = std::chrono::steady_clock::now() + edge_.settings.header_timeout;
    auto const [error] = co_await tls_->async_handshake(asio::ssl::stream_base::server, kAwait);
    if (error) throw Gone{};
}

Task<void> Connection::serve()
{
    co_await handshake();
    while (!edge_.stopping) {
        Read read;
        std::optional<Response> refusal;
        try {
            read = co_await read_request();
        } catch (TurnedAway& turned) {
            refusal = std::move(turned.answer);
        } catch (Refused const& refused) {
            refusal = problem(refused.code, request_id_);
        } catch (std::exception const&) {
            refusal = problem(WireFault::internal, request_id_);
        }
        if (refusal) {
            co_await send(*refusal, read.wishes, false);
            co_await discard_rest();
            co_return;
        }
        auto response = co_await ask(std::move(read.request));
        bool const keep = read.wishes.keep_alive && !edge_.stopping && !std::holds_alternative<EventStream>(response.body);
        co_await send(response, read.wishes, keep);
        if (!keep) break;
    }
    co_await goodbye();
}

Task<void> Connection::turn_away()
{
    co_await handshake();
    auto busy = problem(Code::busy, loop_.next_request_id());
    Wishes const none;  // named: g++ 12 mistakes the lifetime of temporaries in a co_await expression
    co_await send(busy, none, false);
    co_await discard_rest();
}

Task<Response> Connection::ask(Request&& request)
{
    answer_.reset();
    {
        auto const pending = std::make_shared<PendingAnswer>(loop_.shared_from_this(), ticket_, request_id_);
        try {
            edge_.handler(std::move(request), [pending](Response response) { pending->give(std::move(response)); });
        } catch (std::exception const&) {
            pending->fail();
        }
    }
    while (!answer_) co_await suspended();
    co_return std::move(*answer_);
}

Task<void> Connection::suspended()
{
    co_await asio::async_initiate<asio::use_awaitable_t<Executor> const, void()>(
        [this](Resume resume) { resume_.emplace(std::move(resume)); }, kResume);
}

Task<void> Connection::off_loop(std::function<void()> work)
{
    std::exception_ptr failure;
    bool done = false;
    // The frame outlives the job: Server::run() ends the file pool before anything destroys frames.
    auto job = [&failure, &done, &work, ticket = ticket_, loop = &loop_] {
        try {
            work();
        } catch (...) {
            failure = std::current_exception();
        }
        asio::post(loop->io, [&done, ticket, loop] {
            done = true;
            loop->wake(ticket);
        });
    };
    if (!edge_.files.try_post(job)) throw Gone{};
    while (!done) co_await suspended();
    if (failure) std::rethrow_exception(failure);
}

void Connection::keep_pace(Moment begun, std::uint64_t bytes)
{
    auto const earned = std::chrono::seconds(bytes / kSlowestBytesPerSecond);
    deadline_ = std::min<Moment>(std::chrono::steady_clock::now(), begun + earned) + edge_.settings.idle_timeout;
}

Task<void> Connection::goodbye()
{
    boost::system::error_code ignored;
    deadline_ = std::chrono::steady_clock::now() + 3s;
    if (tls_) {
        co_await tls_->async_shutdown(kAwait);
    } else {
        socket_.shutdown(Socket::shutdown_send, ignored);
    }
}

}  // namespace http
