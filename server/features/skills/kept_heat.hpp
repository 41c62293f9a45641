// The city's heat tables as text, kept until the index that they were counted from changes: the same table is asked for all day.
#pragma once
#include "features/skills/heat.hpp"
#include "platform/json/kinds.hpp"

#include <map>
#include <mutex>
#include <tuple>

namespace skills {

/// One municipality's; a service. Thread-safe. Holds some tables; when it is full it begins anew.
class KeptHeat {
public:
    /// As heat_by_unit() answers.
    json::Written<HeatTable> by_unit(GapIndex const&, std::optional<people::Place> root, int depth);

private:
    using Key = std::tuple<std::uint64_t, std::optional<people::Place>, int>;  ///< the index's version, root, depth
    std::mutex guard_;
    std::map<Key, json::Written<HeatTable>> tables_;
};

}  // namespace skills
