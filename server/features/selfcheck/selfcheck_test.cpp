// One year's self-check from the draft to the last remedy, and who sees what of it.
#include "features/plan/versions.hpp"
#include "features/plan/yaml.hpp"
#include "features/selfcheck/checklist.hpp"
#include "platform/sheets/table.hpp"
#include "testing/town.hpp"

#include <gmock/gmock.h>

#include <set>

namespace {

namespace bj = boost::json;

constexpr auto kPlan = R"(municipality: {slug: town, name: 試験市, name_en: Test City}
document: {key: T, title: 計画, clause: 表紙}
population: {rule: 全職員, clause: L1}
categories:
  - {code: ALL, name: 全職員, priority: 9, rule: 全職員, clause: 第2章}
)";

std::string digits(bj::value const& number) { return std::to_string(number.as_int64()); }
std::string digits(OrgUnitId unit) { return std::to_string(unit.value); }

struct SelfcheckTest : testing::Test {
    Town town;
    OrgUnitId department = town.unit("総務部");
    OrgUnitId general = town.unit("情報課", department), welfare = town.unit("福祉課", department);
    Client office = town.as(Role::dx_office);
    Client head = (town.person({.no = "0001", .name = "課長 一郎", .unit = general, .is_head = true}),
                   town.staff("0001", Role::section_head));
    Client leader = (town.person({.no = "0010", .name = "推進 花子", .unit = general}), town.staff("0010", Role::dx_leader));
    Client other = (town.person({.no = "0002", .name = "福祉 次郎", .unit = welfare, .is_head = true}),
                    town.staff("0002", Role::section_head));

    void SetUp() override
    {
        town.write([&](db::Tx& tx) {
            return plan::import_in_force(tx, plan::read_yaml(kPlan).plan, *date_from_iso("2020-04-01"), town.clock());
        });
    }

    static bj::object item(char const* code, char const* group = "G")
    {
        return {{"code", code},  {"group", group}, {"text", std::string("項目") + code}, {"text_en", ""}, {"good", ""},
                {"good_en", ""}, {"source", ""}};
    }
    static bj::object list(bj::array items)
    {
        return {{"title", "点検"},
                {"title_en", "Check"},
                {"intro", ""},
                {"intro_en", ""},
                {"source", ""},
                {"groups", bj::array{bj::object{{"code", "G"}, {"title", "分類"}, {"title_en", ""}}}},
                {"items", std::move(items)}};
    }
    static bj::object draft(bj::value const& revision, bj::array items)
    {
        return {
            {"revision", revision}, {"opens_on", "2026-06-01"}, {"closes_on", "2026-06-30"}, {"list", list(std::move(items))}};
    }
    Answer started(int year = 2026, char const* from = "empty")
    {
        return office.post("/selfchecks", bj::object{{"fiscal_year", year}, {"from", from}});
    }
    static std::string at(bj::value const& id, std::string const& rest = {}) { return "/selfchecks/" + digits(id) + rest; }
    bj::value opened()
    {
        auto const made = started();
        EXPECT_EQ(made.status, 201) << made.bytes;
        auto const id = made.body.at("summary").at("id");
        EXPECT_EQ(office.put(at(id), draft(made.body.at("summary").at("revision"), {item("A"), item("B"), item("C")})).status,
                  200);
        auto const answer = office.post(at(id, "/open"));
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        return id;
    }
    static std::string section(bj::value const& id, OrgUnitId unit) { return at(id, "/sections/" + digits(unit)); }

