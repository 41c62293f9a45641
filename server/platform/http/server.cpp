// Loops, accepting, starting and stopping.
#include "platform/http/server.hpp"

#include "platform/http/connection.hpp"
#include "platform/http/loop.hpp"
#include "platform/http/spool.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <sys/resource.h>

#include <algorithm>
#include <random>
#include <thread>

namespace http {
namespace {

using namespace std::chrono_literals;
using asio::ip::tcp;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;
constexpr auto kAwait = asio::as_tuple(asio::use_awaitable_t<Executor>{});

std::string in_base32(std::uint64_t number, int digits)
{
    static constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";  // none that is misread over the telephone
    std::string text(static_cast<std::size_t>(digits), '0');
    for (auto at = text.rbegin(); at != text.rend(); ++at, number /= 32) *at = kDigits[number % 32];
    return text;
}

/// Deadlines are looked at this often. A second is fine enough for a minute, and costs nothing; tests set shorter times.
std::chrono::milliseconds tick_period(ServerSettings const& settings)
{
    auto const shortest = std::min({settings.idle_timeout, settings.header_timeout, settings.heartbeat});
    return std::clamp<std::chrono::milliseconds>(shortest / 4, 20ms, 1s);
}

Task<void> tick_for_ever(Loop& loop)
{
    Timer timer(loop.io);
    for (;;) {
        timer.expires_after(tick_period(loop.edge->settings));
        co_await timer.async_wait(kAwait);
        loop.tick();
    }
}

Task<void> live(Loop& loop, Socket socket)
{
    Connection connection(loop, std::move(socket));
    auto const& edge = *loop.edge;
    if (edge.connections > edge.settings.max_connections && !loop.make_room()) {
        ++loop.edge->refused;
        co_await connection.turn_away();
    } else {
        co_await connection.serve();
    }
}

tcp::endpoint endpoint_of(ServerSettings const& settings)
{
    auto const host = settings.host == "localhost" ? std::string("127.0.0.1") : settings.host;
    boost::system::error_code error;
    auto const address = asio::ip::make_address(host, error);
    if (error)
        throw CannotListen("\"" + host +
                           "\" is not an address to listen on: give 127.0.0.1, 0.0.0.0 or one of this machine's addresses.");
    return {address, settings.port};
}

std::string why_not(boost::system::error_code error, ServerSettings const& settings)
{
    auto const port = std::to_string(settings.port);
    if (error == asio::error::address_in_use)
        return "Port " + port + " on " + settings.host + " is in use: stop the other program or choose another port.";
    if (error == asio::error::access_denied)
        return "No right to listen on port " + port + ": choose a port above 1023, or give the program CAP_NET_BIND_SERVICE.";
    if (error.value() == EADDRNOTAVAIL)
        return settings.host + " is not an address of this machine: listen on 127.0.0.1, 0.0.0.0 or one of its own addresses.";
    return "Cannot listen on " + settings.host + " port " + port + " (" + error.message() + "): check the address and the port.";
}

Acceptor listening(Loop& loop, ServerSettings const& settings)
{
    auto const endpoint = endpoint_of(settings);
    Acceptor acceptor(loop.io);
    try {
        acceptor.open(endpoint.protocol());
        if (endpoint.protocol() == tcp::v6()) acceptor.set_option(asio::ip::v6_only(false));
        // Never SO_REUSEPORT: two servers would share a port without a word.
        acceptor.set_option(Acceptor::reuse_address(true));
        acceptor.bind(endpoint);
        acceptor.listen(4096);
    } catch (boost::system::system_error const& failed) {
        throw CannotListen(why_not(failed.code(), settings));
    }
    return acceptor;
}

asio::ssl::context encryption(ServerSettings const& settings)
{
    asio::ssl::context context(asio::ssl::context::tls_server);
    context.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
    ::SSL_CTX_set_mode(context.native_handle(), SSL_MODE_RELEASE_BUFFERS);  // idle connections: 93 KB instead of more
    boost::system::error_code error;
    context.use_certificate_chain_file(settings.certificate, error);
    if (error)
        throw CannotListen("The certificate " + settings.certificate + " cannot be used (" + error.message() +
                           "): give a readable PEM file with the whole chain.");
    context.use_private_key_file(settings.private_key, asio::ssl::context::pem, error);
    if (error)
        throw CannotListen("The private key " + settings.private_key + " cannot be used (" + error.message() +
                           "): give the readable PEM key that belongs to the certificate.");
    return context;
}

std::shared_ptr<Edge> edge_of(ServerSettings settings, BodyPolicy body_policy, Handler handler)
{
    auto edge = std::make_shared<Edge>();
    edge->settings = std::move(settings);
    edge->body_policy = std::move(body_policy);
    edge->handler = std::move(handler);
    if (!edge->settings.certificate.empty()) edge->tls.emplace(encryption(edge->settings));
    try {
        if (!edge->settings.spool_dir.empty()) Spool::prepare(edge->settings.spool_dir);
    } catch (std::exception const& failed) {
        throw CannotListen("The folder for uploads " + edge->settings.spool_dir + " cannot be used (" + failed.what() +
                           "): make it writable for this user or choose another.");
    }
    return edge;
}

/// Debian's soft limit of 1,024 files would end at some 1,000 clients; the hard limit is ours to use.
void allow_many_sockets()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

Loop::Loop(std::shared_ptr<Edge> of) : edge(std::move(of)), date(date_line(std::chrono::system_clock::now()))
{
    std::random_device random;
    id_prefix = in_base32(random(), 6);
}

Loop::~Loop()
{
    for (auto const& [ticket, connection] : live) connection->forget_coroutine();
}

void Loop::answer(Ticket ticket, Response response)
{
    if (io.get_executor().running_in_this_thread()) {
        // Most likely the handler answers before it returns: then nothing waits yet, and nothing need be posted.
        auto const found = live.find(ticket);
        if (found == live.end()) return;
        found->second->take_answer(std::move(response));
        if (found->second->is_suspended()) wake(ticket);
        return;
    }
    asio::post(io, [this, ticket, response = std::move(response)]() mutable {
        auto const found = live.find(ticket);
        if (found == live.end()) return;
        found->second->take_answer(std::move(response));
        found->second->wake();
    });
}

void Loop::wake(Ticket ticket)
{
    asio::post(io, [this, ticket] {
        if (auto const found = live.find(ticket); found != live.end()) found->second->wake();
    });
}

void Loop::tick()
{
    date = date_line(std::chrono::system_clock::now());
    auto const now = std::chrono::steady_clock::now();
    for (auto const& [ticket, connection] : live) connection->tick(now);
    if (drain_until && now >= *drain_until) io.stop();
}

void Loop::show(std::string const& topic, std::shared_ptr<std::string const> const& event)
{
    auto const [first, last] = viewers.equal_range(topic);
    for (auto at = first; at != last; ++at)
        if (auto const found = live.find(at->second); found != live.end()) found->second->show(event);
}

void Loop::begin_drain()
{
    drain_until = std::chrono::steady_clock::now() + edge->settings.drain;
    for (auto const& [ticket, connection] : live) connection->begin_drain();
    if (live.empty()) io.stop();
}

void Loop::left(Ticket ticket)
{
    live.erase(ticket);
    if (drain_until && live.empty()) io.stop();
}

bool Loop::make_room()
{
    Connection* longest = nullptr;
    for (auto const& [ticket, connection] : live)
        if (connection->is_idle() && (!longest || connection->deadline() < longest->deadline())) longest = connection;
    if (longest) longest->close();
    return longest != nullptr;
}

std::string Loop::next_request_id() { return id_prefix + in_base32(++requests_begun, 7); }

struct Server::Impl {
    std::shared_ptr<Edge> edge;
    std::vector<std::shared_ptr<Loop>> loops;
    Acceptor acceptor;  // after the loops: it must go before the io_context it belongs to
    std::uint16_t const port = acceptor.local_endpoint().port();

