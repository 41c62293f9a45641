// Where a person stands among the plan's levels: the highest one certified, and what the next one still asks for.
#pragma once
#include "features/people/roster.hpp"
#include "features/plan/plan.hpp"

#include <cstdint>

namespace skills {

enum class LevelNeedKind { course, level };
BOOST_DESCRIBE_ENUM(LevelNeedKind, course, level)

struct LevelNeed {
    LevelNeedKind kind = LevelNeedKind::course;
    std::string code, name, name_en;
    bool done = false;
};
BOOST_DESCRIBE_STRUCT(LevelNeed, (), (kind, code, name, name_en, done))

struct HeldLevel {
    std::string code, name, name_en, purpose, clause;
};
BOOST_DESCRIBE_STRUCT(HeldLevel, (), (code, name, name_en, purpose, clause))

struct NextLevel {
    std::string code, name, name_en, purpose, note, clause;
    plan::Confidence confidence = plan::Confidence::certain;
    std::vector<LevelNeed> needs;  ///< the level before it, then the courses in the plan's order
};
BOOST_DESCRIBE_STRUCT(NextLevel, (), (code, name, name_en, purpose, note, clause, confidence, needs))

struct LevelStanding {
    std::optional<HeldLevel> held;
    std::optional<NextLevel> next;  ///< for those on the way: who holds a level, or whose role leads to levels
};
BOOST_DESCRIBE_STRUCT(LevelStanding, (), (held, next))

LevelStanding level_standing(plan::Plan const&, people::Roster const&, people::Person const&);

}  // namespace skills
