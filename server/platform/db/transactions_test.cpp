#include "platform/db/dialect.hpp"
#include "platform/db/engine_fixture.hpp"

#include <atomic>
#include <future>
#include <latch>
#include <thread>

namespace db {
namespace {

constexpr char const* kCounters = R"(
    CREATE TABLE counter (name TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT;
    INSERT INTO counter VALUES ('a', 0);)";

Sql const kRead{"SELECT n FROM counter WHERE name = $1"};
Sql const kWrite{"UPDATE counter SET n = $2 WHERE name = $1"};
Sql const kAdd{"INSERT INTO counter (name, n) VALUES ($1, 0)"};
Sql const kNames{"SELECT name FROM counter ORDER BY name"};
Sql const kCount{"SELECT count(*) FROM counter"};

class Transactions : public OnBothEngines {
protected:
    void SetUp() override
    {
        OnBothEngines::SetUp();
        if (IsSkipped()) return;
        database->write([&](Tx& tx) { tx.script(on_postgres() ? migration_for_postgres(kCounters) : kCounters); });
    }
    std::vector<std::string> names()
    {
        return database->read([](Tx& tx) { return tx.all<std::string>(kNames); });
    }
};
ON_BOTH_ENGINES(Transactions);

TEST_P(Transactions, NothingOfAFailedWriteRemainsAndItsAfterCommitNeverRuns)
{
    bool ran = false;
    EXPECT_THROW(database->write([&](Tx& tx) {
        tx.run(kAdd, "b");
        tx.after_commit([&] { ran = true; });
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_EQ(names(), std::vector<std::string>{"a"});
    EXPECT_FALSE(ran);
}

TEST_P(Transactions, AfterCommitSeesTheCommitAndCannotMakeTheWriteFail)
{
    int seen = 0;
    database->write([&](Tx& tx) {
        tx.run(kAdd, "b");
        tx.after_commit([&] {
            seen = static_cast<int>(names().size());
            throw std::runtime_error("dropped");
        });
    });
    EXPECT_EQ(seen, 2);
}

// The first writer holds the others back until they all wait, so that they share its commit.
TEST_P(Transactions, OneFailsAndItsNeighboursLand)
{
    std::latch all_wait{1};
    std::promise<void> finished;
    std::atomic<int> answers{0}, failures{0};
    auto const done = [&](std::exception_ptr failed) {
        failures += failed ? 1 : 0;
        if (++answers == 4) finished.set_value();
    };
    database->write_async(
        [&](Tx& tx) {
            all_wait.wait();
            tx.run(kAdd, "b");
        },
        done);
    database->write_async([](Tx& tx) { tx.run(kAdd, "c"); }, done);
    database->write_async(
        [](Tx& tx) {
            tx.run(kAdd, "d");
            tx.run(kAdd, "a");  // taken
        },
        done);
    database->write_async([](Tx& tx) { tx.run(kAdd, "e"); }, done);
    all_wait.count_down();
    finished.get_future().wait();
    EXPECT_EQ(failures, 1);
    EXPECT_EQ(names(), (std::vector<std::string>{"a", "b", "c", "e"}));
}

TEST_P(Transactions, NoAnswerComesBeforeTheCommit)
{
    constexpr int kWriters = 50;
    std::atomic<int> too_early{0}, answers{0};
    std::promise<void> finished;
    for (int i = 0; i < kWriters; ++i) {
        auto const name = "n" + std::to_string(i);
        database->write_async([name](Tx& tx) { tx.run(kAdd, name); },
                              [&, name](std::exception_ptr failed) {
                                  auto const there =
                                      database->read([&](Tx& tx) { return tx.maybe_one<std::int64_t>(kRead, name).has_value(); });
                                  if (failed || !there) ++too_early;
                                  if (++answers == kWriters) finished.set_value();
                              });
    }
    finished.get_future().wait();
    EXPECT_EQ(too_early, 0);
}

TEST_P(Transactions, ContendedWritesLoseNothing)
{
    std::atomic<int> failures{0};
    {
        std::vector<std::jthread> threads;
        threads.reserve(6);
        for (int t = 0; t < 6; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 200; ++i) try {
                        database->write([](Tx& tx) { tx.run(kWrite, "a", tx.one<std::int64_t>(kRead, "a") + 1); });
                    } catch (std::exception const& error) {
                        if (failures++ == 0) ADD_FAILURE() << error.what();
                    }
            });
    }
    EXPECT_EQ(failures, 0);
    EXPECT_EQ(database->read([](Tx& tx) { return tx.one<int>(kRead, "a"); }), 1200);
}

TEST_P(Transactions, AnAnswerMayBeTakenOutOfTheTransaction)
{
    auto const text =
        database->write([](Tx& tx) { return std::make_unique<std::string>(std::to_string(tx.one<int>(kRead, "a"))); });
    EXPECT_EQ(*text, "0");
}

TEST_P(Transactions, WhatIsQueuedIsWrittenBeforeTheDatabaseCloses)
{
    if (on_postgres()) GTEST_SKIP() << "the schema would be gone";
    std::atomic<int> answers{0};
    for (int i = 0; i < 20; ++i)
        database->write_async([i](Tx& tx) { tx.run(kAdd, "n" + std::to_string(i)); }, [&](std::exception_ptr) { ++answers; });
    database.reset();
    EXPECT_EQ(answers, 20);
}

// Two transactions that each decide by what the other changes: only one order of the two can be true.
TEST_P(Transactions, DecisionsThatCrossAreRunAgainUntilTheyAgree)
{
    database->write([](Tx& tx) { tx.run(kAdd, "b"); });
    for (int round = 0; round < 20; ++round) {
        database->write([](Tx& tx) {
            tx.run(kWrite, "a", 0);
            tx.run(kWrite, "b", 0);
        });
        auto const raise_when_other_is_zero = [&](std::string_view mine, std::string_view other) {
            database->write([&](Tx& tx) {
                if (tx.one<int>(kRead, other) == 0) tx.run(kWrite, mine, 1);
            });
        };
        {
            std::jthread const one{[&] { raise_when_other_is_zero("a", "b"); }};
            std::jthread const two{[&] { raise_when_other_is_zero("b", "a"); }};
        }
        EXPECT_EQ(database->read([](Tx& tx) { return tx.one<int>(kRead, "a") + tx.one<int>(kRead, "b"); }), 1);
    }
}

// A second server on the same schema; on SQLite nobody else may hold the file.
std::unique_ptr<Database> second_server(Database const& first) { return Database::open(first.settings()); }

TEST_P(Transactions, AWriteThatAlwaysCollidesEndsInAnError)
{
    if (!on_postgres()) GTEST_SKIP() << "SQLite has one writer, nothing collides";
    auto const other = second_server(*database);
    int runs = 0;
    auto const refused = refusal_of([&] {
        database->write([&](Tx& tx) {
            ++runs;
            tx.one<int>(kRead, "a");
            other->write([](Tx& theirs) { theirs.run(kWrite, "a", theirs.one<std::int64_t>(kRead, "a") + 1); });
            tx.run(kWrite, "a", -1);
        });
    });
    EXPECT_EQ(refused, ErrorKind::serialization);
    EXPECT_EQ(database->read([](Tx& tx) { return tx.one<int>(kRead, "a"); }), runs);
}

// The first of the batch collides once with another server; everybody in it is run again and nothing is written twice.
TEST_P(Transactions, ABatchThatCollidesIsRunAgainAsAWhole)
{
    if (!on_postgres()) GTEST_SKIP() << "SQLite has one writer, nothing collides";
    auto const other = second_server(*database);
    std::latch all_wait{1};
    std::promise<void> finished;
    std::atomic<int> answers{0}, failures{0}, runs{0};
    auto const done = [&](std::exception_ptr failed) {
        failures += failed ? 1 : 0;
        if (++answers == 3) finished.set_value();
    };
    database->write_async(
        [&](Tx& tx) {
            all_wait.wait();
            auto const before = tx.one<std::int64_t>(kRead, "a");
            if (runs++ == 0) other->write([](Tx& theirs) { theirs.run(kWrite, "a", 100); });
            tx.run(kWrite, "a", before + 1);
        },
        done);
    database->write_async([](Tx& tx) { tx.run(kAdd, "b"); }, done);
    database->write_async([](Tx& tx) { tx.run_later(kAdd, "a"); }, done);  // taken
    all_wait.count_down();
    finished.get_future().wait();
    EXPECT_EQ(failures, 1);
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(names(), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(database->read([](Tx& tx) { return tx.one<int>(kRead, "a"); }), 101);
}

TEST_P(Transactions, WhatTravelsLaterIsThereInOrderAndFailsWithItsOwnWriterOnly)
{
    std::atomic<int> answers{0};
    std::promise<void> finished;
    std::latch all_wait{1};
    std::vector<std::optional<bool>> failed(4);
    auto const done = [&](std::size_t i) {
        return [&, i](std::exception_ptr error) {
            failed[i] = error != nullptr;
            if (++answers == 4) finished.set_value();
        };
    };
    database->write_async(
        [&](Tx& tx) {
            all_wait.wait();
            tx.run_later(kAdd, "b");
            tx.run_later(kWrite, "b", 7);
            EXPECT_EQ(tx.one<int>(kRead, "b"), 7);
        },
        done(0));
    database->write_async([](Tx& tx) { tx.run_later(kAdd, "b"); }, done(1));  // taken
    database->write_async(
        [](Tx& tx) {
            tx.run_later(kAdd, "c");
            throw std::runtime_error("no");
        },
        done(2));
    database->write_async([](Tx& tx) { tx.run_later(kAdd, "d"); }, done(3));
    all_wait.count_down();
    finished.get_future().wait();
    EXPECT_EQ(failed, (std::vector<std::optional<bool>>{false, true, true, false}));
    EXPECT_EQ(names(), (std::vector<std::string>{"a", "b", "d"}));
}

/// What was announced to one who listens, in order.
class Listener {
public:
    void to(Database& database)
    {
        database.hear([this](std::string_view topic, std::string_view text) {
            std::lock_guard const lock(mutex_);
            heard_.push_back(std::string{topic} + '=' + std::string{text});
            came_.notify_all();
        });
    }
    std::vector<std::string> wait_for(std::size_t count)
    {
        std::unique_lock lock(mutex_);
        came_.wait_for(lock, std::chrono::seconds{20}, [&] { return heard_.size() >= count; });
        return heard_;
    }

private:
    std::mutex mutex_;
    std::condition_variable came_;
    std::vector<std::string> heard_;
};

TEST_P(Transactions, WhatADurableWriteAnnouncesIsHeardAndWhatWasRolledBackIsNot)
{
    Listener listener;
    listener.to(*database);
    auto const announce = [&](std::string const& text) { database->write([&](Tx& tx) { tx.announce("hiroba", text); }); };
    // A listener on PostgreSQL needs a moment to be there: what comes before it is missed.
    for (int i = 0; i < 200 && listener.wait_for(0).empty(); ++i) {
        announce("ready");
        std::this_thread::sleep_for(std::chrono::milliseconds{on_postgres() ? 50 : 0});
    }
    auto const before = listener.wait_for(1).size();
    EXPECT_THROW(database->write([](Tx& tx) {
        tx.announce("hiroba", "never");
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    announce("it's \\ 'done'");
    auto heard = listener.wait_for(before + 1);
    heard.erase(std::remove(heard.begin(), heard.end(), "hiroba=ready"), heard.end());
    EXPECT_EQ(heard, (std::vector<std::string>{"hiroba=it's \\ 'done'"}));
}

TEST_P(Transactions, AnotherServerOfTheSameDatabaseHearsItToo)
{
    if (!on_postgres()) GTEST_SKIP() << "a SQLite file has one server";
    auto const other = Database::open(database->settings());
    Listener here, there;
    here.to(*database);
    there.to(*other);
    for (int i = 0; i < 200 && (here.wait_for(0).empty() || there.wait_for(0).empty()); ++i) {
        database->write([&](Tx& tx) { tx.announce("hiroba", "1"); });
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    EXPECT_EQ(here.wait_for(1).front(), "hiroba=1");
    EXPECT_EQ(there.wait_for(1).front(), "hiroba=1");
}

TEST_P(Transactions, AKilledServerProcessCostsOneRequestAtMost)
{
    if (!on_postgres()) GTEST_SKIP() << "SQLite has no server";
    static Sql const own{"SELECT pg_backend_pid()"};
    static Sql const kill{"SELECT pg_terminate_backend($1)"};
    auto const pid = database->read([](Tx& tx) { return tx.one<int>(own); });
    database->write([&](Tx& tx) { tx.one<bool>(kill, pid); });
    EXPECT_EQ(names(), std::vector<std::string>{"a"}) << "killed between two requests: nobody notices";

    EXPECT_EQ(refusal_of([&] {
                  database->read([&](Tx& tx) {
                      auto const mine = tx.one<int>(own);
                      database->write([&](Tx& other) { other.one<bool>(kill, mine); });
                      tx.all<std::string>(kNames);
                  });
              }),
              ErrorKind::connection);
    EXPECT_EQ(names(), std::vector<std::string>{"a"});
}

TEST_P(Transactions, AfterACaughtErrorPostgresRefusesTheCommit)
{
    if (!on_postgres()) GTEST_SKIP() << "SQLite goes on: this is why nobody may catch an Error inside a transaction";
    EXPECT_TRUE(refusal_of([&] {
        database->write([](Tx& tx) {
            try {
                tx.run(kAdd, "a");
            } catch (Error const&) {
            }
        });
    }));
}

}  // namespace
}  // namespace db
