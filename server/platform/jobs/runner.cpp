#include "platform/jobs/runner.hpp"

#include "platform/core/refused.hpp"

namespace jobs {
namespace {

db::Sql const kInsert{R"(
    INSERT INTO job (kind, state, input, created_at, created_by) VALUES ($1, 'queued', $2, $3, $4) RETURNING id)"};

db::Sql const kFind{R"(
    SELECT id, kind, state, progress, step, result, created_by FROM job WHERE id = $1)"};

db::Sql const kOldestQueued{"SELECT id, kind, input FROM job WHERE state = 'queued' ORDER BY id LIMIT 1"};

db::Sql const kBegin{"UPDATE job SET state = 'running', started_at = $2 WHERE id = $1 AND state = 'queued'"};

db::Sql const kFinish{R"(
    UPDATE job SET state = $2, result = $3, finished_at = $4, progress = 100, step = '' WHERE id = $1 AND state = 'running')"};

db::Sql const kRunning{"SELECT id, kind FROM job WHERE state = 'running' ORDER BY id"};

db::Sql const kQueueAgain{"UPDATE job SET state = 'queued' WHERE id = $1 AND state = 'running'"};

struct Row {
    JobId id;
    std::string kind;
    State state;
    int progress;
    std::string step;
    std::optional<std::string> result;
    std::optional<AccountId> created_by;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, kind, state, progress, step, result, created_by))

struct Waiting {
    JobId id;
    std::string kind, input;
};
BOOST_DESCRIBE_STRUCT(Waiting, (), (id, kind, input))

struct Left {
    JobId id;
    std::string kind;
};
BOOST_DESCRIBE_STRUCT(Left, (), (id, kind))

std::string failure(Refused const& refused)
{
    auto const text = text_of(refused.code);
    return json::write(Failure{std::string(name_of(refused.code)), std::string(text.ja), std::string(text.en), refused.detail,
                               refused.detail_en, refused.problems});
}

std::string failure(std::string ja, std::string en)
{
    return json::write(Failure{"failed", std::move(ja), std::move(en), {}, {}, {}});
}

}  // namespace

void Work::finish(db::Tx& tx, std::string const& result_json)
{
    if (tx.run(kFinish, id, State::done, result_json, clock_.now()) != 1)
        throw std::logic_error("the job was finished elsewhere");
    tx.after_commit([this] { finished_ = true; });
}

Runner::Runner(db::Database& database, Clock const& clock, Told told) : database_(database), clock_(clock), told_(std::move(told))
{
}

Runner::~Runner()
{
    {
        std::lock_guard const lock{mutex_};
        stopping_ = true;
        woken_.notify_all();
    }
    if (thread_.joinable()) thread_.join();
}

void Runner::handle(std::string kind, AfterRestart after_restart, Handler run)
{
    kinds_.insert_or_assign(std::move(kind), Kind{after_restart, std::move(run)});
}

void Runner::start()
{
    take_up_what_was_left();
    thread_ = std::thread([this] { run_until_stopped(); });
}

void Runner::take_up_what_was_left()
{
    auto const left = database_.read([](db::Tx& tx) { return tx.all<Left>(kRunning); });
    for (auto const& job : left) {
        auto const kind = kinds_.find(job.kind);
        if (kind != kinds_.end() && kind->second.after_restart == AfterRestart::run_again) {
            database_.write([&](db::Tx& tx) { tx.run(kQueueAgain, job.id); });
        } else {
            end(job.id, State::failed,
                failure("処理の途中でサーバーが停止しました。何も変更されていません。もう一度実行してください。",
                        "The server stopped in the middle. Nothing was changed. Please start it again."));
        }
    }
}

Job Runner::submit(db::Tx& tx, NewJob const& job)
{
    Job made{{tx.insert(kInsert, job.kind, job.input, clock_.now(), job.created_by)}, job.kind, State::queued, 0, {}, {}};
    tx.after_commit([this] {
        std::lock_guard const lock{mutex_};
        asked_ = true;
        idle_ = false;
        woken_.notify_all();
    });
    return made;
}

