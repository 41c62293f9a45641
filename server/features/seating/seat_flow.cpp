#include "features/seating/seat_flow.hpp"

#include <algorithm>
#include <tuple>

namespace seating {

std::vector<Kind> kinds_of(Question const& question, Placement const& placement, std::span<int const> wishes, bool by_liking)
{
    using Key = std::tuple<int, int, bool, std::vector<std::pair<int, int>>>;
    std::map<Key, Kind> kinds;
    for (auto const wish : wishes) {
        auto const& asked = question.wishes[static_cast<std::size_t>(wish)];
        if (asked.pin != Wish::Pin::free || placement.seated(wish)) continue;
        Kind kind{asked.section, by_liking ? asked.rank : !asked.required, asked.required, {}, {}};
        std::vector<std::pair<int, int>> runs;
        for (auto const& option : asked.options) {
            if (option.obstacle != Obstacle::none || placement.elsewhere(wish, option.run)) continue;
            kind.options.push_back(option);
            runs.emplace_back(option.run, by_liking ? option.liking : 0);
        }
        if (runs.empty()) continue;
        auto const key = Key{kind.section, kind.rank, kind.required, std::move(runs)};
        kinds.try_emplace(key, std::move(kind)).first->second.wishes.push_back(wish);
    }
    auto const sooner = [&](int a, int b) {
        return std::pair{question.wishes[static_cast<std::size_t>(a)].order, a} <
               std::pair{question.wishes[static_cast<std::size_t>(b)].order, b};
    };
    std::vector<Kind> all;
    for (auto& [key, kind] : kinds) {
        std::sort(kind.wishes.begin(), kind.wishes.end(), sooner);
        all.push_back(std::move(kind));
    }
    return all;
}

SeatFlow::SeatFlow(Question const& question, Placement const& placement, std::vector<Kind> kinds, Common common, int longest)
    : placement_(placement), common_(common), kinds_(std::move(kinds))
{
    int most_rank = 0;
    for (auto const& kind : kinds_) most_rank = std::max(most_rank, kind.rank);
    // Whoever comes sooner is worth more than all the likings that making room for them may cost.
    auto const worth = (kMostLiking + kMostDays) * static_cast<int>(question.runs.size()) + 1;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        auto const& kind = kinds_[i];
        auto const people = static_cast<int>(kind.wishes.size());
        auto const node = network_.node();
        network_.arc(from_, node, people, -worth * (most_rank - kind.rank + 1));
        for (auto const& option : kind.options) {
            auto const days = std::min(kMostDays, placement.days_of(option.run));
            if (days > longest) continue;
            ways_.push_back({i, option, network_.arc(node, share(kind.section, option.run), people, days - option.liking)});
        }
    }
    network_.solve(from_, to_);
}

int SeatFlow::share(int section, int run)
{
    auto const [share, is_new] = node_of_share_.try_emplace({section, run}, 0);
    if (!is_new) return share->second;
    share->second = network_.node();
    auto const day = common_ == Common::day ? placement_.crowded_day(run) : kNowhere;
    auto next = to_;
    if (common_ == Common::run || day != kNowhere) {
        auto const [common, new_common] = node_of_common_.try_emplace(common_ == Common::run ? run : day, 0);
        if (new_common) {
            common->second = network_.node();
            auto const room = common_ == Common::run ? placement_.room_of_run(run) : placement_.room_of_day(section, day);
            network_.arc(common->second, to_, room, 0);
        }
        next = common->second;
    }
    network_.arc(share->second, next, std::min(placement_.room_of_section(section, run), placement_.room_of_run(run)), 0);
    return share->second;
}

SeatCount SeatFlow::seats() const
{
    SeatCount seats;
    for (auto const& way : ways_) {
        seats.all += network_.flow(way.arc);
        if (kinds_[way.kind].required) seats.required += network_.flow(way.arc);
    }
    return seats;
}

void SeatFlow::seat(Placement& placement) const
{
    for (auto const& way : ways_) {
        auto left = network_.flow(way.arc);
        for (auto const wish : kinds_[way.kind].wishes) {
            if (left == 0) break;
            if (placement.seated(wish) || placement.obstacle(wish, way.option) != Obstacle::none) continue;
            placement.seat(wish, way.option.run);
            --left;
        }
    }
}

}  // namespace seating
