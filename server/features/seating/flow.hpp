// The cheapest way for units to pass through a network. The only place that knows LEMON.
#pragma once
#include <vector>

namespace seating {

class Network {
public:
    int node() { return nodes_++; }
    /// At most `capacity` units pass, each at `cost`, which may be negative. Returns the arc's number.
    int arc(int from, int to, int capacity, int cost);
    /// As many units as are worth it travel from `from` to `to`: none of a positive cost.
    void solve(int from, int to);
    int flow(int arc) const { return flows_[static_cast<std::size_t>(arc)]; }

private:
    struct Arc {
        int from, to, capacity, cost;
    };
    int nodes_ = 0;
    std::vector<Arc> arcs_;
    std::vector<int> flows_;
};

}  // namespace seating
