#include "features/findings/caretaker.hpp"

#include "features/audit/audit.hpp"
#include "features/findings/evaluation.hpp"
#include "features/findings/frozen.hpp"
#include "features/findings/run_waves.hpp"
#include "features/surveys/keys.hpp"
#include "features/surveys/opening.hpp"
#include "features/surveys/release.hpp"

#include <algorithm>

namespace findings {
namespace {

using surveys::WaveRow;
using surveys::WaveStatus;

constexpr std::chrono::seconds kBeat{1};

db::Sql const kOver{"SELECT id FROM survey_wave WHERE status = 'open' AND closes_on < $1"};
db::Sql const kKeysDue{R"(
    SELECT id FROM survey_wave WHERE status IN ('open', 'closed') AND keys_destroyed_at IS NULL AND keys_until < $1 ORDER BY id)"};
// The two files are not written as one: the power may go between them. As long as nobody has answered nothing is lost.
db::Sql const kWithoutKeys{R"(
    SELECT w.id FROM survey_wave w WHERE w.status = 'open' AND w.invited > 0
       AND NOT EXISTS (SELECT 1 FROM survey_key k WHERE k.wave_id = w.id)
       AND NOT EXISTS (SELECT 1 FROM survey_response r WHERE r.wave_id = w.id)
       AND NOT EXISTS (SELECT 1 FROM survey_draft d WHERE d.wave_id = w.id) ORDER BY w.id)"};
// The other way round: the wave was called off or its key destroyed, and the file of keys does not know.
db::Sql const kKeysLeft{R"(
    SELECT DISTINCT wave_id FROM survey_key
     WHERE wave_id NOT IN (SELECT id FROM survey_wave WHERE status IN ('open', 'closed') AND keys_destroyed_at IS NULL)
     ORDER BY wave_id)"};
db::Sql const kToOpen{"SELECT id FROM survey_wave WHERE status = 'draft' AND run_id IS NOT NULL ORDER BY id"};
db::Sql const kOpen{"SELECT id, threshold FROM survey_wave WHERE status = 'open'"};
db::Sql const kCounted{"SELECT count(*) FROM survey_response WHERE wave_id = $1 AND batch > 0"};
db::Sql const kForget{"DELETE FROM survey_wave WHERE id = $1"};

}  // namespace

Caretaker::Caretaker(db::Database& database, Clock const& clock, Rooms rooms, SurveysTold told)
    : database_(database), clock_(clock), rooms_(rooms), told_(std::move(told))
{
}

Caretaker::~Caretaker()
{
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
    }
    stopped_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Caretaker::start()
{
    std::lock_guard const lock(mutex_);
    if (!thread_.joinable()) thread_ = std::thread([this] { work_until_stopped(); });
}

void Caretaker::work_until_stopped()
{
    for (;;) {
        try {
            if (tended_ != clock_.today()) tend_day();
            tend_open_waves();
        } catch (std::exception const& error) {  // full disk, database away: it is tried again
            if (told_.failed) told_.failed(error.what());
        }
        std::unique_lock lock(mutex_);
        if (stopped_.wait_for(lock, kBeat, [this] { return stopping_; })) return;
    }
}

void Caretaker::tend_day()
{
    auto const today = clock_.today();
    auto const now = clock_.now();
    close_what_is_over(today);
    destroy_keys(today, now);
    destroy_keys_left(now);
    give_lost_keys(today);
    attach_and_open(today, now);
    for (auto const& task : tasks_) database_.write([&](db::Tx& tx) { task(tx, today); });
    tended_ = today;
}

/// Each wave for itself: what goes wrong with one keeps no other from its day.
template <class F>
void Caretaker::each(std::vector<SurveyWaveId> const& waves, F&& f)
{
    for (auto const id : waves) try {
            f(id);
        } catch (std::exception const& error) {
            if (told_.failed) told_.failed("wave " + std::to_string(id.value) + ": " + error.what());
        }
}

void Caretaker::close_what_is_over(Date today)
{
    each(database_.read([&](db::Tx& tx) { return tx.all<SurveyWaveId>(kOver, today); }), [&](SurveyWaveId id) {
        database_.write([&](db::Tx& tx) {
            surveys::end_wave(tx, id);
            audit::record(tx, system_actor("calendar"), clock_.now(), "surveys.wave_closed", "survey_wave", id);
        });
    });
}

/// Tables are kept, the key goes, and only then it is said to be gone: three transactions, because the key lies in a file of its
/// own. The promise is kept even where the tables cannot be.
void Caretaker::destroy_keys(Date today, Instant now)
{
    auto const due = database_.read([&](db::Tx& tx) { return tx.all<SurveyWaveId>(kKeysDue, today); });
    each(due, [&](SurveyWaveId id) {
        database_.write([&](db::Tx& tx) { freeze(tx, rooms_.tallies, rooms_.surveys, rooms_.plans, surveys::wave_row(tx, id)); });
    });
    each(due, [&](SurveyWaveId id) {
        database_.write([&](db::Tx& tx) { surveys::destroy_keys(tx, id); });
        rooms_.tallies.forget(id);
        database_.write([&](db::Tx& tx) {
            surveys::forget_keys(tx, id, now);
            audit::record(tx, system_actor("calendar"), now, "surveys.keys_destroyed", "survey_wave", id);
        });
    });
}

/// Where the wave it is paired with has lost its key too, none can be given.
void Caretaker::give_lost_keys(Date today)
{
    each(database_.read([](db::Tx& tx) { return tx.all<SurveyWaveId>(kWithoutKeys); }), [&](SurveyWaveId id) {
        database_.write([&](db::Tx& tx) { surveys::give_keys(tx, rooms_.everybody, surveys::wave_row(tx, id), today); });
    });
}

void Caretaker::destroy_keys_left(Instant now)
{
    database_.write([&](db::Tx& tx) {
        for (auto const id : tx.all<SurveyWaveId>(kKeysLeft)) {
            surveys::destroy_keys(tx, id);
            audit::record(tx, system_actor("calendar"), now, "surveys.keys_destroyed", "survey_wave", id);
        }
    });
}

void Caretaker::attach_and_open(Date today, Instant now)
{
    database_.write([&](db::Tx& tx) {
        if (auto const versioned = rooms_.plans.maybe_in_force(tx, today))
            attach_waves(tx, versioned->plan, evaluation_setting(tx), today, now);
    });
    each(database_.read([](db::Tx& tx) { return tx.all<SurveyWaveId>(kToOpen); }), [&](SurveyWaveId id) {
        database_.write([&](db::Tx& tx) {
            auto const nobody = surveys::give_keys(tx, rooms_.everybody, surveys::wave_row(tx, id), today) == 0;
            if (nobody) tx.run(kForget, id);  // nobody sits in the run
        });
    });
}

void Caretaker::tend_open_waves()
{
    auto const open = database_.read([](db::Tx& tx) { return tx.all<OpenWave>(kOpen); });
    keep_closed_ready(open);
    for (auto const& wave : open) {
        auto const enough = database_.read([&](db::Tx& tx) { return surveys::has_enough_held(tx, wave.id, wave.threshold); });
        if (enough) database_.write([&](db::Tx& tx) { surveys::release_some(tx, wave.id, wave.threshold); });
        tell(wave.id);
    }
}

void Caretaker::tell(SurveyWaveId id)
{
    auto& last = pulses_[id];
    auto const pulse = database_.read([&](db::Tx& tx) {
        auto const wave = surveys::wave_row(tx, id);
        auto const moved = last.batch != wave.batch || last.wave != id;
        auto const counted = moved ? tx.one<std::int64_t>(kCounted, id) : last.counted;
        if (moved) rooms_.tallies.columns(tx, wave, *rooms_.surveys.published(tx, wave.survey_id));
        return Pulse{id, counted + surveys::held_back(tx, id), wave.batch, counted};
    });
    auto const news = last.answered != pulse.answered || last.batch != pulse.batch;
    last = pulse;
    if (news && told_.moved) told_.moved(pulse);
}

void Caretaker::keep_closed_ready(std::vector<OpenWave> const& open)
{
    std::erase_if(pulses_, [&](auto const& told) {
        auto const still = std::any_of(open.begin(), open.end(), [&](auto const& wave) { return wave.id == told.first; });
        if (!still)
            database_.read([&](db::Tx& tx) {
                auto const wave = surveys::wave_row(tx, told.first);
                if (wave.status == WaveStatus::closed && !wave.keys_destroyed_at)
                    rooms_.tallies.crossable(tx, wave, *rooms_.surveys.published(tx, wave.survey_id));
            });
        return !still;
    });
}

}  // namespace findings
