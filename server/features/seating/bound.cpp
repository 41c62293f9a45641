#include "features/seating/bound.hpp"

#include <algorithm>
#include <numeric>

namespace seating {
namespace {

/// All sections in one network, no section with more than it could have alone.
class City {
public:
    City(Placement const& placement, int worth_of_required) : placement_(placement), worth_(worth_of_required) {}

    void add(std::span<Kind const> kinds, SeatCount alone)
    {
        auto const section = network_.node(), required = network_.node();
        network_.arc(from_, section, alone.all, 0);
        network_.arc(section, required, alone.required, 0);
        for (auto const& kind : kinds) {
            auto const node = network_.node(), people = static_cast<int>(kind.wishes.size());
            auto const arc =
                kind.required ? network_.arc(required, node, people, -worth_) : network_.arc(section, node, people, -1);
            arcs_.emplace_back(arc, kind.required);
            for (auto const& option : kind.options) network_.arc(node, share(kind.section, option.run), people, 0);
        }
        node_of_share_.clear();
    }
    SeatCount most()
    {
        network_.solve(from_, to_);
        SeatCount seats;
        for (auto const& [arc, required] : arcs_) {
            seats.all += network_.flow(arc);
            if (required) seats.required += network_.flow(arc);
        }
        return seats;
    }

private:
    int share(int section, int run)
    {
        auto const [its_run, new_run] = node_of_run_.try_emplace(run, 0);
        if (new_run) {
            its_run->second = network_.node();
            network_.arc(its_run->second, to_, placement_.room_of_run(run), 0);
        }
        auto const [share, is_new] = node_of_share_.try_emplace(run, 0);
        if (is_new) {
            share->second = network_.node();
            network_.arc(share->second, its_run->second, placement_.room_of_section(section, run), 0);
        }
        return share->second;
    }

    Placement const& placement_;
    int worth_;
    Network network_;
    int from_ = network_.node(), to_ = network_.node();
    std::map<int, int> node_of_run_, node_of_share_;  ///< shares of the section that is being added
    std::vector<std::pair<int, bool>> arcs_;
};

}  // namespace

Bound most_seats(Question const& question, Placement const& pinned)
{
    std::vector<int> wishes(question.wishes.size());
    std::iota(wishes.begin(), wishes.end(), 0);
    auto const kinds = kinds_of(question, pinned, wishes, false);
    // One seat more for those who must is worth any number of others; for the most of all seats each counts the same.
    City must{pinned, static_cast<int>(wishes.size()) + 1}, any{pinned, 1};
    for (auto first = kinds.begin(); first != kinds.end();) {
        auto const last = std::find_if(first, kinds.end(), [&](Kind const& kind) { return kind.section != first->section; });
        auto const alone = SeatFlow{question, pinned, {first, last}, Common::day}.seats();
        must.add({first, last}, alone);
        any.add({first, last}, alone);
        first = last;
    }
    SeatCount const pins{pinned.required_seats(), pinned.seats()};
    auto const first_those_who_must = must.most();
    return {{first_those_who_must.required + pins.required, first_those_who_must.all + pins.all}, any.most().all + pins.all};
}

}  // namespace seating
