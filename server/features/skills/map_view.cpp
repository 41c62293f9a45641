#include "features/skills/map_view.hpp"

namespace skills {

SkillMapView map_view(GapIndex const& index)
{
    auto const& plan = index.plan();
    auto const counts = heat_by_category(index);
    SkillMapView view;
    for (auto const& area : plan.areas) view.areas.push_back({area.code, area.name, area.name_en});
    for (auto const& skill : plan.skills) {
        view.skills.push_back({skill.code, skill.name, skill.name_en, skill.area, skill.kind, skill.text, skill.clause});
    }
    for (std::size_t c = 0; c < index.map().categories(); ++c) {
        auto const& category = plan.categories[c];
        view.categories.push_back({category.code, category.name, category.name_en, category.axis, counts.rows[c].people});
        for (std::size_t s = 0; s < plan.skills.size(); ++s) {
            auto const& cell = index.map().cell(c, s);
            if (!cell.requirement) continue;
            auto const& r = *cell.requirement;
            auto const& count = counts.rows[c].cells[s];
            MapViewCell shown{category.code, plan.skills[s].code, r.mark,   r.scope,      r.qualifier, {}, r.confidence,
                              r.note,        r.alternative,       r.clause, count.needed, count.held};
            if (cell.inherited_from != categories::kNoCategory) {
                shown.inherited_from = plan.categories[static_cast<std::size_t>(cell.inherited_from)].name;
            }
            view.cells.push_back(std::move(shown));
        }
    }
    return view;
}

}  // namespace skills
