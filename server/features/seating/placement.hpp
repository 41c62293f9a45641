// Who sits where, and the rules that every seat keeps: capacity, the section's share of a run, the section's people on a day, and
// nobody in two places at once.
#pragma once
#include "features/seating/question.hpp"

#include <span>

namespace seating {

class Placement {
public:
    /// With what is taken and what is pinned. The question outlives it.
    explicit Placement(Question const&);

    /// What stands against the seat now; none for a wish that may sit down there.
    Obstacle obstacle(int wish, Option const&) const;
    /// The same, as far as the other seats of the person go.
    bool elsewhere(int wish, int run) const;
    void seat(int wish, int run);
    void leave(int wish);

    int run_of(int wish) const { return run_of_[at(wish)]; }
    bool seated(int wish) const { return run_of(wish) != kNowhere; }
    /// Where else the person sits, in no order.
    std::vector<int> runs_of_person(int person) const;
    int seats() const { return seats_; }
    int required_seats() const { return required_seats_; }

    /// What is left for one section in one run, as far as section and day go; the number of wishes where nothing limits.
    int room_of_section(int section, int run) const;
    int room_of_day(int section, int day) const;
    int room_of_run(int run) const;

    /// Days of one section that a seat there takes: none where each chooses a session.
    int days_of(int run) const { return static_cast<int>(days_of_run_[at(run)].size()); }
    /// Of these the one on which most runs are held.
    int crowded_day(int run) const { return crowded_day_[at(run)]; }

    /// The wishes whose seats stand in the way of this one, as far as they can be moved.
    std::vector<int> in_the_way(int wish, int run, Obstacle) const;

private:
    static std::size_t at(int index) { return static_cast<std::size_t>(index); }
    std::size_t cell(int section, int where, std::size_t width) const { return at(section) * width + at(where); }
    int unlimited() const { return static_cast<int>(question_->wishes.size()); }
    void find_crowded_days();
    void count(int wish, int run, int seats);

    Question const* question_;
    std::vector<int> run_of_;
    std::vector<int> in_run_, of_section_in_run_, of_section_on_day_;
    std::vector<std::vector<int>> days_of_run_;  ///< that count for the section
    std::vector<int> crowded_day_;
    std::vector<std::vector<int>> sitting_;                  ///< [section, run] → wishes
    std::vector<std::vector<int>> sitting_without_section_;  ///< [run]
    std::vector<std::vector<int>> of_person_;                ///< wishes with a seat
    std::vector<char> exclude_;                              ///< [run, run]
    int seats_ = 0, required_seats_ = 0;
};

}  // namespace seating
