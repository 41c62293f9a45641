#include "features/surveys/published.hpp"

#include <algorithm>

namespace surveys {

std::optional<double> published_share(Indicator const& indicator, plan::Plan const& plan)
{
    if (indicator.baseline_options.empty()) return std::nullopt;
    double sum = 0;
    for (auto const& option : indicator.baseline_options) {
        auto const found = std::find_if(plan.baselines.begin(), plan.baselines.end(), [&](auto const& figure) {
            return figure.survey == indicator.baseline_survey && figure.question_code == indicator.baseline_question &&
                   figure.option == option;
        });
        if (found == plan.baselines.end() || !found->percent) return std::nullopt;
        sum += *found->percent;
    }
    return sum;
}

}  // namespace surveys
