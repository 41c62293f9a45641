#include "features/skills/people_days.hpp"

#include "platform/text/fold.hpp"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

namespace skills {
namespace {

class GapView final : public people::DayView {
public:
    explicit GapView(GapIndex const& index) : index_(index) {}

    people::Roster const& roster() const override { return index_.roster(); }

    people::Brief brief(std::uint32_t row) const override
    {
        auto const& standing = index_.standings()[row];
        people::Brief brief{
            {}, {}, static_cast<int>(standing.needed.count()), static_cast<int>((standing.needed & standing.held).count())};
        auto const primary = index_.classifier().primary(standing.categories);
        if (primary == categories::kNoCategory) return brief;
        auto const& category = index_.plan().categories[static_cast<std::size_t>(primary)];
        brief.category = category.code;
        brief.category_name = category.name;
        return brief;
    }

    std::string_view band(std::uint32_t row) const override
    {
        auto const band = index_.classifier().band(person(row));
        return band ? boost::describe::enum_to_string(*band, "") : "";
    }

    int seniority(std::uint32_t row) const override { return index_.classifier().rank_order(person(row)); }

    Test in_category(std::string_view code) const override
    {
        auto const category = index_.map().find_category(code);
        if (category < 0) return nobody();
        return [this, bit = categories::CategorySet{1} << category](std::uint32_t row) {
            return (index_.standings()[row].categories & bit) != 0;
        };
    }

    Test lacks(std::string_view code) const override
    {
        auto const skill = index_.map().find_skill(code);
        if (skill < 0) return nobody();
        return [this, skill = static_cast<std::size_t>(skill)](std::uint32_t row) {
            auto const& standing = index_.standings()[row];
            return standing.active && standing.needed[skill] && !standing.held[skill];
        };
    }

private:
    people::Person const& person(std::uint32_t row) const { return index_.roster().people[row]; }
    GapIndex const& index_;
};

template <class Items>
std::optional<people::PlanName> name_in(Items const& items, std::string_view code)
{
    auto const item = std::find_if(items.begin(), items.end(), [&](auto const& each) { return each.code == code; });
    if (item == items.end()) return std::nullopt;
    return people::PlanName{item->name, item->name_en.empty() ? item->name : item->name_en};
}

}  // namespace

void PeopleDays::with(db::Tx& tx, Date on, Date announced, std::function<void(people::DayView const&)> const& f)
{
    if (library_.maybe_in_force(tx, on)) {
        everybody_.ask(tx, on, announced, [&](GapIndex const& index) { f(GapView{index}); });
    } else {
        without_plan_.ask(tx, on, announced, [&](people::DayView const& day) {
            f(day);
            return true;
        });
    }
}

std::optional<people::PlanName> PlanWords::name(db::Tx& tx, Date on, people::PlanTerm term, std::string_view code)
{
    auto const versioned = library_.maybe_in_force(tx, on);
    if (!versioned) return std::nullopt;
    switch (term) {
        case people::PlanTerm::role: return name_in(versioned->plan.roles, code);
        case people::PlanTerm::course: return name_in(versioned->plan.courses, code);
        case people::PlanTerm::level: return name_in(versioned->plan.levels, code);
    }
    return std::nullopt;
}

people::Area PlanWords::area(db::Tx& tx, Date on)
{
    auto const versioned = library_.maybe_in_force(tx, on);
    if (!versioned) return {};
    return {versioned->plan.municipality.area_code, versioned->plan.municipality.name};
}

std::shared_ptr<PlanWords::Index const> PlanWords::index(db::Tx& tx, Date on)
{
    auto const versioned = library_.maybe_in_force(tx, on);
    if (!versioned) return std::make_shared<Index const>();
    auto const& version = versioned->version;
    std::lock_guard const lock{guard_};
    if (index_ && index_->version == version.id && index_->revision == version.revision) return index_;

    auto made = std::make_shared<Index>(Index{version.id, version.revision, {}});
    auto const add = [&](people::HitKind kind, std::string const& code, std::string const& title, std::string const& subtitle,
                         std::string url) {
        made->known.push_back({text::fold(title + ' ' + code), {kind, {}, code, title, subtitle, std::move(url)}});
    };
    auto const& plan = versioned->plan;
    for (auto const& skill : plan.skills)
        add(people::HitKind::skill, skill.code, skill.name, skill.text, "/skills?skill=" + skill.code);
    for (auto const& category : plan.categories)
        add(people::HitKind::category, category.code, category.name, category.reason, "/categories?category=" + category.code);
    for (auto const& course : plan.courses)
        add(people::HitKind::course, course.code, course.name, course.summary, "/plan#course-" + course.code);
    for (auto const& entry : plan.glossary) add(people::HitKind::term, entry.term, entry.term, entry.meaning, "/plan#glossary");
    index_ = std::move(made);
    return index_;
}

std::vector<people::Hit> PlanWords::search(db::Tx& tx, Date on, std::string_view folded, std::size_t most)
{
    std::vector<people::Hit> hits;
    auto const known = index(tx, on);
    for (auto const& each : known->known) {
        if (hits.size() == most) break;
        if (each.folded.find(folded) != std::string::npos) hits.push_back(each.hit);
    }
    return hits;
}

}  // namespace skills
