#include "features/surveys/opening.hpp"

#include "features/surveys/audience.hpp"
#include "features/surveys/keys.hpp"
#include "features/surveys/release.hpp"

namespace surveys {
namespace {

db::Sql const kOpen{R"(
    UPDATE survey_wave SET status = 'open', panel_id = $2, invited = $3, revision = revision + 1 WHERE id = $1)"};
db::Sql const kClose{"UPDATE survey_wave SET status = 'closed', revision = revision + 1 WHERE id = $1"};
db::Sql const kForgetDrafts{"DELETE FROM survey_draft WHERE wave_id = $1"};
// Who was reminded is who had not answered.
db::Sql const kForgetLetters{R"(
    DELETE FROM letter WHERE round_id IN (SELECT id FROM reminder_round WHERE survey_wave_id = $1))"};
db::Sql const kKeysGone{"UPDATE survey_wave SET keys_destroyed_at = $2 WHERE id = $1"};
db::Sql const kOtherPartner{
    "SELECT 1 FROM survey_wave WHERE pairs_with = $1 AND id <> $2 AND status IN ('open', 'closed') LIMIT 1"};
db::Sql const kAddRunWave{R"(
    INSERT INTO survey_wave (survey_id, name, kind, pairs_with, audience, as_of, opens_on, closes_on, threshold, readers,
                             keys_until, note, status, run_id, created_at)
    VALUES ($1, $2, $3, $4, '', $5, $5, $6, $7, 'office', $8, '', 'draft', $9, $10) RETURNING id)"};

/// The wave whose pseudonyms are used again.
std::int64_t panel_of(db::Tx& tx, WaveRow const& wave)
{
    if (!wave.pairs_with) return wave.id.value;
    auto const other = wave_row(tx, *wave.pairs_with);
    if (tx.maybe_one<int>(kOtherPartner, other.id, wave.id))
        throw Refused{Code::conflict,
                      {"「" + other.name +
                           "」は、もう別の回と比べることになっています。二つの比較を重ねると、少人数の回答が分かるおそれ"
                           "があります。",
                       "\"" + other.name +
                           "\" is compared with another wave already. Two comparisons laid over each other could "
                           "show the answers of a few people."}};
    if (wave.keys_until > other.keys_until)
        throw Refused{Code::conflict,
                      {"組になる回で約束した、対応表の保存期限より後にはできません。",
                       "Its key cannot live longer than was promised in the wave it is paired with."}};
    if (other.status == WaveStatus::draft)
        throw Refused{Code::conflict, {"組になる回を先に始めてください。", "Open the wave it is paired with first."}};
    if (other.keys_destroyed_at || !has_keys(tx, other.id))
        throw Refused{Code::conflict,
                      {"組になる回の対応表は消えています。同じ人の回答を比べることはできません。",
                       "The key of the wave it is paired with is gone: nobody's answers can be compared any more."}};
    return other.panel_id;
}

}  // namespace

std::int64_t give_keys(db::Tx& tx, skills::Everybody& everybody, WaveRow wave, Date today)
{
    wave.panel_id = panel_of(tx, wave);
    auto keys = audience_of(tx, everybody, wave, today);
    auto const invited = static_cast<std::int64_t>(keys.size());
    if (!wave.run_id && invited < wave.threshold)
        throw Refused{Code::conflict,
                      {"対象者が、表示する最も小さい集団より少なくなります(" + std::to_string(invited) + "人)。",
                       "Fewer people (" + std::to_string(invited) + ") would be asked than the smallest group shown."}};
    write_keys(tx, std::move(keys));
    tx.run(kOpen, wave.id, wave.panel_id, invited);
    return invited;
}

void end_wave(db::Tx& tx, SurveyWaveId id)
{
    release_all(tx, id);
    tx.run(kForgetDrafts, id);
    tx.run(kForgetLetters, id);
    tx.run(kClose, id);
}

void forget_keys(db::Tx& tx, SurveyWaveId id, Instant now)
{
    destroy_keys(tx, id);
    tx.run(kKeysGone, id, now);
}

SurveyWaveId add_run_wave(db::Tx& tx, RunWave const& wave, Instant now)
{
    return SurveyWaveId{tx.insert(kAddRunWave, wave.survey, wave.name, wave.kind, wave.pairs_with, wave.opens_on, wave.closes_on,
                                  wave.threshold, wave.keys_until, wave.run, now)};
}

}  // namespace surveys
