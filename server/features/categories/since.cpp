#include "features/categories/since.hpp"

#include "features/categories/classifier.hpp"

#include <algorithm>
#include <set>

namespace categories {
namespace {

struct ChangeRow {
    Date day;
    Cause cause = Cause::posting;
};
BOOST_DESCRIBE_STRUCT(ChangeRow, (), (day, cause))

// A period changes something on its first day and on the first day after it.
db::Sql const kChanges{R"(
    SELECT day, cause FROM (
        SELECT effective_on AS day, 'posting' AS cause FROM posting WHERE staff_id = $1 AND announced_on <= $3
        UNION SELECT ended_on, 'posting' FROM posting WHERE staff_id = $1 AND announced_on <= $3
        UNION SELECT valid_from, 'engagement' FROM engagement WHERE staff_id = $1
        UNION SELECT valid_until, 'engagement' FROM engagement WHERE staff_id = $1
        UNION SELECT valid_from, 'system' FROM system_duty WHERE staff_id = $1
        UNION SELECT valid_until, 'system' FROM system_duty WHERE staff_id = $1
        UNION SELECT valid_from, 'appointment' FROM appointment WHERE staff_id = $1
        UNION SELECT valid_until, 'appointment' FROM appointment WHERE staff_id = $1
        UNION SELECT completed_on, 'completion' FROM completion WHERE staff_id = $1
        UNION SELECT certified_on, 'certification' FROM level_certification WHERE staff_id = $1
        UNION SELECT valid_until, 'certification' FROM level_certification WHERE staff_id = $1
        UNION SELECT revoked_on, 'certification' FROM level_certification WHERE staff_id = $1
        UNION SELECT valid_from, 'organisation' FROM org_unit
        UNION SELECT valid_until, 'organisation' FROM org_unit
        UNION SELECT in_force_from, 'plan' FROM plan_version WHERE status <> 'draft'
        UNION SELECT in_force_until, 'plan' FROM plan_version WHERE status <> 'draft') AS change
     WHERE day IS NOT NULL AND day <= $2 ORDER BY day DESC, cause)"};

struct ChangeDay {
    Date day;
    std::vector<Cause> causes;
};

std::vector<ChangeDay> change_days(db::Tx& tx, StaffId staff, Date on, Date announced_by)
{
    std::vector<ChangeDay> days;
    for (auto const& row : tx.all<ChangeRow>(kChanges, staff, on, announced_by)) {
        if (days.empty() || days.back().day != row.day) days.push_back({row.day, {}});
        days.back().causes.push_back(row.cause);
    }
    return days;
}

std::set<std::string> categories_on(db::Tx& tx, plan::Library& library, StaffId staff, Date on, Date announced_by)
{
    std::set<std::string> held;
    auto const versioned = library.maybe_in_force(tx, on);
    if (!versioned) return held;
    people::Roster roster;
    roster.on = on;
    roster.tree = people::load_tree(tx, on, roster.words);
    Classifier const classifier{versioned->plan, roster};
    auto const person = people::load_person(tx, roster, staff, announced_by);
    if (!person) return held;
    auto const set = classifier.of(*person);
    for (std::size_t i = 0; i < std::min(versioned->plan.categories.size(), kMostCategories); ++i) {
        if (set >> i & 1) held.insert(versioned->plan.categories[i].code);
    }
    return held;
}

}  // namespace

std::vector<MembershipSince> since(db::Tx& tx, plan::Library& library, StaffId staff, Date on, Date announced_by)
{
    std::vector<MembershipSince> found;
    std::set<std::string> running;  // held on every day looked at so far
    bool newest = true;
    for (auto const& [day, causes] : change_days(tx, staff, on, announced_by)) {
        auto const held = categories_on(tx, library, staff, day, announced_by);
        if (newest) {
            running = held;
            for (auto const& code : held) found.push_back({code, day, causes});
        }
        newest = false;
        std::erase_if(running, [&](auto const& code) { return !held.contains(code); });
        if (running.empty()) break;
        for (auto& membership : found) {
            if (running.contains(membership.category)) membership = {membership.category, day, causes};
        }
    }
    return found;
}

}  // namespace categories
