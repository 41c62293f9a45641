// What came in and what goes out, as plain values. No word of sockets: a test makes a Request by hand and looks at the Response.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace http {

struct Asset;

/// Header fields in the order they came, kept in one piece of text in the form they have on the wire, so that a request
/// costs two allocations and a response is written by copying that text.
class Headers {
public:
    /// Refuses (std::invalid_argument) line breaks and NUL: they would let a value forge another header.
    void add(std::string_view name, std::string_view value);
    /// The first value, whatever the case of the name; empty when there is none.
    std::string_view find(std::string_view name) const;
    bool has(std::string_view name) const;
    std::size_t count(std::string_view name) const;
    std::size_t size() const { return places_.size(); }
    std::pair<std::string_view, std::string_view> operator[](std::size_t n) const;
    /// "Name: value\r\n" for each.
    std::string_view wire() const { return text_; }

private:
    struct Place {
        std::uint32_t begin, name_length, value_length;
    };
    std::string text_;
    std::vector<Place> places_;
};

/// An upload on disk. The file is deleted with the value; who wants to keep it moves the file away before that.
class SpooledFile {
public:
    SpooledFile() = default;
    explicit SpooledFile(std::string path) : path_(std::move(path)) {}
    SpooledFile(SpooledFile&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    SpooledFile& operator=(SpooledFile&& other) noexcept;
    ~SpooledFile();
    explicit operator bool() const { return !path_.empty(); }
    std::string const& path() const { return path_; }

private:
    std::string path_;
};

struct Request {
    std::string method;                 ///< as sent; HEAD stays HEAD, the server leaves the body of its answer away
    std::string target;                 ///< as sent
    std::vector<std::string> segments;  ///< "/a/b%2Fc" is {"a", "b/c"}; "/" is {""}. Route on these, never on a re-joined path
    std::vector<std::pair<std::string, std::string>> query;
    Headers headers;
    std::string remote;  ///< the peer's address (a proxy's, if there is one)
    std::string id;      ///< of this request, for the log and the user's error message
    bool secure = false;
    std::string body;  ///< empty when the body rule said spool
    SpooledFile upload;

    std::string_view header(std::string_view name) const { return headers.find(name); }
    /// As sent, not decoded; empty when there is none.
    std::string_view cookie(std::string_view name) const;
    std::optional<std::string_view> query_value(std::string_view name) const;
};

/// A file sent with ranges, 304 and If-Range. `etag` is quoted ("\"…\"") or empty.
struct FileBody {
    std::string path;
    std::string mime;
    std::string etag;
    std::string download_name;         ///< not empty: the browser saves it under this name
    std::shared_ptr<void const> held;  ///< let go once the file is open, so a temporary file may delete itself with it
};

/// Server-sent events. `hello`, if not empty, is the data of a first event named "hello".
struct EventStream {
    std::vector<std::string> topics;
    std::string hello;
};

struct Response {
    int status = 200;
    Headers headers;
    std::variant<std::string, FileBody, EventStream, Asset const*> body;

    static Response json(std::string text, int status = 200);
    static Response text(std::string text, int status = 200);
};

/// Answers one request. Callable from any thread, once; later calls do nothing. When the last copy goes away uncalled,
/// the client is told 503: a pool that throws queued work away need not know whose it was.
using Respond = std::function<void(Response)>;
/// Called on an IO thread: it must not block, but hand the request to a pool (or answer at once from memory).
using Handler = std::function<void(Request&&, Respond)>;

struct BodyRule {
    enum class Place { memory, spool };
    std::uint64_t max_bytes = 64 * 1024;
    Place place = Place::memory;
};
/// Asked on an IO thread once a request with a body has sent its header; `head` has neither body nor upload yet.
using BodyPolicy = std::function<BodyRule(Request const& head)>;

}  // namespace http
