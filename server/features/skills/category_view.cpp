#include "features/skills/category_view.hpp"

namespace skills {

CategoryList category_list(GapIndex const& index)
{
    auto const& plan = index.plan();
    auto const rows = static_cast<std::uint32_t>(index.standings().size());
    CategoryList list;
    auto const population = plan::parse_rule(plan.population.rule.empty() ? "everyone" : plan.population.rule).root;
    list.population = {rows,
                       index.counted_people(0, rows),
                       plan.population.rule,
                       plan::sentence_ja(population, plan),
                       plan::sentence_en(population, plan),
                       plan.population.clause};
    for (auto const& axis : plan.axes) list.axes.push_back({axis.code, axis.name, axis.name_en});
    for (std::size_t c = 0; c < index.map().categories(); ++c) {
        auto const& category = plan.categories[c];
        auto const rule = plan::parse_rule(category.rule).root;
        list.categories.push_back({category.code, category.name, category.name_en, category.axis, category.rule,
                                   plan::sentence_ja(rule, plan), plan::sentence_en(rule, plan), 0, 0, category.clause,
                                   category.note, category.confidence});
    }
    for (auto const& standing : index.standings()) {
        for (std::size_t c = 0; c < list.categories.size(); ++c) list.categories[c].people += standing.categories >> c & 1;
        auto const primary = index.classifier().primary(standing.categories);
        if (primary != categories::kNoCategory) ++list.categories[static_cast<std::size_t>(primary)].primary_people;
    }
    return list;
}

MemberList members(GapIndex const& index, std::size_t category, std::function<bool(people::Person const&)> const& seen,
                   std::size_t limit)
{
    auto const& roster = index.roster();
    auto const only = categories::CategorySet{1} << category;
    MemberList list;
    for (std::size_t row = 0; row < roster.people.size(); ++row) {
        auto const& person = roster.people[row];
        if (!(index.standings()[row].categories & only) || !seen(person)) continue;
        ++list.total;
        if (list.rows.size() >= limit) continue;
        auto why = categories::memberships(index.plan(), roster, index.classifier(), person, only).front();
        list.rows.push_back({person.id, roster.words.text(person.name),
                             person.place() == people::kNowhere ? "" : roster.tree.path(person.place()),
                             person.posts.empty() ? "" : roster.words.text(person.posts.front().rank), std::move(why.reason),
                             std::move(why.because)});
    }
    return list;
}

}  // namespace skills
