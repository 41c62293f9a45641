// Who fulfils the plan's rule for a level and waits to be certified, with what each of them shows; behind them who is near.
#pragma once
#include "features/levels/certifications.hpp"
#include "features/people/days.hpp"

namespace levels {

struct CourseName {
    std::string code, name, name_en;
};
BOOST_DESCRIBE_STRUCT(CourseName, (), (code, name, name_en))

struct LevelLine {
    std::string level, name, name_en;
    std::int64_t holders = 0;  ///< of the level or above
    std::int64_t ready = 0;    ///< fulfil the rule and are not certified; of the people the actor reaches
    std::int64_t near = 0;
};
BOOST_DESCRIBE_STRUCT(LevelLine, (), (level, name, name_en, holders, ready, near))

/// The rule in words, as the plan has it on the day.
struct LevelRule {
    std::string level, name, name_en, purpose;
    std::vector<CourseName> required;
    bool needs_previous = false;
    std::string below, below_en;  ///< the level below, by name
    std::string clause, note;
    plan::Confidence confidence = plan::Confidence::certain;
};
BOOST_DESCRIBE_STRUCT(LevelRule, (),
                      (level, name, name_en, purpose, required, needs_previous, below, below_en, clause, note, confidence))

struct Candidate {
    StaffId staff;
    std::string staff_no, name, unit_name;
    std::optional<OrgUnitId> unit;
    bool on_leave = false;
    bool fulfils = false;
    std::optional<Date> fulfilled_on;  ///< the day the last piece came
    std::vector<LevelEvidence> evidence;
    std::vector<CourseName> missing;
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (staff, staff_no, name, unit_name, unit, on_leave, fulfils, fulfilled_on, evidence, missing))

struct Candidates {
    Date on;
    std::vector<LevelLine> levels;
    std::optional<LevelRule> level;  ///< the one the rows are for; none when the plan has no levels
    std::vector<Candidate> rows;     ///< who fulfils first, then by section
};
BOOST_DESCRIBE_STRUCT(Candidates, (), (on, levels, level, rows))

/// Without a level: the first one. Refuses with not_found for a level the plan does not have.
Candidates candidates(db::Tx&, Actor const&, plan::Plan const&, people::Days&, std::optional<std::string> const& level, Date on,
                      Clock const&);

}  // namespace levels
