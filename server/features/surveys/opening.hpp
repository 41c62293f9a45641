// Opening and ending a wave, for people and for the calendar alike.
#pragma once
#include "features/skills/everybody.hpp"
#include "features/surveys/waves.hpp"

namespace surveys {

/// Everybody who is asked is given a pseudonym. Refuses with conflict as open_wave() says. How many are asked.
std::int64_t give_keys(db::Tx&, skills::Everybody&, WaveRow, Date today);
/// The last answers come into the figures; drafts and letters are forgotten.
void end_wave(db::Tx&, SurveyWaveId);
/// The keys go; when is kept.
void forget_keys(db::Tx&, SurveyWaveId, Instant now);

/// Waves of runs: added by the calendar, opened with those who sit in the run on that day.
struct RunWave {
    SurveyId survey;
    CourseRunId run;
    std::string name;
    WaveKind kind = WaveKind::after;
    std::optional<SurveyWaveId> pairs_with;
    Date opens_on, closes_on, keys_until;
    int threshold = kUsualThreshold;
};
SurveyWaveId add_run_wave(db::Tx&, RunWave const&, Instant now);

}  // namespace surveys
