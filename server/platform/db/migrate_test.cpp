#include "platform/db/migrate.hpp"

#include "platform/db/engine_fixture.hpp"

#include <gmock/gmock.h>

#include <filesystem>

namespace db {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Sql const kNames{"SELECT name FROM town ORDER BY id"};
Sql const kAdd{"INSERT INTO town (name) VALUES ($1)"};

std::vector<Migration> const kFirst{{1, "town", "CREATE TABLE town (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;", ""}};
std::vector<Migration> const kBoth{
    kFirst[0], {2, "mayor", "ALTER TABLE town ADD COLUMN mayor TEXT; CREATE INDEX town_name ON town (name);", ""}};

class Migrations : public OnBothEngines {
protected:
    std::vector<int> apply(std::vector<Migration> const& migrations) { return migrate(*database, {.migrations = &migrations}); }
    std::string complaint(std::vector<Migration> const& migrations)
    {
        try {
            apply(migrations);
        } catch (Error const& error) {
            return error.what();
        }
        return {};
    }
};
ON_BOTH_ENGINES(Migrations);

TEST_P(Migrations, EachIsAppliedOnce)
{
    EXPECT_THAT(apply(kFirst), ElementsAre(1));
    database->write([](Tx& tx) { tx.run(kAdd, "枚方市"); });
    EXPECT_THAT(apply(kBoth), ElementsAre(2));
    EXPECT_THAT(apply(kBoth), IsEmpty());
    EXPECT_THAT(database->read([](Tx& tx) { return tx.all<std::string>(kNames); }), ElementsAre("枚方市"));
}

TEST_P(Migrations, AnEditedMigrationIsRefused)
{
    apply(kFirst);
    auto edited = kFirst;
    edited[0].sql = "CREATE TABLE town (id INTEGER PRIMARY KEY, name TEXT) STRICT;";
    EXPECT_THAT(complaint(edited), HasSubstr("0001_town"));
}

TEST_P(Migrations, ADatabaseOfANewerProgramIsRefused)
{
    apply(kBoth);
    EXPECT_THAT(complaint(kFirst), HasSubstr("newer Hagukumi"));
    EXPECT_THAT(complaint({}), HasSubstr("newer Hagukumi"));
}

TEST_P(Migrations, AFailedOneLeavesTheDatabaseAsItWas)
{
    apply(kFirst);
    auto broken = kBoth;
    broken.push_back(
        {3, "broken", "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE town (id INTEGER) STRICT;", ""});
    EXPECT_THAT(complaint(broken), HasSubstr("0003_broken failed and nothing was changed"));
    EXPECT_THAT(apply(kBoth), ElementsAre(2)) << "the second was rolled back with the third";
}

TEST_P(Migrations, ATwinReplacesTheTextOnPostgresOnly)
{
    std::vector<Migration> const twins{
        {1, "town", "CREATE TABLE town (id INTEGER PRIMARY KEY, name TEXT) STRICT; INSERT INTO town VALUES (1, 'file');",
         "CREATE TABLE town (id BIGINT PRIMARY KEY, name TEXT); INSERT INTO town VALUES (1, 'server');"}};
    apply(twins);
    EXPECT_THAT(database->read([](Tx& tx) { return tx.all<std::string>(kNames); }),
                ElementsAre(on_postgres() ? "server" : "file"));
}

TEST_P(Migrations, OursBuildTheWholeSchemaAndAreThereOnce)
{
    EXPECT_EQ(migrate(*database).size(), embedded_migrations().size());
    EXPECT_THAT(migrate(*database), IsEmpty());
    int number = 0;
    for (auto const& migration : embedded_migrations()) EXPECT_EQ(migration.number, ++number);
}

TEST_P(Migrations, ACopyOfAFilledFileIsKeptBesideIt)
{
    if (on_postgres()) GTEST_SKIP() << "PostgreSQL is backed up with its own tools";
    auto const& file = database->settings().location;
    apply(kFirst);
    EXPECT_FALSE(std::filesystem::exists(file + ".before-0001")) << "nothing was in it";
    database->write([](Tx& tx) { tx.run(kAdd, "枚方市"); });
    apply(kBoth);
    auto const copy = file + ".before-0002";
    EXPECT_THAT(Database::open({.location = copy})->read([](Tx& tx) { return tx.all<std::string>(kNames); }),
                ElementsAre("枚方市"));
}

}  // namespace
}  // namespace db
