// The sections of a day's organisation and who answers for each. A team (係, 担当, 班 …) stands within a section. Where a section
// has no head, or the head is on leave, the head of the next unit above that has one answers.
#pragma once
#include "features/people/roster.hpp"

namespace nominations {

class Sections {
public:
    explicit Sections(people::Roster const&);

    /// The section that a place belongs to; kNowhere for nowhere.
    people::Place of(people::Place) const;
    people::Place of(people::Person const& person) const { return of(person.place()); }
    /// Stands above other sections and has no team of its own: a department, which is not asked.
    bool is_department(people::Place) const;

    struct Head {
        people::Person const* person = nullptr;
        people::Place unit = people::kNowhere;  ///< of which they are the head
    };
    /// Nobody when there is no head up to the top.
    std::optional<Head> head(people::Place) const;

private:
    people::Roster const& roster_;
    std::vector<people::Place> section_of_;
    std::vector<people::Person const*> head_of_;
    std::vector<bool> has_sections_, has_teams_;
};

}  // namespace nominations
