#include "platform/db/work_queue.hpp"

namespace db {

void WorkQueue::push(Job job)
{
    std::lock_guard const lock{mutex_};
    jobs_.push_back(std::move(job));
    changed_.notify_one();
}

std::optional<Job> WorkQueue::front()
{
    if (jobs_.empty()) return std::nullopt;
    std::optional job{std::move(jobs_.front())};
    jobs_.pop_front();
    return job;
}

std::optional<Job> WorkQueue::take_if_any()
{
    std::lock_guard const lock{mutex_};
    return front();
}

std::optional<Job> WorkQueue::wait_and_take()
{
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return closed_ || !jobs_.empty(); });
    return front();
}

void WorkQueue::close()
{
    std::lock_guard const lock{mutex_};
    closed_ = true;
    changed_.notify_all();
}

void run_after_commit(std::vector<std::function<void()>> const& after_commit) noexcept
{
    for (auto const& work : after_commit) {
        try {
            work();
        } catch (...) {  // the write is durable; the caller must not hear that it failed
        }
    }
}

void answer(Job const& job, std::vector<std::function<void()>> const& after_commit, std::exception_ptr failed) noexcept
{
    if (!failed) run_after_commit(after_commit);
    try {
        job.done(std::move(failed));
    } catch (...) {  // one writer's answer must not cost the others theirs
    }
}

}  // namespace db
