#include "features/people/changes.hpp"
#include "features/plan/versions.hpp"
#include "features/plan/yaml.hpp"
#include "testing/town.hpp"

#include <gmock/gmock.h>

namespace {

namespace bj = boost::json;

constexpr auto kPlan = R"(municipality: {slug: town, name: 試験市, name_en: Test City}
document: {key: T, title: 計画, clause: 表紙}
population: {rule: 全職員, clause: L1}
categories:
  - {code: ALL, name: 全職員, priority: 9, rule: 全職員, reason: 職員のため, clause: L2}
courses:
  - {code: C1, name: DX基礎研修, clause: L5}
  - {code: C2, name: データ利活用, clause: L5}
levels:
  - {code: L1, name: レベル1, name_en: Level 1, order: 1, required_courses: [C1, C2], clause: L6}
  - {code: L2, name: レベル2, name_en: Level 2, order: 2, needs_previous: true, required_courses: [C2], clause: L6}
targets:
  - {level: L1, fiscal_year: 2025, people: 3, clause: L7}
  - {level: L2, fiscal_year: 2025, people: 1, clause: L7}
  - {level: L1, fiscal_year: 2026, people: 5, clause: L7}
)";

struct SnapshotTest : testing::Test {
    Town town;
    OrgUnitId section = town.unit("情報課");
    OrgUnitId other = town.unit("市民課");
    StaffId hanako = town.person({.no = "0010", .name = "髙橋 花子", .unit = section});
    StaffId jiro = town.person({.no = "0011", .name = "佐藤 次郎", .unit = other});
    StaffId saburo = town.person({.no = "0012", .name = "鈴木 三郎", .unit = other});
    Client office = town.as(Role::dx_office);

    void SetUp() override
    {
        town.write([&](db::Tx& tx) {
            return plan::import_in_force(tx, plan::read_yaml(kPlan).plan, *date_from_iso("2025-04-01"), town.clock());
        });
        certify(hanako, "L1", "2025-10-01");
        certify(jiro, "L1", "2026-02-01");
    }
    void certify(StaffId staff, char const* level, char const* on)
    {
        static db::Sql const kCertify{R"(
            INSERT INTO level_certification (staff_id, level_code, certified_on, basis, created_at) VALUES ($1, $2, $3, 'x', $4))"};
        town.write([&](db::Tx& tx) { return tx.run(kCertify, staff, level, on, town.clock().now()); });
    }
    template <class... A>
    void set(db::Sql const& sql, A const&... values)
    {
        town.write([&](db::Tx& tx) { return tx.run(sql, values...); });
    }
    /// The session of months ago has ended: the office signs in again.
    void later(char const* day)
    {
        town.clock().set(*date_from_iso(day));
        office = town.as(Role::dx_office);
    }
    Answer freeze(char const* day) const { return office.post("/targets/snapshots", bj::object{{"counted_on", day}}); }
    bj::value page(Answer const& taken) const
    {
        return office.get("/targets/snapshots/" + std::to_string(taken.body.at("snapshot").at("id").as_int64())).body;
    }
    static std::int64_t frozen(bj::value const& page, std::size_t figure = 0)
    {
        return page.at("snapshot").at("figures").at(figure).at("reached").as_int64();
    }
};

}  // namespace

TEST_F(SnapshotTest, TheFiguresOfADayAreFrozenWithRulePlanVersionAndSections)
{
    auto const taken = freeze("2026-03-31");
    ASSERT_EQ(taken.status, 201) << taken.bytes;
    auto const& snapshot = taken.body.at("snapshot");
    EXPECT_EQ(snapshot.at("counted_on"), "2026-03-31");
    EXPECT_EQ(snapshot.at("figures").as_array().size(), 2u) << "the targets of that year";
    auto const& first = snapshot.at("figures").at(0);
    EXPECT_EQ(first.at("reached"), 2);
    EXPECT_EQ(first.at("rule"), "レベル1以上の有効な認定を持つ人の実人数(累計)。退職者を除く。");
    EXPECT_EQ(first.at("sections").at(0).at("name"), "試験市");
    EXPECT_EQ(first.at("sections").at(0).at("reached"), 2);
    EXPECT_EQ(first.at("sections").as_array().size(), 3u);
    EXPECT_EQ(office.get("/targets/snapshots").body.at("snapshots").at(0).at("counted_on"), "2026-03-31");
}