Job Runner::find(db::Tx& tx, JobId id, std::optional<AccountId> owner) const
{
    auto row = tx.maybe_one<Row>(kFind, id);
    if (!row || (owner && row->created_by != owner)) throw Refused{Code::not_found};
    Job job{row->id, row->kind, row->state, row->progress, row->step, {row->result.value_or("null")}};
    std::lock_guard const lock{mutex_};
    if (job.state == State::running && live_ && live_->id == id) job = *live_;
    return job;
}

void Runner::wait_until_idle()
{
    std::unique_lock lock{mutex_};
    woken_.wait(lock, [&] { return (idle_ && !asked_) || stopping_; });
}

void Runner::run_until_stopped()
{
    bool interrupted = false;
    for (;;) {
        {
            std::unique_lock lock{mutex_};
            idle_ = !asked_;
            woken_.notify_all();
            woken_.wait(lock, [&] { return asked_ || stopping_; });
            if (stopping_) return;
            asked_ = false;
        }
        try {
            if (std::exchange(interrupted, false)) take_up_what_was_left();
            while (run_next()) {
                std::lock_guard const lock{mutex_};
                if (stopping_) return;
            }
        } catch (std::exception const& error) {  // the database cannot be reached: the jobs stay queued until it can
            tell_failure({}, error.what());
            if (stopped_within_a_second()) return;
            interrupted = true;
            std::lock_guard const lock{mutex_};
            asked_ = true;
        }
    }
}

bool Runner::run_next()
{
    auto const next = database_.read([](db::Tx& tx) { return tx.maybe_one<Waiting>(kOldestQueued); });
    if (!next) return false;
    auto const ours = database_.write([&](db::Tx& tx) { return tx.run(kBegin, next->id, clock_.now()); }) == 1;
    if (ours) run(next->id, next->kind, next->input);
    return true;
}

void Runner::run(JobId id, std::string const& kind, std::string input)
{
    Job const job{id, kind, State::running, 0, {}, {}};
    show(id, kind, 0, "");
    Work work{database_, id, std::move(input), clock_,
              [&](int percent, std::string_view step) { show(id, kind, percent, step); }};
    auto const outcome = outcome_of(work, job);
    if (!work.finished()) end_at_last(job, outcome);
    Job last = database_.read([&](db::Tx& tx) {
        std::lock_guard const lock{mutex_};
        live_.reset();
        auto const row = tx.one<Row>(kFind, id);
        return Job{row.id, row.kind, row.state, row.progress, row.step, {row.result.value_or("null")}};
    });
    if (told_.changed) told_.changed(last);
}

Runner::Outcome Runner::outcome_of(Work& work, Job const& job)
{
    try {
        auto const handler = kinds_.find(job.kind);
        if (handler == kinds_.end()) throw std::logic_error("no handler for " + job.kind);
        handler->second.run(work);
        return {State::done, "null"};
    } catch (Refused const& refused) {
        return {State::refused, failure(refused)};
    } catch (std::exception const& error) {
        tell_failure(job, error.what());
        return {State::failed,
                failure("処理に失敗しました。何も変更されていません。くり返すときはシステム管理者に知らせてください。",
                        "The work failed. Nothing was changed. If it happens again, tell the system administrator.")};
    }
}

// A browser asks until the job has ended. What could not be written when the server stops is taken up at the next start.
void Runner::end_at_last(Job const& job, Outcome const& outcome)
{
    do {
        try {
            return end(job.id, outcome.state, outcome.result);
        } catch (std::exception const& error) {
            tell_failure(job, error.what());
        }
    } while (!stopped_within_a_second());
}

bool Runner::stopped_within_a_second()
{
    std::unique_lock lock{mutex_};
    return woken_.wait_for(lock, std::chrono::seconds{1}, [&] { return stopping_; });
}

void Runner::tell_failure(Job const& job, std::string_view what) const
{
    if (told_.failed) told_.failed(job, what);
}

void Runner::end(JobId id, State state, std::string const& result)
{
    database_.write([&](db::Tx& tx) { tx.run(kFinish, id, state, result, clock_.now()); });
}

void Runner::show(JobId id, std::string const& kind, int percent, std::string_view step)
{
    Job const now{id, kind, State::running, percent, std::string(step), {}};
    {
        std::lock_guard const lock{mutex_};
        live_ = now;
    }
    if (told_.changed) told_.changed(now);
}

}  // namespace jobs
