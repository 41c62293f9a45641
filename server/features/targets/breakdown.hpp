// One target opened: where its people stand and, for those who may see them, who they are. Every figure leads here.
#pragma once
#include "features/people/days.hpp"
#include "features/targets/targets.hpp"

namespace targets {

struct TargetSection {
    std::optional<OrgUnitId> unit;  ///< none: people without a post on the day
    std::string name;
    int depth = 0;                                  ///< 0 = the top of the organisation
    std::int64_t reached = 0, ready = 0, near = 0;  ///< in the unit and below; near: on the way, without the ready ones
};
BOOST_DESCRIBE_STRUCT(TargetSection, (), (unit, name, depth, reached, ready, near))

enum class Stage { reached, ready, near };
BOOST_DESCRIBE_ENUM(Stage, reached, ready, near)

struct TargetPerson {
    StaffId staff;
    std::string staff_no, name, unit_name;
    Stage stage = Stage::reached;
    std::int64_t done = 0, needed = 0;  ///< required courses; nothing of who has reached
};
BOOST_DESCRIBE_STRUCT(TargetPerson, (), (staff, staff_no, name, unit_name, stage, done, needed))

struct TargetBreakdown {
    TargetActual target;
    std::vector<TargetSection> sections;  ///< units with anybody in them, from the top down
    std::vector<TargetPerson> people;     ///< whom the actor sees, in the organisation's order
};
BOOST_DESCRIBE_STRUCT(TargetBreakdown, (), (target, sections, people))

/// Refuses with not_found when the plan has no such target. Sections are shown to those who may see statistics, else those in
/// the actor's sight.
TargetBreakdown breakdown(db::Tx&, Actor const&, plan::Plan const&, people::Days&, std::string const& level, int fiscal_year,
                          Date on, Clock const&);

}  // namespace targets
