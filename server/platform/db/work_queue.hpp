// Write transactions waiting for a thread that runs them.
#pragma once
#include "platform/db/tx.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>

namespace db {

struct Job {
    std::function<void(Tx&)> work;
    std::function<void(std::exception_ptr)> done;
};

class WorkQueue {
public:
    void push(Job);
    std::optional<Job> take_if_any();
    /// Nothing once the queue is closed and empty.
    std::optional<Job> wait_and_take();
    void close();

private:
    std::optional<Job> front();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> jobs_;
    bool closed_ = false;
};

/// Runs what waited for the commit, then tells the writer. Nothing thrown here may reach the other writers of a batch.
void answer(Job const&, std::vector<std::function<void()>> const& after_commit, std::exception_ptr failed) noexcept;
void run_after_commit(std::vector<std::function<void()>> const&) noexcept;

}  // namespace db
