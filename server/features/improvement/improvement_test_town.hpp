// The town that the room's tests play in: two sections with their heads, people, and short ways to write a case.
#pragma once
#include "features/plan/versions.hpp"
#include "features/plan/yaml.hpp"
#include "testing/town.hpp"

#include <gtest/gtest.h>

namespace improvement_test {

namespace bj = boost::json;

constexpr auto kPlan = R"(municipality: {slug: town, name: 試験市, name_en: Test City, area_code: "999999"}
document: {key: T, title: 計画, clause: 表紙}
population: {rule: 全職員, clause: L1}
ranks:
  - {name: 課長, order: 50, band: management, clause: L1}
  - {name: 係員, order: 10, band: staff, clause: L1}
categories:
  - {code: ALL, name: 全職員, priority: 9, rule: 全職員, clause: 第2章}
skills:
  - {code: BPR, name: 業務改革, clause: L2}
requirements:
  - {category: ALL, skill: BPR, clause: L3}
practice:
  - {code: P1, source: improvement_case, text: 業務改善の実施, clause: L613}
)";

/// 2026-06-01, 10:00. 情報課 and 市民課, each with a head and officers, below 総務部 with a head of its own.
struct ImprovementTest : testing::Test {
    Town town;
    OrgUnitId department = town.unit("総務部");
    OrgUnitId section = town.unit("情報課", department);
    OrgUnitId other = town.unit("市民課", department);
    StaffId director = town.person({.no = "0000", .name = "部長 一", .unit = department, .rank = "課長", .is_head = true});
    StaffId boss = town.person({.no = "0001", .name = "課長 一郎", .unit = section, .rank = "課長", .is_head = true});
    StaffId chief = town.person({.no = "0002", .name = "課長 二郎", .unit = other, .rank = "課長", .is_head = true});
    StaffId anna = town.person({.no = "0010", .name = "青木 花子", .unit = section});
    StaffId ben = town.person({.no = "0011", .name = "石井 次郎", .unit = section});
    StaffId dora = town.person({.no = "0020", .name = "江口 四子", .unit = other});
    Client office = town.as(Role::dx_office);

    void SetUp() override
    {
        town.write([&](db::Tx& tx) {
            return plan::import_in_force(tx, plan::read_yaml(kPlan).plan, *date_from_iso("2025-04-01"), town.clock());
        });
    }

    Client staff(char const* no = "0010") { return town.staff(no); }
    Client head() { return town.staff("0001", Role::section_head); }
    Client other_head() { return town.staff("0002", Role::section_head); }
    Client director_of_both() { return town.staff("0000", Role::section_head); }

    static std::string at(std::string const& before, bj::value const& id, std::string const& after = {})
    {
        return before + std::to_string(id.as_int64()) + after;
    }
    static bj::object step(char const* name, double minutes, int people, int times)
    {
        return {{"name", name}, {"minutes", minutes}, {"people", people}, {"times", times}};
    }
    bj::object form(char const* title = "窓口の予約をオンラインに")
    {
        return {{"unit", section.value},
                {"fiscal_year", 2026},
                {"theme", nullptr},
                {"title", title},
                {"summary", "電話の予約をやめた"},
                {"problem", "電話が**鳴り続ける**"},
                {"cause", "予約は電話だけ"},
                {"direction", "フォームで受ける"},
                {"done", "- フォームを作った"},
                {"support", "情報課に相談"},
                {"citizen_benefit", "夜でも予約できる"},
                {"staff_benefit", "電話が減った"},
                {"hours_used_for", ""},
                {"axes", bj::array{"citizen_service", "work_style"}},
                {"team", bj::array{bj::object{{"staff", anna.value}, {"part", "設計"}}}},
                {"steps_before", bj::array{step("電話を受ける", 10, 1, 1200)}},
                {"steps_after", bj::array{step("予約を確かめる", 2, 1, 1200)}},
                {"tool_costs", bj::array{bj::object{{"name", "LoGoフォーム"}, {"yen", 50'000}}}},
                {"files", bj::array{}},
                {"origin", nullptr},
                {"adopted_from", nullptr}};
    }
    static bj::object change(bj::object form, bj::value const& revision)
    {
        form.erase("origin");
        form.erase("adopted_from");
        form["revision"] = revision;
        return form;
    }
    bj::value added(Client const& by, bj::object const& what)
    {
        auto const answer = by.post("/cases", what);
        EXPECT_EQ(answer.status, 201) << answer.bytes;
        return answer.body.at("id");
    }
    static bj::object to(char const* stage) { return {{"stage", stage}, {"on", nullptr}, {"note", ""}}; }
    /// By somebody who has read the case just now.
    static Answer posts(Client const& by, bj::value const& id, char const* what, bj::object body)
    {
        auto const read = by.get(at("/cases/", id));
        body["revision"] = read.status == 200 ? read.body.at("revision") : bj::value{1};
        return by.post(at("/cases/", id, what), body);
    }
    static Answer moves(Client const& by, bj::value const& id, bj::object const& to) { return posts(by, id, "/stage", to); }
    static Answer hands_in(Client const& by, bj::value const& id) { return posts(by, id, "/submission", {}); }
    static Answer confirm(Client const& by, bj::value const& id, char const* text = "")
    {
        return posts(by, id, "/confirmation", {{"word", text}});
    }
    static Answer returns(Client const& by, bj::value const& id, char const* text)
    {
        return posts(by, id, "/return", {{"word", text}});
    }
    /// Handed in, with its effect.
    bj::value submitted(Client const& by, bj::object const& what)
    {
        auto const id = added(by, what);
        EXPECT_EQ(moves(by, id, to("effect")).status, 200);
        EXPECT_EQ(hands_in(by, id).status, 200);
        return id;
    }
    bj::value confirmed(bj::object const& what)
    {
        auto const id = submitted(staff(), what);
        auto const answer = confirm(head(), id);
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        return id;
    }
    bj::value confirmed() { return confirmed(form()); }
    void an_hour_costs(int yen)
    {
        auto const now = office.get("/improvement/cost").body.at("revision");
        auto const set =
            office.put("/improvement/cost", bj::object{{"yen", yen}, {"source", "令和7年度決算の人件費"}, {"revision", now}});
        EXPECT_EQ(set.status, 200) << set.bytes;
    }
    /// What 市民課 makes of a case of 情報課.
    bj::object adoption(bj::value const& source)
    {
        auto const draft = town.staff("0020").get(at("/cases/draft?from_case=", source));
        EXPECT_EQ(draft.status, 200) << draft.bytes;
        return draft.body.at("form").as_object();
    }
};

}  // namespace improvement_test
