// What the rooms below ask of the plan and of skills: a line of the staff list with its category and progress, the words of
// codes.
#pragma once
#include "features/people/people.hpp"
#include "features/skills/everybody.hpp"

namespace skills {

/// The live index as the staff list reads it; plain rosters while no plan is in force.
class PeopleDays final : public people::Days {
public:
    PeopleDays(plan::Library& library, Everybody& everybody) : library_(library), everybody_(everybody) {}

protected:
    void with(db::Tx&, Date on, Date announced, std::function<void(people::DayView const&)> const&) override;

private:
    plan::Library& library_;
    Everybody& everybody_;
    people::RosterDays without_plan_;
};

class PlanWords final : public people::PlanWords {
public:
    explicit PlanWords(plan::Library& library) : library_(library) {}
    std::optional<people::PlanName> name(db::Tx&, Date on, people::PlanTerm, std::string_view code) override;
    std::vector<people::Hit> search(db::Tx&, Date on, std::string_view folded, std::size_t most) override;
    people::Area area(db::Tx&, Date on) override;

private:
    struct Known {
        std::string folded;
        people::Hit hit;
    };
    struct Index {
        PlanVersionId version;
        std::int64_t revision = 0;
        std::vector<Known> known;
    };
    std::shared_ptr<Index const> index(db::Tx&, Date on);

    plan::Library& library_;
    std::mutex guard_;
    std::shared_ptr<Index const> index_;
};

}  // namespace skills
