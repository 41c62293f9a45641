#include "features/surveys/release.hpp"

namespace surveys {
namespace {

db::Sql const kHeld{"SELECT count(*) FROM survey_response WHERE wave_id = $1 AND batch = 0"};
// Pseudonyms are random, so the lot decides who waits.
db::Sql const kLastToGo{R"(
    SELECT pseudonym FROM survey_response WHERE wave_id = $1 AND batch = 0 ORDER BY pseudonym DESC LIMIT 1 OFFSET $2)"};
// One step at a time, whichever server takes it.
db::Sql const kStep{"UPDATE survey_wave SET batch = batch + 1 WHERE id = $1 RETURNING batch"};
db::Sql const kRelease{"UPDATE survey_response SET batch = $2 WHERE wave_id = $1 AND batch = 0 AND pseudonym <= $3"};
db::Sql const kReleaseAll{"UPDATE survey_response SET batch = $2 WHERE wave_id = $1 AND batch = 0"};

}  // namespace

std::int64_t held_back(db::Tx& tx, SurveyWaveId wave) { return tx.one<std::int64_t>(kHeld, wave); }

bool has_enough_held(db::Tx& tx, SurveyWaveId wave, int threshold) { return held_back(tx, wave) >= 2 * threshold; }

void release_some(db::Tx& tx, SurveyWaveId wave, int threshold)
{
    auto const batch = tx.one<std::int64_t>(kStep, wave);
    if (!has_enough_held(tx, wave, threshold)) return;
    auto const last = tx.one<std::string>(kLastToGo, wave, threshold);
    tx.run(kRelease, wave, batch, last);
}

void release_all(db::Tx& tx, SurveyWaveId wave)
{
    auto const batch = tx.one<std::int64_t>(kStep, wave);
    tx.run(kReleaseAll, wave, batch);
}

}  // namespace surveys
