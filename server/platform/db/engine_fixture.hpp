// For tests: every promise of this room is checked on SQLite, and on PostgreSQL when HAGUKUMI_TEST_POSTGRES holds a connection
// string.
#pragma once
#include "platform/db/database.hpp"

#include <boost/describe/class.hpp>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace db {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

/// The connection string of the server for tests, or empty. Nothing sets the environment meanwhile.
inline std::string test_server()
{
    auto const* const given = std::getenv("HAGUKUMI_TEST_POSTGRES");  // NOLINT(concurrency-mt-unsafe)
    return given ? given : "";
}

inline Settings settings_for(Dialect dialect)
{
    if (dialect == Dialect::sqlite) return {.location = ":memory:"};
    static int count = 0;
    return {.location = test_server(), .schema = "test_" + std::to_string(::getpid()) + "_" + std::to_string(++count)};
}

class OnBothEngines : public testing::TestWithParam<Dialect> {
protected:
    void SetUp() override
    {
        if (GetParam() == Dialect::postgres && test_server().empty())
            GTEST_SKIP() << "HAGUKUMI_TEST_POSTGRES holds no connection string";
        database = Database::open(settings_for(GetParam()));
    }
    void TearDown() override
    {
        if (database && GetParam() == Dialect::postgres)
            database->write([&](Tx& tx) { tx.script("DROP SCHEMA " + database->settings().schema + " CASCADE"); });
    }
    bool on_postgres() const { return GetParam() == Dialect::postgres; }

    std::unique_ptr<Database> database;
};

inline std::string engine_name(testing::TestParamInfo<Dialect> const& info)
{
    return info.param == Dialect::sqlite ? "Sqlite" : "Postgres";
}

/// What kind of Error `work` ends in; nothing when it succeeds.
template <class F>
std::optional<ErrorKind> refusal_of(F&& work)
{
    try {
        work();
    } catch (Error const& error) {
        return error.kind;
    }
    return std::nullopt;
}

}  // namespace db

#define ON_BOTH_ENGINES(Suite) \
    INSTANTIATE_TEST_SUITE_P(Engines, Suite, testing::Values(db::Dialect::sqlite, db::Dialect::postgres), db::engine_name)
