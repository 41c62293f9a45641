#include "features/skills/state.hpp"

#include <algorithm>

namespace skills {

std::optional<Date> ends_on(plan::Skill const& skill, Finding const& finding)
{
    if (skill.validity_months == 0) return finding.valid_until;
    auto const by_skill = add_months(finding.dated_on, skill.validity_months);
    return finding.valid_until ? std::min(*finding.valid_until, by_skill) : by_skill;
}

State state_of(plan::Skill const& skill, std::span<Finding const> findings, Date on)
{
    State state;
    std::optional<Date> deciding_day;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        auto const& finding = findings[i];
        if (finding.kind == EvidenceKind::self || finding.dated_on > on) continue;
        auto const end = ends_on(skill, finding);
        if (end && *end <= on) continue;

        auto const newer = !deciding_day || finding.dated_on >= *deciding_day;
        auto const lasts_longer = !state.expires_on ? false : !end || *end > *state.expires_on;
        auto const decides =
            skill.evidence_rule == plan::EvidenceRule::latest ? newer : finding.holds && (!state.holds || lasts_longer);
        if (!decides) continue;
        deciding_day = finding.dated_on;
        state = {finding.holds, finding.holds ? end : std::nullopt, static_cast<int>(i)};
    }
    return state;
}

}  // namespace skills
