#include "features/practice/rules.hpp"

#include <algorithm>

namespace practice {

plan::Skill const* find_skill(plan::Plan const& plan, std::string_view code)
{
    auto const skill = std::find_if(plan.skills.begin(), plan.skills.end(), [&](auto const& each) { return each.code == code; });
    return skill == plan.skills.end() ? nullptr : &*skill;
}

std::vector<plan::PracticeRule const*> rules_for(plan::Plan const& plan, Kind kind)
{
    std::vector<plan::PracticeRule const*> rules;
    for (auto const& rule : plan.practice)
        if (rule.source == kind) rules.push_back(&rule);
    return rules;
}

bool can_show(plan::Plan const& plan, Kind kind, std::string_view skill)
{
    if (!find_skill(plan, skill)) return false;
    auto const rules = rules_for(plan, kind);
    return std::any_of(rules.begin(), rules.end(), [&](auto const* rule) {
        return rule->skills.empty() || std::find(rule->skills.begin(), rule->skills.end(), skill) != rule->skills.end();
    });
}

skills::EvidenceKind evidence_kind(Kind kind)
{
    auto const by_project = kind == Kind::improvement_case || kind == Kind::project;
    return by_project ? skills::EvidenceKind::project : skills::EvidenceKind::consultation;
}

void Sources::add(Kind kind, Find find) { finders_.emplace_back(kind, std::move(find)); }

std::optional<Source> Sources::find(http::Call const& call, Kind kind, std::int64_t id) const
{
    for (auto const& [known, find] : finders_)
        if (known == kind) return find(call, id);
    return std::nullopt;
}

}  // namespace practice
