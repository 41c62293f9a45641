#include "features/findings/exchange.hpp"

#include <climits>

namespace findings {
namespace {

class Exchange {
public:
    Exchange(Draft const& draft, std::vector<Choices> const& choices)
        : draft_(draft), choices_(choices), groups_(draft.shown_groups()), alike_(choices.size())
    {
        for (std::size_t cut = 0; cut < draft.cuts(); ++cut) alike_.split(groups_[cut], draft.size[cut].size());
        Choices all;
        for (auto const& some : choices) all.add(some);
        open_ = all.chosen & all.not_chosen;
    }

    /// The options of which it can be told how many of the group chose them. What nobody or everybody chose is told anyhow.
    std::uint64_t told(Group group) const
    {
        std::vector<Choices> inside(alike_.count);
        for (std::size_t c = 0; c < choices_.size(); ++c)
            if (draft_.holds(group, c)) inside[alike_.of[c]].add(choices_[c]);
        auto told = open_;
        for (std::size_t c = 0; c < choices_.size() && told != 0; ++c)
            if (!draft_.holds(group, c)) told &= ~inside[alike_.of[c]].differs(choices_[c]);
        return told;
    }

    /// What tells those two apart who come nearest to an exchange of their answers to one of the options.
    std::vector<Group> nearest(Group group, std::uint64_t options) const
    {
        std::size_t one = 0, other = 0;
        auto least = INT_MAX;
        for (std::size_t inside = 0; inside < choices_.size(); ++inside) {
            if (!draft_.holds(group, inside)) continue;
            for (std::size_t outside = 0; outside < choices_.size(); ++outside) {
                if ((choices_[inside].differs(choices_[outside]) & options) == 0 || draft_.holds(group, outside)) continue;
                auto const people = people_apart(inside, outside, least);
                if (people >= least) continue;
                least = people;
                one = inside;
                other = outside;
            }
        }
        return apart(one, other);
    }

private:
    int people_in(std::size_t cut, std::int16_t group) const
    {
        return group == kNoGroup ? 0 : draft_.size[cut][static_cast<std::size_t>(group)];
    }
    /// In the shown groups in which only one of the two classes is; not counted beyond `enough`.
    int people_apart(std::size_t a, std::size_t b, int enough) const
    {
        int people = 0;
        for (std::size_t cut = 0; cut < groups_.size() && people < enough; ++cut)
            if (groups_[cut][a] != groups_[cut][b]) people += people_in(cut, groups_[cut][a]) + people_in(cut, groups_[cut][b]);
        return people;
    }
    std::vector<Group> apart(std::size_t a, std::size_t b) const
    {
        std::vector<Group> groups;
        for (std::size_t cut = 0; cut < groups_.size(); ++cut)
            for (auto const group : {groups_[cut][a], groups_[cut][b]})
                if (groups_[cut][a] != groups_[cut][b] && group != kNoGroup)
                    groups.push_back({cut, static_cast<std::size_t>(group)});
        return groups;
    }

    Draft const& draft_;
    std::vector<Choices> const& choices_;  ///< [class]
    Classes groups_;                       ///< the shown ones
    Numbering alike_;                      ///< of classes that the tables do not tell apart
    std::uint64_t open_ = 0;               ///< options that neither nobody nor everybody chose
};

}  // namespace

std::vector<Group> in_the_way_of_exchange(Draft const& draft, std::vector<Choices> const& of_class)
{
    auto const hidden = draft.hidden_groups();
    if (hidden.empty()) return {};
    Exchange const exchange{draft, of_class};
    for (auto const group : hidden)
        if (auto const told = exchange.told(group); told != 0) return exchange.nearest(group, told);
    return {};
}

}  // namespace findings
