#include "app/metrics.hpp"

#include <algorithm>
#include <sstream>

namespace app {

Metrics::Metrics(http::Table const& table)
{
    for (auto const& endpoint : table.endpoints()) {
        rows_.emplace_back().route = endpoint.route.id;
        row_of_[&endpoint] = &rows_.back();
    }
    rows_.emplace_back().route = "none";
}

void Metrics::answered(http::Endpoint const* endpoint, int status, std::chrono::steady_clock::duration took)
{
    auto const found = row_of_.find(endpoint);
    auto& row = found == row_of_.end() ? rows_.back() : *found->second;
    row.by_class[static_cast<std::size_t>(std::clamp(status / 100, 1, 5))].fetch_add(1, std::memory_order_relaxed);

    auto const seconds = std::chrono::duration<double>(took).count();
    auto const bucket = std::lower_bound(kBounds.begin(), kBounds.end(), seconds) - kBounds.begin();
    within_[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
    nanoseconds_.fetch_add(static_cast<std::uint64_t>(std::chrono::nanoseconds(took).count()), std::memory_order_relaxed);
}

std::string Metrics::print(http::ServerCounts const& counts, http::WorkerPool const& quick, http::WorkerPool const& slow) const
{
    std::ostringstream out;
    out << "# HELP hagukumi_requests_total Answers of the API by route and status class.\n"
           "# TYPE hagukumi_requests_total counter\n";
    for (auto const& row : rows_)
        for (std::size_t status = 1; status < row.by_class.size(); ++status)
            if (auto const count = row.by_class[status].load(std::memory_order_relaxed))
                out << "hagukumi_requests_total{route=\"" << row.route << "\",status=\"" << status << "xx\"} " << count << '\n';

    out << "# HELP hagukumi_request_seconds From the complete request to its answer.\n"
           "# TYPE hagukumi_request_seconds histogram\n";
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < within_.size(); ++i) {
        sum += within_[i].load(std::memory_order_relaxed);
        out << "hagukumi_request_seconds_bucket{le=\"";
        i < kBounds.size() ? out << kBounds[i] : out << "+Inf";
        out << "\"} " << sum << '\n';
    }
    out << "hagukumi_request_seconds_sum " << static_cast<double>(nanoseconds_.load(std::memory_order_relaxed)) / 1e9 << '\n'
        << "hagukumi_request_seconds_count " << sum << '\n';

    out << "# TYPE hagukumi_connections gauge\nhagukumi_connections " << counts.connections << '\n'
        << "# TYPE hagukumi_event_streams gauge\nhagukumi_event_streams " << counts.viewers << '\n'
        << "# TYPE hagukumi_connections_refused_total counter\nhagukumi_connections_refused_total " << counts.refused << '\n'
        << "# HELP hagukumi_queue Requests that wait for a worker.\n# TYPE hagukumi_queue gauge\n"
        << "hagukumi_queue{pool=\"quick\"} " << quick.queued() << "\nhagukumi_queue{pool=\"slow\"} " << slow.queued() << '\n'
        << "# HELP hagukumi_running Requests a worker is at.\n# TYPE hagukumi_running gauge\n"
        << "hagukumi_running{pool=\"quick\"} " << quick.running() << "\nhagukumi_running{pool=\"slow\"} " << slow.running()
        << '\n';
    return out.str();
}

}  // namespace app
