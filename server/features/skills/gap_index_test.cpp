#include "features/skills/gap_index.hpp"

#include "features/skills/dry_run.hpp"
#include "features/skills/kept_heat.hpp"
#include "platform/db/database.hpp"
#include "platform/db/migrate.hpp"
#include "platform/json/write.hpp"

#include <gtest/gtest.h>

#include <random>

using namespace skills;

namespace {

Date day(char const* iso) { return *date_from_iso(iso); }
Date const kToday = day("2026-06-01");

plan::Plan small_plan()
{
    plan::Plan plan;
    plan.ranks = {{.name = "課長", .order = 50, .band = plan::RankBand::management}, {.name = "主事", .order = 10}};
    plan.categories = {{.code = "MGR", .name = "管理職", .rule = "職位 >= 課長"},
                       {.code = "ALL", .name = "全職員", .rule = "全職員"}};
    plan.skills = {{.code = "dx"}, {.code = "sec", .validity_months = 12}, {.code = "lead"}};
    plan.requirements = {{.category = "ALL", .skill = "dx"},
                         {.category = "ALL", .skill = "sec"},
                         {.category = "MGR", .skill = "lead", .mark = plan::Mark::conditional}};
    plan.courses = {{.code = "C-SEC", .skills = {"sec"}}};
    plan.population = {.rule = "not 任用形態 = 会計年度任用"};
    return plan;
}

/// 総務部(1) > 人事課(2), 情報課(3); 消防本部(4). Five people.
constexpr auto kTown = R"(
    INSERT INTO org_unit (id, code, name, kind, parent_id, sort, valid_from) VALUES
        (1, '10', '総務部', '部', NULL, 1, '2020-04-01'), (2, '11', '人事課', '課', 1, 1, '2020-04-01'),
        (3, '12', '情報課', '課', 1, 2, '2020-04-01'), (4, '20', '消防本部', '部', NULL, 2, '2020-04-01');
    INSERT INTO staff (id, staff_no, name, kana, search_key, created_at) VALUES
        (1, '0001', '青木', 'アオキ', '', '2020-04-01T00:00:00Z'), (2, '0002', '石井', 'イシイ', '', '2020-04-01T00:00:00Z'),
        (3, '0003', '上田', 'ウエダ', '', '2020-04-01T00:00:00Z'), (4, '0004', '江口', 'エグチ', '', '2020-04-01T00:00:00Z'),
        (5, '0005', '小川', 'オガワ', '', '2020-04-01T00:00:00Z');
    INSERT INTO engagement (staff_id, employment, occupation, valid_from) VALUES
        (1, '正規', '行政職', '2020-04-01'), (2, '正規', '行政職', '2020-04-01'), (3, '正規', '行政職', '2020-04-01'),
        (4, '正規', '消防職', '2020-04-01'), (5, '会計年度任用', '行政職', '2020-04-01');
    INSERT INTO posting (staff_id, unit_id, kind, rank, effective_on, announced_on) VALUES
        (1, 2, 'primary', '課長', '2020-04-01', '2020-03-20'), (2, 2, 'primary', '主事', '2020-04-01', '2020-03-20'),
        (3, 3, 'primary', '主事', '2020-04-01', '2020-03-20'), (4, 4, 'primary', '主事', '2020-04-01', '2020-03-20'),
        (5, 3, 'primary', '主事', '2020-04-01', '2020-03-20');
    INSERT INTO leave_period (staff_id, kind, valid_from) VALUES (4, '育児休業', '2026-01-01');
    INSERT INTO completion (staff_id, course_code, completed_on, fiscal_year, source, created_at) VALUES
        (1, 'C-SEC', '2026-05-01', 2026, 'x', '2026-05-01T00:00:00Z'), (2, 'C-SEC', '2025-05-01', 2025, 'x', '2025-05-01T00:00:00Z');
    INSERT INTO skill_evidence (staff_id, skill_code, kind, holds, dated_on, source, created_at) VALUES
        (2, 'dx', 'confirmed', 1, '2026-01-01', 'x', '2026-01-01T00:00:00Z'), (3, 'dx', 'self', 1, '2026-01-01', 'x', '2026-01-01T00:00:00Z');
)";

struct GapIndexTest : testing::Test {
    std::unique_ptr<db::Database> database = db::Database::open({.location = ":memory:"});
    std::shared_ptr<plan::Plan const> plan = std::make_shared<plan::Plan const>(small_plan());

