// What is attached to a run by itself: before, after, reaction and follow-up, each opened on its day with those who sit in the
// run.
#pragma once
#include "features/findings/evaluation.hpp"

namespace findings {

/// Closed and open ones, by day.
std::vector<surveys::WaveRow> waves_of_run(db::Tx&, CourseRunId);

/// Adds the waves whose day has come: before = from the close of applications to the first session; after and reaction = from the
/// last session's day; follow-up = the set number of days later. Each at most once a run; none for a run whose day had passed
/// before the setting was made or that was called off.
void attach_waves(db::Tx&, plan::Plan const&, EvaluationSetting const&, Date today, Instant now);

}  // namespace findings
