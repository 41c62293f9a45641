// The sending half of a connection: texts, assets, files in pieces, event streams.
#include "platform/http/assets.hpp"
#include "platform/http/connection.hpp"
#include "platform/http/target.hpp"

#include <boost/asio/as_tuple.hpp>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace http {
namespace {

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable_t<Executor>{});
constexpr std::size_t kFilePiece = 256 * 1024;
// A viewer that is this far behind has stopped reading; it reconnects and asks for the present state.
constexpr std::size_t kMostWaitingEvents = 1024;

struct OpenFile {
    int descriptor = -1;
    std::uint64_t size = 0;
    OpenFile() = default;
    OpenFile(OpenFile const&) = delete;
    OpenFile& operator=(OpenFile const&) = delete;
    ~OpenFile()
    {
        if (descriptor >= 0) ::close(descriptor);
    }
    bool open(char const* path)
    {
        struct stat about {};
        descriptor = ::open(path, O_RDONLY | O_CLOEXEC);
        if (descriptor < 0 || ::fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode)) return false;
        size = static_cast<std::uint64_t>(about.st_size);
        return true;
    }
};

/// Listed under its topics for as long as it exists.
class Viewing {
public:
    Viewing(Loop& loop, Loop::Ticket ticket, std::vector<std::string> const& topics)
        : loop_(loop), ticket_(ticket), topics_(topics)
    {
        for (auto const& topic : topics_) loop_.viewers.emplace(topic, ticket_);
        ++loop_.edge->viewers;
    }
    ~Viewing()
    {
        --loop_.edge->viewers;
        for (auto const& topic : topics_) {
            auto [at, end] = loop_.viewers.equal_range(topic);
            while (at != end) at = at->second == ticket_ ? loop_.viewers.erase(at) : std::next(at);
        }
    }
    Viewing(Viewing const&) = delete;
    Viewing& operator=(Viewing const&) = delete;

private:
    Loop& loop_;
    Loop::Ticket ticket_;
    std::vector<std::string> const& topics_;
};

std::string content_range(RangeChoice const& part, std::uint64_t size)
{
    if (part.status == 416) return "bytes */" + std::to_string(size);
    return "bytes " + std::to_string(part.from) + "-" + std::to_string(part.until - 1) + "/" + std::to_string(size);
}

}  // namespace

Task<void> Connection::send(Response& response, Wishes const& wishes, bool keep)
{
    ++edge_.requests;
    if (auto const* text = std::get_if<std::string>(&response.body)) {
        co_await send_text(response, *text, wishes, keep);
    } else if (auto const* asset = std::get_if<Asset const*>(&response.body)) {
        co_await send_asset(response, **asset, wishes, keep);
    } else if (auto* file = std::get_if<FileBody>(&response.body)) {
        co_await send_file(response, *file, wishes, keep);
    } else {
        co_await send_events(response, std::get<EventStream>(response.body));
    }
}

void Connection::begin_head(int status, std::optional<std::uint64_t> length, Response const& response, Wishes const& wishes,
                            bool keep)
{
    head_.clear();
    append_head(head_, {.status = status, .length = length, .keep_alive = keep, .http10 = wishes.http10, .date = loop_.date},
                response.headers);
}

Task<void> Connection::send_text(Response const& response, std::string const& body, Wishes const& wishes, bool keep)
{
    bool const known = response.status == 200 && !wishes.if_none_match.empty() && response.headers.has("ETag") &&
                       names_etag(wishes.if_none_match, response.headers.find("ETag"));
    int const status = known ? 304 : response.status;
    bool const bodiless = status == 304 || status == 204;
    begin_head(status, bodiless ? std::nullopt : std::optional<std::uint64_t>(body.size()), response, wishes, keep);
    head_.append("\r\n");
    co_await write(head_, bodiless || wishes.head_only ? std::string_view{} : std::string_view{body});
}

Task<void> Connection::send_asset(Response const& response, Asset const& asset, Wishes const& wishes, bool keep)
{
    auto const [representation, encoding] = choose(asset, wishes.accept_encoding);
    bool const known = response.status == 200 && names_etag(wishes.if_none_match, representation.etag);
    begin_head(known ? 304 : response.status, known ? std::nullopt : std::optional<std::uint64_t>(representation.bytes.size()),
               response, wishes, keep);
    if (!known) append_field(head_, "Content-Type", asset.mime);
    if (!known && !encoding.empty()) append_field(head_, "Content-Encoding", encoding);
    append_field(head_, "ETag", representation.etag);
    append_field(head_, "Vary", "Accept-Encoding");
    if (!response.headers.has("Cache-Control"))
        append_field(head_, "Cache-Control", asset.immutable ? "public, max-age=31536000, immutable" : "no-cache");
    head_.append("\r\n");
    co_await write(head_, known || wishes.head_only ? std::string_view{} : representation.bytes);
}

