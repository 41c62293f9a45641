#include "features/targets/targets.hpp"

#include "platform/db/database.hpp"
#include "platform/db/migrate.hpp"

#include <gtest/gtest.h>

using namespace targets;

namespace {

Date day(char const* iso) { return *date_from_iso(iso); }

plan::Plan leaders(plan::Counting counting, plan::Leavers leavers)
{
    plan::Plan plan;
    plan.levels = {{.code = "L1", .name = "レベル1", .order = 1, .required_courses = {"C1"}},
                   {.code = "L2", .name = "レベル2", .order = 2}};
    plan.targets = {{.level = "L1", .fiscal_year = 2025, .people = 100, .counting = counting, .leavers = leavers}};
    return plan;
}

struct Targets : testing::Test {
    std::unique_ptr<db::Database> database = db::Database::open({.location = ":memory:"});
    void SetUp() override
    {
        db::migrate(*database);
        // 1: L1 before the year. 2: L1 and L2 within it. 3: left in it. 4: on the way. 5: revoked.
        database->write([](db::Tx& tx) {
            tx.script(R"(
                INSERT INTO staff (id, staff_no, name, search_key, created_at, left_on) VALUES (1,'1','a','','2020-01-01T00:00:00Z',NULL),
                    (2,'2','b','','2020-01-01T00:00:00Z',NULL), (3,'3','c','','2020-01-01T00:00:00Z','2025-10-01'),
                    (4,'4','d','','2020-01-01T00:00:00Z',NULL), (5,'5','e','','2020-01-01T00:00:00Z',NULL);
                INSERT INTO level_certification (staff_id, level_code, certified_on, basis, revoked_on, created_at) VALUES
                    (1,'L1','2025-03-01','x',NULL,'2025-03-01T00:00:00Z'), (2,'L1','2025-05-01','x',NULL,'2025-05-01T00:00:00Z'),
                    (2,'L2','2025-08-01','x',NULL,'2025-08-01T00:00:00Z'), (3,'L1','2025-06-01','x',NULL,'2025-06-01T00:00:00Z'),
                    (5,'L1','2025-06-01','x','2025-07-01','2025-06-01T00:00:00Z');
                INSERT INTO completion (staff_id, course_code, completed_on, fiscal_year, source, created_at) VALUES
                    (4,'C1','2025-09-01',2025,'x','2025-09-01T00:00:00Z');)");
        });
    }
    TargetActual count(plan::Counting counting, plan::Leavers leavers, char const* on)
    {
        return database->read([&](db::Tx& tx) { return targets_on(tx, leaders(counting, leavers), day(on)).rows.at(0); });
    }
};

}  // namespace

TEST_F(Targets, TheRuleDecidesTheNumber)
{
    using plan::Counting;
    using plan::Leavers;
    EXPECT_EQ(count(Counting::inclusive_cumulative, Leavers::drop, "2025-12-01").actual, 2);
    EXPECT_EQ(count(Counting::inclusive_cumulative, Leavers::keep, "2025-12-01").actual, 3);
    EXPECT_EQ(count(Counting::highest_only, Leavers::drop, "2025-12-01").actual, 1);
    EXPECT_EQ(count(Counting::new_in_year, Leavers::keep, "2025-12-01").actual, 2);
}

TEST_F(Targets, AYearThatHasEndedIsCountedOnItsLastDayAndOneToComeNotAtAll)
{
    auto const later = count(plan::Counting::inclusive_cumulative, plan::Leavers::drop, "2027-01-01");
    EXPECT_EQ(to_iso(later.counted_on), "2026-03-31");
    EXPECT_FALSE(count(plan::Counting::inclusive_cumulative, plan::Leavers::drop, "2025-03-31").actual.has_value());
}

TEST_F(Targets, WhoIsOnTheWayIsCountedApart)
{
    auto const row = count(plan::Counting::inclusive_cumulative, plan::Leavers::drop, "2025-12-01");
    EXPECT_EQ(row.on_the_way, 1);
    EXPECT_EQ(row.rule, "レベル1以上の有効な認定を持つ人の実人数(累計)。退職者を除く。");
}
