// The route table: what can be asked, by whom, what is answered and what may be refused, said once. The dispatcher runs from it,
// OpenAPI and docs/permissions.md are printed from it.
//
// A handler is a plain function `Output f(Call const&)`, `Output f(Call const&, Input const&)` or, for a write that also has
// query parameters, `Output f(Call const&, Query const&, Input const&)`.
//   Input    GET and DELETE: a described struct of query parameters; else the JSON body, or `Upload const&`, or `TextBody const&`
//   Output   a described struct, void ({}), WithHeaders<T>, Download, FileBody, EventStream, or a Response made by hand
//   Call     GET runs in a read transaction, everything else in a write transaction that is answered once it is durable;
//            with `LongCall const&` instead the handler gets the database, runs on the slow pool and opens its own transactions
//   RootCall routes outside any municipality, under /api
// A pattern's `{name}` is an id and matches digits only, except `{code}` and `{name:text}`, which match any segment.
#pragma once
#include "platform/core/clock.hpp"
#include "platform/core/refused.hpp"
#include "platform/http/access.hpp"
#include "platform/http/query.hpp"
#include "platform/http/services.hpp"
#include "platform/json/json.hpp"

#include <array>
#include <deque>
#include <functional>
#include <span>
#include <tuple>

namespace db {
class Database;
}

namespace http {

enum class Method : std::uint8_t { get, post, put, patch, del };
inline constexpr std::array<std::string_view, 5> kMethodNames{"GET", "POST", "PUT", "PATCH", "DELETE"};

struct Route {
    std::string_view id;  ///< operationId; the TypeScript client is named by it
    Access access;
    std::string_view summary;  ///< one Japanese phrase
    std::vector<Code> refusals{};
    int success = 200;
    std::uint64_t body_limit = 1 << 20;
    bool etag = false;                    ///< GET: answers 304 when nothing changed
    bool before_password_change = false;  ///< may be called while a new password is still to be set
};

/// What every handler is told, whatever transaction it runs in.
struct Circumstance {
    Clock const& clock;
    Services const& services;
    Request const& request;
    std::span<std::string_view const> captures;

    /// The n-th {id} of the pattern, counted over all its parameters; not_found when it is no id.
    template <StrongId T>
    T path(std::size_t n) const
    {
        return T{path_number(n)};
    }
    std::string path_text(std::size_t n) const { return std::string(captures[n]); }
    std::optional<std::string_view> query(std::string_view name) const { return request.query_value(name); }
    Date day(AsOf const& query) const { return query.on.value_or(clock.today()); }
    template <class T>
    T& service() const
    {
        return services.get<T>();
    }

private:
    std::int64_t path_number(std::size_t n) const;
};

struct Call : Circumstance {
    Actor const& actor;
    db::Tx& tx;
};

struct LongCall : Circumstance {
    Actor const& actor;
    db::Database& database;
};

struct RootCall : Circumstance {};

/// A raw file sent by PUT, on disk for as long as the request lives. Who wants to keep it moves it away.
struct Upload {
    std::string path;
    std::string mime;
};

/// A raw body in memory, checked to be UTF-8.
struct TextBody {
    std::string text;
};

/// Bytes the browser saves under a name.
struct Download {
    std::string name;
    std::string mime;
    std::string bytes;
};

template <class T>
struct WithHeaders {
    T value;
    std::vector<std::pair<std::string, std::string>> headers;
};

enum class BodyKind : std::uint8_t { none, json, text, upload };
enum class AnswerKind : std::uint8_t { json, bytes, events };

struct QueryParameter {
    std::string_view name;
    bool required;
    std::string schema;
};

/// What OpenAPI says about one endpoint's ends, as JSON Schema text.
struct Ends {
    std::vector<QueryParameter> query;
    std::string input;
    std::string output;
};

struct Endpoint {
    enum class Runs : std::uint8_t { in_transaction, on_its_own, at_root };
    Method method;
    std::string pattern;
    Route route;
    Runs runs;
    BodyKind body;
    AnswerKind answer;
    std::function<std::shared_ptr<void const>(Request const&)> decode;
    std::function<Response(Circumstance const&, void const* input)> run;
    std::function<Ends(json::Components&)> ends;
};

struct Match {
    Endpoint const* endpoint = nullptr;       ///< null: no such path, or not with this method
    std::vector<std::string_view> allowed{};  ///< methods of the path, when the method is not among them
    std::vector<std::string_view> captures{};
};

class Table {
public:
    Table();
    ~Table();
    Table(Table const&) = delete;

    template <class Out, class Call, class... In>
    void get(std::string_view pattern, Route route, Out (*handler)(Call const&, In const&...))
    {
        add<Method::get>(pattern, std::move(route), handler);
    }
    template <class Out, class Call, class... In>
    void post(std::string_view pattern, Route route, Out (*handler)(Call const&, In const&...))
    {
        add<Method::post>(pattern, std::move(route), handler);
    }
    template <class Out, class Call, class... In>
    void put(std::string_view pattern, Route route, Out (*handler)(Call const&, In const&...))
    {
        add<Method::put>(pattern, std::move(route), handler);
    }
    template <class Out, class Call, class... In>
    void patch(std::string_view pattern, Route route, Out (*handler)(Call const&, In const&...))
    {
        add<Method::patch>(pattern, std::move(route), handler);
    }
    template <class Out, class Call, class... In>
    void del(std::string_view pattern, Route route, Out (*handler)(Call const&, In const&...))
    {
        add<Method::del>(pattern, std::move(route), handler);
    }

    std::deque<Endpoint> const& endpoints() const { return endpoints_; }
    /// `segments` are those behind "api".
    Match match(std::string_view method, std::span<std::string const> segments, bool at_root) const;

private:
    struct Node;
    template <Method method, class Out, class Call, class... In>
    void add(std::string_view pattern, Route, Out (*)(Call const&, In const&...));
    void insert(Endpoint);

    std::deque<Endpoint> endpoints_;
    std::unique_ptr<Node> municipal_;
    std::unique_ptr<Node> root_;
};

}  // namespace http

#include "platform/http/endpoint.hpp"
