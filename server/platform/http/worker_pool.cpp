#include "platform/http/worker_pool.hpp"

#include <algorithm>
#include <utility>

namespace http {

WorkerPool::WorkerPool(std::size_t threads, std::size_t max_queue) : max_queue_(max_queue)
{
    for (std::size_t n = 0; n < std::max<std::size_t>(threads, 1); ++n) threads_.emplace_back([this] { work_off(); });
}

WorkerPool::~WorkerPool() { stop(); }

bool WorkerPool::try_post(std::function<void()> work)
{
    {
        std::lock_guard const lock(mutex_);
        if (stopping_ || queue_.size() >= max_queue_) return false;
        queue_.push_back(std::move(work));
    }
    changed_.notify_one();
    return true;
}

void WorkerPool::work_off()
{
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
        if (queue_.empty()) return;
        auto work = std::move(queue_.front());
        queue_.pop_front();
        ++running_;
        lock.unlock();
        work();
        work = nullptr;  // what it held is let go outside the lock: a Respond in it may answer
        lock.lock();
        --running_;
        if (queue_.empty()) idle_.notify_all();
    }
}

void WorkerPool::stop(std::chrono::milliseconds grace)
{
    std::deque<std::function<void()>> thrown_away;
    {
        std::unique_lock lock(mutex_);
        stopping_ = true;
        idle_.wait_for(lock, grace, [this] { return queue_.empty(); });
        thrown_away.swap(queue_);
    }
    changed_.notify_all();
    thrown_away.clear();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
}

std::size_t WorkerPool::queued() const
{
    std::lock_guard const lock(mutex_);
    return queue_.size();
}

std::size_t WorkerPool::running() const
{
    std::lock_guard const lock(mutex_);
    return running_;
}

}  // namespace http