    static bj::object says(char const* item, bj::value answer, bj::value remedy = nullptr)
    {
        return {{"item", item}, {"answer", std::move(answer)}, {"remark", ""}, {"remedy", std::move(remedy)}};
    }
    static bj::object plan(char const* what = "鍵を付ける", char const* due = "2026-06-20")
    {
        return {{"what", what}, {"who", "庶務担当"}, {"due", due}};
    }
    static bj::object input(bj::value const& revision, bool submit, bj::array answers)
    {
        return {{"revision", revision}, {"submit", submit}, {"answers", std::move(answers)}};
    }
    static bj::array complete() { return {says("A", "yes"), says("B", "no", plan()), says("C", "not_applicable")}; }
    Answer submit(Client const& who, bj::value const& id, OrgUnitId unit, bj::array answers = complete())
    {
        auto const revision = who.get(section(id, unit)).body.at("revision");
        return who.put(section(id, unit), input(revision, true, std::move(answers)));
    }
    bj::object remedy_of(Client const& who) { return who.get("/selfcheck-remedies").body.at("remedies").at(0).as_object(); }
    static std::string to(bj::object const& remedy, std::string const& rest = {})
    {
        return "/selfcheck-remedies/" + digits(remedy.at("id")) + rest;
    }
};

}  // namespace

TEST_F(SelfcheckTest, TheListThatComesWithTheProgramIsWholeAndMayBeOpenedAsItIs)
{
    EXPECT_GE(selfcheck::shipped().items.size(), 20U);
    EXPECT_TRUE(selfcheck::problems_of(selfcheck::shipped()).empty());
    for (auto const& item : selfcheck::shipped().items) {
        EXPECT_FALSE(item.good.empty() || item.source.empty() || item.text_en.empty() || item.good_en.empty()) << item.code;
    }
    auto const made = started(2026, "shipped");
    ASSERT_EQ(made.status, 201) << made.bytes;
    EXPECT_TRUE(made.body.at("problems").as_array().empty());
    EXPECT_EQ(made.body.at("sections_today"), 2) << "a department above sections is not asked";
    EXPECT_EQ(office.post(at(made.body.at("summary").at("id"), "/open")).status, 200);
}

TEST_F(SelfcheckTest, ADraftIsTheOfficesSaysWhatIsMissingAndTwoWindowsDoNotOverwriteEachOther)
{
    auto const made = started();
    auto const id = made.body.at("summary").at("id");
    EXPECT_EQ(office.post(at(id, "/open")).code(), "invalid_input") << "without items";
    EXPECT_EQ(head.get(at(id)).status, 404);
    EXPECT_TRUE(head.get("/selfchecks").body.at("years").as_array().empty());
    EXPECT_EQ(head.put(at(id), draft(1, {item("A")})).status, 403);
    EXPECT_EQ(started().code(), "already_exists");

    auto const saved = office.put(at(id), draft(1, {item("A"), item("A", "X")}));
    ASSERT_EQ(saved.status, 200) << saved.bytes;
    std::set<std::string> pointers;
    for (auto const& problem : saved.body.at("problems").as_array()) pointers.emplace(problem.at("pointer").as_string());
    EXPECT_THAT(pointers, testing::UnorderedElementsAre("/items/1/code", "/items/1/group"));
    EXPECT_EQ(office.put(at(id), draft(1, {item("A")})).code(), "changed_meanwhile");

    EXPECT_EQ(office.put(at(id), draft(2, {item("A")})).status, 200);
    EXPECT_EQ(office.post(at(id, "/open")).status, 200);
    EXPECT_EQ(office.put(at(id), draft(4, {item("B")})).code(), "wrong_status") << "what sections answer stays as it is";
    EXPECT_EQ(office.del(at(id)).code(), "wrong_status");
    EXPECT_EQ(office.post(at(id, "/open")).code(), "wrong_status");
}

