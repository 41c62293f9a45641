#include "features/selfcheck/sections.hpp"

#include "features/access/sight.hpp"
#include "features/nominations/sections.hpp"
#include "features/people/teams.hpp"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

namespace selfcheck {
namespace {

// The units in which the person stands, each with the section above it.
db::Sql const kStandsIn{R"(
    WITH RECURSIVE up (id, parent_id, kind) AS (
        SELECT u.id, u.parent_id, u.kind FROM posting p JOIN org_unit u ON u.id = p.unit_id
         WHERE p.staff_id = $1 AND p.effective_on <= $2 AND p.announced_on <= $2 AND (p.ended_on IS NULL OR p.ended_on > $2)
        UNION SELECT a.id, a.parent_id, a.kind FROM org_unit a JOIN up ON a.id = up.parent_id WHERE up.kind IN )" SQL_TEAM_KINDS
                        R"()
    SELECT id FROM up)"};
db::Sql const kAsked{"SELECT 1 FROM selfcheck_section WHERE selfcheck_id = $1 AND unit_id = $2"};

bool was_asked(db::Tx& tx, SelfcheckId check, OrgUnitId unit) { return tx.maybe_one<int>(kAsked, check, unit).has_value(); }

}  // namespace

std::vector<AskedSection> sections_of_day(skills::GapIndex const& index)
{
    auto const& roster = index.roster();
    nominations::Sections const sections{roster};
    std::vector<bool> somebody(roster.tree.units().size());
    for (auto const& person : roster.people)
        if (auto const place = sections.of(person); place != people::kNowhere) somebody[place] = true;
    std::vector<AskedSection> asked;
    for (people::Place place = 0; place < somebody.size(); ++place)
        if (somebody[place] && !sections.is_department(place))
            asked.push_back({roster.tree.at(place).id, roster.tree.path(place)});
    return asked;
}

Reach::Reach(http::Call const& call) : today_(call.clock.today())
{
    accounts::Sight sight{call.actor.account, ",", today_, today_};
    auto stands = false;
    for (auto const& grant : call.actor.roles) {
        if (!grants(grant.role, Permission::answer_selfcheck)) continue;
        sight.roles += std::string(boost::describe::enum_to_string(grant.role, "")) + ',';
        stands = stands || (reach_of(grant.role) == ::Reach::own && !grant.unit);
    }
    if (sight.roles == ",") return;
    units_ = accounts::units_in(call.tx, sight);
    if (stands && call.actor.staff)
        for (auto const unit : call.tx.all<OrgUnitId>(kStandsIn, *call.actor.staff, today_)) units_.push_back(unit);
    std::sort(units_.begin(), units_.end());
    if (!units_.empty()) lineage_.emplace(call.tx);
}

bool Reach::holds(OrgUnitId asked) const
{
    if (units_.empty()) return false;
    return std::binary_search(units_.begin(), units_.end(), lineage_->on(asked, today_).value_or(asked));
}

void must_see_section(http::Call const& call, SelfcheckId check, OrgUnitId unit)
{
    if (!was_asked(call.tx, check, unit)) throw Refused{Code::not_found};
    if (!manages(call) && !Reach{call}.holds(unit)) throw Refused{Code::not_found};
}

void must_answer_for(http::Call const& call, SelfcheckId check, OrgUnitId unit)
{
    if (!was_asked(call.tx, check, unit) || !Reach{call}.holds(unit)) throw Refused{Code::not_found};
}

}  // namespace selfcheck
