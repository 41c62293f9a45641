#include "features/skills/category_changes.hpp"

#include "features/categories/membership.hpp"
#include "features/people/seeing.hpp"

#include <algorithm>
#include <tuple>

namespace skills {
namespace {

using categories::CategorySet;

/// Who was what on one day, taken out of its index: two indexes are never held at once.
struct DayTaken {
    std::vector<plan::Category> categories;
    std::unordered_map<std::int64_t, CategorySet> held;  ///< by staff id; bit i = categories[i]

    int find(std::string_view code) const
    {
        auto const found = std::find_if(categories.begin(), categories.end(), [&](auto const& c) { return c.code == code; });
        return found == categories.end() ? -1 : static_cast<int>(found - categories.begin());
    }
    CategorySet of(std::int64_t staff) const
    {
        auto const found = held.find(staff);
        return found == held.end() ? 0 : found->second;
    }
};

DayTaken taken(GapIndex const& index)
{
    auto const& all = index.plan().categories;
    auto const count = static_cast<std::ptrdiff_t>(index.map().categories());
    DayTaken day{{all.begin(), all.begin() + count}, {}};
    auto const& people = index.roster().people;
    for (std::size_t row = 0; row < people.size(); ++row)
        day.held.emplace(people[row].id.value, index.standings()[row].categories);
    return day;
}

/// The set as bits of another day's categories; what that day does not know is lost.
class Translation {
public:
    Translation(DayTaken const& from, DayTaken const& to)
    {
        for (auto const& category : from.categories) bits_.push_back(to.find(category.code));
    }
    CategorySet operator()(CategorySet set) const
    {
        CategorySet result = 0;
        for (std::size_t i = 0; i < bits_.size(); ++i) {
            if (bits_[i] >= 0 && (set >> i & 1)) result |= CategorySet{1} << bits_[i];
        }
        return result;
    }

private:
    std::vector<int> bits_;
};

struct Moved {
    std::int64_t staff = 0;
    std::size_t count = 0;  ///< index into the counts
    MembershipMove move = MembershipMove::entered;
};

CategoryChangeCount count_of(plan::Category const& category)
{
    return {category.code, category.name, category.name_en, 0, 0, 0, 0};
}

/// Counts every category and collects who moved; the counts are those of the whole city.
class Comparison {
public:
    Comparison(DayTaken const& before, DayTaken const& after)
        : before_(before), after_(after), forward_(before, after), backward_(after, before)
    {
        for (auto const& category : after.categories) counts.push_back(count_of(category));
        for (auto const& category : before.categories) {
            position_before_.push_back(after.find(category.code) >= 0 ? static_cast<std::size_t>(after.find(category.code))
                                                                      : counts.size());
            if (position_before_.back() == counts.size()) counts.push_back(count_of(category));
        }
        for (auto const& [staff, set] : after_.held) entered(staff, set);
        for (auto const& [staff, set] : before_.held) left(staff, set);
        std::sort(moved.begin(), moved.end(), [](auto const& a, auto const& b) {
            return std::tie(a.count, a.move, a.staff) < std::tie(b.count, b.move, b.staff);
        });
    }

    std::vector<CategoryChangeCount> counts;
    std::vector<Moved> moved;

private:
    void entered(std::int64_t staff, CategorySet set)
    {
        auto const fresh = set & ~forward_(before_.of(staff));
        for (std::size_t i = 0; i < after_.categories.size(); ++i) {
            counts[i].after += set >> i & 1;
            if (!(fresh >> i & 1)) continue;
            ++counts[i].entered;
            moved.push_back({staff, i, MembershipMove::entered});
        }
    }
    void left(std::int64_t staff, CategorySet set)
    {
        auto const gone = set & ~backward_(after_.of(staff));
        for (std::size_t i = 0; i < before_.categories.size(); ++i) {
            auto const at = position_before_[i];
            counts[at].before += set >> i & 1;
            if (!(gone >> i & 1)) continue;
            ++counts[at].left;
            moved.push_back({staff, at, MembershipMove::left});
        }
    }

    DayTaken const& before_;
    DayTaken const& after_;
    Translation forward_, backward_;
    std::vector<std::size_t> position_before_;  ///< of the earlier day's categories among the counts
};

/// One day's side of each row that moved, and the words of the rows the day knows best.
class Sides {
public:
    Sides(db::Tx& tx, Actor const& actor, ChangesAsked const& asked, GapIndex const& index)
        : index_(index), seeing_(tx, actor, asked.today, index.roster(), asked.reach)
    {
    }