TEST_F(SelfcheckTest, ASectionAnswersOnceAndEveryNoNeedsWhatWhoAndUntilWhen)
{
    auto const id = opened();
    auto const years = leader.get("/selfchecks").body;
    ASSERT_EQ(years.at("years").at(0).at("mine").as_array().size(), 1U) << "the section the leader stands in";
    EXPECT_EQ(years.at("years").at(0).at("mine").at(0).at("unit"), general.value);

    auto const kept = leader.put(section(id, general), input(1, false, {says("A", "yes"), says("B", "no")}));
    ASSERT_EQ(kept.status, 200) << kept.bytes;
    EXPECT_TRUE(kept.body.at("submitted_at").is_null());
    EXPECT_EQ(head.put(section(id, general), input(1, false, {says("A", "no")})).code(), "changed_meanwhile");

    auto const early = head.put(section(id, general), input(2, true, {}));
    EXPECT_EQ(early.code(), "invalid_input");
    std::set<std::string> pointers;
    for (auto const& problem : early.body.at("problems").as_array()) pointers.emplace(problem.at("pointer").as_string());
    EXPECT_THAT(pointers, testing::UnorderedElementsAre("/answers/1/remedy/what", "/answers/1/remedy/who", "/answers/2/answer"));
    EXPECT_EQ(head.put(section(id, general), input(2, false, {says("Z", "yes")})).code(), "invalid_input");

    auto const sent = submit(head, id, general);
    ASSERT_EQ(sent.status, 200) << sent.bytes;
    EXPECT_EQ(sent.body.at("submitted_by"), "課長 一郎");
    EXPECT_EQ(remedy_of(leader).at("status"), "open");

    auto const corrected = submit(leader, id, general, {says("B", "yes")});
    EXPECT_EQ(corrected.status, 200) << corrected.bytes;
    EXPECT_TRUE(leader.get("/selfcheck-remedies").body.at("remedies").as_array().empty()) << "there is nothing to remedy";
    EXPECT_EQ(submit(leader, id, general, {says("B", nullptr)}).code(), "invalid_input") << "what was sent stays complete";

    town.clock().set(*date_from_iso("2026-07-01"));
    auto const late = town.staff("0001", Role::section_head);
    EXPECT_EQ(submit(late, id, general).code(), "wrong_status");
    EXPECT_EQ(late.get(at(id)).body.at("summary").at("status"), "closed");
}

TEST_F(SelfcheckTest, WhatIsMissingIsFollowedUntilItIsDoneAndOpenedAgainWhenItIsNot)
{
    auto const id = opened();
    submit(head, id, general);
    auto remedy = remedy_of(head);
    EXPECT_EQ(remedy.at("due"), "2026-06-20");
    EXPECT_EQ(other.get(to(remedy)).status, 404);
    EXPECT_EQ(other.put(to(remedy), bj::object{{"what", "x"}, {"who", "y"}, {"due", "2026-06-25"}, {"revision", 1}}).status, 404);

    auto change = plan("鍵を二つ付ける", "2026-06-10");
    change["revision"] = remedy.at("revision");
    auto const changed = leader.put(to(remedy), change);
    ASSERT_EQ(changed.status, 200) << changed.bytes;
    EXPECT_EQ(leader.put(to(remedy), change).code(), "changed_meanwhile");
    change["revision"] = changed.body.at("revision");
    change["what"] = "";
    EXPECT_EQ(leader.put(to(remedy), change).code(), "invalid_input");

    town.clock().set(*date_from_iso("2026-06-11"));
    head = town.staff("0001", Role::section_head);
    other = town.staff("0002", Role::section_head);
    office = town.as(Role::dx_office);
    EXPECT_EQ(head.get("/selfcheck-remedies?overdue=true").body.at("overdue"), 1);
    EXPECT_EQ(office.get(at(id, "/table")).body.at("summary").at("overdue_remedies"), 1);

    remedy = remedy_of(head);
    auto const done = head.post(to(remedy, "/done"), bj::object{{"revision", remedy.at("revision")}, {"result", "付けた"}});
    ASSERT_EQ(done.status, 200) << done.bytes;
    EXPECT_FALSE(done.body.at("overdue").as_bool());
    auto const again = bj::object{{"revision", done.body.at("revision")}, {"reason", "一つしかない"}, {"due", "2026-07-10"}};
    EXPECT_EQ(other.post(to(remedy, "/reopen"), again).status, 404);
    auto const reopened = office.post(to(remedy, "/reopen"), again);
    ASSERT_EQ(reopened.status, 200) << reopened.bytes;
    EXPECT_EQ(reopened.body.at("due"), "2026-07-10");
    EXPECT_EQ(office.post(to(remedy, "/reopen"), again).code(), "wrong_status");
    std::vector<std::string> kinds;
    for (auto const& step : reopened.body.at("steps").as_array()) kinds.emplace_back(step.at("kind").as_string());
    EXPECT_THAT(kinds, testing::ElementsAre("planned", "changed", "done", "reopened"));
}

