#include "features/findings/pairs.hpp"

#include "features/findings/comparing.hpp"
#include "features/findings/paired_waves.hpp"

namespace findings {
namespace {

PairedWaves pair_of(db::Tx& tx, surveys::WaveRow const& wave)
{
    if (!wave.pairs_with) throw Refused{Code::conflict, {"この回と組になる回はありません。", "It is paired with no other wave."}};
    auto const before = surveys::wave_row(tx, *wave.pairs_with);
    if (before.status != surveys::WaveStatus::closed || wave.status != surveys::WaveStatus::closed)
        throw Refused{Code::wrong_status, {"両方の回を締め切ると比べられます。", "They are compared once both are closed."}};
    return {before, wave};
}

}  // namespace

Pairs pairs(http::Call const& call, SurveyWaveId id)
{
    auto const wave = surveys::wave_row(call.tx, id);
    if (!surveys::may_read(call, wave)) throw Refused{Code::not_found};
    auto const pair = pair_of(call.tx, wave);
    auto& library = call.service<surveys::Library>();
    auto& tallies = call.service<Tallies>();
    auto const asked_before = library.published(call.tx, pair.before.survey_id);
    auto const asked_after = library.published(call.tx, pair.after.survey_id);
    auto const first = tallies.columns(call.tx, pair.before, *asked_before);
    auto const second = tallies.columns(call.tx, pair.after, *asked_after);
    auto const people = paired_people(*first, *second, pair.threshold());
    Pairs pairs;
    pairs.before = surveys::any_wave(call, pair.before);
    pairs.after = surveys::any_wave(call, pair.after);
    pairs.pairs = static_cast<std::int64_t>(people.rows.size());
    pairs.left_out = people.left_out;
    pairs.too_few = people.rows.empty();
    if (pairs.too_few) return pairs;
    Comparison const compared{{*asked_before, *first, may_compare_here(call.tx, tallies, library, pair, pair.before)},
                              {*asked_after, *second, may_compare_here(call.tx, tallies, library, pair, pair.after)},
                              people,
                              pair.threshold()};
    pairs.shares = compared.shares();
    pairs.means = compared.means();
    return pairs;
}

}  // namespace findings
