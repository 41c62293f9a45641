#include "features/access/sight.hpp"

#include "platform/core/refused.hpp"

#include <boost/describe/enum_to_string.hpp>

namespace accounts {
namespace {

db::Sql const kSees{SQL_SIGHT "SELECT s.id FROM staff s WHERE" SQL_SEES("s.id") "AND s.id = $5"};
db::Sql const kWithin{SQL_SIGHT "SELECT s.id FROM staff s WHERE $1 = $1 AND" SQL_WITHIN("s.id") "AND s.id = $5"};
db::Sql const kUnits{SQL_SIGHT "SELECT id FROM sight_unit WHERE $4 = $4"};

}  // namespace

Sight sight(Actor const& actor, Permission permission, Date today, Date on)
{
    Sight sight{actor.account, ",", today, on};
    for (auto const& grant : actor.roles) {
        if (!grants(grant.role, permission)) continue;
        if (reach_of(grant.role) == Reach::city && !grant.unit) {
            sight.roles = "*";
            return sight;
        }
        if (reach_of(grant.role) != Reach::own) sight.roles += std::string(boost::describe::enum_to_string(grant.role, "")) + ',';
    }
    return sight;
}

Sight sight(Actor const& actor, Date today, Date on) { return sight(actor, Permission::see_section, today, on); }

bool sees(db::Tx& tx, Sight const& sight, StaffId staff)
{
    return tx.maybe_one<StaffId>(kSees, sight.account, sight.roles, sight.today, sight.on, staff).has_value();
}

bool within(db::Tx& tx, Sight const& sight, StaffId staff)
{
    return tx.maybe_one<StaffId>(kWithin, sight.account, sight.roles, sight.today, sight.on, staff).has_value();
}

void must_see(db::Tx& tx, Actor const& actor, StaffId staff, Date today, Date on)
{
    if (!sees(tx, sight(actor, today, on), staff)) throw Refused{Code::not_found};
}

void must_reach(db::Tx& tx, Actor const& actor, Permission permission, StaffId staff, Date today)
{
    must_see(tx, actor, staff, today, today);
    if (!within(tx, sight(actor, permission, today, today), staff)) throw Refused{Code::not_allowed};
}

bool reaches_city(Actor const& actor, Permission permission, Date today) { return sight(actor, permission, today, today).city(); }

void must_be_city(Actor const& actor, Permission permission, Date today)
{
    if (!reaches_city(actor, permission, today)) throw Refused{Code::not_allowed};
}

std::vector<OrgUnitId> units_in(db::Tx& tx, Sight const& sight)
{
    return tx.all<OrgUnitId>(kUnits, sight.account, sight.roles, sight.today, sight.on);
}

}  // namespace accounts
