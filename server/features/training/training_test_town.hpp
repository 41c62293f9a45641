// The town that the room's tests play in: a plan with three courses, two sections, a head, and short ways to ask.
#pragma once
#include "features/people/changes.hpp"
#include "features/plan/versions.hpp"
#include "features/plan/yaml.hpp"
#include "testing/town.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace training_test {

namespace bj = boost::json;

constexpr auto kPlan = R"(municipality: {slug: town, name: 試験市, name_en: Test City}
document: {key: T, title: 計画, clause: 表紙}
population: {rule: 全職員, clause: L1}
ranks:
  - {name: 課長, order: 50, band: management, clause: L1}
  - {name: 係員, order: 10, band: staff, clause: L1}
categories:
  - {code: MGR, name: 管理職, priority: 1, rule: 職位 >= 課長, reason: 課長以上のため, clause: 第2章}
  - {code: ALL, name: 全職員, priority: 9, rule: 全職員, clause: 第2章}
skills:
  - {code: DX, name: DX基礎, clause: L2}
  - {code: SEC, name: セキュリティ, clause: L2}
requirements:
  - {category: ALL, skill: DX, clause: L3}
courses:
  - {code: C1, name: DX入門, skills: [DX], audience: 全職員, clause: L4}
  - {code: C2, name: 管理職研修, audience: 職位 >= 課長, clause: L4}
  - {code: C3, name: 任意研修, skills: [SEC], clause: L4}
levels:
  - {code: L1, name: レベル1, name_en: Level 1, order: 1, required_courses: [C3], clause: L5}
year_plan:
  - {fiscal_year: 0, course: C1, months: [6, 7], clause: 第4章}
  - {fiscal_year: 2026, course: C2, months: [], clause: 第4章}
  - {fiscal_year: 0, activity: 振り返り, months: [3], clause: 第4章}
)";

inline std::string path(std::string const& before, bj::value const& id, std::string const& after = {})
{
    return before + std::to_string(id.as_int64()) + after;
}
inline std::string path(std::string const& before, StaffId id) { return before + std::to_string(id.value); }

/// 2026-06-01, 10:00. 情報課 (a head and three officers) with its 企画係, and 市民課.
struct TrainingTest : testing::Test {
    Town town;
    OrgUnitId section = town.unit("情報課");
    OrgUnitId other = town.unit("市民課");
    StaffId boss = town.person({.no = "0001", .name = "課長 一郎", .unit = section, .rank = "課長", .is_head = true});
    StaffId anna = town.person({.no = "0010", .name = "青木 花子", .unit = section});
    StaffId ben = town.person({.no = "0011", .name = "石井 次郎", .unit = section});
    StaffId carl = town.person({.no = "0012", .name = "上田 三郎", .unit = section});
    StaffId dora = town.person({.no = "0020", .name = "江口 四子", .unit = other});
    Client office = town.as(Role::training_officer);

    void SetUp() override
    {
        town.write([&](db::Tx& tx) {
            return plan::import_in_force(tx, plan::read_yaml(kPlan).plan, *date_from_iso("2025-04-01"), town.clock());
        });
    }

    Client head() { return town.staff("0001", Role::section_head); }

    static bj::object session(std::string const& day, std::string const& from = "10:00", std::string const& to = "12:00")
    {
        return {{"id", nullptr},
                {"starts_at", day + "T" + from},
                {"ends_at", day + "T" + to},
                {"place", "大会議室"},
                {"online_address", ""}};
    }
    static bj::object form(std::string const& course = "C1")
    {
        return {{"course", course},
                {"fiscal_year", 2026},
                {"name", ""},
                {"capacity", 2},
                {"unit", nullptr},
                {"per_unit", 0},
                {"apply_from", "2026-05-01"},
                {"apply_until", "2026-06-20"},
                {"waiting_until", "2026-06-25"},
                {"attend", "all"},
                {"needs_release", false},
                {"note", ""},
                {"sessions", bj::array{session("2026-07-01")}}};
    }
    bj::value add(bj::object const& wanted)
    {
        auto const added = office.post("/runs", wanted);
        EXPECT_EQ(added.status, 201) << added.bytes;
        return added.body.at("id");
    }
    /// An open run.
    bj::value opened(bj::object const& wanted = form())
    {
        auto const id = add(wanted);
        auto const open = office.post(path("/runs/", id, "/opening"));
        EXPECT_EQ(open.status, 200) << open.bytes;
        return id;
    }
    Answer apply(std::string const& no, bj::value const& run)
    {
        return town.staff(no).post(path("/runs/", run, "/enrolments"), bj::object{{"reason", "学びたい"}});
    }
    /// Where the person stands on the run, as the office sees it.
    std::string stands(bj::value const& run, StaffId staff)
    {
        auto const list = office.get(path("/runs/", run, "/enrolments")).body;
        for (auto const& row : list.at("enrolments").as_array())
            if (row.at("staff") == staff.value) return std::string(row.at("status").as_string());
        return "none";
    }
    bj::value enrolment_of(bj::value const& run, StaffId staff)
    {
        auto const list = office.get(path("/runs/", run, "/enrolments")).body;
        for (auto const& row : list.at("enrolments").as_array())
            if (row.at("staff") == staff.value) return row.at("id");
        ADD_FAILURE() << "nobody";
        return 0;
    }
    void complete(StaffId staff, char const* course, char const* day)
    {
        town.write([&](db::Tx& tx) {
            tx.run(kComplete, staff, course, day, fiscal_year(*date_from_iso(day)), town.clock().now());
            people::note_change(tx, staff);
            return true;
        });
    }
    static inline db::Sql const kComplete{R"(
        INSERT INTO completion (staff_id, course_code, completed_on, fiscal_year, source, created_at)
        VALUES ($1, $2, $3, $4, '試験', $5))"};
    /// The town's plan, changed, from the fiscal year on.
    void plan_is(std::function<void(plan::Plan&)> const& change)
    {
        auto changed = plan::read_yaml(kPlan).plan;
        change(changed);
        town.write([&](db::Tx& tx) { return plan::import_in_force(tx, changed, *date_from_iso("2025-04-02"), town.clock()); });
    }
    /// Another day; whoever was signed in signs in again.
    void on(char const* day)
    {
        town.clock().set(*date_from_iso(day));
        office = town.as(Role::training_officer);
    }
};

}  // namespace training_test
