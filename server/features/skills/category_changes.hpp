// Who entered or left which category between two days, with the reason on both. Each day is judged by the plan in force on it;
// a category is the same one when its code is.
#pragma once
#include "features/actor/actor.hpp"
#include "features/skills/everybody.hpp"
#include "platform/http/query.hpp"

namespace skills {

struct ChangesQuery : http::AsOf {
    std::optional<Date> from;  ///< else the first day of the fiscal year, or a year before when that is the day itself
    std::optional<std::string> category;
};
BOOST_DESCRIBE_STRUCT(ChangesQuery, (http::AsOf), (from, category))

enum class MembershipMove { entered, left };
BOOST_DESCRIBE_ENUM(MembershipMove, entered, left)

/// hidden: the person stood that day where the actor does not see them.
enum class Presence { absent, hidden, seen };
BOOST_DESCRIBE_ENUM(Presence, absent, hidden, seen)

/// A person on one of the two days.
struct ChangeSide {
    Presence presence = Presence::absent;
    std::string unit_name, rank;
    std::vector<std::string> categories;  ///< names of all that held
    std::vector<std::string> because;     ///< the facts that the category's rule asks about
};
BOOST_DESCRIBE_STRUCT(ChangeSide, (), (presence, unit_name, rank, categories, because))

struct ChangedMember {
    StaffId staff;
    std::string staff_no, name;
    std::string category, category_name, category_name_en;
    MembershipMove move = MembershipMove::entered;
    std::string reason, reason_en;  ///< the category's own sentence
    ChangeSide before, after;
};
BOOST_DESCRIBE_STRUCT(ChangedMember, (),
                      (staff, staff_no, name, category, category_name, category_name_en, move, reason, reason_en, before, after))

struct CategoryChangeCount {
    std::string code, name, name_en;
    std::int64_t before = 0, after = 0, entered = 0, left = 0;
};
BOOST_DESCRIBE_STRUCT(CategoryChangeCount, (), (code, name, name_en, before, after, entered, left))

struct CategoryChanges {
    Date from, on;
    bool planned_before = true;                   ///< a plan was in force on `from`; else everybody enters
    std::vector<CategoryChangeCount> categories;  ///< of the whole city; the later plan's order, then what only the earlier had
    std::vector<ChangedMember> rows;              ///< those whom the actor sees on either day, by category
    std::int64_t total = 0;                       ///< of whom `rows` may be the first
};
BOOST_DESCRIBE_STRUCT(CategoryChanges, (), (from, on, planned_before, categories, rows, total))

struct ChangesAsked {
    Date from, on, today;
    std::optional<std::string> category;
    Permission reach = Permission::see_section;  ///< whom the actor is told of: by default whom they may look at
    std::size_t limit = 0;
};
/// The days of a query. Refuses with invalid_input when `from` is not before the day.
ChangesAsked asked(ChangesQuery const&, Date today);

/// Refuses with not_found when no plan is in force on the later day.
CategoryChanges category_changes(db::Tx&, Actor const&, Everybody&, plan::Library&, ChangesAsked const&);

}  // namespace skills