TEST_F(SelfcheckTest, EachRoleSeesItsOwnAndTheTableNamesWhoHasNotAnswered)
{
    auto const id = opened();
    submit(head, id, general);
    EXPECT_EQ(other.get(section(id, general)).status, 404);
    EXPECT_EQ(other.put(section(id, general), input(1, false, {})).status, 404);
    EXPECT_EQ(office.get(section(id, general)).status, 200);
    EXPECT_EQ(office.put(section(id, general), input(1, false, {})).status, 403) << "the office does not answer for a section";
    EXPECT_EQ(office.get(section(id, department)).status, 404) << "was not asked";
    EXPECT_TRUE(other.get("/selfcheck-remedies").body.at("remedies").as_array().empty());

    auto const executive = town.as(Role::executive);
    EXPECT_EQ(executive.get(section(id, general)).status, 404) << "what a section says in words is not the table";
    EXPECT_TRUE(executive.get("/selfcheck-remedies").body.at("remedies").as_array().empty());
    EXPECT_EQ(head.get(at(id, "/table")).status, 403);
    auto const table = executive.get(at(id, "/table")).body;
    ASSERT_EQ(table.at("rows").as_array().size(), 2U);
    EXPECT_EQ(table.at("rows").at(0).at("answers"), (bj::array{"yes", "no", "not_applicable"}));
    EXPECT_EQ(table.at("rows").at(0).at("open_remedies"), 1);
    EXPECT_EQ(table.at("rows").at(1).at("answers"), (bj::array{nullptr, nullptr, nullptr}));
    EXPECT_EQ(table.at("not_answered"), (bj::array{welfare.value}));
    EXPECT_EQ(table.at("columns").at(1).at("count").at("no"), 1);
    EXPECT_EQ(table.at("columns").at(1).at("count").at("unanswered"), 1);
    EXPECT_EQ(table.at("groups").at(0).at("count").at("yes"), 1);

    auto const staff = town.staff("0099");
    EXPECT_TRUE(staff.get("/selfchecks").body.at("years").as_array().empty());
    EXPECT_EQ(staff.get(at(id)).status, 404);
    EXPECT_EQ(staff.get(section(id, general)).status, 404);
}

TEST_F(SelfcheckTest, TheYearBeforeStandsBesideItAlsoOfASectionThatWasRenamed)
{
    auto const first = opened();
    submit(head, first, general);
    EXPECT_EQ(office.post(at(first, "/close")).status, 200);
    EXPECT_EQ(office.post(at(first, "/close")).code(), "wrong_status");
    town.clock().set(*date_from_iso("2027-05-10"));
    office = town.as(Role::dx_office);
    auto const hr = town.as(Role::training_officer);
    auto const renamed = hr.patch("/units/" + digits(general), bj::object{{"name", "デジタル課"}, {"from", "2027-05-01"}});
    ASSERT_EQ(renamed.status, 200) << renamed.bytes;
    OrgUnitId const now{renamed.body.at("id").as_int64()};

    auto const made = started(2027, "previous");
    ASSERT_EQ(made.status, 201) << made.bytes;
    EXPECT_EQ(made.body.at("list").at("items").as_array().size(), 3U) << "carried over";
    auto const id = made.body.at("summary").at("id");
    ASSERT_EQ(office.post(at(id, "/open")).status, 200);
    auto const form = town.staff("0001", Role::section_head).get(section(id, now));
    ASSERT_EQ(form.status, 200) << form.bytes;
    EXPECT_EQ(form.body.at("answers").at(1).at("before").at("answer"), "no");
    EXPECT_EQ(form.body.at("answers").at(1).at("before").at("what"), "鍵を付ける");
    EXPECT_FALSE(form.body.at("answers").at(1).at("before").at("remedied").as_bool());
    auto const table = office.get(at(id, "/table")).body;
    EXPECT_EQ(table.at("year_before"), 2026);
    EXPECT_EQ(table.at("columns").at(1).at("before").at("no"), 1);
    auto const rows = table.at("rows").as_array();
    auto const row = std::find_if(rows.begin(), rows.end(), [&](auto const& each) { return each.at("unit") == now.value; });
    ASSERT_NE(row, rows.end());
    EXPECT_EQ(row->at("before").at(1), "no");
    EXPECT_EQ(town.staff("0001", Role::section_head).get("/selfcheck-remedies").body.at("open"), 1)
        << "what is left of last year is still theirs";
}

