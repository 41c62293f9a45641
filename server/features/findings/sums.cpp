#include "features/findings/sums.hpp"

#include "features/findings/few.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace findings {
namespace {

/// Column 0 is the total; each shown group has one of the others.
struct Columns {
    std::vector<std::vector<Column>> of;  ///< [cut][group]; 0 where it is not shown
    std::size_t count = 1;

    explicit Columns(Draft const& draft)
    {
        for (auto const& groups : draft.shown.groups)
            for (auto& columns = of.emplace_back(); bool const shown : groups)
                columns.push_back(shown ? static_cast<Column>(count++) : Column{0});
    }
    Column at(Group group) const { return of[group.cut][group.number]; }
};

/// Everybody as a vector. Those of whom all groups are large come first: there are enough of them.
std::vector<Alike> vectors(Draft const& draft, Columns const& columns)
{
    auto const groups = draft.shown_groups();
    Numbering kinds{draft.people.size()};
    for (std::size_t cut = 0; cut < draft.cuts(); ++cut) kinds.split(groups[cut], draft.size[cut].size());

    std::vector<Alike> all(kinds.count);
    std::vector<int> smallest_group(kinds.count, draft.everybody);
    for (std::size_t c = 0; c < draft.people.size(); ++c) {
        auto& alike = all[kinds.of[c]];
        alike.people += draft.people[c];
        if (!alike.ones.empty()) continue;
        alike.ones.push_back(0);
        for (std::size_t cut = 0; cut < draft.cuts(); ++cut) {
            if (groups[cut][c] == kNoGroup) continue;
            Group const group{cut, static_cast<std::size_t>(groups[cut][c])};
            alike.ones.push_back(columns.at(group));
            smallest_group[kinds.of[c]] = std::min(smallest_group[kinds.of[c]], draft.size_of(group));
        }
    }
    std::vector<std::size_t> order(kinds.count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) {
        return std::tuple{smallest_group[a], all[a].people, a} > std::tuple{smallest_group[b], all[b].people, b};
    });
    std::vector<Alike> sorted;
    for (auto const kind : order)
        if (all[kind].people > 0) sorted.push_back(std::move(all[kind]));
    return sorted;
}

/// Where the shown groups of a cut hold everybody, a weight that all of them bear is one of the total: the weight of most people
/// is taken from all groups of the cut, so that a sum is told with as few groups as can be.
std::uint32_t common_weight(Draft const& draft, Columns const& columns, Combination const& weights, std::size_t cut)
{
    std::map<std::uint32_t, int> bearers;
    auto in_shown_groups = 0;
    for (std::size_t g = 0; g < draft.size[cut].size(); ++g) {
        if (!draft.shows({cut, g})) continue;
        bearers[weights[columns.at({cut, g})]] += draft.size[cut][g];
        in_shown_groups += draft.size[cut][g];
    }
    if (in_shown_groups < draft.everybody) return 0;
    return std::max_element(bearers.begin(), bearers.end(), [](auto const& a, auto const& b) { return a.second < b.second; })
        ->first;
}

}  // namespace

std::optional<Group> takes_part_in_too_few(Draft const& draft, int threshold)
{
    if (!draft.shown.total) return std::nullopt;
    Columns const columns{draft};
    auto const weights = speaks_of_few(vectors(draft, columns), columns.count, threshold);
    if (!weights) return std::nullopt;
    std::vector<std::uint32_t> common;
    for (std::size_t cut = 0; cut < draft.cuts(); ++cut) common.push_back(common_weight(draft, columns, *weights, cut));
    auto const found = draft.smallest_shown([&](Group group) { return (*weights)[columns.at(group)] != common[group.cut]; });
    return found ? found : draft.smallest_shown([](Group) { return true; });
}

}  // namespace findings