    void SetUp() override
    {
        db::migrate(*database);
        database->write([](db::Tx& tx) { tx.script(kTown); });
    }
    std::unique_ptr<GapIndex> build(Date on = kToday)
    {
        return database->read([&](db::Tx& tx) { return GapIndex::build(tx, plan, on, on); });
    }
    HeatRow row(GapIndex const& index, std::string const& code)
    {
        for (auto& row : heat_by_unit(index, {}, 5).rows) {
            if (row.code == code) return row;
        }
        return {};
    }
};

}  // namespace

TEST_F(GapIndexTest, ASectionIsCountedWithEverythingBelowItAndLeaveIsHeadcountOnly)
{
    auto const index = build();
    auto const general = row(*index, "10");
    EXPECT_EQ(general.people, 3u) << "the fixed-year appointment is not in the population";
    EXPECT_EQ(general.cells[0].needed, 3u);
    EXPECT_EQ(general.cells[0].held, 1u) << "confirmed counts, a self-rating does not";
    EXPECT_EQ(general.cells[1].held, 1u) << "last year's security course has expired";
    auto const fire = row(*index, "20");
    EXPECT_EQ(fire.people, 1u);
    EXPECT_EQ(fire.on_leave, 1u);
    EXPECT_EQ(fire.cells[0].needed, 0u);
}

TEST_F(GapIndexTest, TheDayDecides)
{
    EXPECT_EQ(row(*build(day("2025-06-01")), "10").cells[1].held, 1u) << "石井 had completed the course a month before";
    EXPECT_EQ(row(*build(day("2025-06-01")), "20").cells[0].needed, 1u) << "江口 was not on leave yet";
    EXPECT_EQ(build(day("2019-01-01"))->standings().size(), 0u);
}

TEST_F(GapIndexTest, AStarAsksNobodyUntilTheHeadDecides)
{
    auto const before = build();
    EXPECT_TRUE(before->standing(StaffId{1})->open.test(2));
    EXPECT_EQ(row(*before, "10").cells[2].needed, 0u);
    database->write([](db::Tx& tx) {
        tx.script(
            "INSERT INTO conditional_decision (staff_id, skill_code, needed, reason, decided_on, created_at)"
            " VALUES (1, 'lead', 1, 'x', '2026-05-01', '2026-05-01T00:00:00Z')");
    });
    EXPECT_EQ(row(*build(), "10").cells[2].needed, 1u);
}

TEST_F(GapIndexTest, AKeptTableIsTheTableAsCountedAndNoOlderThanTheIndex)
{
    KeptHeat kept;
    auto index = build();
    auto const place = *index->roster().tree.find(OrgUnitId{2});
    EXPECT_EQ(kept.by_unit(*index, {}, 5).text, json::write(heat_by_unit(*index, {}, 5)));
    EXPECT_EQ(kept.by_unit(*index, place, 0).text, json::write(heat_by_unit(*index, place, 0))) << "another root, another table";
    auto const before = kept.by_unit(*index, {}, 5).text;
    database->write([](db::Tx& tx) { tx.script("UPDATE staff SET left_on = '2026-06-01' WHERE id = 1"); });
    StaffId const changed[] = {{1}};
    database->read([&](db::Tx& tx) { index->refresh(tx, changed, kToday); });
    auto const after = kept.by_unit(*index, {}, 5).text;
    EXPECT_NE(after, before);
    EXPECT_EQ(after, json::write(heat_by_unit(*index, {}, 5)));
}

TEST_F(GapIndexTest, BroughtForwardIsTheSameAsBuiltAnew)
{
    auto index = build();
    database->write([](db::Tx& tx) {
        tx.script(R"(UPDATE posting SET ended_on = '2026-06-01' WHERE staff_id = 2;
            INSERT INTO posting (staff_id, unit_id, kind, rank, effective_on, announced_on) VALUES (2, 4, 'primary', '課長', '2026-06-01', '2026-05-20');
            INSERT INTO skill_evidence (staff_id, skill_code, kind, holds, dated_on, source, created_at)
                VALUES (3, 'dx', 'exam', 1, '2026-05-30', 'x', '2026-05-30T00:00:00Z');
            UPDATE staff SET left_on = '2026-06-01' WHERE id = 1;)");
    });
    StaffId const changed[] = {{1}, {2}, {3}};
    database->read([&](db::Tx& tx) { index->refresh(tx, changed, kToday); });
    auto const anew = build();
    auto const brought = heat_by_unit(*index, {}, 5);
    auto const built = heat_by_unit(*anew, {}, 5);
    ASSERT_EQ(brought.rows.size(), built.rows.size());
    for (std::size_t i = 0; i < built.rows.size(); ++i) {
        EXPECT_EQ(brought.rows[i].people, built.rows[i].people);
        for (std::size_t skill = 0; skill < built.columns.size(); ++skill) {
            EXPECT_EQ(brought.rows[i].cells[skill].needed, built.rows[i].cells[skill].needed)
                << built.rows[i].name << " " << skill;
            EXPECT_EQ(brought.rows[i].cells[skill].held, built.rows[i].cells[skill].held) << built.rows[i].name << " " << skill;
        }
    }
    EXPECT_EQ(row(*index, "20").people, 2u);
}

