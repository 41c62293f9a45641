// A PostgreSQL schema: connections for reading, connections for writing, and SERIALIZABLE so that a write transaction means what
// it means on SQLite, as if it were alone. The price is that PostgreSQL may ask for a transaction to be run again.
#include "platform/db/postgres_database.hpp"

#include "platform/db/pool.hpp"
#include "platform/db/postgres.hpp"
#include "platform/db/work_queue.hpp"

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

namespace db {
namespace {

constexpr int kAttempts = 40;

// Longer with every attempt and never the same for two writers, so that those who collided do not collide again.
void wait_before_attempt(int attempt)
{
    thread_local std::minstd_rand random{std::random_device{}()};
    auto const longest = std::min(1000 << std::min(attempt, 7), 50'000);
    std::this_thread::sleep_for(std::chrono::microseconds{std::uniform_int_distribution{100, longest}(random)});
}

// A connection that died while nobody used it shows at BEGIN: nothing has happened yet, so the next one is tried.
Pool::Lease begin_on(Pool& pool, Purpose purpose)
{
    for (;;) {
        auto lease = pool.take();
        try {
            lease->begin(purpose);
            return lease;
        } catch (Error const& error) {
            if (error.kind != ErrorKind::connection || lease.fresh()) throw;
        }
    }
}

void run_once(Pool& pool, Purpose purpose, std::function<void(Tx&)> const& work)
{
    std::vector<std::function<void()>> after_commit;
    {
        auto const lease = begin_on(pool, purpose);
        try {
            Tx tx{*lease, purpose};
            work(tx);
            lease->commit();
            after_commit = tx.take_after_commit();
        } catch (...) {
            lease->rollback();
            throw;
        }
    }
    run_after_commit(after_commit);
}

class PostgresDatabase final : public Database {
public:
    explicit PostgresDatabase(Settings given)
        : Database(std::move(given)),
          readers_([this] { return open_postgres(settings().location, settings().schema); }, settings().readers),
          writers_([this] { return open_postgres(settings().location, settings().schema); }, settings().writers)
    {
        writers_.take();  // an unreachable server is known now and not at the first request
        for (int i = 0; i < std::max(settings().writers, 1); ++i) threads_.emplace_back([this] { work_until_closed(); });
    }
    ~PostgresDatabase() override
    {
        queue_.close();
        for (auto& thread : threads_) thread.join();
    }

    void write_async(std::function<void(Tx&)> work, std::function<void(std::exception_ptr)> done) override
    {
        queue_.push({std::move(work), std::move(done)});
    }
    Dialect dialect() const override { return Dialect::postgres; }

private:
    void run_read(Work const& work) override { run_once(readers_, Purpose::read, work); }

    void run_write(Work const& work) override
    {
        for (int attempt = 1;; ++attempt) {
            try {
                return run_once(writers_, Purpose::write, work);
            } catch (Error const& error) {
                if (error.kind != ErrorKind::serialization || attempt == kAttempts) throw;
            }
            wait_before_attempt(attempt);
        }
    }

    void work_until_closed()
    {
        while (auto const job = queue_.wait_and_take()) {
            std::exception_ptr failed;
            try {
                run_write(job->work);
            } catch (...) {
                failed = std::current_exception();
            }
            answer(*job, {}, std::move(failed));
        }
    }

    Pool readers_;
    Pool writers_;
    WorkQueue queue_;
    std::vector<std::thread> threads_;
};

}  // namespace

bool is_postgres(std::string_view location)
{
    return location.starts_with("postgresql://") || location.starts_with("postgres://") || location.starts_with("host=");
}

std::unique_ptr<Database> open_postgres_database(Settings settings)
{
    return std::make_unique<PostgresDatabase>(std::move(settings));
}

}  // namespace db