TEST_F(SnapshotTest, CountedAgainLaterItGivesTheSameNumbersWhateverHasHappenedSince)
{
    auto const taken = freeze("2026-03-31");
    later("2026-09-01");
    certify(saburo, "L1", "2026-08-01");
    static db::Sql const kRevoke{
        "UPDATE level_certification SET revoked_on = '2026-07-01', revoked_why = '誤り' WHERE staff_id = $1"};
    static db::Sql const kLeave{"UPDATE staff SET left_on = '2026-07-01' WHERE id = $1"};
    static db::Sql const kEndPost{"UPDATE posting SET ended_on = '2026-07-01' WHERE staff_id = $1"};
    set(kRevoke, hanako);
    set(kLeave, jiro);
    set(kEndPost, jiro);
    auto const later = page(taken);
    EXPECT_TRUE(later.at("same").as_bool()) << later;
    EXPECT_EQ(frozen(later), 2);
    EXPECT_EQ(later.at("recount").at(0).at("now"), 2);
    EXPECT_EQ(freeze("2026-03-31").code(), "already_exists");
}

TEST_F(SnapshotTest, WhatWasRecordedLaterAboutThatDayIsExplainedPersonByPersonAndTheFrozenFiguresStay)
{
    auto const taken = freeze("2026-03-31");
    later("2026-09-01");
    certify(saburo, "L1", "2026-03-20");
    static db::Sql const kRevoke{
        "UPDATE level_certification SET revoked_on = '2026-03-01', revoked_why = '修了の誤記録' WHERE staff_id = $1"};
    static db::Sql const kLeave{"UPDATE staff SET left_on = '2026-03-15' WHERE id = $1"};
    set(kRevoke, hanako);
    set(kLeave, jiro);
    auto const later = page(taken);
    EXPECT_FALSE(later.at("same").as_bool());
    EXPECT_EQ(frozen(later), 2);
    EXPECT_EQ(later.at("recount").at(0).at("now"), 1);
    auto const& differences = later.at("differences").as_array();
    ASSERT_EQ(differences.size(), 3u) << later;
    EXPECT_EQ(differences[0].at("name"), "髙橋 花子");
    EXPECT_EQ(differences[0].at("reason"), "2026-03-01にさかのぼって認定が取り消されました(修了の誤記録)。");
    EXPECT_EQ(differences[1].at("reason"), "この日より前の退職(2026-03-15)があとから記録されました。");
    EXPECT_EQ(differences[2].at("reason"), "2026-03-20付けのレベル1の認定が、固定したあと(2026-09-01)に記録されました。");
    EXPECT_TRUE(differences[2].at("counted_now").as_bool());
    EXPECT_EQ(freeze("2026-03-31").status, 201) << "the corrected figures may be frozen beside the first";
}

TEST_F(SnapshotTest, WhoIsOutOfSightIsNotNamedInADifference)
{
    auto const taken = freeze("2026-03-31");
    later("2026-09-01");
    certify(saburo, "L1", "2026-03-20");
    auto const path = "/targets/snapshots/" + std::to_string(taken.body.at("snapshot").at("id").as_int64());
    auto const seen = town.as(Role::section_head, section).get(path).body.at("differences").at(0);
    EXPECT_EQ(seen.at("name"), "");
    EXPECT_TRUE(seen.at("staff").is_null());
    EXPECT_FALSE(std::string(seen.at("reason").as_string()).empty());
}

TEST_F(SnapshotTest, ADayAheadOrOfAYearWithoutTargetsCannotBeFrozen)
{
    EXPECT_EQ(freeze("2026-06-02").status, 422);
    EXPECT_EQ(freeze("2024-03-31").code(), "not_found") << "no plan was in force";
    EXPECT_EQ(freeze("2026-04-01").status, 201);
    EXPECT_EQ(town.as(Role::executive).post("/targets/snapshots", bj::object{{"counted_on", "2026-04-01"}}).status, 403);
}

