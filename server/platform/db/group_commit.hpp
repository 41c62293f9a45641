// The one writer of a database. A commit costs a sync of the disk, so the writers who wait at the same moment share one: each
// runs in its own savepoint, one after another, then a single COMMIT makes them all durable, and only then does anyone get an
// answer.
#pragma once
#include "platform/db/connection.hpp"
#include "platform/db/work_queue.hpp"

#include <chrono>
#include <functional>
#include <thread>

namespace db {

class GroupCommit {
public:
    /// Runs what it is given in one write transaction; throws when nothing of it was written. May run it again.
    using InTransaction = std::function<void(std::function<void(Connection&)> const&)>;
    explicit GroupCommit(InTransaction);
    ~GroupCommit();

    void push(Job job) { queue_.push(std::move(job)); }
    /// Waits for the commit and throws what went wrong. Not on the writer's own thread.
    void run(std::function<void(Tx&)> const& work);

private:
    struct Outcome {
        Job job;
        std::exception_ptr failed;
        std::vector<std::function<void()>> after_commit;
    };

    void work_until_closed();
    void run_batch(Job first);
    void fill(Connection&, std::vector<Outcome>&);
    static void run_one(Connection&, Outcome&);

    InTransaction in_transaction_;
    WorkQueue queue_;
    std::thread thread_;
};

}  // namespace db