TEST_F(SelfcheckTest, TwoSectionsThatBecameOneKeepWhatEachOfThemSaid)
{
    auto const first = opened();
    submit(head, first, general);
    submit(other, first, welfare, {says("A", "no", plan("棚を替える")), says("B", "yes"), says("C", "yes")});
    town.clock().set(*date_from_iso("2026-06-20"));
    office = town.as(Role::dx_office);
    auto const merged =
        town.as(Role::training_officer)
            .patch("/units/" + digits(welfare), bj::object{{"valid_until", "2026-06-20"}, {"succeeded_by", general.value}});
    ASSERT_EQ(merged.status, 200) << merged.bytes;
    auto const table = office.get(at(first, "/table")).body;
    EXPECT_EQ(table.at("rows").at(0).at("answers"), (bj::array{"yes", "no", "not_applicable"}));
    EXPECT_EQ(table.at("rows").at(1).at("answers"), (bj::array{"no", "yes", "yes"}));
    EXPECT_EQ(table.at("columns").at(0).at("count").at("no"), 1);

    office.post(at(first, "/close"));
    town.clock().set(*date_from_iso("2027-05-10"));
    office = town.as(Role::dx_office);
    auto const id = started(2027, "previous").body.at("summary").at("id");
    ASSERT_EQ(office.post(at(id, "/open")).status, 200);
    auto const form = office.get(section(id, general)).body;
    EXPECT_EQ(form.at("answers").at(0).at("before").at("answer"), "yes") << "what the section itself said";
}

TEST_F(SelfcheckTest, AnOlderAnswerSheetDoesNotUndoWhatWasDoneToARemedyMeanwhile)
{
    auto const id = opened();
    submit(head, id, general);
    auto const sheet = leader.get(section(id, general)).body.at("revision");
    auto const remedy = remedy_of(head);
    ASSERT_EQ(head.post(to(remedy, "/done"), bj::object{{"revision", remedy.at("revision")}, {"result", "付けた"}}).status, 200);
    EXPECT_EQ(leader.put(section(id, general), input(sheet, true, {says("B", "no", plan("別の案"))})).code(),
              "changed_meanwhile");
    EXPECT_EQ(remedy_of(head).at("status"), "done");
}

TEST_F(SelfcheckTest, TheFileHasALineForEachSectionAndItem)
{
    auto const id = opened();
    submit(head, id, general);
    auto const file = office.get(at(id, "/file"));
    ASSERT_EQ(file.status, 200);
    auto const book = sheets::read_table(file.bytes);
    ASSERT_EQ(book.sheets.size(), 2U);
    ASSERT_EQ(book.sheets[0].rows.size(), 1U + 2 * 3);
    EXPECT_EQ(book.sheets[0].rows[2].text(6), "いいえ");
    EXPECT_EQ(book.sheets[0].rows[2].text(9), "鍵を付ける");
    EXPECT_EQ(book.sheets[0].rows[4].text(6), "未回答");
    EXPECT_EQ(office.get(at(id, "/file?format=xlsx_pretty")).status, 200);
    EXPECT_EQ(head.get(at(id, "/file")).status, 403);
    EXPECT_EQ(town.as(Role::executive).get(at(id, "/file")).status, 403);
}

TEST_F(SelfcheckTest, TheLastDayMovesAndAClosedCheckOpensAgainWithIt)
{
    auto const id = opened();
    EXPECT_EQ(office.put(at(id, "/last-day"), bj::object{{"closes_on", "2026-05-01"}}).code(), "invalid_input");
    office.post(at(id, "/close"));
    EXPECT_EQ(submit(head, id, general).code(), "wrong_status");
    EXPECT_EQ(office.put(at(id, "/last-day"), bj::object{{"closes_on", "2026-07-31"}}).status, 200);
    EXPECT_EQ(submit(head, id, general).status, 200);
}
