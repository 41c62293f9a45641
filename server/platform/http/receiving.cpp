// The receiving half of a connection: from bytes to a whole Request.
#include "platform/http/connection.hpp"
#include "platform/http/request_parser.hpp"
#include "platform/http/spool.hpp"
#include "platform/http/target.hpp"

#include <boost/asio/as_tuple.hpp>

#include <algorithm>

namespace http {
namespace {

using namespace std::chrono_literals;
constexpr auto kAwait = asio::as_tuple(asio::use_awaitable_t<Executor>{});
constexpr std::size_t kBodyRead = 64 * 1024;
constexpr std::size_t kSpoolPiece = 256 * 1024;
constexpr std::uint64_t kMostReserved = 1024 * 1024;  // an announced length is only a claim

}  // namespace

Task<void> Connection::fill(std::size_t most)
{
    auto const room = in_.room(most);
    if (room.empty()) throw TurnedAway{problem(WireFault::bad_request, request_id_)};  // a chunk's header without end
    boost::system::error_code error;
    std::size_t received = 0;
    if (tls_) {
        std::tie(error, received) = co_await tls_->async_read_some(asio::buffer(room.data(), room.size()), kAwait);
    } else {
        std::tie(error, received) = co_await socket_.async_read_some(asio::buffer(room.data(), room.size()), kAwait);
    }
    if (error) throw Gone{};
    in_.filled(received);
}

Task<Connection::Read> Connection::read_request()
{
    RequestParser parser;
    co_await read_head(parser);
    check_head(parser);
    if (!parser.is_done()) co_await read_body(parser);
    deadline_ = Moment::max();
    co_return Read{std::move(parser.request()), std::move(parser.wishes())};
}

Task<void> Connection::read_head(RequestParser& parser)
{
    auto const& settings = edge_.settings;
    if (in_.empty()) {
        in_.shrink();
        state_ = State::idle;
        deadline_ = std::chrono::steady_clock::now() + settings.idle_timeout;
        co_await fill(settings.max_header_bytes);
        state_ = State::busy;
    }
    request_id_ = loop_.next_request_id();
    deadline_ = std::chrono::steady_clock::now() + settings.header_timeout;  // absolute: a byte a second does not move it
    for (;;) {
        auto const fed = parser.feed(in_);
        if (fed == RequestParser::Fed::malformed) throw TurnedAway{problem(WireFault::bad_request, request_id_)};
        auto const unfinished = parser.is_header_done() ? 0 : in_.unread().size();
        if (parser.head_bytes() + unfinished > settings.max_header_bytes)
            throw TurnedAway{problem(WireFault::header_too_large, request_id_)};
        if (parser.is_header_done()) co_return;
        if (fed == RequestParser::Fed::needs_more) co_await fill(settings.max_header_bytes + 1);
    }
}

void Connection::check_head(RequestParser& parser)
{
    auto& request = parser.request();
    auto const hosts = request.headers.count("Host");
    if (hosts > 1 || (hosts == 0 && !parser.wishes().http10)) throw TurnedAway{problem(WireFault::bad_request, request_id_)};
    // Any coding but plain "chunked" would leave us and a proxy in front with different ideas of where the body ends.
    auto const codings = request.headers.count("Transfer-Encoding");
    if (codings > 1 || (codings == 1 && (!parser.chunked() || request.header("Transfer-Encoding").size() != 7)))
        throw TurnedAway{problem(WireFault::unknown_transfer_coding, request_id_)};
    Target target;
    if (!split_target(request.target, target)) throw TurnedAway{problem(WireFault::bad_request, request_id_)};
    request.segments = std::move(target.segments);
    request.query = std::move(target.query);
    request.remote = remote_;
    request.secure = tls_.has_value();
    request.id = request_id_;
}

Task<void> Connection::read_body(RequestParser& parser)
{
    auto& request = parser.request();
    auto const rule = edge_.body_policy(request);
    auto const announced = parser.content_length().value_or(0);
    if (announced > rule.max_bytes) throw TurnedAway{problem(Code::too_large, request_id_)};
    parser.limit_body(rule.max_bytes);
    parser.eager(true);
    if (request.headers.has("Expect")) co_await write("HTTP/1.1 100 Continue\r\n\r\n", {});
    if (announced > in_.unread().size()) in_.widen(std::min<std::uint64_t>(announced, kBodyRead));
    if (rule.place == BodyRule::Place::spool) {
        co_await body_to_disk(parser);
    } else {
        request.body.reserve(std::min<std::uint64_t>(announced, kMostReserved));
        co_await body_to_memory(parser);
    }
}

Task<void> Connection::body_to_memory(RequestParser& parser)
{
    auto const begun = std::chrono::steady_clock::now();
    while (!parser.is_done()) co_await take_piece(parser, begun);
}

Task<void> Connection::body_to_disk(RequestParser& parser)
{
    if (edge_.settings.spool_dir.empty()) throw std::logic_error("a route spools but the server has no folder for it");
    auto& waiting = parser.request().body;
    Spool spool;
    std::function<void()> const spool_piece = [&] { spool.append(edge_.settings.spool_dir, request_id_, waiting); };
    auto const begun = std::chrono::steady_clock::now();
    while (!parser.is_done()) {
        co_await take_piece(parser, begun);
        if (waiting.size() < kSpoolPiece && !parser.is_done()) continue;
        deadline_ = Moment::max();
        co_await off_loop(spool_piece);
        waiting.clear();
    }
    parser.request().upload = spool.finished();
}

Task<void> Connection::take_piece(RequestParser& parser, Moment begun)
{
    auto const fed = parser.feed(in_);
    if (fed == RequestParser::Fed::too_large) throw TurnedAway{problem(Code::too_large, request_id_)};
    if (fed == RequestParser::Fed::malformed) throw TurnedAway{problem(WireFault::bad_request, request_id_)};
    if (fed == RequestParser::Fed::some) co_return;
    keep_pace(begun, parser.body_bytes());
    co_await fill(kBodyRead);
}

Task<void> Connection::discard_rest()
{
    // Closing while the peer still sends would reset the connection and take our answer with it.
    boost::system::error_code ignored;
    if (!tls_) socket_.shutdown(Socket::shutdown_send, ignored);
    deadline_ = std::chrono::steady_clock::now() + 2s;
    in_.widen(kBodyRead);
    for (int reads = 0; reads < 256; ++reads) {
        in_.consume(in_.unread().size());
        co_await fill(kBodyRead);
    }
}

}  // namespace http
