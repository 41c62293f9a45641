#include "features/targets/counting.hpp"

#include <algorithm>

namespace targets {
namespace {

db::Sql const kCertified{R"(
    SELECT c.staff_id, c.level_code, c.certified_on, c.valid_until, c.revoked_on, s.left_on
      FROM level_certification c JOIN staff s ON s.id = c.staff_id WHERE c.certified_on <= $1)"};

struct Leaving {
    StaffId id;
    Date left_on;
};
BOOST_DESCRIBE_STRUCT(Leaving, (), (id, left_on))
db::Sql const kLeaving{"SELECT id, left_on FROM staff WHERE left_on > $1"};

bool holds(Certified const& row, Date on)
{
    return row.certified_on <= on && (!row.valid_until || *row.valid_until > on) && (!row.revoked_on || *row.revoked_on > on);
}

bool counts_people(plan::Target const& target, Certified const& row, Date on)
{
    return target.leavers == plan::Leavers::keep || !row.left_on || *row.left_on > on;
}

}  // namespace

std::vector<Certified> certified_until(db::Tx& tx, Date on) { return tx.all<Certified>(kCertified, on); }

std::set<StaffId> reached(plan::Plan const& plan, plan::Target const& target, std::vector<Certified> const& certified, Date on)
{
    std::set<StaffId> people;
    auto const* const wanted = levels::find_level(plan, target.level);
    if (!wanted) return people;
    std::map<StaffId, int> highest;
    for (auto const& row : certified) {
        auto const* const level = levels::find_level(plan, row.level_code);
        if (!level || !holds(row, on) || !counts_people(target, row, on)) continue;
        if (target.counting == plan::Counting::new_in_year) {
            if (level == wanted && fiscal_year(row.certified_on) == target.fiscal_year) people.insert(row.staff_id);
            continue;
        }
        auto& best = highest[row.staff_id];
        best = std::max(best, level->order);
    }
    for (auto const& [staff, order] : highest) {
        if (target.counting == plan::Counting::highest_only ? order == wanted->order : order >= wanted->order)
            people.insert(staff);
    }
    return people;
}

Words rule_of(plan::Target const& target, plan::Level const& level)
{
    auto const year = std::to_string(target.fiscal_year);
    auto const& name_en = level.name_en.empty() ? level.name : level.name_en;
    Words words;
    switch (target.counting) {
        case plan::Counting::inclusive_cumulative:
            words = {level.name + "以上の有効な認定を持つ人の実人数(累計)",
                     "people with a valid certification of " + name_en + " or above (cumulative)"};
            break;
        case plan::Counting::highest_only:
            words = {"最高の認定が" + level.name + "の人の実人数", "people whose highest valid certification is " + name_en};
            break;
        case plan::Counting::new_in_year:
            words = {year + "年度に新たに" + level.name + "に認定された人の実人数",
                     "people newly certified " + name_en + " in fiscal year " + year};
            break;
    }
    auto const keep = target.leavers == plan::Leavers::keep;
    return {words.ja + (keep ? "。退職者を含む。" : "。退職者を除く。"),
            words.en + (keep ? ", leavers included." : ", leavers excluded.")};
}

Words assumption()
{
    return {
        "要件を満たして認定を待つ人と、必要な研修の半分以上を修了した人(下位のレベルの認定が要るときは、それを持つ人に限る)が"
        "年度末までに認定され、退職と有効期限はいま記録されているとおりになるとしたときの人数。",
        "Counts those who fulfil the rule and await certification and those who have completed at least half of the required "
        "courses (and hold the level below where it is needed) as certified by 31 March, with departures and expiries as they "
        "are recorded today."};
}

Standing::Standing(db::Tx& tx, plan::Plan const& plan, Date on, Look look)
    : plan_(plan), on_(on), certified_(certified_until(tx, on))
{
    for (auto const& level : plan.levels) near_[level.code];
    if (look == Look::ahead) look_ahead(tx);
}

void Standing::look_ahead(db::Tx& tx)
{
    std::map<StaffId, Date> leaving;
    tx.each<Leaving>(
        kLeaving, [&](Leaving const& row) { leaving.emplace(row.id, row.left_on); }, on_);
    with_expected_ = certified_;
    levels::Holders const holders{tx, plan_, on_};
    for (auto const& level : plan_.levels) {
        auto& near = near_[level.code];
        for (auto& progress : levels::towards(tx, plan_, level, holders, on_)) {
            if (progress.near()) near.push_back(std::move(progress));
        }
        for (auto const& progress : near) {
            auto const left = leaving.find(progress.staff);
            with_expected_.push_back(
                {progress.staff, level.code, on_, {}, {}, left == leaving.end() ? std::nullopt : std::optional{left->second}});
        }
    }
}

std::set<StaffId> Standing::reached(plan::Target const& target) const { return targets::reached(plan_, target, certified_, on_); }

std::set<StaffId> Standing::expected(plan::Target const& target) const
{
    return targets::reached(plan_, target, with_expected_, last_day_of_fiscal_year(target.fiscal_year));
}

std::vector<levels::Progress> const& Standing::near(std::string const& level) const { return near_.at(level); }

}  // namespace targets