TEST_F(SnapshotTest, ATargetOpensToItsSectionsAndToThePeopleTheActorSees)
{
    static db::Sql const kComplete{R"(
        INSERT INTO completion (staff_id, course_code, completed_on, fiscal_year, source, created_at)
        VALUES ($1, 'C1', '2026-05-01', 2026, '試験', '2026-05-01T00:00:00Z'))"};
    set(kComplete, saburo);
    auto const whole = office.get("/targets/breakdown?level=L1&fiscal_year=2026").body;
    EXPECT_EQ(whole.at("target").at("actual"), 2);
    EXPECT_EQ(whole.at("target").at("forecast"), 3);
    EXPECT_EQ(whole.at("sections").at(0).at("reached"), 2);
    EXPECT_EQ(whole.at("sections").at(0).at("near"), 1);
    EXPECT_EQ(whole.at("people").as_array().size(), 3u);
    EXPECT_EQ(whole.at("people").at(2).at("stage"), "near");

    auto const head = town.as(Role::section_head, section).get("/targets/breakdown?level=L1&fiscal_year=2026").body;
    EXPECT_EQ(head.at("sections").as_array().size(), 1u);
    EXPECT_EQ(head.at("people").as_array().size(), 1u);
    EXPECT_EQ(head.at("people").at(0).at("name"), "髙橋 花子");
    EXPECT_EQ(office.get("/targets/breakdown?level=L9&fiscal_year=2026").status, 404);
}

TEST_F(SnapshotTest, TheYearsShowWhoLearnedAndWasCertifiedForTheFirstTimeAndHowManyStandThereAtTheEnd)
{
    static db::Sql const kComplete{R"(
        INSERT INTO completion (staff_id, course_code, completed_on, fiscal_year, source, created_at)
        VALUES ($1, $2, $3, 2026, '試験', '2026-05-01T00:00:00Z'))"};
    set(kComplete, hanako, "C1", "2025-05-01");
    set(kComplete, hanako, "C2", "2026-05-01");
    set(kComplete, saburo, "C1", "2026-05-01");
    static db::Sql const kRevoke{
        "UPDATE level_certification SET revoked_on = '2026-05-01', revoked_why = '誤り' WHERE staff_id = $1"};
    set(kRevoke, jiro);
    auto const years = office.get("/targets/cohorts").body.at("years").as_array();
    ASSERT_EQ(years.size(), 5u);
    auto const& last_year = years[3];
    auto const& this_year = years[4];
    EXPECT_EQ(this_year.at("learned"), 2);
    EXPECT_EQ(this_year.at("first_learned"), 1);
    EXPECT_EQ(last_year.at("levels").at(0).at("entered"), 2);
    EXPECT_EQ(last_year.at("levels").at(0).at("standing"), 2);
    EXPECT_EQ(this_year.at("levels").at(0).at("entered"), 0);
    EXPECT_EQ(this_year.at("levels").at(0).at("standing"), 1);
}

TEST_F(SnapshotTest, TheForecastLeavesOutWhoIsKnownToLeaveAndWhatIsKnownToExpire)
{
    static db::Sql const kLeave{"UPDATE staff SET left_on = '2026-12-31' WHERE id = $1"};
    static db::Sql const kExpire{"UPDATE level_certification SET valid_until = '2027-01-01' WHERE staff_id = $1"};
    auto const row = [&] { return office.get("/targets?fiscal_year=2026").body.at("rows").at(0); };
    EXPECT_EQ(row().at("forecast"), 2);
    set(kLeave, hanako);
    EXPECT_EQ(row().at("actual"), 2);
    EXPECT_EQ(row().at("forecast"), 1);
    set(kExpire, jiro);
    EXPECT_EQ(row().at("forecast"), 0);
    EXPECT_TRUE(office.get("/targets?fiscal_year=2025").body.at("rows").at(0).at("forecast").is_null()) << "the year has ended";
}
