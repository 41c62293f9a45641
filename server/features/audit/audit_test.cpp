#include "features/audit/audit.hpp"

#include "platform/db/migrate.hpp"
#include "testing/town.hpp"

#include <gmock/gmock.h>

#include <atomic>

using namespace testing;
using namespace std::chrono_literals;

namespace {

db::Sql const kTamper{"UPDATE audit SET detail = '{\"x\":1}' WHERE seq = $1"};
db::Sql const kRemove{"DELETE FROM audit WHERE seq = $1"};
db::Sql const kFirst{"SELECT min(seq) FROM audit"};

class Audit : public Test {
protected:
    void record(std::string_view action, Instant at)
    {
        town.write([&](db::Tx& tx) { audit::record(tx, system_actor("test"), at, action, "staff", StaffId{1}); });
    }
    audit::Verdict verdict()
    {
        town.municipality().looks().flush();  // on PostgreSQL this links what is not linked yet
        return town.read([](db::Tx& tx) { return audit::verify(tx); });
    }
    Town town;
};

}  // namespace

TEST_F(Audit, AChangedEntryIsFound)
{
    for (int i = 0; i < 5; ++i) record("test.happened", town.clock().now());
    EXPECT_TRUE(verdict().ok);
    EXPECT_EQ(verdict().entries, 5);
    auto const first = town.read([](db::Tx& tx) { return tx.one<std::int64_t>(kFirst); });
    town.write([&](db::Tx& tx) { tx.run(kTamper, first + 2); });
    EXPECT_EQ(verdict().first_broken, first + 2);
}

TEST_F(Audit, AMissingEntryIsFound)
{
    for (int i = 0; i < 5; ++i) record("test.happened", town.clock().now());
    EXPECT_TRUE(verdict().ok);
    auto const first = town.read([](db::Tx& tx) { return tx.one<std::int64_t>(kFirst); });
    town.write([&](db::Tx& tx) { tx.run(kRemove, first + 2); });
    EXPECT_EQ(verdict().first_broken, first + 3);
}

TEST_F(Audit, LookingTwiceInAMinuteIsOneLook)
{
    auto& looks = town.municipality().looks();
    auto const actor = Actor{.login = "0010"};
    looks.looked(actor, "staff", 7);
    looks.looked(actor, "staff", 7);
    looks.looked(actor, "staff", 8);
    town.clock().advance(60s);
    looks.looked(actor, "staff", 7);
    EXPECT_TRUE(verdict().ok);
    EXPECT_EQ(verdict().entries, 3);
}

TEST(Looks, WhatCannotBeWrittenIsToldAndWrittenLater)
{
    auto const database = db::Database::open({.location = ":memory:"});
    FixedClock const clock{Date{2026y / 6 / 1}};
    std::atomic<bool> told = false;
    {
        audit::Looks looks(*database, clock, [&](std::string_view what) {
            EXPECT_THAT(std::string{what}, HasSubstr("audit"));
            told = true;
            told.notify_all();
        });
        looks.looked(Actor{.login = "0010"}, "staff", 7);
        told.wait(false);  // there is no table yet
        db::migrate(*database);
    }
    EXPECT_EQ(database->read([](db::Tx& tx) { return audit::verify(tx).entries; }), 1);
}

TEST_F(Audit, EntriesAreFoundByWhoWhatAndWhenPageByPage)
{
    auto const officer = town.as(Role::administrator);
    for (int day = 0; day < 3; ++day) {
        record("people.changed", town.clock().now());
        record("plan.enacted", town.clock().now());
        town.clock().advance(20h);
    }
    auto const fresh = town.as(Role::administrator);
    EXPECT_EQ(fresh.get("/audit?action=people.").body.at("entries").as_array().size(), 3U);
    EXPECT_EQ(fresh.get("/audit?action=people.&from=2026-06-02&until=2026-06-02").body.at("entries").as_array().size(), 1U);
    auto const page = fresh.get("/audit?actor=test&limit=4").body;
    EXPECT_EQ(page.at("more"), true);
    auto const last = std::to_string(page.at("entries").at(3).at("seq").as_int64());
    EXPECT_EQ(fresh.get("/audit?actor=test&limit=1000&before=" + last).body.at("more"), false);
    EXPECT_EQ(fresh.get("/audit/verify").body.at("ok"), true);
    EXPECT_THAT(fresh.get("/audit/export?action=plan.").bytes, HasSubstr("plan.enacted"));
}
