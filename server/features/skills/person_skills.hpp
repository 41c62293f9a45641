// One person's skills: what is required and why, what is known about each skill and from whom, what is missing and what closes
// it.
#pragma once
#include "features/actor/actor.hpp"
#include "features/skills/everybody.hpp"
#include "features/skills/evidence.hpp"

namespace skills {

/// Why a skill stands in the list: a category's cell, written for it or inherited.
struct RequiredBy {
    std::string category, name;
    std::optional<std::string> inherited_from;
    std::string clause;
};
BOOST_DESCRIBE_STRUCT(RequiredBy, (), (category, name, inherited_from, clause))

struct ConditionalDecision {
    bool needed = false;
    std::string reason;
    Date decided_on;
    std::string by;
};
BOOST_DESCRIBE_STRUCT(ConditionalDecision, (), (needed, reason, decided_on, by))

struct ClosingCourse {
    std::string code, name, name_en;
    plan::Delivery delivery = plan::Delivery::unspecified;
    plan::Provider provider = plan::Provider::city;
    plan::Reachable reachable_from = plan::Reachable::both;
};
BOOST_DESCRIBE_STRUCT(ClosingCourse, (), (code, name, name_en, delivery, provider, reachable_from))

enum class RowMark { required, conditional, optional };
BOOST_DESCRIBE_ENUM(RowMark, required, conditional, optional)

struct SkillRow {
    std::string skill, name, name_en, area, area_name, text;
    plan::SkillKind kind = plan::SkillKind::skill;
    RowMark mark = RowMark::optional;
    bool needed = false;
    plan::Scope scope = plan::Scope::unspecified;
    std::string qualifier;
    std::vector<RequiredBy> from;
    std::optional<ConditionalDecision> decision;
    std::optional<Evidence> self, confirmed, certified;  ///< the newest of each, never merged
    std::vector<Evidence> evidence;                      ///< everything, newest first
    bool holds = false;
    std::optional<Date> expires_on;
    std::vector<ClosingCourse> courses;  ///< what closes the gap, lower levels first; empty when held
};
BOOST_DESCRIBE_STRUCT(SkillRow, (),
                      (skill, name, name_en, area, area_name, text, kind, mark, needed, scope, qualifier, from, decision, self,
                       confirmed, certified, evidence, holds, expires_on, courses))

struct CategoryProgress {
    std::string category, name, name_en;
    std::int64_t required = 0, held = 0;
};
BOOST_DESCRIBE_STRUCT(CategoryProgress, (), (category, name, name_en, required, held))

struct PersonSkills {
    std::int64_t required = 0, held = 0;  ///< n of m over everything needed
    std::int64_t conditional_open = 0;    ///< ★ the head has not decided
    std::vector<CategoryProgress> categories;
    std::vector<SkillRow> rows;  ///< needed first, then ★ to decide, then what else is known; plan order within
};
BOOST_DESCRIBE_STRUCT(PersonSkills, (), (required, held, conditional_open, categories, rows))

/// Does not ask who may see it: callers have asked access first.
PersonSkills person_skills(db::Tx&, GapIndex const&, StaffId);

struct DecisionInput {
    bool needed = false;
    std::string reason;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(DecisionInput, (), (needed, reason))
/// ★: does this person's work need the skill? (HKT-11) Refuses with conflict when the skill is no ★ for the person.
ConditionalDecision decide(db::Tx&, Actor const&, GapIndex const&, StaffId, std::string_view skill, DecisionInput const&,
                           Clock const&);

}  // namespace skills
