// The town that the room's tests play in: a department with three sections, one of them without a head, and a plan with roles.
#pragma once
#include "features/people/changes.hpp"
#include "features/plan/versions.hpp"
#include "features/plan/yaml.hpp"
#include "testing/town.hpp"

#include <gmock/gmock.h>

namespace nominations_test {

namespace bj = boost::json;

constexpr auto kPlan = R"(municipality: {slug: town, name: 試験市, name_en: Test City}
document: {key: T, title: 計画, clause: 表紙}
population: {rule: 全職員, clause: L1}
ranks:
  - {name: 部長, order: 70, band: management, clause: L1}
  - {name: 課長, order: 50, band: management, clause: L1}
  - {name: 係員, order: 10, band: staff, clause: L1}
categories:
  - {code: ALL, name: 全職員, priority: 9, rule: 全職員, clause: 第2章}
roles:
  - {code: R1, name: DX推進リーダー, name_en: DX leader, routes: [nomination, open_call], per_section: 1, term_years: 1, renewal: 毎年指名, clause: 第4章}
  - {code: R2, name: 推進マネージャー, routes: [position], clause: 第5章}
)";

inline std::string digits(std::int64_t number) { return std::to_string(number); }

/// 2026-06-01. 総務部 (a head of department) with 情報課 (a head, with its 企画係), 市民課 (without a head) and 税務課 (a head).
struct NominationsTest : testing::Test {
    Town town;
    OrgUnitId department = town.unit("総務部");
    OrgUnitId section = town.unit("情報課", department);
    OrgUnitId team = town.unit("企画係", section);
    OrgUnitId headless = town.unit("市民課", department);
    OrgUnitId taxes = town.unit("税務課", department);
    StaffId director = town.person({.no = "0001", .name = "部長 一郎", .unit = department, .rank = "部長", .is_head = true});
    StaffId boss = town.person({.no = "0002", .name = "課長 二郎", .unit = section, .rank = "課長", .is_head = true});
    StaffId anna = town.person({.no = "0010", .name = "青木 花子", .unit = team, .kana = "アオキ"});
    StaffId ben = town.person({.no = "0011", .name = "石井 次郎", .unit = section, .kana = "イシイ"});
    StaffId carl = town.person({.no = "0012", .name = "上田 三郎", .unit = section, .kana = "ウエダ"});
    StaffId dora = town.person({.no = "0020", .name = "江口 四子", .unit = headless, .kana = "エグチ"});
    StaffId other_boss = town.person({.no = "0003", .name = "税務 課長", .unit = taxes, .rank = "課長", .is_head = true});
    StaffId emil = town.person({.no = "0030", .name = "小川 五郎", .unit = taxes, .kana = "オガワ"});
    Client office = town.as(Role::training_officer);

    void SetUp() override
    {
        sql("UPDATE org_unit SET kind = '部' WHERE name = '総務部'");
        sql("UPDATE org_unit SET kind = '係' WHERE name = '企画係'");
        town.write([&](db::Tx& tx) {
            return plan::import_in_force(tx, plan::read_yaml(kPlan).plan, *date_from_iso("2020-04-01"), town.clock());
        });
    }

    void sql(std::string const& statement)
    {
        town.write([&](db::Tx& tx) {
            tx.script(statement);
            people::note_change_of_all(tx);
            return true;
        });
    }
    void holds(StaffId staff, OrgUnitId unit, std::string const& from, std::string const& until = {})
    {
        sql("INSERT INTO appointment (staff_id, role_code, route, unit_id, valid_from, valid_until, created_at) VALUES (" +
            digits(staff.value) + ", 'R1', 'nomination', " + digits(unit.value) + ", '" + from + "', " +
            (until.empty() ? "NULL" : "'" + until + "'") + ", '2020-01-01T00:00:00Z')");
    }
    /// From the day on the person stands elsewhere; known from the day of the announcement on.
    void moves(StaffId staff, OrgUnitId unit, std::string const& on, std::string const& announced)
    {
        sql("UPDATE posting SET ended_on = '" + on + "' WHERE staff_id = " + digits(staff.value));
        sql("INSERT INTO posting (staff_id, unit_id, kind, rank, effective_on, announced_on) VALUES (" + digits(staff.value) +
            ", " + digits(unit.value) + ", 'primary', '係員', '" + on + "', '" + announced + "')");
    }

