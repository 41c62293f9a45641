#include "platform/db/group_commit.hpp"

namespace db {
namespace {
constexpr std::size_t kLargestBatch = 256;
constexpr std::chrono::milliseconds kLongestBatch{5};  // those at the front wait for those behind them
}  // namespace

GroupCommit::GroupCommit(SqliteConnection& connection) : connection_(connection), thread_([this] { work_until_closed(); }) {}

GroupCommit::~GroupCommit()
{
    queue_.close();
    thread_.join();
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
        fill_and_commit(batch);
    } catch (...) {
        lost = std::current_exception();
        connection_.rollback();
    }
    for (auto& one : batch) answer(one.job, one.after_commit, one.failed ? std::move(one.failed) : lost);
}

void GroupCommit::fill_and_commit(std::vector<Outcome>& batch)
{
    auto const until = std::chrono::steady_clock::now() + kLongestBatch;
    connection_.begin(Purpose::write);
    run_one(batch.back());
    while (batch.size() < kLargestBatch && std::chrono::steady_clock::now() < until) {
        auto job = queue_.take_if_any();
        if (!job) break;
        batch.push_back({*std::move(job), {}, {}});
        run_one(batch.back());
    }
    connection_.commit();
}

void GroupCommit::run_one(Outcome& one)
{
    connection_.savepoint();
    try {
        Tx tx{connection_, Purpose::write};
        one.job.work(tx);
        one.after_commit = tx.take_after_commit();
        connection_.release();
    } catch (...) {
        one.failed = std::current_exception();
        if (!connection_.in_transaction()) throw;  // SQLite has rolled everything back: the neighbours must hear of it
        connection_.roll_back_to_savepoint();
    }
}

}  // namespace db
