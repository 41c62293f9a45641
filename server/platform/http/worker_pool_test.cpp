#include "platform/http/worker_pool.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <memory>

namespace http {
namespace {

/// One thread, held at a gate, so that a test decides what is running and what waits.
struct Held {
    std::latch entered{1};
    std::latch gate{1};
    WorkerPool pool{1, 2};
    Held()
    {
        EXPECT_TRUE(pool.try_post([this] {
            entered.count_down();
            gate.wait();
        }));
        entered.wait();
    }
};

TEST(WorkerPool, AFullQueueSaysSoInsteadOfWaiting)
{
    Held held;
    EXPECT_TRUE(held.pool.try_post([] {}));
    EXPECT_TRUE(held.pool.try_post([] {}));
    EXPECT_FALSE(held.pool.try_post([] {}));
    EXPECT_EQ(held.pool.queued(), 2u);
    EXPECT_EQ(held.pool.running(), 1u);
    held.gate.count_down();
}

TEST(WorkerPool, AStopFinishesWhatRunsAndThrowsAwayWhatWaits)
{
    Held held;
    std::atomic<int> ran = 0;
    auto const owned = std::make_shared<int>(0);
    ASSERT_TRUE(held.pool.try_post([&ran, owned] { ++ran; }));
    std::thread release([&held, &owned] {
        while (owned.use_count() > 1) std::this_thread::yield();  // the queued work is thrown away while the first still runs
        held.gate.count_down();
    });
    held.pool.stop();
    release.join();
    EXPECT_EQ(ran, 0);
    EXPECT_FALSE(held.pool.try_post([] {}));
}

TEST(WorkerPool, AStopWithGraceWorksTheQueueOff)
{
    Held held;
    std::atomic<int> ran = 0;
    ASSERT_TRUE(held.pool.try_post([&ran] { ++ran; }));
    ASSERT_TRUE(held.pool.try_post([&ran] { ++ran; }));
    held.gate.count_down();
    held.pool.stop(std::chrono::minutes{1});
    EXPECT_EQ(ran, 2);
}

}  // namespace
}  // namespace http
