// Work that takes longer than a request: queued in the table `job` by the transaction that asks for it, done one after another on
// the municipality's own thread, picked up again after a restart.
#pragma once
#include "platform/core/clock.hpp"
#include "platform/db/database.hpp"
#include "platform/json/json.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace jobs {

enum class State { queued, running, done, refused, failed };
BOOST_DESCRIBE_ENUM(State, queued, running, done, refused, failed)

struct Job {
    JobId id;
    std::string kind;
    State state = State::queued;
    int progress = 0;  ///< 0–100
    std::string step;  ///< what is being done, as a phrase
    json::Raw result;  ///< done: what the kind promises; refused and failed: a Failure; else null
};
BOOST_DESCRIBE_STRUCT(Job, (), (id, kind, state, progress, step, result))

/// The result of a job that was refused or failed.
struct Failure {
    std::string code;  ///< of the refusal; "failed" when nobody foresaw it
    std::string message;
    std::string message_en;
    std::string detail;
    std::string detail_en;
    std::vector<Problem> problems;
};
BOOST_DESCRIBE_STRUCT(Failure, (), (code, message, message_en, detail, detail_en, problems))

/// One run of one job, as its handler sees it.
class Work {
public:
    db::Database& database;
    JobId id;
    std::string input;

    /// Seen at once by whoever asks; not kept over a restart.
    void step(int percent, std::string_view text) { show_(percent, text); }
    /// In the transaction that does the work, so that both are durable or neither: a job that is run again after a kill has done
    /// nothing yet. Throws when somebody else has finished it meanwhile.
    void finish(db::Tx&, std::string const& result_json);

    using Show = std::function<void(int percent, std::string_view step)>;
    Work(db::Database& where, JobId job, std::string text, Clock const& clock, Show show)
        : database(where), id(job), input(std::move(text)), clock_(clock), show_(std::move(show))
    {
    }
    bool finished() const { return finished_; }

private:
    Clock const& clock_;
    Show show_;
    bool finished_ = false;
};

/// Throws Refused to refuse. One that returns without finish() is done without a result.
using Handler = std::function<void(Work&)>;

/// What becomes of a job that was running when the server stopped.
enum class AfterRestart { run_again, give_up };

struct NewJob {
    std::string kind;
    std::string input;
    std::optional<AccountId> created_by;
};

/// Who is told what; both must be quick.
struct Told {
    std::function<void(Job const&)> changed{};                        ///< every step of every job
    std::function<void(Job const&, std::string_view what)> failed{};  ///< why, for the log: what no user is shown
};

/// One for each municipality. Thread-safe.
class Runner {
public:
    Runner(db::Database&, Clock const&, Told = {});
    /// Lets the job that is running come to its end; the next start takes up the rest.
    ~Runner();
    Runner(Runner const&) = delete;

    void handle(std::string kind, AfterRestart, Handler);
    /// After every kind has its handler.
    void start();

    /// Runs once this transaction is durable.
    Job submit(db::Tx&, NewJob const&);
    /// With the live progress. Refuses with not_found; `owner`: only a job this account has asked for.
    Job find(db::Tx&, JobId, std::optional<AccountId> owner = {}) const;
    /// Waits until nothing is queued or running: for the command line and for tests.
    void wait_until_idle();

private:
    struct Kind {
        AfterRestart after_restart;
        Handler run;
    };
    struct Outcome {
        State state = State::done;
        std::string result;
    };
    void take_up_what_was_left();
    void run_until_stopped();
    bool run_next();
    void run(JobId, std::string const& kind, std::string input);
    Outcome outcome_of(Work&, Job const&);
    void end(JobId, State, std::string const& result);
    void end_at_last(Job const&, Outcome const&);
    bool stopped_within_a_second();
    void tell_failure(Job const&, std::string_view what) const;
    void show(JobId, std::string const& kind, int percent, std::string_view step);

    db::Database& database_;
    Clock const& clock_;
    Told told_;
    std::map<std::string, Kind> kinds_;
    mutable std::mutex mutex_;
    std::condition_variable woken_;
    std::optional<Job> live_;
    bool asked_ = true;
    bool idle_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace jobs
