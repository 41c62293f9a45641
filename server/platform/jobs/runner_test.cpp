#include "platform/jobs/runner.hpp"

#include "platform/core/refused.hpp"
#include "platform/db/migrate.hpp"

#include <gmock/gmock.h>

using namespace jobs;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

db::Sql const kAddSetting{"INSERT INTO setting (name, value) VALUES ($1, $2)"};
db::Sql const kCountSettings{"SELECT count(*) FROM setting"};
db::Sql const kMakeRunning{"UPDATE job SET state = 'running' WHERE id = $1"};

class Jobs : public testing::Test {
protected:
    Jobs() { db::migrate(*database); }
    Job submit(Runner& runner, std::string kind, std::string input = "{}", std::optional<AccountId> by = {})
    {
        return database->write([&](db::Tx& tx) { return runner.submit(tx, {kind, input, by}); });
    }
    Job find(Runner& runner, JobId id, std::optional<AccountId> owner = {})
    {
        return database->read([&](db::Tx& tx) { return runner.find(tx, id, owner); });
    }
    int settings()
    {
        return database->read([](db::Tx& tx) { return tx.one<int>(kCountSettings); });
    }
    static void write_setting(Work& work)
    {
        work.step(50, "書いています");
        work.database.write([&](db::Tx& tx) {
            tx.run(kAddSetting, work.input, "");
            work.finish(tx, R"({"wrote":1})");
        });
    }
    FixedClock clock{Date{2025y / 4 / 1}};
    std::unique_ptr<db::Database> database = db::Database::open({.location = ":memory:"});
};

}  // namespace

TEST_F(Jobs, TheWorkAndItsEndAreDurableTogether)
{
    std::vector<Job> seen;
    Runner runner(*database, clock, {.changed = [&](Job const& job) { seen.push_back(job); }});
    runner.handle("write", AfterRestart::run_again, write_setting);
    runner.start();
    auto const job = submit(runner, "write", "a");
    EXPECT_EQ(job.state, State::queued);
    runner.wait_until_idle();
    auto const done = find(runner, job.id);
    EXPECT_EQ(done.state, State::done);
    EXPECT_EQ(done.progress, 100);
    EXPECT_EQ(done.result.text, R"({"wrote":1})");
    ASSERT_EQ(seen.size(), 3u);
    EXPECT_EQ(seen[1].step, "書いています");
    EXPECT_EQ(seen[2].state, State::done);
}

TEST_F(Jobs, ARefusalSaysWhyAndAFailureSaysThatNothingChanged)
{
    std::vector<std::string> logged;
    Runner runner(*database, clock, {.failed = [&](Job const& job, std::string_view what) {
        logged.push_back(job.kind + ": " + std::string{what});
    }});
    runner.handle("refuse", AfterRestart::give_up, [](Work&) { throw Refused{Code::rows_refused, {"3行", "3 rows"}}; });
    runner.handle("fail", AfterRestart::give_up, [](Work& work) {
        work.database.write([](db::Tx& tx) {
            tx.run(kAddSetting, "half", "");
            throw std::runtime_error("secret words of the database");
        });
    });
    runner.start();
    auto const refused = submit(runner, "refuse");
    auto const failed = submit(runner, "fail");
    runner.wait_until_idle();
    EXPECT_EQ(find(runner, refused.id).state, State::refused);
    EXPECT_THAT(find(runner, refused.id).result.text, HasSubstr(R"("code":"rows_refused")"));
    EXPECT_EQ(find(runner, failed.id).state, State::failed);
    EXPECT_THAT(find(runner, failed.id).result.text, Not(HasSubstr("secret")));
    EXPECT_THAT(logged, ElementsAre("fail: secret words of the database"));
    EXPECT_THAT(find(runner, refused.id).result.text, HasSubstr(R"("detail":"3行","detail_en":"3 rows")"));
    EXPECT_EQ(settings(), 0);
}

TEST_F(Jobs, AJobWhoseEndCannotBeWrittenEndsOnceTheDatabaseTakesIt)
{
    auto const script = [&](std::string const& text) { database->write([&](db::Tx& tx) { tx.script(text); }); };
    std::vector<std::string> logged;
    Runner runner(*database, clock, {.failed = [&](Job const&, std::string_view what) {
        logged.emplace_back(what);
        script("DROP TRIGGER full_disk");
    }});
    runner.handle("easy", AfterRestart::give_up, [](Work&) {});
    script("CREATE TRIGGER full_disk BEFORE UPDATE ON job WHEN NEW.state = 'done' BEGIN SELECT RAISE(ABORT, 'no space'); END");
    runner.start();
    auto const job = submit(runner, "easy");
    runner.wait_until_idle();
    EXPECT_EQ(find(runner, job.id).state, State::done);
    EXPECT_THAT(logged, ElementsAre(HasSubstr("no space")));
}

TEST_F(Jobs, WhatWasRunningAtTheStopIsRunAgainOrSaidToHaveFailed)
{
    JobId again, lost;
    {
        Runner before(*database, clock);
        again = submit(before, "write", "a").id;
        lost = submit(before, "other").id;
        database->write([&](db::Tx& tx) {
            tx.run(kMakeRunning, again);
            tx.run(kMakeRunning, lost);
        });
    }
    Runner runner(*database, clock);
    runner.handle("write", AfterRestart::run_again, write_setting);
    runner.handle("other", AfterRestart::give_up, [](Work&) {});
    runner.start();
    runner.wait_until_idle();
    EXPECT_EQ(find(runner, again).state, State::done);
    EXPECT_EQ(settings(), 1);
    EXPECT_EQ(find(runner, lost).state, State::failed);
    EXPECT_THAT(find(runner, lost).result.text, HasSubstr("もう一度実行してください"));
}

TEST_F(Jobs, AJobIsOnlyItsOwnersToSee)
{
    Runner runner(*database, clock);
    auto const job = submit(runner, "write", "a", AccountId{1});
    EXPECT_EQ(find(runner, job.id, AccountId{1}).id, job.id);
    EXPECT_THROW(find(runner, job.id, AccountId{2}), Refused);
    EXPECT_EQ(find(runner, job.id).id, job.id);
}
