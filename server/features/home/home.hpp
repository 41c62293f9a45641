// The first screen: what must I do now, where do I stand, what can I get — and for those who lead, their section, the targets
// and what blocks. Also a person's whole page. Nothing is decided here; every part comes from the rooms below.
#pragma once
#include "features/home/kept_pages.hpp"
#include "features/home/waiting.hpp"
#include "features/imports/import.hpp"
#include "features/targets/targets.hpp"

namespace home {

struct MissingSkill {
    std::string skill, name, name_en;
    std::optional<std::string> course, course_name;  ///< the first one that closes it
    plan::Reachable reachable_from = plan::Reachable::both;
};
BOOST_DESCRIBE_STRUCT(MissingSkill, (), (skill, name, name_en, course, course_name, reachable_from))

struct Mine {
    StaffId staff;
    std::string name, unit_name;
    std::optional<OrgUnitId> unit;
    std::vector<categories::Membership> categories;
    std::int64_t required = 0, held = 0, conditional_open = 0;
    std::optional<std::string> level_name, next_level_name;
    std::int64_t next_done = 0, next_needed = 0;  ///< courses of the next level
    std::vector<MissingSkill> missing;
};
BOOST_DESCRIBE_STRUCT(Mine, (),
                      (staff, name, unit_name, unit, categories, required, held, conditional_open, level_name, next_level_name,
                       next_done, next_needed, missing))

struct Section {
    OrgUnitId unit;
    std::string name;
    std::int64_t people = 0, on_leave = 0;
    std::uint64_t required = 0, held = 0;
    skills::PersonHeat heat;
    std::vector<people::Move> moves;
    std::vector<OpenDecision> decisions;
};
BOOST_DESCRIBE_STRUCT(Section, (), (unit, name, people, on_leave, required, held, heat, moves, decisions))

struct City {
    std::vector<targets::TargetActual> targets;
    std::int64_t people = 0, counted = 0, on_leave = 0;
    std::uint64_t required = 0, held = 0;
    skills::HeatTable heat;  ///< by top unit
};
BOOST_DESCRIBE_STRUCT(City, (), (targets, people, counted, on_leave, required, held, heat))

struct Roster {
    std::int64_t people = 0, on_leave = 0;
    std::optional<imports::NewestImport> last_import;
};
BOOST_DESCRIBE_STRUCT(Roster, (), (people, on_leave, last_import))

struct Home {
    Date as_of;
    std::optional<Mine> me;
    std::vector<Todo> todo;
    std::vector<Fresh> fresh;       ///< what is new
    std::vector<Section> sections;  ///< that the actor heads
    std::optional<City> city;       ///< for those who may see the statistics
    std::optional<Roster> roster;   ///< for those who keep it
};
BOOST_DESCRIBE_STRUCT(Home, (), (as_of, me, todo, fresh, sections, city, roster))

Home home(http::Call const&, Date on);

/// A person's record with categories and skills beside it.
struct StaffPage {
    people::Profile profile;
    json::Written<std::vector<categories::Membership>> categories;
    json::Written<skills::PersonSkills> skills;
    std::optional<skills::LevelStanding> level;  ///< absent when the plan has no levels
};
BOOST_DESCRIBE_STRUCT(StaffPage, (), (profile, categories, skills, level))

StaffPage staff_page(http::Call const&, StaffId, Date on);

void routes(http::Table&);

}  // namespace home