    Impl(ServerSettings settings, BodyPolicy body_policy, Handler handler)
        : edge(edge_of(std::move(settings), std::move(body_policy), std::move(handler))),
          loops(loops_of(edge)),
          acceptor(listening(*loops.front(), edge->settings))
    {
        allow_many_sockets();
    }

    static std::vector<std::shared_ptr<Loop>> loops_of(std::shared_ptr<Edge> const& edge)
    {
        std::vector<std::shared_ptr<Loop>> made(std::max<std::size_t>(edge->settings.io_threads, 1));
        for (auto& loop : made) loop = std::make_shared<Loop>(edge);
        return made;
    }

    Task<void> accept_for_ever()
    {
        Timer pause(loops.front()->io);
        for (std::size_t turn = 0; !edge->stopping; ++turn) {
            auto& loop = *loops[turn % loops.size()];
            auto [error, socket] = co_await acceptor.async_accept(loop.io, kAwait);
            if (!error) {
                asio::co_spawn(loop.io, live(loop, std::move(socket)), asio::detached);
            } else if (!edge->stopping) {
                // Out of file descriptors or the like: the next try would fail at once, so let some connections end first.
                pause.expires_after(100ms);
                co_await pause.async_wait(kAwait);
            }
        }
    }

    static void run_loop(Loop& loop)
    {
        for (;;) {
            try {
                loop.io.run();
                return;
            } catch (std::exception const&) {
                // Out of memory in one posted step; the others go on.
            }
        }
    }
};

Server::Server(ServerSettings settings, BodyPolicy body_policy, Handler handler)
    : impl_(std::make_unique<Impl>(std::move(settings), std::move(body_policy), std::move(handler)))
{
}

Server::~Server() = default;

std::uint16_t Server::port() const { return impl_->port; }

void Server::run()
{
    auto& loops = impl_->loops;
    for (auto& loop : loops) asio::co_spawn(loop->io, tick_for_ever(*loop), asio::detached);
    asio::co_spawn(loops.front()->io, impl_->accept_for_ever(), asio::detached);
    std::vector<std::thread> threads;
    for (std::size_t n = 1; n < loops.size(); ++n) threads.emplace_back([&loop = *loops[n]] { Impl::run_loop(loop); });
    Impl::run_loop(*loops.front());
    for (auto& thread : threads) thread.join();
    impl_->edge->files.stop();  // its jobs look into coroutine frames, which the loops destroy
}

void Server::stop()
{
    if (impl_->edge->stopping.exchange(true)) return;
    asio::post(impl_->loops.front()->io, [this] { impl_->acceptor.close(); });
    for (auto& loop : impl_->loops) asio::post(loop->io, [loop = loop.get()] { loop->begin_drain(); });
}

void Server::publish(std::string_view topic, std::string_view event, std::string_view data)
{
    auto const text = std::make_shared<std::string const>(event_text(event, data));
    for (auto& loop : impl_->loops)
        asio::post(loop->io, [loop = loop.get(), text, topic = std::string(topic)] { loop->show(topic, text); });
}

ServerCounts Server::counts() const
{
    auto const& edge = *impl_->edge;
    return {.requests = edge.requests, .connections = edge.connections, .viewers = edge.viewers, .refused = edge.refused};
}

}  // namespace http
