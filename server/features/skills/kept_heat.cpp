#include "features/skills/kept_heat.hpp"

#include "platform/json/write.hpp"

namespace skills {
namespace {
constexpr std::size_t kMost = 64;  // a whole city of 50,000 is 170 KB
}

json::Written<HeatTable> KeptHeat::by_unit(GapIndex const& index, std::optional<people::Place> root, int depth)
{
    Key const key{index.version(), root, depth};
    {
        std::lock_guard const lock{guard_};
        if (auto const known = tables_.find(key); known != tables_.end()) return known->second;
    }
    auto table = json::written(heat_by_unit(index, root, depth));
    std::lock_guard const lock{guard_};
    if (tables_.size() >= kMost) tables_.clear();
    return tables_.insert_or_assign(key, std::move(table)).first->second;
}

}  // namespace skills
