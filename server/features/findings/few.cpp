#include "features/findings/few.hpp"

namespace findings {
namespace {

using People = std::vector<int>;         // [kind] how many of it there are
using Kinds = std::vector<std::size_t>;  // one person of each

/// People whose vectors depend neither on each other nor on the fixed ones, which come first.
struct Independent {
    Basis basis;
    Kinds kinds;
};

struct Way {
    int people;  ///< of whom it speaks; not counted beyond the threshold
    Combination weights;
};

class Search {
public:
    Search(std::span<Alike const> kinds, std::size_t columns) : kinds_(kinds), columns_(columns) {}

    /// Of the ways that speak of nobody in the span of `fixed`: one that speaks of fewer than `threshold` of `all`, or may.
    std::optional<Combination> few(int threshold, People const& all, Kinds const& fixed) const
    {
        auto rest = all;
        auto found = independent(rest, fixed, columns_);
        auto const full = found.kinds.size();
        if (full == fixed.size()) return std::nullopt;
        Combination narrow;
        auto unproved = threshold;
        while (found.kinds.size() == full) {
            if (unproved <= 1) return std::nullopt;
            auto way = narrowest(found, fixed.size(), all, threshold);
            if (way.people < threshold) return way.weights;
            narrow = std::move(way.weights);
            unproved -= 2;
            if (unproved <= 0) return std::nullopt;
            for (auto i = fixed.size(); i < full; ++i) --rest[found.kinds[i]];
            found = independent(rest, fixed, full);
        }
        if (found.kinds.size() == fixed.size()) return narrow;
        if (auto among_the_left = few(unproved, rest, fixed)) return among_the_left;
        return few(threshold, all, found.kinds);
    }

private:
    Independent independent(People const& people, Kinds const& fixed, std::size_t most) const
    {
        Independent found{Basis{columns_}, {}};
        auto const take = [&](std::size_t kind) {
            if (found.basis.add(kinds_[kind].ones)) found.kinds.push_back(kind);
        };
        for (auto const kind : fixed) take(kind);
        for (std::size_t kind = 0; kind < people.size() && found.kinds.size() < most; ++kind)
            if (people[kind] > 0) take(kind);
        return found;
    }

    /// Of the ways that speak of exactly one member: the first that speaks of fewer than `threshold`, else any.
    Way narrowest(Independent const& found, std::size_t first, People const& all, int threshold) const
    {
        std::vector<std::size_t> open;
        for (auto member = first; member < found.kinds.size(); ++member) open.push_back(member);
        std::vector<int> seen(found.kinds.size(), 0);
        for (std::size_t kind = 0; kind < all.size() && !open.empty(); ++kind) {
            if (all[kind] == 0) continue;
            std::erase_if(open, [&](auto member) {
                if (found.basis.needs(kinds_[kind].ones, member)) seen[member] += all[kind];
                return seen[member] >= threshold;
            });
        }
        auto const member = open.empty() ? first : open.front();
        return {seen[member], found.basis.only(member)};
    }

    std::span<Alike const> kinds_;
    std::size_t columns_;
};

}  // namespace

std::optional<Combination> speaks_of_few(std::span<Alike const> kinds, std::size_t columns, int threshold)
{
    People all;
    for (auto const& kind : kinds) all.push_back(kind.people);
    return Search{kinds, columns}.few(threshold, all, {});
}

}  // namespace findings
