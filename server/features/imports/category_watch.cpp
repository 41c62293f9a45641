#include "features/imports/category_watch.hpp"

#include <algorithm>
#include <map>

namespace imports {
namespace {

db::Sql const kName{"SELECT name FROM staff WHERE id = $1"};

using Members = std::map<std::string, std::pair<std::string, std::vector<StaffId>>>;  // by code: name, people

Members by_code(Memberships const& memberships)
{
    Members members;
    for (auto const& category : memberships.categories) members[category.code].first = category.name;
    for (auto const& [staff, category] : memberships.members)
        members[memberships.categories[category].code].second.push_back(staff);
    for (auto& [code, entry] : members) std::sort(entry.second.begin(), entry.second.end());
    return members;
}

void note(db::Tx& tx, CategoryChange& change, std::vector<StaffId> const& here, std::vector<StaffId> const& not_here, bool enters)
{
    std::vector<StaffId> moved;
    std::set_difference(here.begin(), here.end(), not_here.begin(), not_here.end(), std::back_inserter(moved));
    (enters ? change.enters : change.leaves) = static_cast<std::int64_t>(moved.size());
    for (auto const staff : moved) {
        if (change.people.size() >= kPeopleNamed) return;
        change.people.push_back({staff, tx.maybe_one<std::string>(kName, staff).value_or(""), enters});
    }
}

}  // namespace

std::vector<CategoryChange> changes_between(db::Tx& tx, Memberships before, Memberships after)
{
    auto const earlier = by_code(before);
    std::vector<CategoryChange> changes;
    for (auto const& [code, entry] : by_code(after)) {
        static std::vector<StaffId> const nobody;
        auto const was = earlier.find(code);
        auto const& people_before = was == earlier.end() ? nobody : was->second.second;
        CategoryChange change{code, entry.first, 0, 0, {}};
        note(tx, change, entry.second, people_before, true);
        note(tx, change, people_before, entry.second, false);
        if (change.enters + change.leaves > 0) changes.push_back(std::move(change));
    }
    return changes;
}

}  // namespace imports