    ChangeSide of(ChangedMember& row) const
    {
        auto const* person = index_.roster().find(row.staff);
        if (!person) return {};
        if (!seeing_.sees(*person))
            return {.presence = Presence::hidden, .unit_name = {}, .rank = {}, .categories = {}, .because = {}};
        auto const& words = index_.roster().words;
        row.staff_no = words.text(person->staff_no);
        row.name = words.text(person->name);
        ChangeSide side{Presence::seen, {}, {}, {}, {}};
        if (!person->posts.empty()) side.rank = words.text(person->posts.front().rank);
        if (person->place() != people::kNowhere) side.unit_name = index_.roster().tree.path(person->place());
        for (auto const& membership : memberships(*person, index_.standing(row.staff)->categories))
            side.categories.push_back(membership.name);
        explain(*person, row, side);
        return side;
    }

private:
    std::vector<categories::Membership> memberships(people::Person const& person, CategorySet set) const
    {
        return categories::memberships(index_.plan(), index_.roster(), index_.classifier(), person, set);
    }

    /// The rule's facts, whether it holds that day or not: that is what changed.
    void explain(people::Person const& person, ChangedMember& row, ChangeSide& side) const
    {
        auto const category = index_.map().find_category(row.category);
        if (category < 0) return;
        auto const membership = memberships(person, CategorySet{1} << category).front();
        side.because = membership.because;
        row.reason = membership.reason;
        row.reason_en = membership.reason_en;
    }

    GapIndex const& index_;
    people::Seeing seeing_;
};

std::vector<ChangedMember> rows_of(Comparison const& comparison, std::optional<std::string> const& category)
{
    std::vector<ChangedMember> rows;
    for (auto const& moved : comparison.moved) {
        auto const& count = comparison.counts[moved.count];
        if (category && count.code != *category) continue;
        rows.push_back({StaffId{moved.staff}, {}, {}, count.code, count.name, count.name_en, moved.move, {}, {}, {}, {}});
    }
    return rows;
}

}  // namespace

ChangesAsked asked(ChangesQuery const& query, Date today)
{
    auto const on = query.on.value_or(today);
    auto const year_began = first_day_of_fiscal_year(fiscal_year(on));
    auto const from = query.from.value_or(year_began == on ? add_months(on, -12) : year_began);
    if (from >= on) {
        throw Refused{
            Code::invalid_input, {}, {{"/from", "時点より前の日付にしてください。", "Give a day before the day looked at."}}};
    }
    return {from, on, today, query.category, Permission::see_section, 0};
}

CategoryChanges category_changes(db::Tx& tx, Actor const& actor, Everybody& everybody, plan::Library& library,
                                 ChangesAsked const& asked)
{
    CategoryChanges changes{asked.from, asked.on, library.maybe_in_force(tx, asked.from) != nullptr, {}, {}, 0};
    auto const after = everybody.ask(tx, asked.on, asked.today, taken);
    auto const before = changes.planned_before ? everybody.ask(tx, asked.from, asked.today, taken) : DayTaken{};
    Comparison comparison{before, after};
    auto rows = rows_of(comparison, asked.category);
    changes.categories = std::move(comparison.counts);

    // The earlier day first: where both know a name, the later one stands.
    if (changes.planned_before) {
        everybody.ask(tx, asked.from, asked.today, [&](GapIndex const& index) {
            Sides const sides{tx, actor, asked, index};
            for (auto& row : rows) row.before = sides.of(row);
            return true;
        });
    }
    everybody.ask(tx, asked.on, asked.today, [&](GapIndex const& index) {
        Sides const sides{tx, actor, asked, index};
        for (auto& row : rows) row.after = sides.of(row);
        return true;
    });
    std::erase_if(rows,
                  [](auto const& row) { return row.before.presence != Presence::seen && row.after.presence != Presence::seen; });
    changes.total = static_cast<std::int64_t>(rows.size());
    if (asked.limit != 0 && rows.size() > asked.limit) rows.resize(asked.limit);
    changes.rows = std::move(rows);
    return changes;
}

}  // namespace skills
