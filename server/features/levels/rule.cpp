#include "features/levels/rule.hpp"

#include <algorithm>

namespace levels {
namespace {

struct Held {
    StaffId staff_id;
    std::string level_code;
    Date certified_on;
};
BOOST_DESCRIBE_STRUCT(Held, (), (staff_id, level_code, certified_on))

struct Completed {
    StaffId staff_id;
    Date completed_on;
};
BOOST_DESCRIBE_STRUCT(Completed, (), (staff_id, completed_on))

db::Sql const kHeld{R"(
    SELECT staff_id, level_code, min(certified_on) AS certified_on FROM level_certification
     WHERE certified_on <= $1 AND (valid_until IS NULL OR valid_until > $1) AND (revoked_on IS NULL OR revoked_on > $1)
     GROUP BY staff_id, level_code)"};
db::Sql const kCompleted{R"(
    SELECT c.staff_id, min(c.completed_on) AS completed_on FROM completion c JOIN staff s ON s.id = c.staff_id
     WHERE c.course_code = $1 AND c.completed_on <= $2 AND s.merged_into IS NULL AND (s.left_on IS NULL OR s.left_on > $2)
     GROUP BY c.staff_id)"};

}  // namespace

plan::Level const* find_level(plan::Plan const& plan, std::string_view code)
{
    auto const found =
        std::find_if(plan.levels.begin(), plan.levels.end(), [&](auto const& level) { return level.code == code; });
    return found == plan.levels.end() ? nullptr : &*found;
}

plan::Level const* level_below(plan::Plan const& plan, plan::Level const& level)
{
    plan::Level const* below = nullptr;
    for (auto const& other : plan.levels) {
        if (other.order < level.order && (!below || other.order > below->order)) below = &other;
    }
    return below;
}

Holders::Holders(db::Tx& tx, plan::Plan const& plan, Date on)
{
    auto const take = [&](Held const& row) {
        auto const* const level = find_level(plan, row.level_code);
        if (level) held_[row.staff_id].emplace(level->order, row.certified_on);
    };
    tx.each<Held>(kHeld, take, on);
}

std::optional<Date> Holders::since(StaffId staff, plan::Level const& level) const
{
    auto const held = held_.find(staff);
    if (held == held_.end()) return std::nullopt;
    std::optional<Date> first;
    for (auto at = held->second.lower_bound(level.order); at != held->second.end(); ++at) {
        if (!first || at->second < *first) first = at->second;
    }
    return first;
}

std::size_t Holders::count(plan::Level const& level) const
{
    return static_cast<std::size_t>(
        std::count_if(held_.begin(), held_.end(), [&](auto const& held) { return held.second.rbegin()->first >= level.order; }));
}

std::vector<Progress> towards(db::Tx& tx, plan::Plan const& plan, plan::Level const& level, Holders const& holders, Date on)
{
    std::map<StaffId, std::vector<CompletedCourse>> done;
    for (auto const& course : level.required_courses) {
        tx.each<Completed>(
            kCompleted,
            [&](Completed const& row) {
                done[row.staff_id].push_back({course, row.completed_on});
            },
            course, on);
    }
    auto const* const below = level.needs_previous ? level_below(plan, level) : nullptr;
    std::vector<Progress> all;
    for (auto& [staff, courses] : done) {
        if (holders.since(staff, level)) continue;
        Progress progress{staff, std::move(courses), {}, below != nullptr, {}};
        if (below) progress.below_since = holders.since(staff, *below);
        for (auto const& course : level.required_courses) {
            auto const has = [&](CompletedCourse const& one) { return one.course == course; };
            if (std::none_of(progress.done.begin(), progress.done.end(), has)) progress.missing.push_back(course);
        }
        all.push_back(std::move(progress));
    }
    return all;
}

}  // namespace levels
