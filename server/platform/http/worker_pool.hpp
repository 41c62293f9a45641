// A fixed number of threads before a bounded queue, for work that blocks. When the queue is full the caller is told at once,
// so that the client hears "busy" instead of waiting behind everybody.
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace http {

class WorkerPool {
public:
    WorkerPool(std::size_t threads, std::size_t max_queue);
    ~WorkerPool();  ///< stop() without grace
    WorkerPool(WorkerPool const&) = delete;
    WorkerPool& operator=(WorkerPool const&) = delete;

    /// False when the queue is full or the pool is stopping; then `work` is not run. `work` must not throw.
    bool try_post(std::function<void()> work);

    /// Takes nothing new, works the queue off for at most `grace`, then throws what is still queued away and returns when
    /// running work has finished. Not to be called from the pool's own threads.
    void stop(std::chrono::milliseconds grace = std::chrono::milliseconds{0});

    std::size_t queued() const;
    std::size_t running() const;

private:
    void work_off();

    std::size_t const max_queue_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::condition_variable idle_;
    std::deque<std::function<void()>> queue_;
    std::size_t running_ = 0;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace http
