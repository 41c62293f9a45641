#include "features/seating/planner.hpp"

#include "features/seating/bound.hpp"
#include "features/seating/repair.hpp"

#include <algorithm>
#include <numeric>

namespace seating {
namespace {

constexpr int kRounds = 4;

using Groups = std::vector<std::vector<int>>;

template <class Of>
Groups grouped(Question const& question, int groups, Of of)
{
    Groups wishes(static_cast<std::size_t>(groups));
    for (std::size_t wish = 0; wish < question.wishes.size(); ++wish) {
        if (auto const group = of(question.wishes[wish]); group != kNowhere)
            wishes[static_cast<std::size_t>(group)].push_back(static_cast<int>(wish));
    }
    return wishes;
}

std::vector<int> everybody(Question const& question)
{
    std::vector<int> wishes(question.wishes.size());
    std::iota(wishes.begin(), wishes.end(), 0);
    return wishes;
}

SeatCount seats_of(Placement const& placement) { return {placement.required_seats(), placement.seats()}; }

/// Takes a group's seats back and gives them anew; stays as it was where that gains nothing.
bool seat_again(Question const& question, Placement& placement, std::vector<int> const& wishes, Common common)
{
    auto const before = seats_of(placement);
    std::vector<std::pair<int, int>> old;
    for (auto const wish : wishes) {
        if (!placement.seated(wish) || question.wishes[static_cast<std::size_t>(wish)].pin != Wish::Pin::free) continue;
        old.emplace_back(wish, placement.run_of(wish));
        placement.leave(wish);
    }
    // Where days are what is short, a run of several days comes after those of one.
    if (common == Common::day)
        SeatFlow{question, placement, kinds_of(question, placement, wishes, true), common, 1}.seat(placement);
    SeatFlow{question, placement, kinds_of(question, placement, wishes, true), common}.seat(placement);
    fill(question, placement, wishes);
    if (seats_of(placement) > before) return true;
    for (auto const wish : wishes) {
        auto const free = question.wishes[static_cast<std::size_t>(wish)].pin == Wish::Pin::free;
        if (free && placement.seated(wish)) placement.leave(wish);
    }
    for (auto const& [wish, run] : old) placement.seat(wish, run);
    return false;
}

/// One question on its way to its answer.
class Planning {
public:
    Planning(Question const& question, std::function<void(int)> const& told)
        : question_(question),
          told_(told),
          courses_(grouped(question, question.courses, [](Wish const& wish) { return wish.course; })),
          sections_(grouped(question, question.sections, [](Wish const& wish) { return wish.section; })),
          pinned_(question),
          placement_(pinned_)
    {
    }

    Proposal propose()
    {
        most_ = as_if_the_others_were_not_held();
        tell(20);
        for (auto const& wishes : courses_)
            SeatFlow{question_, placement_, kinds_of(question_, placement_, wishes, true), Common::run}.seat(placement_);
        tell(40);
        if (!enough()) {
            begin_one_by_one_if_better();
            bound_ = most_seats(question_, pinned_);
            most_ = {std::min(most_.required, bound_->seats.required), std::min(most_.all, bound_->any)};
            tell(45);
            in_turn();
        }
        if (!enough()) move_round(question_, placement_, most_, [&](int percent) { tell(60 + percent * 2 / 5); });
        return proposal();
    }

private:
    void tell(int percent) const
    {
        if (told_) told_(percent);
    }
    bool enough() const { return seats_of(placement_) >= most_; }

    SeatCount as_if_the_others_were_not_held() const
    {
        auto most = seats_of(pinned_);
        for (auto const& wishes : courses_) {
            auto const kinds = kinds_of(question_, pinned_, wishes, true);
            auto const seats = SeatFlow{question_, pinned_, kinds, Common::run}.seats();
            most.all += seats.all;
            most.required += seats.required;
        }
        return most;
    }

    void begin_one_by_one_if_better()
    {
        auto one_by_one = pinned_;
        fill(question_, one_by_one, everybody(question_));
        if (seats_of(one_by_one) > seats_of(placement_)) placement_ = std::move(one_by_one);
    }

    /// Sections across courses, then courses across sections, until nothing is gained.
    void in_turn()
    {
        bool gains = true;
        for (int round = 0; round < kRounds && gains && !enough(); ++round) {
            gains = false;
            for (auto const& wishes : sections_) gains = seated_again(wishes, Common::day) || gains;
            for (auto const& wishes : courses_) gains = seated_again(wishes, Common::run) || gains;
            tell(45 + 15 * (round + 1) / kRounds);
        }
    }
    bool seated_again(std::vector<int> const& wishes, Common common)
    {
        auto const without = std::any_of(wishes.begin(), wishes.end(), [&](int wish) { return !placement_.seated(wish); });
        return without && seat_again(question_, placement_, wishes, common);
    }

    Proposal proposal()
    {
        // Once nobody more of those who must can sit, the others are bound by what these leave.
        if (bound_ && placement_.required_seats() == most_.required) most_.all = std::min(most_.all, bound_->seats.all);
        Proposal proposal{{}, {}, placement_.seats(), placement_.required_seats(), most_.all, most_.required};
        for (std::size_t i = 0; i < question_.wishes.size(); ++i) {
            auto const wish = static_cast<int>(i);
            proposal.run_of.push_back(placement_.run_of(wish));
            proposal.obstacle.push_back(placement_.seated(wish) ? Obstacle::none : nearest(placement_, question_, wish));
        }
        tell(100);
        return proposal;
    }

    Question const& question_;
    std::function<void(int)> const& told_;
    Groups courses_, sections_;
    Placement pinned_, placement_;
    SeatCount most_;
    std::optional<Bound> bound_;
};

}  // namespace

Obstacle nearest(Placement const& placement, Question const& question, int wish)
{
    auto const& asked = question.wishes[static_cast<std::size_t>(wish)];
    if (asked.pin == Wish::Pin::out) return Obstacle::taken_out;
    auto found = Obstacle::no_run;
    for (auto const& option : asked.options) found = std::max(found, placement.obstacle(wish, option));
    return found;
}

Proposal propose(Question const& question, std::function<void(int)> const& told) { return Planning{question, told}.propose(); }

}  // namespace seating
