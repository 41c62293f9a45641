#include "features/seating/placement.hpp"

#include <algorithm>

namespace seating {
namespace {

bool meet(Slot const& a, Slot const& b) { return a.starts_at < b.ends_at && b.starts_at < a.ends_at; }

/// The sets of sessions among which a participant chooses: each by itself, or all together.
std::vector<std::vector<Slot>> ways_to_attend(Offer const& run)
{
    if (!run.one_of) return {run.sessions};
    std::vector<std::vector<Slot>> ways;
    for (auto const& session : run.sessions) ways.push_back({session});
    return ways;
}

bool apart(std::vector<Slot> const& a, std::vector<Slot> const& b)
{
    return std::none_of(a.begin(), a.end(), [&](Slot const& mine) {
        return std::any_of(b.begin(), b.end(), [&](Slot const& other) { return meet(mine, other); });
    });
}

}  // namespace

bool can_attend_both(Offer const& a, Offer const& b)
{
    auto const ways_a = ways_to_attend(a), ways_b = ways_to_attend(b);
    return std::any_of(ways_a.begin(), ways_a.end(), [&](auto const& mine) {
        return std::any_of(ways_b.begin(), ways_b.end(), [&](auto const& other) { return apart(mine, other); });
    });
}

Placement::Placement(Question const& question)
    : question_(&question),
      run_of_(question.wishes.size(), kNowhere),
      in_run_(question.runs.size()),
      of_section_in_run_(at(question.sections) * question.runs.size()),
      of_section_on_day_(at(question.sections) * at(question.days)),
      days_of_run_(question.runs.size()),
      sitting_(of_section_in_run_.size()),
      sitting_without_section_(question.runs.size()),
      of_person_(at(question.people)),
      exclude_(question.runs.size() * question.runs.size())
{
    auto const runs = question.runs.size();
    for (std::size_t run = 0; run < runs; ++run) {
        auto& days = days_of_run_[run];
        if (!question.runs[run].one_of)  // else nobody knows the day yet
            for (auto const& session : question.runs[run].sessions) days.push_back(session.day);
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        for (std::size_t other = 0; other < runs; ++other)
            exclude_[run * runs + other] = !can_attend_both(question.runs[run], question.runs[other]);
    }
    find_crowded_days();
    for (auto const& taken : question.in_run) {
        in_run_[at(taken.where)] += taken.seats;
        if (taken.section != kNowhere) of_section_in_run_[cell(taken.section, taken.where, runs)] += taken.seats;
    }
    for (auto const& taken : question.on_day)
        of_section_on_day_[cell(taken.section, taken.where, at(question.days))] += taken.seats;
    for (std::size_t wish = 0; wish < question.wishes.size(); ++wish) {
        if (question.wishes[wish].pin == Wish::Pin::seat) seat(static_cast<int>(wish), question.wishes[wish].pinned_run);
    }
}

void Placement::find_crowded_days()
{
    std::vector<int> runs_on(at(question_->days));
    for (auto const& days : days_of_run_)
        for (auto const day : days) ++runs_on[at(day)];
    for (auto const& days : days_of_run_) {
        auto const most =
            std::max_element(days.begin(), days.end(), [&](int a, int b) { return runs_on[at(a)] < runs_on[at(b)]; });
        crowded_day_.push_back(most == days.end() ? kNowhere : *most);
    }
}

bool Placement::elsewhere(int wish, int run) const
{
    auto const& others = of_person_[at(question_->wishes[at(wish)].person)];
    return std::any_of(others.begin(), others.end(), [&](int other) {
        return other != wish && exclude_[at(run_of(other)) * question_->runs.size() + at(run)];
    });
}

std::vector<int> Placement::runs_of_person(int person) const
{
    std::vector<int> runs;
    for (auto const wish : of_person_[at(person)]) runs.push_back(run_of(wish));
    return runs;
}

int Placement::room_of_run(int run) const
{
    auto const& capacity = question_->runs[at(run)].capacity;
    return capacity ? std::max(0, *capacity - in_run_[at(run)]) : unlimited();
}

int Placement::room_of_day(int section, int day) const
{
    auto const limit = question_->limit_of(day);
    if (section == kNowhere || limit == 0) return unlimited();
    return std::max(0, limit - of_section_on_day_[cell(section, day, at(question_->days))]);
}

int Placement::room_of_section(int section, int run) const
{
    if (section == kNowhere) return unlimited();
    auto const quota = question_->runs[at(run)].per_section;
    auto room = unlimited();
    if (quota > 0) room = std::max(0, quota - of_section_in_run_[cell(section, run, question_->runs.size())]);
    for (auto const day : days_of_run_[at(run)]) room = std::min(room, room_of_day(section, day));
    return room;
}

Obstacle Placement::obstacle(int wish, Option const& option) const
{
    if (option.obstacle != Obstacle::none) return option.obstacle;
    auto const section = question_->wishes[at(wish)].section;
    if (elsewhere(wish, option.run)) return Obstacle::overlap;
    if (room_of_run(option.run) == 0) return Obstacle::full;
    if (room_of_section(section, option.run) > 0) return Obstacle::none;
    auto const quota = question_->runs[at(option.run)].per_section;
    auto const share_taken = quota > 0 && of_section_in_run_[cell(section, option.run, question_->runs.size())] >= quota;
    return share_taken ? Obstacle::section_full : Obstacle::section_day;
}

void Placement::count(int wish, int run, int seats)
{
    auto const& asked = question_->wishes[at(wish)];
    seats_ += seats;
    if (asked.required) required_seats_ += seats;
    in_run_[at(run)] += seats;
    if (asked.section == kNowhere) return;
    of_section_in_run_[cell(asked.section, run, question_->runs.size())] += seats;
    for (auto const day : days_of_run_[at(run)]) of_section_on_day_[cell(asked.section, day, at(question_->days))] += seats;
}

void Placement::seat(int wish, int run)
{
    auto const& asked = question_->wishes[at(wish)];
    run_of_[at(wish)] = run;
    count(wish, run, 1);
    of_person_[at(asked.person)].push_back(wish);
    auto& sitting = asked.section == kNowhere ? sitting_without_section_[at(run)]
                                              : sitting_[cell(asked.section, run, question_->runs.size())];
    sitting.push_back(wish);
}

void Placement::leave(int wish)
{
    auto const& asked = question_->wishes[at(wish)];
    auto const run = run_of(wish);
    run_of_[at(wish)] = kNowhere;
    count(wish, run, -1);
    auto& sitting = asked.section == kNowhere ? sitting_without_section_[at(run)]
                                              : sitting_[cell(asked.section, run, question_->runs.size())];
    for (auto* list : {&of_person_[at(asked.person)], &sitting}) list->erase(std::find(list->begin(), list->end(), wish));
}

std::vector<int> Placement::in_the_way(int wish, int run, Obstacle obstacle) const
{
    auto const& asked = question_->wishes[at(wish)];
    auto const runs = question_->runs.size();
    std::vector<int> found;
    auto const add = [&](std::vector<int> const& wishes) {
        std::copy_if(wishes.begin(), wishes.end(), std::back_inserter(found),
                     [&](int other) { return other != wish && question_->wishes[at(other)].pin == Wish::Pin::free; });
    };
    if (obstacle == Obstacle::overlap) {
        add(of_person_[at(asked.person)]);
    } else if (obstacle == Obstacle::full) {
        for (int section = 0; section < question_->sections; ++section) add(sitting_[cell(section, run, runs)]);
        add(sitting_without_section_[at(run)]);
    } else if (obstacle == Obstacle::section_full) {
        add(sitting_[cell(asked.section, run, runs)]);
    } else if (obstacle == Obstacle::section_day) {
        for (std::size_t other = 0; other < runs; ++other) {
            auto const& days = days_of_run_[other];
            auto const shared = std::any_of(days.begin(), days.end(), [&](int day) {
                return std::binary_search(days_of_run_[at(run)].begin(), days_of_run_[at(run)].end(), day);
            });
            if (shared) add(sitting_[cell(asked.section, static_cast<int>(other), runs)]);
        }
    }
    return found;
}

}  // namespace seating
