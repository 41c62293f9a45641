// From a request to its answer: which municipality, which endpoint, which pool, which transaction, who is asking, what went
// wrong.
#pragma once
#include "platform/http/table.hpp"
#include "platform/http/worker_pool.hpp"

#include <unordered_map>

namespace http {

/// One municipality as the dispatcher sees it. Everything pointed at outlives the dispatcher.
struct Municipality {
    std::string slug;  ///< first path segment
    db::Database* database;
    Gate* gate;
    Services services;
};

struct DispatchSettings {
    /// Assets, pages, health. `municipality` is null outside any. No answer means 404. Runs on an IO thread: it must not block.
    std::function<std::optional<Response>(Request const&, Municipality const* municipality)> pages;
    /// Hashes of inline styles a library needs, as the policy spells them: 'sha256-…'
    std::string style_hashes;
    /// What the log should know of a failure that is not the caller's; the request id finds it. Never the caller's data.
    std::function<void(Request const&, std::string_view what)> failed;
    /// After every answer of the API, for the access log and the metrics.
    std::function<void(Request const&, Endpoint const*, int status, std::chrono::steady_clock::duration took)> answered;
};

class Dispatcher {
public:
    Dispatcher(Table const&, Clock const&, WorkerPool& quick, WorkerPool& slow, DispatchSettings);
    /// Before the first request only.
    void add(Municipality);
    Services& root_services() { return root_services_; }

    /// A Handler of the server.
    void operator()(Request&&, Respond);
    /// A BodyPolicy of the server.
    BodyRule body_rule(Request const& head) const;

private:
    struct Exchange;
    using Shared = std::shared_ptr<Exchange>;
    struct Target {
        Municipality const* municipality = nullptr;
        bool api = false;
        Match match;
    };
    Target locate(Request const&) const;
    void page(Exchange&);
    void start(Shared const&);
    void run(Shared const&);
    void decode(Exchange&);
    void read(Exchange&);
    void write(Shared const&);
    void run_long(Exchange&);
    void finish(Exchange&, Response);
    void refuse(Exchange&, std::exception_ptr);

    Table const& table_;
    Clock const& clock_;
    WorkerPool& quick_;
    WorkerPool& slow_;
    DispatchSettings settings_;
    Services root_services_;
    std::unordered_map<std::string, Municipality> municipalities_;
};

/// The body of every refusal, as application/problem+json.
struct Refusal {
    std::string_view code;
    std::string_view message;
    std::string_view message_en;
    std::string detail;
    std::string detail_en;
    std::vector<Problem> problems;
    std::string request;
};
BOOST_DESCRIBE_STRUCT(Refusal, (), (code, message, message_en, detail, detail_en, problems, request))

Response problem(Refused const&, std::string_view request_id);
/// True unless a browser says that another site made it write. A program that sends neither header is not a browser.
bool from_same_origin(Request const&);

}  // namespace http
