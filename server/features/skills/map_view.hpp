// The skill map as shown: every announced cell, and how many of the category's people need and hold the skill.
#pragma once
#include "features/skills/heat.hpp"

namespace skills {

struct MapArea {
    std::string code, name, name_en;
};
BOOST_DESCRIBE_STRUCT(MapArea, (), (code, name, name_en))

struct MapCategory {
    std::string code, name, name_en, axis;
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(MapCategory, (), (code, name, name_en, axis, people))

struct MapSkill {
    std::string code, name, name_en, area;
    plan::SkillKind kind = plan::SkillKind::skill;
    std::string text, clause;
};
BOOST_DESCRIBE_STRUCT(MapSkill, (), (code, name, name_en, area, kind, text, clause))

/// Only cells with a mark; an absent one is 指定なし.
struct MapViewCell {
    std::string category, skill;
    plan::Mark mark = plan::Mark::required;
    plan::Scope scope = plan::Scope::unspecified;
    std::string qualifier;
    std::optional<std::string> inherited_from;
    plan::Confidence confidence = plan::Confidence::certain;
    std::string note, alternative, clause;
    std::int64_t people = 0, held = 0;  ///< active people of the category who need it, and of those who hold it
};
BOOST_DESCRIBE_STRUCT(MapViewCell, (),
                      (category, skill, mark, scope, qualifier, inherited_from, confidence, note, alternative, clause, people,
                       held))

struct SkillMapView {
    std::vector<MapArea> areas;
    std::vector<MapCategory> categories;
    std::vector<MapSkill> skills;
    std::vector<MapViewCell> cells;
};
BOOST_DESCRIBE_STRUCT(SkillMapView, (), (areas, categories, skills, cells))

SkillMapView map_view(GapIndex const&);

}  // namespace skills
