// While a wave is open its figures move in steps: answers wait until there are so many that no step speaks of fewer people than
// the threshold, and as many again stay back, so that neither will the last step. What moves together is one batch; a batch never
// changes once it is in the figures.
#pragma once
#include "features/surveys/survey.hpp"
#include "platform/db/tx.hpp"

namespace surveys {

/// Whether there are enough to let some of them into the figures.
bool has_enough_held(db::Tx&, SurveyWaveId, int threshold);
/// Lets all but `threshold` of those held back into the figures; nothing when there are not enough.
void release_some(db::Tx&, SurveyWaveId, int threshold);
/// At the end of the wave.
void release_all(db::Tx&, SurveyWaveId);
std::int64_t held_back(db::Tx&, SurveyWaveId);

}  // namespace surveys
