// What the plan has published about an indicator: the figures that it names, added up.
#pragma once
#include "features/plan/plan.hpp"
#include "features/surveys/survey.hpp"

namespace surveys {

/// The figures in the order in which the indicator names them. None where it names none, or where the plan lacks one of them or
/// states no percentage.
std::vector<plan::Baseline const*> published_figures(Indicator const&, plan::Plan const&);
/// Percent. None where the indicator names no figures, or where the plan lacks one of them.
std::optional<double> published_share(Indicator const&, plan::Plan const&);

}  // namespace surveys
