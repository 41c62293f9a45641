#include "features/skills/dry_run.hpp"

#include <algorithm>

namespace skills {
namespace {

constexpr std::size_t kNamed = 100;

std::int64_t gap_of(Standing const& standing)
{
    return standing.active ? static_cast<std::int64_t>((standing.needed & ~standing.held).count()) : 0;
}

/// Skill sets of two plans speak of different positions; compared by code.
class Comparison {
public:
    Comparison(GapIndex const& before, GapIndex const& after) : before_(before), after_(after)
    {
        result_.as_of = after.roster().on;
        pair_categories();
        units_.resize(after.roster().tree.units().size());
    }

    DryRun run()
    {
        auto const rows = static_cast<std::uint32_t>(after_.standings().size());
        result_.population = {before_.counted_people(0, rows), after_.counted_people(0, rows)};
        for (std::uint32_t row = 0; row < rows; ++row) person(row);
        collect_units();
        std::erase_if(result_.categories,
                      [](auto const& c) { return c.before == 0 && c.after == 0 && c.enters == 0 && c.leaves == 0; });
        return std::move(result_);
    }

private:
    static constexpr int kNone = -1;
    struct Pair {
        int before = kNone, after = kNone;
    };

    void pair_categories()
    {
        auto const& draft = after_.plan().categories;
        for (std::size_t i = 0; i < after_.map().categories(); ++i) {
            pairs_.push_back({before_.map().find_category(draft[i].code), static_cast<int>(i)});
            result_.categories.push_back({draft[i].code, draft[i].name, draft[i].name_en, 0, 0, 0, 0, {}});
        }
        auto const& old = before_.plan().categories;
        for (std::size_t i = 0; i < before_.map().categories(); ++i) {
            if (after_.map().find_category(old[i].code) >= 0) continue;
            pairs_.push_back({static_cast<int>(i), kNone});
            result_.categories.push_back({old[i].code, old[i].name, old[i].name_en, 0, 0, 0, 0, {}});
        }
        for (auto const& skill : after_.plan().skills) old_skill_.push_back(before_.map().find_skill(skill.code));
    }

    void person(std::uint32_t row)
    {
        auto const& old = before_.standings()[row];
        auto const& now = after_.standings()[row];
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            auto const was = pairs_[i].before != kNone && (old.categories >> pairs_[i].before & 1);
            auto const is = pairs_[i].after != kNone && (now.categories >> pairs_[i].after & 1);
            result_.categories[i].before += was;
            result_.categories[i].after += is;
            if (was != is) crosses(row, i, is);
        }
        auto const gap_before = gap_of(old);
        auto const gap_after = gap_of(now);
        result_.gap.before += gap_before;
        result_.gap.after += gap_after;
        if (same_gap(old, now)) return;
        ++result_.gap.people_changed;
        each_unit(row, [&](UnitEffect& unit) {
            unit.gap_before += gap_before;
            unit.gap_after += gap_after;
        });
    }

    bool same_gap(Standing const& old, Standing const& now) const
    {
        if (!old.active || !now.active) return gap_of(old) == 0 && gap_of(now) == 0;
        auto const lacking_before = old.needed & ~old.held;
        auto const lacking_now = now.needed & ~now.held;
        if (lacking_before.count() != lacking_now.count()) return false;
        for (auto skill = lacking_now._Find_first(); skill < old_skill_.size(); skill = lacking_now._Find_next(skill)) {
            if (old_skill_[skill] < 0 || !lacking_before.test(static_cast<std::size_t>(old_skill_[skill]))) return false;
        }
        return true;
    }

    void crosses(std::uint32_t row, std::size_t category, bool enters)
    {
        auto& effect = result_.categories[category];
        ++(enters ? effect.enters : effect.leaves);
        each_unit(row, [&](UnitEffect& unit) { ++(enters ? unit.enters : unit.leaves); });
        if (effect.people.size() >= kNamed) return;
        auto const& roster = after_.roster();
        auto const& person = roster.people[row];
        auto const& plan = enters ? after_.plan() : before_.plan();
        auto const index = static_cast<std::size_t>(enters ? pairs_[category].after : pairs_[category].before);
        effect.people.push_back({person.id, roster.words.text(person.name),
                                 person.place() == people::kNowhere ? "" : roster.tree.at(person.place()).name, enters,
                                 plan.categories[index].reason});
    }

    /// The person's unit and every unit above it.
    template <class Visit>
    void each_unit(std::uint32_t row, Visit visit)
    {
        for (auto place = after_.roster().people[row].place(); place != people::kNowhere;
             place = after_.roster().tree.at(place).parent) {
            visit(units_[place]);
        }
    }

    void collect_units()
    {
        for (people::Place place = 0; place < units_.size(); ++place) {
            auto& effect = units_[place];
            if (effect.enters == 0 && effect.leaves == 0 && effect.gap_before == effect.gap_after) continue;
            auto const& unit = after_.roster().tree.at(place);
            effect.unit = unit.id;
            effect.name = unit.name;
            effect.depth = unit.depth;
            result_.units.push_back(std::move(effect));
        }
    }

    GapIndex const& before_;
    GapIndex const& after_;
    std::vector<Pair> pairs_;
    std::vector<int> old_skill_;
    std::vector<UnitEffect> units_;
    DryRun result_;
};

}  // namespace

DryRun compare(GapIndex const& before, GapIndex const& after) { return Comparison{before, after}.run(); }

}  // namespace skills
