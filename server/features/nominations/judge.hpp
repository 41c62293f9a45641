// May this person be named, and if not why: the round's rule and what the renewal says of those who hold the role. Beside it,
// what is told and never refused: last year's nominees, a transfer, leave.
#pragma once
#include "features/nominations/rounds.hpp"
#include "features/nominations/sections.hpp"
#include "features/people/units.hpp"
#include "features/skills/everybody.hpp"

#include <map>

namespace nominations {

/// The term before the round's: whoever was in the role within the year before it begins.
struct LastTerm {
    Date since;
    std::optional<Date> until;
    int terms = 1;           ///< without a break
    bool goes_on = false;    ///< the round leaves the person in the role
    std::string moved_from;  ///< the section of that time, when it is another one now
};
BOOST_DESCRIBE_STRUCT(LastTerm, (), (since, until, terms, goes_on, moved_from))

/// A transfer that lies ahead, as far as it is announced to the reader.
struct MoveAhead {
    Date on;
    std::string unit_name;
};
BOOST_DESCRIBE_STRUCT(MoveAhead, (), (on, unit_name))

/// What every round is judged on: the sections of the day, what became of those that were, who moves where.
struct Ground {
    Ground(http::Call const&, skills::GapIndex const&);

    /// Where a section of a round stands today, along the lines of succession; nothing when it has no successor.
    std::optional<people::Place> place_today(OrgUnitId) const;

    skills::GapIndex const& index;
    Date today;
    Sections sections;
    people::Lineage lineage;
    std::map<StaffId, MoveAhead> moves;
};

/// Of one round; several may stand on one ground.
class Judge {
public:
    Judge(http::Call const&, Ground const&, RoundRow const&);
    Judge(Judge const&) = delete;

    /// Empty when the person may be named.
    std::vector<Words> against(people::Person const&) const;
    bool eligible(people::Person const& person) const { return against(person).empty(); }
    std::optional<LastTerm> last_term(people::Person const&) const;
    std::optional<MoveAhead> move_ahead(StaffId) const;
    /// How many of the section stay in the role without being named.
    int going_on(people::Place section) const;
    /// Who held the role in the section and stands in another one today, or in none.
    std::vector<StaffId> moved_away(people::Place section) const;
    std::int64_t held_last_year(people::Place section) const;

    /// An appointment that ends when the round's term begins, because the round says so.
    struct Ending {
        AppointmentId appointment;
        StaffId staff;
        bool moved = false;  ///< because of a transfer
    };
    /// `renewed`: those who are appointed anew; what they hold beyond that day ends too.
    std::vector<Ending> ending(std::vector<StaffId> const& renewed) const;

    Sections const& sections() const { return ground_.sections; }

private:
    struct Held {
        AppointmentId id;
        StaffId staff_id;
        std::optional<OrgUnitId> unit_id;
        Date valid_from;
        std::optional<Date> valid_until;
    };
    BOOST_DESCRIBE_CLASS(Held, (), (id, staff_id, unit_id, valid_from, valid_until), (), ())
    /// One part of the rule, with what it asks in words.
    struct Part {
        categories::BoundNode rule;
        Words asks;
    };

    struct Counts {
        int going_on = 0;
        std::int64_t last_year = 0;
    };

    void bind(std::string const& rule);
    void count_by_section();
    Held const* latest(StaffId) const;
    /// The latest reaches into the round's term.
    bool reaches_in(Held const& held) const { return !held.valid_until || *held.valid_until > round_.term_from; }
    bool goes_on(Held const&) const;
    bool has_moved(Held const&) const;
    people::Place section_then(Held const&) const;
    int terms(StaffId) const;

    Ground const& ground_;
    skills::GapIndex const& index_;
    RoundRow const round_;
    people::Words words_;
    categories::Classifier classifier_;
    std::vector<Part> parts_;
    std::map<StaffId, std::vector<Held>> held_;  ///< each person's, in the order of time
    std::vector<Counts> by_section_;
};

}  // namespace nominations