TEST_F(GapIndexTest, APostingThatIsNotAnnouncedYetIsNotThere)
{
    database->write([](db::Tx& tx) {
        tx.script(R"(UPDATE posting SET ended_on = '2026-06-10' WHERE staff_id = 3;
            INSERT INTO posting (staff_id, unit_id, kind, rank, effective_on, announced_on) VALUES (3, 4, 'primary', '課長', '2026-06-10', '2026-06-05'))");
    });
    auto const future = day("2026-06-15");
    auto const index_on = [&](Date announced_by) {
        return database->read([&](db::Tx& tx) { return GapIndex::build(tx, plan, future, announced_by); });
    };
    EXPECT_FALSE(index_on(kToday)->standing(StaffId{3})->categories & 1) << "asked on 1 June";
    EXPECT_TRUE(index_on(day("2026-06-05"))->standing(StaffId{3})->categories & 1);
}

TEST_F(GapIndexTest, ADraftTellsWhoEntersAndWhoseGapGrows)
{
    auto const before = build();
    auto draft = small_plan();
    draft.categories[0].rule = "職位 >= 主事 and 所属 within 総務部";
    draft.requirements[2].mark = plan::Mark::required;
    auto const run = compare(*before, *before->under(std::make_shared<plan::Plan const>(draft)));
    ASSERT_EQ(run.categories.size(), 2u);
    EXPECT_EQ(run.categories[0].enters, 3);
    EXPECT_EQ(run.categories[0].leaves, 0);
    EXPECT_EQ(run.gap.people_changed, 3) << "the three counted people of 総務部";
    EXPECT_EQ(run.gap.after - run.gap.before, 3);
    EXPECT_EQ(run.units.front().name, "総務部");
    EXPECT_EQ(run.units.front().gap_after - run.units.front().gap_before, 3);
}

TEST_F(GapIndexTest, UnderAnotherPlanItSaysWhatAnIndexBuiltForThatPlanSaysAndLeavesTheFirstAlone)
{
    auto const before = build();
    auto const stood = std::vector<Standing>(before->standings().begin(), before->standings().end());
    auto draft = small_plan();
    draft.ranks.push_back({.name = "主査", .order = 20, .band = plan::RankBand::supervisory});
    draft.skills.push_back({.code = "new-skill"});
    draft.courses.push_back({.code = "C-NEW", .skills = {"new-skill", "dx"}});
    draft.courses[0].skills = {"dx"};
    draft.requirements.push_back({.category = "MGR", .skill = "new-skill"});
    draft.categories[0].rule = "職位 >= 主事 and not 任用形態 = 任期付";
    auto const shared = std::make_shared<plan::Plan const>(draft);
    auto const under = before->under(shared);
    auto const built = database->read([&](db::Tx& tx) { return GapIndex::build(tx, shared, kToday, kToday); });

    auto const same = [](Standing const& a, Standing const& b) {
        return a.categories == b.categories && a.needed == b.needed && a.open == b.open && a.held == b.held &&
               a.counted == b.counted && a.active == b.active;
    };
    ASSERT_EQ(under->standings().size(), built->standings().size());
    for (std::size_t row = 0; row < built->standings().size(); ++row)
        EXPECT_TRUE(same(under->standings()[row], built->standings()[row])) << row;
    for (std::size_t row = 0; row < stood.size(); ++row) EXPECT_TRUE(same(before->standings()[row], stood[row])) << row;
    EXPECT_EQ(under->roster().words.text(under->roster().people[0].name), "青木");
}
