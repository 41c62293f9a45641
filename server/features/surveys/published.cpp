#include "features/surveys/published.hpp"

#include <algorithm>

namespace surveys {

std::vector<plan::Baseline const*> published_figures(Indicator const& indicator, plan::Plan const& plan)
{
    std::vector<plan::Baseline const*> figures;
    for (auto const& option : indicator.baseline_options) {
        auto const found = std::find_if(plan.baselines.begin(), plan.baselines.end(), [&](auto const& figure) {
            return figure.survey == indicator.baseline_survey && figure.question_code == indicator.baseline_question &&
                   figure.option == option;
        });
        if (found == plan.baselines.end() || !found->percent) return {};
        figures.push_back(&*found);
    }
    return figures;
}

std::optional<double> published_share(Indicator const& indicator, plan::Plan const& plan)
{
    auto const figures = published_figures(indicator, plan);
    if (figures.empty()) return std::nullopt;
    double sum = 0;
    for (auto const* const figure : figures) sum += *figure->percent;
    return sum;
}

}  // namespace surveys
