#include "features/seating/repair.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

namespace seating {
namespace {

constexpr int kLongestChain = 4, kTriesOfOne = 200, kTriesOfAll = 100'000;

class Chain {
public:
    Chain(Question const& question, Placement& placement)
        : question_(question), placement_(placement), kind_(question.wishes.size(), 0), moving_(question.wishes.size(), false)
    {
        std::map<std::tuple<int, int, std::vector<int>>, int> numbers;
        for (std::size_t wish = 0; wish < question.wishes.size(); ++wish) {
            auto const& asked = question.wishes[wish];
            std::vector<int> runs;
            for (auto const& option : asked.options)
                if (option.obstacle == Obstacle::none) runs.push_back(option.run);
            auto const number = static_cast<int>(numbers.size());
            kind_[wish] = numbers.try_emplace({asked.section, asked.rank, std::move(runs)}, number).first->second;
        }
    }

    /// Whoever comes later than `rank` may lose the seat to the wish.
    static constexpr int kNobodyYields = INT32_MAX;
    bool sits(int wish, int rank)
    {
        dispensable_after_ = rank;
        tries_ = kTriesOfOne;
        auto const found = sit(wish, kLongestChain);
        all_tries_ += kTriesOfOne - std::max(tries_, 0);
        return found;
    }
    bool tired() const { return all_tries_ >= kTriesOfAll; }
    /// Equal for people whom every chain finds alike.
    std::vector<int> likeness(int wish) const
    {
        auto alike = placement_.runs_of_person(question_.wishes[static_cast<std::size_t>(wish)].person);
        std::sort(alike.begin(), alike.end());
        alike.push_back(kind_[static_cast<std::size_t>(wish)]);
        return alike;
    }

private:
    bool sit(int wish, int depth)
    {
        auto const& options = question_.wishes[static_cast<std::size_t>(wish)].options;
        for (auto const& option : options) {
            if (placement_.obstacle(wish, option) != Obstacle::none) continue;
            placement_.seat(wish, option.run);
            return true;
        }
        if (depth == 0) return false;
        moving_[static_cast<std::size_t>(wish)] = true;
        auto const found =
            std::any_of(options.begin(), options.end(), [&](Option const& option) { return push_in(wish, option, depth); });
        moving_[static_cast<std::size_t>(wish)] = false;
        return found;
    }

    bool push_in(int wish, Option const& option, int depth)
    {
        std::set<std::vector<int>> tried;
        for (auto const other : placement_.in_the_way(wish, option.run, placement_.obstacle(wish, option))) {
            if (moving_[static_cast<std::size_t>(other)] || !tried.insert(likeness(other)).second) continue;
            if (--tries_ < 0) return false;
            auto const from = placement_.run_of(other);
            placement_.leave(other);
            if (placement_.obstacle(wish, option) == Obstacle::none) {
                placement_.seat(wish, option.run);
                if (sit(other, depth - 1) || question_.wishes[static_cast<std::size_t>(other)].rank > dispensable_after_)
                    return true;
                placement_.leave(wish);
            }
            placement_.seat(other, from);
        }
        return false;
    }

    Question const& question_;
    Placement& placement_;
    std::vector<int> kind_;
    std::vector<char> moving_;
    int dispensable_after_ = kNobodyYields, tries_ = 0, all_tries_ = 0;
};

std::vector<int> without_seat(Question const& question, Placement const& placement, std::span<int const> of)
{
    std::vector<int> wishes;
    for (auto const wish : of) {
        auto const free = question.wishes[static_cast<std::size_t>(wish)].pin == Wish::Pin::free;
        if (free && !placement.seated(wish)) wishes.push_back(wish);
    }
    std::stable_sort(wishes.begin(), wishes.end(), [&](int a, int b) {
        auto const& first = question.wishes[static_cast<std::size_t>(a)];
        auto const& second = question.wishes[static_cast<std::size_t>(b)];
        return std::pair{first.rank, first.order} < std::pair{second.rank, second.order};
    });
    return wishes;
}

}  // namespace

void fill(Question const& question, Placement& placement, std::span<int const> of)
{
    for (auto const wish : without_seat(question, placement, of)) {
        auto const& options = question.wishes[static_cast<std::size_t>(wish)].options;
        auto const open = std::find_if(options.begin(), options.end(),
                                       [&](Option const& option) { return placement.obstacle(wish, option) == Obstacle::none; });
        if (open != options.end()) placement.seat(wish, open->run);
    }
}

void move_round(Question const& question, Placement& placement, SeatCount enough, std::function<void(int)> const& told)
{
    Chain chain{question, placement};
    std::vector<int> everybody(question.wishes.size());
    std::iota(everybody.begin(), everybody.end(), 0);
    for (auto const may_drop : {false, true}) {
        std::set<std::vector<int>> in_vain;
        auto const wishes = without_seat(question, placement, everybody);
        for (std::size_t i = 0; i < wishes.size() && !chain.tired(); ++i) {
            if (placement.required_seats() >= enough.required && (may_drop || placement.seats() >= enough.all)) break;
            if (told && i % 256 == 0) told(static_cast<int>(i * 50 / wishes.size()) + (may_drop ? 50 : 0));
            if (placement.seated(wishes[i])) continue;
            auto const rank = question.wishes[static_cast<std::size_t>(wishes[i])].rank;
            auto const alike = chain.likeness(wishes[i]);
            if (in_vain.contains(alike)) continue;
            if (chain.sits(wishes[i], may_drop ? rank : Chain::kNobodyYields)) {
                in_vain.clear();
            } else {
                in_vain.insert(alike);
            }
        }
    }
}

}  // namespace seating
