// What the plan has published about an indicator: the figures that it names, added up.
#pragma once
#include "features/plan/plan.hpp"
#include "features/surveys/survey.hpp"

namespace surveys {

/// Percent. None where the indicator names no figures, or where the plan lacks one of them.
std::optional<double> published_share(Indicator const&, plan::Plan const&);

}  // namespace surveys
