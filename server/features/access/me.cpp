#include "features/access/me.hpp"

namespace accounts {
namespace {

struct OwnUnit {
    OrgUnitId unit;
    std::string unit_name;
};
BOOST_DESCRIBE_STRUCT(OwnUnit, (), (unit, unit_name))

db::Sql const kOwnUnit{R"(
    SELECT u.id AS unit, u.name AS unit_name FROM posting p JOIN org_unit u ON u.id = p.unit_id
     WHERE p.staff_id = $1 AND p.kind = 'primary' AND p.effective_on <= $2 AND (p.ended_on IS NULL OR p.ended_on > $2)
     ORDER BY p.effective_on DESC LIMIT 1)"};

}  // namespace

Me me(db::Tx& tx, Actor const& actor, Date today, Settings const& settings)
{
    Me me{.account = actor.account, .login = actor.login, .name = actor.name, .staff = actor.staff};
    for (auto const& grant : actor.roles) me.roles.push_back(named(tx, grant));
    me.permissions = permissions_of(actor);
    me.must_change = actor.must_change;
    if (actor.staff) {
        if (auto own = tx.maybe_one<OwnUnit>(kOwnUnit, *actor.staff, today)) {
            me.unit = own->unit;
            me.unit_name = std::move(own->unit_name);
        }
    }
    auto words = settings.plan_words ? settings.plan_words(tx, today) : PlanWords{};
    me.municipality = std::move(words.municipality);
    me.plan_title = std::move(words.plan_title);
    me.plan_title_en = std::move(words.plan_title_en);
    me.wording = std::move(words.wording);
    me.fiscal_year = fiscal_year(today);
    me.today = today;
    me.demo = settings.demo;
    return me;
}

}  // namespace accounts
