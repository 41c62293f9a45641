// What the server did, in Prometheus' text format. Counting costs a request a few relaxed additions.
#pragma once
#include "platform/http/server.hpp"
#include "platform/http/table.hpp"
#include "platform/http/worker_pool.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <unordered_map>

namespace app {

class Metrics {
public:
    explicit Metrics(http::Table const&);
    void answered(http::Endpoint const*, int status, std::chrono::steady_clock::duration took);
    std::string print(http::ServerCounts const&, http::WorkerPool const& quick, http::WorkerPool const& slow) const;

private:
    static constexpr std::array kBounds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0};
    using Count = std::atomic<std::uint64_t>;
    struct Row {
        std::string_view route;
        std::array<Count, 6> by_class{};  ///< 2 is 2xx; 0 is never used
    };
    std::deque<Row> rows_;  ///< the last one is "no such route"
    std::unordered_map<http::Endpoint const*, Row*> row_of_;
    std::array<Count, kBounds.size() + 1> within_{};
    Count nanoseconds_{0};
};

}  // namespace app
