#include "platform/db/group_commit.hpp"

#include <stdexcept>

namespace db {
namespace {
constexpr std::size_t kLargestBatch = 256;
constexpr std::chrono::milliseconds kLongestBatch{5};  // those at the front wait for those behind them

// What a thread waits on until the writer has answered. Told under the lock, so that it may vanish right after.
class Answer {
public:
    void give(std::exception_ptr failed)
    {
        std::lock_guard const lock{mutex_};
        failed_ = std::move(failed);
        given_ = true;
        told_.notify_one();
    }
    void wait()
    {
        std::unique_lock lock{mutex_};
        told_.wait(lock, [&] { return given_; });
        if (failed_) std::rethrow_exception(failed_);
    }

private:
    std::mutex mutex_;
    std::condition_variable told_;
    bool given_ = false;
    std::exception_ptr failed_;
};

// Only the whole batch, begun anew, gets past these.
bool concerns_everybody(Error const& error)
{
    return error.kind == ErrorKind::serialization || error.kind == ErrorKind::connection;
}

}  // namespace

GroupCommit::GroupCommit(InTransaction in_transaction)
    : in_transaction_(std::move(in_transaction)), thread_([this] { work_until_closed(); })
{
}

GroupCommit::~GroupCommit()
{
    queue_.close();
    thread_.join();
}

void GroupCommit::run(std::function<void(Tx&)> const& work)
{
    if (std::this_thread::get_id() == thread_.get_id()) throw std::logic_error("a write transaction inside a write transaction");
    Answer answered;
    push({[&](Tx& tx) { work(tx); }, [&](std::exception_ptr failed) { answered.give(std::move(failed)); }});
    answered.wait();
}

void GroupCommit::work_until_closed()
{
    while (auto job = queue_.wait_and_take()) run_batch(*std::move(job));
}

void GroupCommit::run_batch(Job first)
{
    std::vector<Outcome> batch;
    batch.push_back({std::move(first), {}, {}});
    std::exception_ptr lost;  // what took the whole batch down
    try {
        in_transaction_([&](Connection& connection) { fill(connection, batch); });
    } catch (...) {
        lost = std::current_exception();
    }
    for (auto& one : batch) answer(one.job, one.after_commit, one.failed ? std::move(one.failed) : lost);
}

// A batch that is run again begins with those it had already.
void GroupCommit::fill(Connection& connection, std::vector<Outcome>& batch)
{
    auto const until = std::chrono::steady_clock::now() + kLongestBatch;
    for (auto& one : batch) run_one(connection, one);
    while (batch.size() < kLargestBatch && std::chrono::steady_clock::now() < until) {
        auto job = queue_.take_if_any();
        if (!job) break;
        batch.push_back({*std::move(job), {}, {}});
        run_one(connection, batch.back());
    }
}

void GroupCommit::run_one(Connection& connection, Outcome& one)
{
    one.failed = nullptr;
    one.after_commit.clear();
    connection.savepoint();
    try {
        Tx tx{connection, Purpose::write};
        one.job.work(tx);
        connection.release();
        one.after_commit = tx.take_after_commit();
        return;
    } catch (Error const& error) {
        if (concerns_everybody(error)) throw;
        one.failed = std::current_exception();
    } catch (...) {
        one.failed = std::current_exception();
    }
    if (!connection.in_transaction()) std::rethrow_exception(one.failed);  // the neighbours must hear of it
    connection.roll_back_to_savepoint();
}

}  // namespace db