Task<void> Connection::send_file(Response const& response, FileBody& body, Wishes const& wishes, bool keep)
{
    OpenFile file;
    bool opened = false;
    std::function<void()> const open = [&] { opened = file.open(body.path.c_str()); };
    co_await off_loop(open);
    body.held.reset();
    if (!opened) {
        auto const missing = problem(Code::not_found, request_id_);
        co_await send_text(missing, std::get<std::string>(missing.body), wishes, keep);
        co_return;
    }
    bool const known = !body.etag.empty() && names_etag(wishes.if_none_match, body.etag);
    auto part = choose_range(allows_part(wishes.if_range, body.etag) ? wishes.range : std::string{}, file.size);
    if (known) part = {304, 0, 0};
    if (part.status == 200) part.status = response.status;
    begin_head(part.status, known ? std::nullopt : std::optional<std::uint64_t>(part.until - part.from), response, wishes, keep);
    append_field(head_, "Content-Type", body.mime);
    append_field(head_, "Accept-Ranges", "bytes");
    if (!body.etag.empty()) append_field(head_, "ETag", body.etag);
    if (part.status == 206 || part.status == 416) append_field(head_, "Content-Range", content_range(part, file.size));
    if (!body.download_name.empty())
        append_field(head_, "Content-Disposition", "attachment; filename*=UTF-8''" + percent_encode(body.download_name));
    head_.append("\r\n");
    co_await write(head_, {});
    if (!wishes.head_only) co_await send_bytes(file.descriptor, part.from, part.until);
}

Task<void> Connection::send_bytes(int descriptor, std::uint64_t from, std::uint64_t until)
{
    if (from == until) co_return;
    auto const piece = std::make_unique_for_overwrite<char[]>(kFilePiece);
    ssize_t got = 0;
    std::function<void()> const read_piece = [&] {
        got = ::pread(descriptor, piece.get(), std::min<std::uint64_t>(kFilePiece, until - from), static_cast<off_t>(from));
    };
    while (from < until) {
        co_await off_loop(read_piece);
        if (got <= 0) throw Gone{};  // the file shrank or the disk failed: the length is promised, so only breaking off is honest
        co_await write({piece.get(), static_cast<std::size_t>(got)}, {});
        from += static_cast<std::uint64_t>(got);
    }
}

Task<void> Connection::send_events(Response const& response, EventStream const& stream)
{
    begin_head(response.status, std::nullopt, response, Wishes{}, false);
    append_field(head_, "Content-Type", "text/event-stream");
    append_field(head_, "Cache-Control", "no-store");
    append_field(head_, "X-Accel-Buffering", "no");  // a proxy that buffers would hold events back
    head_.append("\r\n");
    if (!stream.hello.empty()) head_.append(event_text("hello", stream.hello));
    Viewing const viewing(loop_, ticket_, stream.topics);
    state_ = State::viewing;
    co_await write(head_, {});
    next_beat_ = std::chrono::steady_clock::now() + edge_.settings.heartbeat;
    while (!edge_.stopping) {
        if (events_.empty()) {
            co_await suspended();
            continue;
        }
        std::string batch;
        for (auto const& event : events_) batch.append(*event);
        events_.clear();
        co_await write(batch, {});
    }
    state_ = State::busy;
}

void Connection::show(std::shared_ptr<std::string const> const& event)
{
    if (events_.size() >= kMostWaitingEvents) return close();
    events_.push_back(event);
    if (events_.size() == 1) loop_.wake(ticket_);
}

Task<void> Connection::write(std::string_view head, std::string_view body)
{
    Buffers rest{asio::buffer(head), asio::buffer(body)};
    auto const take_off = [&rest](std::size_t sent) {
        auto const of_head = std::min(sent, rest[0].size());
        rest[0] += of_head;
        rest[1] += sent - of_head;
    };
    // Nearly every answer fits the socket's buffer: sent at once, it needs neither a suspension nor a deadline.
    if (!tls_) take_off(write_now(rest));
    auto const begun = std::chrono::steady_clock::now();
    std::uint64_t total = 0;
    while (asio::buffer_size(rest) > 0) {
        keep_pace(begun, total);
        auto const sent = co_await write_some(rest);
        total += sent;
        take_off(sent);
    }
    deadline_ = Moment::max();
}

std::size_t Connection::write_now(Buffers const& buffers)
{
    boost::system::error_code error;
    auto const sent = socket_.write_some(buffers, error);
    if (error && error != asio::error::would_block) throw Gone{};
    return sent;
}

Task<std::size_t> Connection::write_some(Buffers const& buffers)
{
    boost::system::error_code error;
    std::size_t sent = 0;
    if (tls_) {
        std::tie(error, sent) = co_await tls_->async_write_some(buffers, kAwait);
    } else {
        std::tie(error, sent) = co_await socket_.async_write_some(buffers, kAwait);
    }
    if (error) throw Gone{};
    co_return sent;
}

}  // namespace http
