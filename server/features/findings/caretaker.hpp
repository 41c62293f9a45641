// What happens to surveys by the calendar and not by a request: waves of runs are attached and opened, waves that are over are
// closed, keys whose day has come are destroyed; and while a wave is open, answers are let into its figures step by step and its
// viewers are told. Whatever else a new day brings in other rooms is done here too.
#pragma once
#include "features/findings/tally.hpp"
#include "features/skills/everybody.hpp"
#include "platform/db/database.hpp"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace findings {

/// What viewers of an open wave hear.
struct Pulse {
    SurveyWaveId wave;
    std::int64_t answered = 0, batch = 0;
    std::int64_t counted = 0;  ///< in the figures
};
BOOST_DESCRIBE_STRUCT(Pulse, (), (wave, answered, batch, counted))

/// Who hears of it; nobody when left out.
struct SurveysTold {
    std::function<void(Pulse const&)> moved{};
    std::function<void(std::string_view what)> failed{};
};

struct OpenWave {
    SurveyWaveId id;
    int threshold = 0;
};
BOOST_DESCRIBE_STRUCT(OpenWave, (), (id, threshold))

/// One for each municipality. Thread-safe; several processes may share the database.
class Caretaker {
public:
    struct Rooms {
        plan::Library& plans;
        skills::Everybody& everybody;
        surveys::Library& surveys;
        Tallies& tallies;
    };
    Caretaker(db::Database&, Clock const&, Rooms, SurveysTold = {});
    ~Caretaker();
    Caretaker(Caretaker const&) = delete;

    /// What another room does on a new day, before the start.
    void also_each_day(std::function<void(db::Tx&, Date today)> task) { tasks_.push_back(std::move(task)); }
    /// From now on every second, and every day at its first second; before it, nothing happens by itself.
    void start();
    /// What the day brings; for tests, and at the start.
    void tend_day();
    /// Lets answers into the figures and tells who watches; for tests.
    void tend_open_waves();

private:
    void work_until_stopped();
    template <class F>
    void each(std::vector<SurveyWaveId> const&, F&&);
    void close_what_is_over(Date today);
    void destroy_keys(Date today, Instant now);
    void destroy_keys_left(Instant now);
    void give_lost_keys(Date today);
    void attach_and_open(Date today, Instant now);
    void tell(SurveyWaveId);
    /// What everybody looks at next is computed before they ask.
    void keep_closed_ready(std::vector<OpenWave> const& open);

    db::Database& database_;
    Clock const& clock_;
    Rooms rooms_;
    SurveysTold told_;
    std::vector<std::function<void(db::Tx&, Date)>> tasks_;
    std::map<SurveyWaveId, Pulse> pulses_;  ///< as told last
    std::optional<Date> tended_;
    std::mutex mutex_;
    std::condition_variable stopped_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace findings
