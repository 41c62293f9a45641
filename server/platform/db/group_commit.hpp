// The one writer of a SQLite file. A commit costs a sync of the disk, so the writers who wait at the same moment share one: each
// runs in its own savepoint, one after another, then a single COMMIT makes them all durable, and only then does anyone get an
// answer.
#pragma once
#include "platform/db/sqlite.hpp"
#include "platform/db/work_queue.hpp"

#include <chrono>
#include <thread>

namespace db {

class GroupCommit {
public:
    explicit GroupCommit(SqliteConnection&);
    ~GroupCommit();

    void push(Job job) { queue_.push(std::move(job)); }
    bool is_this_thread() const { return std::this_thread::get_id() == thread_.get_id(); }

private:
    struct Outcome {
        Job job;
        std::exception_ptr failed;
        std::vector<std::function<void()>> after_commit;
    };

    void work_until_closed();
    void run_batch(Job first);
    void fill_and_commit(std::vector<Outcome>&);
    void run_one(Outcome&);

    SqliteConnection& connection_;
    WorkQueue queue_;
    std::thread thread_;
};

}  // namespace db
