#include "features/practice/claims.hpp"
#include "features/practice/rules.hpp"
#include "features/skills/everybody.hpp"

#include <algorithm>

namespace practice {
namespace {

struct Claimed {
    std::string skill_code;
    Status status = Status::waiting;
};
BOOST_DESCRIBE_STRUCT(Claimed, (), (skill_code, status))

// The last word on each skill comes last. Of a project nothing is known before its title is typed.
db::Sql const kClaimed{R"(
    SELECT c.skill_code, CASE WHEN e.withdrawn_at IS NOT NULL THEN 'withdrawn' ELSE c.status END AS status
      FROM practice_claim c LEFT JOIN skill_evidence e ON e.id = c.evidence_id
     WHERE c.staff_id = $1 AND c.kind = $2 AND c.source_id = $3 AND c.source_id <> 0 ORDER BY c.id)"};

std::string area_of(plan::Plan const& plan, plan::Skill const& skill)
{
    for (auto const& area : plan.areas)
        if (area.code == skill.area) return area.name;
    return {};
}

void mark_claimed(http::Call const& call, Offer& offer)
{
    for (auto const& [code, status] : call.tx.all<Claimed>(kClaimed, *call.actor.staff, offer.kind, offer.source)) {
        for (auto& skill : offer.skills)
            if (skill.skill == code) skill.claimed = status == Status::withdrawn ? std::nullopt : std::optional{status};
    }
}

/// The plan's skills in its order, what the actor still lacks first.
void list_skills(http::Call const& call, plan::Plan const& plan, Offer& offer)
{
    call.service<skills::Everybody>().ask(call.tx, call.clock.today(), call.clock.today(), [&](skills::GapIndex const& index) {
        auto const* standing = index.standing(*call.actor.staff);
        for (auto const& skill : plan.skills) {
            if (!can_show(plan, offer.kind, skill.code)) continue;
            auto const found = index.map().find_skill(skill.code);
            auto const in = [&](skills::SkillSet const& set) { return found >= 0 && set.test(static_cast<std::size_t>(found)); };
            offer.skills.push_back({skill.code, skill.name, skill.name_en, area_of(plan, skill), standing && in(standing->needed),
                                    standing && in(standing->held), std::nullopt});
        }
        return true;
    });
    std::stable_partition(offer.skills.begin(), offer.skills.end(), [](auto const& each) { return each.needed && !each.holds; });
}

}  // namespace

json::object SourceQuery::limits(std::string_view member)
{
    if (member == "kind") return {{"required", 1}};
    return {{"minimum", 0}};
}

Offer offer(http::Call const& call, SourceQuery const& query)
{
    Offer offer{query.kind, query.id, {}, {}, {}, {}, {}};
    auto const versioned = call.service<plan::Library>().maybe_in_force(call.tx, call.clock.today());
    if (query.kind != Kind::project) {
        auto const found = call.service<Sources>().find(call, query.kind, query.id);
        if (!found) throw Refused{Code::not_found};
        offer.title = found->title;
        offer.url = found->url;
        offer.on = found->on;
    }
    if (!versioned) return offer;
    for (auto const* rule : rules_for(versioned->plan, query.kind)) offer.rules.push_back({rule->text, rule->clause, rule->note});
    if (offer.rules.empty() || !call.actor.staff) return offer;
    list_skills(call, versioned->plan, offer);
    mark_claimed(call, offer);
    return offer;
}

}  // namespace practice
