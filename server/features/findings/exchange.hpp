// The second rule for a draft: what a hidden group chose can be otherwise, because two people can exchange their answers.
#pragma once
#include "features/findings/draft.hpp"

namespace findings {

/// Of some people together: the options that at least one of them chose, and those that at least one did not.
struct Choices {
    std::uint64_t chosen = 0, not_chosen = 0;

    void add(Choices const& other)
    {
        chosen |= other.chosen;
        not_chosen |= other.not_chosen;
    }
    /// The options in which somebody here differs from somebody there.
    std::uint64_t differs(Choices const& there) const { return (chosen & there.not_chosen) | (not_chosen & there.chosen); }
};

/// Of a hidden group that could be told: groups to hide, of as few people as possible, so that two can exchange their answers to
/// one more option. None: no hidden group can be told.
std::vector<Group> in_the_way_of_exchange(Draft const&, std::vector<Choices> const& of_class);

}  // namespace findings
