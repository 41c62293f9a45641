#include "features/targets/targets.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace targets {
namespace {

struct Certified {
    StaffId staff_id;
    std::string level_code;
    Date certified_on;
    std::optional<Date> left_on;
};
BOOST_DESCRIBE_STRUCT(Certified, (), (staff_id, level_code, certified_on, left_on))

struct Completed {
    StaffId staff_id;
    std::string course_code;
};
BOOST_DESCRIBE_STRUCT(Completed, (), (staff_id, course_code))

db::Sql const kCertified{R"(
    SELECT c.staff_id, c.level_code, c.certified_on, s.left_on
      FROM level_certification c JOIN staff s ON s.id = c.staff_id
     WHERE c.certified_on <= $1 AND (c.valid_until IS NULL OR c.valid_until > $1) AND (c.revoked_on IS NULL OR c.revoked_on > $1))"};

db::Sql const kCompleted{R"(
    SELECT DISTINCT c.staff_id, c.course_code FROM completion c JOIN staff s ON s.id = c.staff_id
     WHERE c.completed_on <= $1 AND (s.left_on IS NULL OR s.left_on > $1))"};

struct Words {
    std::string ja, en;
};

Words rule_of(plan::Target const& target, std::string const& level, std::string const& level_en)
{
    auto const year = std::to_string(target.fiscal_year);
    Words words;
    switch (target.counting) {
        case plan::Counting::inclusive_cumulative:
            words = {level + "以上の有効な認定を持つ人の実人数(累計)",
                     "people with a valid certification of " + level_en + " or above (cumulative)"};
            break;
        case plan::Counting::highest_only:
            words = {"最高の認定が" + level + "の人の実人数", "people whose highest valid certification is " + level_en};
            break;
        case plan::Counting::new_in_year:
            words = {year + "年度に新たに" + level + "に認定された人の実人数",
                     "people newly certified " + level_en + " in fiscal year " + year};
            break;
    }
    auto const keep = target.leavers == plan::Leavers::keep;
    return {words.ja + (keep ? "。退職者を含む。" : "。退職者を除く。"),
            words.en + (keep ? ", leavers included." : ", leavers excluded.")};
}

/// Certifications as they stood on a day, read once and counted under any rule.
class Standing {
public:
    Standing(db::Tx& tx, plan::Plan const& plan, Date on) : on_(on)
    {
        for (auto const& level : plan.levels) orders_[level.code] = level.order;
        tx.each<Certified>(
            kCertified, [&](Certified const& row) { rows_.push_back(row); }, on);
        tx.each<Completed>(
            kCompleted, [&](Completed const& row) { completed_[row.course_code].insert(row.staff_id); }, on);
    }

    std::set<StaffId> reached(plan::Target const& target) const
    {
        auto const wanted = orders_.find(target.level);
        std::map<StaffId, int> highest;
        std::set<StaffId> people;
        if (wanted == orders_.end()) return people;
        for (auto const& row : rows_) {
            auto const order = orders_.find(row.level_code);
            if (order == orders_.end()) continue;
            if (target.leavers == plan::Leavers::drop && row.left_on && *row.left_on <= on_) continue;
            if (target.counting == plan::Counting::new_in_year) {
                if (row.level_code == target.level && fiscal_year(row.certified_on) == target.fiscal_year)
                    people.insert(row.staff_id);
                continue;
            }
            auto& best = highest[row.staff_id];
            best = std::max(best, order->second);
        }
        for (auto const& [staff, order] : highest) {
            if (target.counting == plan::Counting::highest_only ? order == wanted->second : order >= wanted->second)
                people.insert(staff);
        }
        return people;
    }

    std::int64_t on_the_way(plan::Level const& level, std::set<StaffId> const& reached) const
    {
        std::set<StaffId> people;
        for (auto const& course : level.required_courses) {
            auto const done = completed_.find(course);
            if (done != completed_.end()) people.insert(done->second.begin(), done->second.end());
        }
        return std::count_if(people.begin(), people.end(), [&](StaffId id) { return !reached.contains(id); });
    }

private:
    Date on_;
    std::map<std::string, int> orders_;
    std::vector<Certified> rows_;
    std::map<std::string, std::set<StaffId>> completed_;
};

struct TargetQuery {
    std::optional<Date> on;
    std::optional<int> fiscal_year;
    static json::object limits(std::string_view member)
    {
        if (member == "fiscal_year") return {{"minimum", 2000}, {"maximum", 2100}};
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(TargetQuery, (), (on, fiscal_year))

TargetList list(http::Call const& call, TargetQuery const& query)
{
    auto const on = query.on.value_or(call.clock.today());
    return targets_on(call.tx, call.service<plan::Library>().in_force(call.tx, on)->plan, on, query.fiscal_year);
}

}  // namespace

TargetList targets_on(db::Tx& tx, plan::Plan const& plan, Date on, std::optional<int> wanted_year)
{
    TargetList result;
    std::map<Date, Standing> standings;  // years that have ended are counted on their last day
    for (auto const& target : plan.targets) {
        if (wanted_year && target.fiscal_year != *wanted_year) continue;
        auto const level =
            std::find_if(plan.levels.begin(), plan.levels.end(), [&](auto const& l) { return l.code == target.level; });
        if (level == plan.levels.end()) continue;
        auto const counted_on = std::min(on, last_day_of_fiscal_year(target.fiscal_year));
        auto const words = rule_of(target, level->name, level->name_en.empty() ? level->name : level->name_en);
        TargetActual row{level->code, level->name, level->name_en, target.fiscal_year, target.people,
                         {},          0,           counted_on,     target.counting,    target.leavers,
                         words.ja,    words.en,    target.clause,  target.note,        target.confidence};
        if (on >= first_day_of_fiscal_year(target.fiscal_year)) {
            auto const& standing = standings.try_emplace(counted_on, tx, plan, counted_on).first->second;
            auto const reached = standing.reached(target);
            row.actual = static_cast<std::int64_t>(reached.size());
            row.on_the_way = standing.on_the_way(*level, reached);
        }
        result.rows.push_back(std::move(row));
    }
    return result;
}

void routes(http::Table& table)
{
    table.get("/targets",
              {.id = "listTargets",
               .access = http::Access::needs(Permission::see_targets),
               .summary = "目標と実績",
               .refusals = {Code::not_found}},
              list);
}

}  // namespace targets
