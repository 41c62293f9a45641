// Seats as a minimum-cost flow: people of one kind → their section's share of a run → what the shares have in common. That is the
// run's capacity, where a course is seated for all sections, or the section's limit for a day, where a section is seated in all
// courses. Either is exact as long as the other does not bind; what others have taken is in the placement.
#pragma once
#include "features/seating/flow.hpp"
#include "features/seating/placement.hpp"

#include <map>
#include <span>

namespace seating {

/// People nobody can tell apart: one section, one rank, the same runs liked as much.
struct Kind {
    int section = kNowhere, rank = 0;
    bool required = false;
    std::vector<Option> options;  ///< the open ones
    std::vector<int> wishes;      ///< the first to ask comes first
};

/// Of the wishes that are free and have no seat, section by section. `by_liking`: else only who must and who may are told apart.
std::vector<Kind> kinds_of(Question const&, Placement const&, std::span<int const> wishes, bool by_liking);

/// Those of people who must come before any others.
struct SeatCount {
    int required = 0, all = 0;
    friend auto operator<=>(SeatCount, SeatCount) = default;  // NOLINT(modernize-use-nullptr)
};

enum class Common { run, day };

class SeatFlow {
public:
    /// Only runs of at most `longest` days; a longer one counts on its most crowded day.
    SeatFlow(Question const&, Placement const&, std::vector<Kind>, Common, int longest = kMostDays);
    SeatCount seats() const;
    /// Sits people down as the flow says, as far as every rule allows.
    void seat(Placement&) const;

private:
    struct Way {
        std::size_t kind = 0;
        Option option;
        int arc = 0;
    };
    int share(int section, int run);

    Placement const& placement_;
    Common common_;
    std::vector<Kind> kinds_;
    std::vector<Way> ways_;
    Network network_;
    int from_ = network_.node(), to_ = network_.node();
    std::map<int, int> node_of_common_;
    std::map<std::pair<int, int>, int> node_of_share_;
};

}  // namespace seating
