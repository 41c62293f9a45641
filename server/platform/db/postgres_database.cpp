// A PostgreSQL schema: connections for reading, and one writer as on SQLite. Other servers may write to the same schema, so a
// write transaction is SERIALIZABLE and means what it means on SQLite, as if it were alone. The price is that PostgreSQL may ask
// for it to be run again.
#include "platform/db/postgres_database.hpp"

#include "platform/db/group_commit.hpp"
#include "platform/db/pool.hpp"
#include "platform/db/postgres.hpp"
#include "platform/db/postgres_listener.hpp"

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

// A connection that died while nobody used it shows at the first statement: nothing has happened yet, so the next one is tried.
void run_once(Pool& pool, Purpose purpose, std::function<void(Connection&)> const& work)
{
    for (;;) {
        auto const lease = pool.take();
        try {
            lease->begin(purpose);
            work(*lease);
            return lease->commit();
        } catch (Error const& error) {
            lease->rollback();
            if (error.kind != ErrorKind::connection || lease.fresh() || !lease->nothing_done()) throw;
        } catch (...) {
            lease->rollback();
            throw;
        }
    }
}

class PostgresDatabase final : public Database {
public:
    explicit PostgresDatabase(Settings given)
        : Database(std::move(given)),
          readers_([this] { return open_postgres(settings().location, settings().schema); }, settings().readers),
          writing_([this] { return open_postgres(settings().location, settings().schema); }, 1),
          writer_([this](auto const& work) { run_until_it_stands(work); })
    {
        writing_.take();  // an unreachable server is known now and not at the first request
    }

    void write_async(std::function<void(Tx&)> work, std::function<void(std::exception_ptr)> done) override
    {
        writer_.push({std::move(work), std::move(done)});
    }
    void hear(Hear hear) override
    {
        listener_ = std::make_unique<PostgresListener>(settings().location, settings().schema, std::move(hear));
    }
    Dialect dialect() const override { return Dialect::postgres; }

private:
    void run_read(Work const& work) override
    {
        std::vector<std::function<void()>> after_commit;
        run_once(readers_, Purpose::read, [&](Connection& connection) {
            Tx tx{connection, Purpose::read};
            work(tx);
            after_commit = tx.take_after_commit();
        });
        run_after_commit(after_commit);
    }

    void run_write(Work const& work) override { writer_.run(work); }

    void run_until_it_stands(std::function<void(Connection&)> const& work)
    {
        for (int attempt = 1;; ++attempt) {
            try {
                return run_once(writing_, Purpose::write, work);
            } catch (Error const& error) {
                if (error.kind != ErrorKind::serialization || attempt == kAttempts) throw;
            }
            wait_before_attempt(attempt);
        }
    }

    Pool readers_;
    Pool writing_;
    GroupCommit writer_;
    std::unique_ptr<PostgresListener> listener_;
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
