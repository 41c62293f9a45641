#include "features/seating/remedy.hpp"

#include <algorithm>
#include <map>

namespace seating {
namespace {

int runs_for(int people, int seats) { return (people + seats - 1) / seats; }

/// A further run is as the largest there is.
Offer model_run(Question const& question, int course)
{
    Offer model;
    model.course = course;
    model.capacity = kUsualSeats;
    bool any = false;
    for (auto const& run : question.runs) {
        if (run.course != course) continue;
        auto const larger = model.capacity && (!run.capacity || *run.capacity > *model.capacity);
        if (!any || larger) model = run;
        any = true;
    }
    return model;
}

}  // namespace

Remedy remedy(Question const& question, Proposal const& proposal, int course)
{
    std::map<int, int> without;  // by section
    int people = 0;
    for (std::size_t wish = 0; wish < question.wishes.size(); ++wish) {
        auto const obstacle = proposal.obstacle[wish];
        auto const helped = obstacle != Obstacle::none && obstacle != Obstacle::taken_out && obstacle != Obstacle::leave;
        if (question.wishes[wish].course != course || !helped) continue;
        ++people;
        if (question.wishes[wish].section != kNowhere) ++without[question.wishes[wish].section];
    }
    auto const model = model_run(question, course);
    if (people == 0) return {0, model.capacity};
    int of_day = question.per_day;
    for (auto const& session : model.sessions) {
        auto const limit = question.limit_of(session.day);
        if (limit > 0) of_day = of_day == 0 ? limit : std::min(of_day, limit);
    }
    int share = people;  // of one section in one run
    if (model.per_section > 0) share = std::min(share, model.per_section);
    if (of_day > 0 && !model.one_of) share = std::min(share, of_day);
    // Spread evenly, n runs take n shares of every section and n times the seats: enough of each is enough of both.
    int runs = model.capacity ? runs_for(people, *model.capacity) : 1;
    for (auto const& [section, of_section] : without) runs = std::max(runs, runs_for(of_section, share));
    return {runs, model.capacity};
}

}  // namespace seating
