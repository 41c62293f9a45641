#include "features/findings/draft.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace findings {
namespace {

constexpr std::size_t kLargestTable = 1'000'000;
constexpr auto kNew = UINT32_MAX;

}  // namespace

void Numbering::split(std::span<std::int16_t const> group_of, std::size_t groups)
{
    std::uint32_t next = 0;
    auto const number_by = [&](auto const& entry) {
        for (std::size_t i = 0; i < of.size(); ++i) {
            auto& number = entry(of[i] * (groups + 1) + static_cast<std::size_t>(group_of[i] - kNoGroup));
            if (number == kNew) number = next++;
            of[i] = number;
        }
    };
    if (auto const pairs = count * (groups + 1); pairs <= kLargestTable) {
        std::vector<std::uint32_t> table(pairs, kNew);
        number_by([&](std::size_t pair) -> auto& { return table[pair]; });
    } else {
        std::unordered_map<std::size_t, std::uint32_t> table;
        number_by([&](std::size_t pair) -> auto& { return table.try_emplace(pair, kNew).first->second; });
    }
    count = next;
}

Draft::Draft(Classes const& all, std::vector<std::size_t> const& groups, std::vector<int> const& answered, int threshold,
             Shown const* parent)
    : classes(all), people(answered), everybody(std::accumulate(people.begin(), people.end(), 0))
{
    shown.total = everybody >= threshold && (!parent || parent->total);
    for (std::size_t cut = 0; cut < groups.size(); ++cut) {
        auto& sizes = size.emplace_back(groups[cut], 0);
        for (std::size_t c = 0; c < people.size(); ++c)
            if (classes[cut][c] != kNoGroup) sizes[static_cast<std::size_t>(classes[cut][c])] += people[c];
        auto& shows = shown.groups.emplace_back();
        for (std::size_t g = 0; g < groups[cut]; ++g)
            shows.push_back(shown.total && sizes[g] >= threshold && (!parent || parent->groups[cut][g]));
    }
}

std::vector<Group> Draft::all_groups() const
{
    std::vector<Group> all;
    for (std::size_t cut = 0; cut < cuts(); ++cut)
        for (std::size_t g = 0; g < size[cut].size(); ++g) all.push_back({cut, g});
    return all;
}

std::vector<Group> Draft::hidden_groups() const
{
    auto hidden = all_groups();
    std::erase_if(hidden, [&](Group group) { return shows(group) || size_of(group) == 0 || size_of(group) == everybody; });
    return hidden;
}

std::optional<Group> Draft::smallest_shown(std::function<bool(Group)> const& asked) const
{
    std::optional<Group> least;
    for (auto const group : all_groups()) {
        if (!shows(group) || !asked(group)) continue;
        auto const later = least && group.cut > least->cut;
        if (!least || size_of(group) < size_of(*least) + (later ? 1 : 0)) least = group;
    }
    return least;
}

Classes Draft::shown_groups() const
{
    auto groups = classes;
    for (std::size_t cut = 0; cut < cuts(); ++cut) {
        std::vector<std::int16_t> shown_as{kNoGroup};  // [group + 1]
        for (std::size_t g = 0; g < size[cut].size(); ++g)
            shown_as.push_back(shows({cut, g}) ? static_cast<std::int16_t>(g) : kNoGroup);
        for (auto& group : groups[cut]) group = shown_as[static_cast<std::size_t>(group - kNoGroup)];
    }
    return groups;
}

void Draft::show_again(Shown const& before, std::function<bool()> const& allowed)
{
    auto hidden = all_groups();
    std::erase_if(hidden, [&](Group group) { return shows(group) || !before.groups[group.cut][group.number]; });
    std::stable_sort(hidden.begin(), hidden.end(), [&](Group a, Group b) { return size_of(a) > size_of(b); });
    for (auto const group : hidden) {
        show(group, true);
        if (!allowed()) show(group, false);
    }
}

}  // namespace findings
