#include "platform/db/sqlite.hpp"

#include "platform/db/engine_fixture.hpp"
#include "platform/db/maintenance.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>
#include <latch>

namespace db {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

Sql const kCount{"SELECT count(*) FROM thing"};
Sql const kInsert{"INSERT INTO thing (name) VALUES ($1)"};

class SqliteFile : public testing::Test {
protected:
    void SetUp() override
    {
        folder = std::filesystem::path{testing::TempDir()} /
                 ("hagukumi-" + std::to_string(::getpid()) + "-" + testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::create_directories(folder);
        file = folder / "city.db";
    }
    void TearDown() override { std::filesystem::remove_all(folder); }
    std::unique_ptr<Database> open() { return Database::open({.location = file.string()}); }
    std::unique_ptr<Database> with_things()
    {
        auto database = open();
        database->write([](Tx& tx) { tx.script("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT"); });
        return database;
    }
    std::string complaint()
    {
        try {
            open();
        } catch (Error const& error) {
            return error.what();
        }
        return {};
    }

    std::filesystem::path folder, file;
};

TEST_F(SqliteFile, OnlyItsOwnerMayReadIt)
{
    open();
    EXPECT_EQ(std::filesystem::status(file).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(SqliteFile, ACommitIsSyncedToTheDiskAndForeignKeysHold)
{
    open()->write([](Tx& tx) {
        static Sql const mode{"PRAGMA journal_mode"};
        static Sql const sync{"PRAGMA synchronous"};
        static Sql const keys{"PRAGMA foreign_keys"};
        EXPECT_EQ(tx.one<std::string>(mode), "wal");
        EXPECT_EQ(tx.one<int>(sync), 2);
        EXPECT_EQ(tx.one<int>(keys), 1);
    });
}

TEST_F(SqliteFile, ADatabaseThatCannotBeOpenedSaysWhatToDo)
{
    std::ofstream{file} << std::string(8192, 'x');
    EXPECT_THAT(complaint(), HasSubstr("put the newest backup in its place"));
    file = folder / "missing" / "city.db";
    EXPECT_THAT(complaint(), HasSubstr("create it"));
    file = folder;
    EXPECT_THAT(complaint(), HasSubstr("is a folder"));
}

TEST_F(SqliteFile, AFileWeMayNotWriteSaysSo)
{
    open();
    std::filesystem::permissions(file, std::filesystem::perms::owner_read);
    if (::access(file.c_str(), W_OK) == 0) GTEST_SKIP() << "this user may write everything";
    EXPECT_THAT(complaint(), HasSubstr("let the user who runs hagukumi write"));
}

TEST_F(SqliteFile, AFullDiskFailsOneWriteAndTheNextIsServedAgain)
{
    auto const database = with_things();
    database->write([](Tx& tx) { tx.script("PRAGMA max_page_count = 10"); });
    auto const big = std::string(100'000, 'x');
    EXPECT_EQ(refusal_of([&] { database->write([&](Tx& tx) { tx.run(kInsert, big); }); }), ErrorKind::disk_full);
    database->write([](Tx& tx) { tx.run(kInsert, "small"); });
    EXPECT_EQ(database->read([](Tx& tx) { return tx.one<int>(kCount); }), 1);
}

// A foreign key that is checked at the COMMIT stands for a disk that fails there.
TEST_F(SqliteFile, WhenTheCommitItselfFailsNobodyIsToldThatItWorked)
{
    auto const database = with_things();
    database->write([](Tx& tx) {
        tx.script("CREATE TABLE part (thing_id INTEGER REFERENCES thing (id) DEFERRABLE INITIALLY DEFERRED) STRICT");
    });
    static Sql const orphan{"INSERT INTO part (thing_id) VALUES (77)"};
    std::latch all_wait{1};
    std::atomic<int> failures{0}, answers{0}, ran{0};
    std::promise<void> finished;
    auto const done = [&](std::exception_ptr failed) {
        failures += failed ? 1 : 0;
        if (++answers == 3) finished.set_value();
    };
    auto const insert = [&](Tx& tx) {
        tx.run(kInsert, "a");
        tx.after_commit([&] { ++ran; });
    };
    // The first holds the writer until the others wait, so that they share a batch.
    database->write_async([&](Tx&) { all_wait.wait(); }, [](std::exception_ptr) {});
    database->write_async(insert, done);
    database->write_async([&](Tx& tx) { tx.run(orphan); }, done);
    database->write_async(insert, done);
    all_wait.count_down();
    finished.get_future().wait();
    EXPECT_EQ(database->read([](Tx& tx) { return tx.one<int>(kCount); }), ran) << "written and answered go together";
    EXPECT_EQ(failures, 3 - ran);
    EXPECT_GE(failures, 1);
}

TEST_F(SqliteFile, AWriteInsideAWriteIsAMistakeOfTheProgramAndDoesNotHang)
{
    auto const database = with_things();
    EXPECT_THROW(database->write([&](Tx&) { database->write([](Tx&) {}); }), std::logic_error);
}

TEST_F(SqliteFile, ABackupMadeInServiceIsACompleteDatabase)
{
    auto const database = with_things();
    database->write([](Tx& tx) { tx.run(kInsert, "a"); });
    auto const copy = (folder / "it's a copy.db").string();
    backup_to(*database, copy);
    database->write([](Tx& tx) { tx.run(kInsert, "b"); });
    auto const restored = Database::open({.location = copy});
    EXPECT_EQ(restored->read([](Tx& tx) { return tx.one<int>(kCount); }), 1);
    EXPECT_THAT(integrity_check(*restored), IsEmpty());
    EXPECT_FALSE(std::filesystem::exists(copy + ".unfinished"));
}

TEST_F(SqliteFile, TheCheckFindsRowsThatPointNowhere)
{
    auto const database = with_things();
    database->write([](Tx& tx) { tx.script("CREATE TABLE part (thing_id INTEGER REFERENCES thing (id)) STRICT"); });
    EXPECT_THAT(integrity_check(*database), IsEmpty());
    open_sqlite(file.string(), Purpose::write)->script("PRAGMA foreign_keys = OFF; INSERT INTO part VALUES (77)");
    EXPECT_THAT(integrity_check(*database), testing::ElementsAre("part 1 thing 0"));
}

TEST_F(SqliteFile, TheCheckFindsDamagedPages)
{
    with_things()->write([](Tx& tx) {
        for (int i = 0; i < 2000; ++i) tx.run(kInsert, "name " + std::to_string(i));
    });
    auto const middle = static_cast<std::streamoff>(std::filesystem::file_size(file) / 2);
    std::fstream{file, std::ios::in | std::ios::out | std::ios::binary}.seekp(middle) << std::string(4096, '\x7f');
    EXPECT_FALSE(integrity_check(*open()).empty());
}

}  // namespace
}  // namespace db
