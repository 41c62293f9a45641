#include "features/findings/paired_waves.hpp"

#include "features/findings/crossing.hpp"
#include "features/findings/frozen.hpp"
#include "features/findings/indicators.hpp"

namespace findings {
namespace {

using surveys::WaveRow;
using surveys::WaveStatus;

bool is_part_of(SurveyWaveId wave, WaveRow const& after) { return after.id == wave || after.pairs_with == wave; }

/// Closed ones that are compared with another.
std::vector<WaveRow> comparisons(db::Tx& tx)
{
    auto waves = surveys::all_waves(tx);
    std::erase_if(waves, [](WaveRow const& wave) { return wave.status != WaveStatus::closed || !wave.pairs_with; });
    return waves;
}

}  // namespace

std::optional<PairedWaves> shown_pair(db::Tx& tx, WaveRow const& wave)
{
    for (auto const& after : comparisons(tx)) {
        auto before = surveys::wave_row(tx, *after.pairs_with);
        if (is_part_of(wave.id, after) && before.status == WaveStatus::closed) return PairedWaves{std::move(before), after};
    }
    return std::nullopt;
}

std::vector<bool> may_compare_here(db::Tx& tx, Tallies& tallies, surveys::Library& library, PairedWaves const& pair,
                                   WaveRow const& wave)
{
    if (wave.keys_destroyed_at) return frozen_of(tx, wave.id).comparable;
    auto const is_before = wave.id == pair.before.id;
    auto const& other = is_before ? pair.after : pair.before;
    auto const survey = library.published(tx, wave.survey_id);
    auto const other_survey = library.published(tx, other.survey_id);
    auto const columns = tallies.columns(tx, wave, *survey);
    auto const other_columns = tallies.columns(tx, other, *other_survey);
    auto const people = is_before ? paired_people(*columns, *other_columns, pair.threshold())
                                  : paired_people(*other_columns, *columns, pair.threshold());
    auto const crossable = tallies.crossable(tx, wave, *survey);
    auto const first = surveys::fields_of(*survey);
    std::vector<bool> may(first.back());
    for (std::size_t q = 0; q < survey->questions.size(); ++q) {
        auto const& question = survey->questions[q];
        for (std::size_t field = first[q]; field < first[q + 1]; ++field) {
            auto const item = field - first[q];
            auto const there = field_of(*other_survey, question.code, question.items.empty() ? "" : question.items[item].code);
            if (!there) continue;
            std::vector<std::int16_t> pairs(columns->rows(), kNoGroup);
            for (auto const& [before, after] : people.rows) {
                auto const here = is_before ? before : after;
                if (columns->chosen[field][here] && other_columns->chosen[*there][is_before ? after : before]) pairs[here] = 0;
            }
            may[field] = may_tell_of(*survey, q, item, *columns, crossable->cuts, crossable->showing, pairs, wave.threshold);
        }
    }
    return may;
}

}  // namespace findings
