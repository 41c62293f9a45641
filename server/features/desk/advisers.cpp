#include "features/desk/advisers.hpp"

#include "features/people/teams.hpp"

#include <algorithm>

namespace desk {
namespace {

constexpr int kLoadDays = 30;

struct Row {
    StaffId staff_id;
    std::string name;
    bool has_left = false, on_leave = false, has_account = false;
    std::optional<Date> moves_on;
    std::int64_t open = 0, overdue = 0, minutes = 0, concurrent_posts = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (staff_id, name, has_left, on_leave, has_account, moves_on, open, overdue, minutes, concurrent_posts))

// $1 is today, $2 the day from which visits count, $3 the roles that advise.
db::Sql const kAdvisers{R"(
    SELECT s.id AS staff_id, s.name,
           CASE WHEN s.left_on IS NOT NULL AND s.left_on <= $1 THEN 1 ELSE 0 END AS has_left,
           CASE WHEN EXISTS (SELECT 1 FROM leave_period l WHERE l.staff_id = s.id AND l.valid_from <= $1
                                AND (l.valid_until IS NULL OR l.valid_until > $1)) THEN 1 ELSE 0 END AS on_leave,
           CASE WHEN EXISTS (SELECT 1 FROM account a WHERE a.staff_id = s.id AND a.disabled_at IS NULL)
                THEN 1 ELSE 0 END AS has_account,
           (SELECT min(p.effective_on) FROM posting p WHERE p.staff_id = s.id AND p.kind = 'primary' AND p.announced_on <= $1
               AND p.effective_on > $1) AS moves_on,
           (SELECT count(*) FROM consultation c WHERE c.owner_id = s.id
               AND c.status IN ('open', 'waiting_for_asker')) AS open,
           (SELECT count(*) FROM consultation c WHERE c.owner_id = s.id AND c.status = 'open' AND c.due_on < $1) AS overdue,
           CAST((SELECT COALESCE(sum(v.minutes), 0) FROM consultation_visitor w JOIN consultation_visit v ON v.id = w.visit_id
                  WHERE w.staff_id = s.id AND v.visited_on > $2 AND v.visited_on <= $1) AS INTEGER) AS minutes,
           (SELECT count(*) FROM posting p WHERE p.staff_id = s.id AND p.kind <> 'primary' AND p.effective_on <= $1
               AND (p.ended_on IS NULL OR p.ended_on > $1)) AS concurrent_posts
      FROM staff s
     WHERE s.merged_into IS NULL AND s.id IN (
           SELECT n.staff_id FROM subject_adviser n
            UNION SELECT c.owner_id FROM consultation c
                   WHERE c.owner_id IS NOT NULL AND c.status IN ('open', 'waiting_for_asker')
            UNION SELECT a.staff_id FROM account a JOIN account_role r ON r.account_id = a.id
                   WHERE a.staff_id IS NOT NULL AND a.disabled_at IS NULL AND r.unit_id IS NULL
                     AND $3 LIKE '%,' || r.role || ',%')
     ORDER BY s.kana, s.staff_no)"};
db::Sql const kUnitName{"SELECT name FROM org_unit WHERE id = $1"};
struct Succession {
    OrgUnitId id, succeeded_by;
};
BOOST_DESCRIBE_STRUCT(Succession, (), (id, succeeded_by))
db::Sql const kSuccessions{"SELECT id, succeeded_by FROM org_unit WHERE succeeded_by IS NOT NULL"};

/// ",adviser,dx_office,"
std::string roles_that_advise()
{
    std::string roles = ",";
    for (auto const role : kRoles)
        if (grants(role, Permission::advise)) roles += std::string(boost::describe::enum_to_string(role, "")) + ',';
    return roles;
}

/// The section that carries the unit on today.
bool carries_on(std::map<OrgUnitId, OrgUnitId> const& succeeded, OrgUnitId unit, std::optional<OrgUnitId> section)
{
    while (unit != section) {
        auto const next = succeeded.find(unit);
        if (next == succeeded.end()) return false;
        unit = next->second;
    }
    return true;
}

}  // namespace

Advisers::Advisers(db::Tx& tx, Date today)
{
    for (auto const& [id, next] : tx.all<Succession>(kSuccessions)) succeeded_[id] = next;
    for (auto& row : tx.all<Row>(kAdvisers, today, add_days(today, -kLoadDays), roles_that_advise())) {
        auto const section = people::section_of(tx, row.staff_id, today);
        auto presence = AdviserPresence::here;
        if (row.has_left || !row.has_account || !section)
            presence = AdviserPresence::absent;
        else if (row.on_leave)
            presence = AdviserPresence::on_leave;
        // A promotion, another team and a renamed section are no transfer.
        if (row.moves_on && section && carries_on(succeeded_, *section, people::section_of(tx, row.staff_id, *row.moves_on)))
            row.moves_on.reset();
        at_[row.staff_id] = all_.size();
        sections_[row.staff_id] = section;
        all_.push_back({row.staff_id, std::move(row.name), section ? tx.one<std::string>(kUnitName, *section) : "", presence,
                        row.moves_on, row.open, row.overdue, row.minutes, row.concurrent_posts});
    }
}

Adviser const* Advisers::find(StaffId staff) const
{
    auto const found = at_.find(staff);
    return found == at_.end() ? nullptr : &all_[found->second];
}

std::optional<OrgUnitId> Advisers::section(StaffId staff) const
{
    auto const found = sections_.find(staff);
    return found == sections_.end() ? std::nullopt : found->second;
}

AdviserPresence Advisers::presence(StaffId staff, std::optional<OrgUnitId> given_in) const
{
    auto const* const adviser = find(staff);
    if (!adviser) return AdviserPresence::absent;
    if (adviser->presence != AdviserPresence::here || !given_in) return adviser->presence;
    return carries_on(succeeded_, *given_in, section(staff)) ? AdviserPresence::here : AdviserPresence::moved;
}

}  // namespace desk
