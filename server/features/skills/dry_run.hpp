// What a draft would change if it were in force: who enters or leaves which category, whose gap changes, counts by section.
#pragma once
#include "features/skills/gap_index.hpp"

namespace skills {

struct BeforeAfter {
    std::int64_t before = 0, after = 0;
};
BOOST_DESCRIBE_STRUCT(BeforeAfter, (), (before, after))

struct Crossing {
    StaffId staff;
    std::string name, unit_name;
    bool enters = false;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Crossing, (), (staff, name, unit_name, enters, reason))

struct CategoryEffect {
    std::string code, name, name_en;
    std::int64_t enters = 0, leaves = 0, before = 0, after = 0;
    std::vector<Crossing> people;  ///< the first hundred
};
BOOST_DESCRIBE_STRUCT(CategoryEffect, (), (code, name, name_en, enters, leaves, before, after, people))

struct GapEffect {
    std::int64_t before = 0, after = 0;  ///< required skills not held, over all active people
    std::int64_t people_changed = 0;
};
BOOST_DESCRIBE_STRUCT(GapEffect, (), (before, after, people_changed))

struct UnitEffect {
    OrgUnitId unit;
    std::string name;
    std::int64_t depth = 0;
    std::int64_t enters = 0, leaves = 0, gap_before = 0, gap_after = 0;
};
BOOST_DESCRIBE_STRUCT(UnitEffect, (), (unit, name, depth, enters, leaves, gap_before, gap_after))

struct DryRun {
    BeforeAfter population;
    std::vector<CategoryEffect> categories;  ///< of both plans; those of the draft first, in its order
    GapEffect gap;
    std::vector<UnitEffect> units;  ///< only where something changes
    Date as_of;
};
BOOST_DESCRIBE_STRUCT(DryRun, (), (population, categories, gap, units, as_of))

/// Both indexes hold the same people on the same day.
DryRun compare(GapIndex const& before, GapIndex const& after);

}  // namespace skills
