// Work that takes longer than a request: queued in the table `job` by the transaction that asks for it, done one after another on
// the municipality's own thread, picked up again after a restart.
#pragma once
#include "platform/core/clock.hpp"
#include "platform/db/database.hpp"
#include "platform/json/json.hpp"

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
    std::vector<Problem> problems;
};
BOOST_DESCRIBE_STRUCT(Failure, (), (code, message, message_en, detail, problems))

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

/// One for each municipality. Thread-safe.
class Runner {
public:
    /// `changed` is told every step of every job; it must be quick.
    Runner(db::Database&, Clock const&, std::function<void(Job const&)> changed = {});
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
    void take_up_what_was_left();
    void run_until_stopped();
    bool run_next();
    void run(JobId, std::string const& kind, std::string input);
    void end(JobId, State, std::string const& result);
    void show(JobId, std::string const& kind, int percent, std::string_view step);

    db::Database& database_;
    Clock const& clock_;
    std::function<void(Job const&)> changed_;
    std::map<std::string, Kind> kinds_;
    mutable std::mutex mutex_;
    std::condition_variable told_;
    std::optional<Job> live_;
    bool asked_ = true;
    bool idle_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace jobs