    Client head() { return town.staff("0002", Role::section_head); }
    Client chief() { return town.staff("0001", Role::section_head); }
    Client other_head() { return town.staff("0003", Role::section_head); }

    static bj::object form(std::string const& route = "nomination")
    {
        return {{"role", "R1"},
                {"fiscal_year", 2026},
                {"route", route},
                {"name", ""},
                {"eligibility", "職位 <= 課長"},
                {"per_section", 1},
                {"opens_on", "2026-05-20"},
                {"closes_on", "2026-06-15"},
                {"term_from", "2026-07-01"},
                {"term_until", "2027-04-01"},
                {"renewal", "yearly"},
                {"max_terms", 0},
                {"survives_transfer", false},
                {"note", "各課一人を指名してください。"}};
    }
    std::int64_t draft(bj::object const& wanted = form())
    {
        auto const added = office.post("/nominations", wanted);
        EXPECT_EQ(added.status, 201) << added.bytes;
        return added.status == 201 ? added.body.at("id").as_int64() : 0;
    }
    std::int64_t opened(bj::object const& wanted = form())
    {
        auto const id = draft(wanted);
        auto const open = office.post(round(id, "/opening"));
        EXPECT_EQ(open.status, 200) << open.bytes;
        return id;
    }
    static std::string round(std::int64_t id, std::string const& after = {}) { return "/nominations/" + digits(id) + after; }
    std::string sheet(std::int64_t id, OrgUnitId unit) { return round(id, "/sections/" + digits(unit.value)); }

    static bj::object named(std::vector<StaffId> const& staff, std::int64_t revision = 0)
    {
        bj::array nominees;
        for (auto const one : staff) nominees.push_back(bj::object{{"staff", one.value}, {"reason", "意欲がある"}});
        return {{"revision", revision}, {"nominees", nominees}, {"none", false}, {"reason", ""}};
    }
    static bj::object nobody(std::string const& reason, std::int64_t revision = 0)
    {
        return {{"revision", revision}, {"nominees", bj::array{}}, {"none", true}, {"reason", reason}};
    }
    bj::value board(std::int64_t id) { return office.get(round(id)).body; }
    bj::value nominee(std::int64_t id, StaffId staff)
    {
        auto const all = board(id);
        for (auto const& each : all.at("nominees").as_array())
            if (each.at("staff") == staff.value) return each;
        ADD_FAILURE() << "not named";
        return {};
    }
    bj::value section_of(std::int64_t id, OrgUnitId unit)
    {
        auto const all = board(id);
        for (auto const& each : all.at("sections").as_array())
            if (each.at("unit") == unit.value) return each;
        ADD_FAILURE() << "not asked";
        return {};
    }
    Answer judge(std::int64_t id, std::vector<StaffId> const& staff, std::string const& outcome, std::string const& reason = {})
    {
        bj::array ids;
        for (auto const one : staff) ids.push_back(nominee(id, one).at("id"));
        return office.post(round(id, "/selection"), bj::object{{"nominees", ids}, {"outcome", outcome}, {"reason", reason}});
    }
    Answer decide(std::int64_t id, std::string const& number = "8情政第12号")
    {
        return office.post(round(id, "/decision"), bj::object{{"revision", office.get(round(id)).body.at("round").at("revision")},
                                                              {"basis_no", number},
                                                              {"basis_on", "2026-06-01"}});
    }
    bj::array appointments(StaffId staff)
    {
        auto const page = office.get("/staff/" + digits(staff.value) + "/page");
        EXPECT_EQ(page.status, 200) << page.bytes;
        return page.body.at("profile").at("appointments").as_array();
    }
    static std::vector<std::string> todos(Client const& who, std::string const& kind)
    {
        std::vector<std::string> texts;
        auto const home = who.get("/home").body;
        for (auto const& todo : home.at("todo").as_array())
            if (todo.at("kind").as_string() == kind) texts.emplace_back(todo.at("text").as_string());
        return texts;
    }
};

}  // namespace nominations_test
