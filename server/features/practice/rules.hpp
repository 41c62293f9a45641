// What the plan says of practice as evidence.
#pragma once
#include "features/practice/practice.hpp"
#include "features/skills/evidence.hpp"

namespace practice {

plan::Skill const* find_skill(plan::Plan const&, std::string_view code);
/// The rows of the plan for a kind of source.
std::vector<plan::PracticeRule const*> rules_for(plan::Plan const&, Kind);
/// Whether something of this kind can show the skill; a rule that names no skills lets it show any of the plan's.
bool can_show(plan::Plan const&, Kind, std::string_view skill);
/// An answer or a consultation is evidence by consultation, an improvement or a project by project.
skills::EvidenceKind evidence_kind(Kind);

}  // namespace practice
