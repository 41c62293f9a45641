// The rounds that the actor may know of, each with what is theirs in it: sections to answer for, applications to consent to,
// their own application; for the office the figures, and the roles of the plan for which a round can be opened.
#pragma once
#include "features/nominations/board.hpp"

namespace nominations {

struct MySection {
    SectionAnswer section;
    bool mine = false;  ///< it is this person who is asked
};
BOOST_DESCRIBE_STRUCT(MySection, (), (section, mine))

/// The actor's own place in a round.
struct MyNomination {
    NomineeStatus status = NomineeStatus::applied;
    bool applied = false;
    std::string reason, head_reason, decision_reason, basis_no;
    std::optional<Date> basis_on;
};
BOOST_DESCRIBE_STRUCT(MyNomination, (), (status, applied, reason, head_reason, decision_reason, basis_no, basis_on))

struct RoundFigures {
    int asked = 0, answered = 0, nominees = 0, waiting = 0, selected = 0, appointed = 0;
};
BOOST_DESCRIBE_STRUCT(RoundFigures, (), (asked, answered, nominees, waiting, selected, appointed))

struct RoundLine {
    Round round;
    Words title;
    std::optional<RoundFigures> figures;  ///< for the office
    std::vector<MySection> sections;      ///< in the actor's reach, those asked of the actor first
    std::vector<Nominee> applications;    ///< in the actor's reach, without the actor's own
    std::optional<MyNomination> mine;     ///< told when it is decided, or when one has applied
    bool may_apply = false;
    std::vector<Words> against;  ///< why the actor may not apply
};
BOOST_DESCRIBE_STRUCT(RoundLine, (), (round, title, figures, sections, applications, mine, may_apply, against))

struct RoleLine {
    std::string role, name, name_en;
    std::vector<plan::Route> routes;
    std::string eligibility;
    int per_section = 0, term_years = 0;
    std::string renewal, note, clause;
    std::int64_t holders = 0;  ///< today
};
BOOST_DESCRIBE_STRUCT(RoleLine, (),
                      (role, name, name_en, routes, eligibility, per_section, term_years, renewal, note, clause, holders))

struct Overview {
    std::vector<RoundLine> rounds;  ///< the latest deadline first
    std::vector<RoleLine> roles;    ///< of the plan, for the office
};
BOOST_DESCRIBE_STRUCT(Overview, (), (rounds, roles))
Overview overview(http::Call const&);

/// What waits for the actor, for the home page.
struct WaitingSection {
    NominationRoundId round;
    OrgUnitId unit;
    Words title;
    std::string unit_name;
    Date closes_on;
    bool reminded = false, stands_above = false;
};
struct Waits {
    std::vector<WaitingSection> sections;  ///< to answer for
    std::int64_t consents = 0;             ///< applications that wait for the actor as head
    std::int64_t unanswered = 0;           ///< for the office: sections without an answer after the deadline
    std::int64_t to_select = 0;            ///< for the office: people to judge after the deadline
};
Waits waits(http::Call const&, skills::GapIndex const&);

}  // namespace nominations
