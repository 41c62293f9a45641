// LEMON's templates only: nothing of its library is linked, which would bring GLPK and its licence into the process.
#define LEMON_ONLY_TEMPLATES
#include "features/seating/flow.hpp"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <stdexcept>

namespace seating {

int Network::arc(int from, int to, int capacity, int cost)
{
    arcs_.push_back({from, to, capacity, cost});
    return static_cast<int>(arcs_.size()) - 1;
}

void Network::solve(int from, int to)
{
    lemon::SmartDigraph graph;
    graph.reserveNode(nodes_);
    graph.reserveArc(static_cast<int>(arcs_.size()) + 1);
    for (int i = 0; i < nodes_; ++i) graph.addNode();
    std::int64_t most = 0;
    for (auto const& arc : arcs_) {
        graph.addArc(lemon::SmartDigraph::nodeFromId(arc.from), lemon::SmartDigraph::nodeFromId(arc.to));
        if (arc.from == from) most += arc.capacity;
    }
    auto const past = graph.addArc(lemon::SmartDigraph::nodeFromId(from), lemon::SmartDigraph::nodeFromId(to));
    lemon::SmartDigraph::ArcMap<std::int64_t> capacity(graph), cost(graph);
    for (std::size_t i = 0; i < arcs_.size(); ++i) {
        auto const arc = lemon::SmartDigraph::arcFromId(static_cast<int>(i));
        capacity[arc] = arcs_[i].capacity;
        cost[arc] = arcs_[i].cost;
    }
    capacity[past] = most;
    cost[past] = 0;
    lemon::NetworkSimplex<lemon::SmartDigraph, std::int64_t, std::int64_t> simplex(graph);
    simplex.upperMap(capacity).costMap(cost);
    simplex.stSupply(lemon::SmartDigraph::nodeFromId(from), lemon::SmartDigraph::nodeFromId(to), most);
    if (simplex.run() != simplex.OPTIMAL) throw std::logic_error("a network with a way past it has a cheapest flow");
    flows_.resize(arcs_.size());
    for (std::size_t i = 0; i < arcs_.size(); ++i)
        flows_[i] = static_cast<int>(simplex.flow(lemon::SmartDigraph::arcFromId(static_cast<int>(i))));
}

}  // namespace seating
