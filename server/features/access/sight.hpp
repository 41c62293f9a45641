// Whom an actor may see, as part of each feature's WHERE clause: what is out of sight is simply not found.
// How to write such a query is in README.md.
#pragma once
#include "features/actor/actor.hpp"
#include "platform/core/clock.hpp"
#include "platform/db/tx.hpp"

namespace accounts {

/// The first four parameters of every statement that uses the fragments below, in this order.
struct Sight {
    AccountId account;
    std::string roles;  ///< "*" for the whole city, else ",section_head," …: the roles whose units count
    Date today{};       ///< decides the actor's own posts and what is announced
    Date on{};          ///< the day the question is asked as of
    bool city() const { return roles == "*"; }
};

/// How far `permission` reaches for the actor; nowhere when none of the roles grants it.
Sight sight(Actor const&, Permission, Date today, Date on);
/// For looking at people: see_city, else see_section.
Sight sight(Actor const&, Date today, Date on);

/// Begins the statement. The units in sight: those the roles name or the actor heads today, with everything below.
#define SQL_SIGHT                                                                                                               \
    "WITH RECURSIVE sight_unit (id) AS ("                                                                                       \
    " SELECT sr.unit_id FROM account_role sr"                                                                                   \
    "  WHERE sr.account_id = $1 AND sr.unit_id IS NOT NULL AND $2 LIKE '%,' || sr.role || ',%'"                                 \
    " UNION SELECT sp.unit_id FROM account sa JOIN account_role sr ON sr.account_id = sa.id AND sr.unit_id IS NULL"             \
    "  JOIN posting sp ON sp.staff_id = sa.staff_id AND sp.is_head = 1"                                                         \
    "  WHERE sa.id = $1 AND $2 LIKE '%,' || sr.role || ',%' AND sp.effective_on <= $3 AND (sp.ended_on IS NULL OR sp.ended_on " \
    "> $3)"                                                                                                                     \
    " UNION SELECT su.id FROM org_unit su JOIN sight_unit above ON su.parent_id = above.id) "

/// True when the posting `p` holds on the day `on` as far as it may be told on the day `told`: until the posting that follows is
/// announced, or the day comes on which the person leaves, the post goes on (内示). All three are SQL expressions.
#define SQL_STANDS(p, on, told)                                                                                             \
    " (" p ".effective_on <= " on " AND " p ".announced_on <= " told " AND (" p ".ended_on IS NULL OR " p ".ended_on > " on \
    " OR (" p ".ended_on > " told " AND (EXISTS (SELECT 1 FROM posting next WHERE next.staff_id = " p                       \
    ".staff_id"                                                                                                             \
    "  AND next.kind = " p ".kind AND next.effective_on = " p ".ended_on AND next.announced_on > " told                     \
    ")"                                                                                                                     \
    "  OR EXISTS (SELECT 1 FROM staff leaver WHERE leaver.id = " p ".staff_id AND leaver.left_on = " p ".ended_on))))) "

/// True when the person stands in a unit in sight on the day; `staff_id` is an SQL expression.
#define SQL_WITHIN(staff_id)                                                                                                     \
    " ($2 = '*' OR EXISTS (SELECT 1 FROM posting sp JOIN sight_unit ON sight_unit.id = sp.unit_id WHERE sp.staff_id = " staff_id \
    "  AND" SQL_STANDS("sp", "$4", "$3") ")) "

/// The same, or the person is the actor.
#define SQL_SEES(staff_id) " (" staff_id " = (SELECT sa.staff_id FROM account sa WHERE sa.id = $1) OR" SQL_WITHIN(staff_id) ") "

bool sees(db::Tx&, Sight const&, StaffId);    ///< SQL_SEES
bool within(db::Tx&, Sight const&, StaffId);  ///< SQL_WITHIN
/// Refuses with not_found. For reading a record.
void must_see(db::Tx&, Actor const&, StaffId, Date today, Date on);
/// Refuses with not_found whom the actor does not see, with not_allowed where `permission` does not reach. For acting on a
/// record.
void must_reach(db::Tx&, Actor const&, Permission, StaffId, Date today);
/// Whether the permission reaches everybody: a role granted for one unit does not.
bool reaches_city(Actor const&, Permission, Date today);
/// Refuses with not_allowed. For what concerns the whole city at once.
void must_be_city(Actor const&, Permission, Date today);
/// The units in sight, with everything below; for answers that are made in memory. Meaningless when city().
std::vector<OrgUnitId> units_in(db::Tx&, Sight const&);

}  // namespace accounts
