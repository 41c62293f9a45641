#include "testing/town.hpp"

#include <gtest/gtest.h>

using boost::json::value;

namespace {

std::string path(std::string const& before, auto id, std::string const& after = "")
{
    return before + std::to_string(id.value) + after;
}

std::string encoded(std::string_view text)
{
    std::string out;
    for (unsigned char const byte : text) {
        char const* const digits = "0123456789ABCDEF";
        if (std::isalnum(byte) != 0) {
            out += static_cast<char>(byte);
        } else {
            out.append({'%', digits[byte >> 4], digits[byte & 15]});
        }
    }
    return out;
}

using Texts = std::vector<std::string>;

Texts texts(value const& rows, std::string_view member)
{
    Texts found;
    for (auto const& row : rows.as_array()) found.emplace_back(row.at(member).as_string());
    return found;
}

Texts found(Client const& who, std::string_view q)
{
    Texts titles;
    auto const answer = who.get("/search?q=" + encoded(q)).body;
    for (auto const& group : answer.at("groups").as_array()) {
        for (auto const& hit : group.at("hits").as_array()) {
            titles.emplace_back();
            for (auto const& part : hit.at("title").as_array()) titles.back() += part.at("text").as_string();
        }
    }
    return titles;
}

Texts names(Client const& who, std::string const& query) { return texts(who.get("/staff" + query).body.at("rows"), "name"); }

boost::json::object posting(OrgUnitId unit, char const* effective_on, char const* announced_on = nullptr)
{
    boost::json::object json{{"unit", unit.value}, {"kind", "primary"}, {"rank", "主任"}, {"effective_on", effective_on}};
    if (announced_on) json["announced_on"] = announced_on;
    return json;
}

}  // namespace

TEST(StaffList, FindsANameInAnyShapeAPersonMightTypeIt)
{
    Town town;
    town.person({.no = "0010", .name = "髙橋　花子", .kana = "タカハシ　ハナコ"});
    town.person({.no = "0011", .name = "山﨑 一郎", .kana = "ﾔﾏｻﾞｷ ｲﾁﾛｳ"});
    auto const office = town.as(Role::dx_office);
    for (auto const* q : {"高橋", "髙橋花子", "たかはし", "ﾀｶﾊｼ", "タカハシ ハナコ", "0010", "００１０"})
        EXPECT_EQ(names(office, "?q=" + encoded(q)), Texts{"髙橋　花子"}) << q;
    for (auto const* q : {"やまざき", "山崎", "ヤマザキ", "イチロウ"})
        EXPECT_EQ(names(office, "?q=" + encoded(q)), Texts{"山﨑 一郎"}) << q;
}

TEST(StaffList, FindsPeopleByTheNameAndTheNumberTheyHadBefore)
{
    Town town;
    auto const person = town.person({.no = "0010", .name = "佐藤 花子", .kana = "サトウ ハナコ"});
    auto const hr = town.as(Role::training_officer);
    ASSERT_EQ(hr.patch(path("/staff/", person), {{"former_name", "渡邉"}}).status, 200);
    ASSERT_EQ(hr.post(path("/staff/", person, "/numbers"), {{"staff_no", "7-10"}, {"valid_from", "2026-04-01"}}).status, 201);
    for (auto const* q : {"渡辺", "0010", "7-10"}) {
        EXPECT_EQ(names(hr, "?q=" + encoded(q)), Texts{"佐藤 花子"}) << q;
        EXPECT_EQ(found(hr, q), Texts{"佐藤 花子"}) << q;
    }
}

TEST(StaffList, ComesInTheOrderOfKanaAPageAtATime)
{
    Town town;
    town.person({.no = "3", .name = "青木", .kana = "アオキ"});
    town.person({.no = "1", .name = "渡辺", .kana = "ワタナベ"});
    town.person({.no = "2", .name = "木村", .kana = "ｷﾑﾗ"});
    auto const office = town.as(Role::dx_office);
    EXPECT_EQ(names(office, ""), (Texts{"青木", "木村", "渡辺"}));
    EXPECT_EQ(names(office, "?size=1&page=2"), Texts{"木村"});
    EXPECT_EQ(names(office, "?sort=no"), (Texts{"渡辺", "木村", "青木"}));
    EXPECT_EQ(office.get("/staff?size=1").body.at("total").as_int64(), 3);
    EXPECT_EQ(names(office, "?page=9"), Texts{});
    EXPECT_EQ(office.get("/staff?size=3001").code(), "invalid_input");
}

TEST(StaffList, FiltersBySectionRankEmploymentAndLeave)
{
    Town town;
    auto const general = town.unit("総務部");
    auto const it = town.unit("情報政策課", general);
    auto const tax = town.unit("税務課");
    auto const chief = town.person({.no = "1", .name = "甲", .unit = it, .rank = "課長", .kana = "ア"});
    town.person({.no = "2", .name = "乙", .unit = general, .kana = "イ"});
    auto const other = town.person({.no = "3", .name = "丙", .unit = tax, .kana = "ウ"});
    auto const hr = town.as(Role::training_officer);
    EXPECT_EQ(names(hr, path("?unit=", general)), (Texts{"甲", "乙"}));
    EXPECT_EQ(names(hr, "?rank=" + encoded("課長")), Texts{"甲"});
    EXPECT_EQ(names(hr, "?employment=" + encoded("会計年度任用")), Texts{});

    auto extra = posting(it, "2026-05-01");
    extra["kind"] = "concurrent";
    ASSERT_EQ(hr.post(path("/staff/", other, "/postings"), extra).status, 201);
    EXPECT_EQ(names(hr, path("?unit=", general)), (Texts{"甲", "乙", "丙"}));  // 兼務 counts
    ASSERT_EQ(hr.post(path("/staff/", chief, "/leaves"), {{"kind", "育児休業"}, {"valid_from", "2026-05-01"}}).status, 201);
    EXPECT_EQ(names(hr, "?leave=true"), Texts{"甲"});
    EXPECT_EQ(names(hr, "?leave=true&on=2026-04-30"), Texts{});
}

TEST(Sight, AHeadSeesTheSectionAndThoseBelowAndWhatIsOutsideIsNotFound)
{
    Town town;
    auto const section = town.unit("情報政策課");
    auto const team = town.unit("企画係", section);
    town.person({.no = "1", .name = "課長", .unit = section, .is_head = true, .kana = "ア"});
    auto const below = town.person({.no = "2", .name = "係員", .unit = team, .kana = "イ"});
    auto const outside = town.person({.no = "3", .name = "他課", .kana = "ウ"});
    auto const head = town.staff("1", Role::section_head);
    EXPECT_EQ(names(head, ""), (Texts{"課長", "係員"}));
    EXPECT_EQ(names(town.staff("2"), ""), Texts{"係員"});
    EXPECT_EQ(names(town.as(Role::dx_office), "").size(), 3U);
    EXPECT_EQ(names(town.as(Role::executive), ""), Texts{});
    EXPECT_EQ(found(head, "他課"), Texts{});
    EXPECT_EQ(head.patch(path("/staff/", outside), {{"name", "x"}}).code(), "not_found");
    EXPECT_EQ(head.patch(path("/staff/", below), {{"name", "x"}}).code(), "not_allowed");
}

TEST(Posting, ATransferEndsThePostBeforeItAndOnADayInBetweenEachIsWhereTheyStoodThen)
{
    Town town;
    auto const from = town.unit("税務課");
    auto const to = town.unit("情報政策課");
    auto const person = town.person({.no = "1", .name = "甲", .unit = from});
    auto const hr = town.as(Role::training_officer);
    auto const record = hr.post(path("/staff/", person, "/postings"), posting(to, "2026-05-01"));
    ASSERT_EQ(record.status, 201);
    auto const& postings = record.body.at("postings").as_array();
    EXPECT_EQ(texts(record.body.at("postings"), "unit_name"), (Texts{"情報政策課", "税務課"}));
    EXPECT_EQ(postings[1].at("ended_on").as_string(), "2026-05-01");
    EXPECT_EQ(names(hr, path("?unit=", from, "&on=2026-04-30")), Texts{"甲"});
    EXPECT_EQ(names(hr, path("?unit=", from, "&on=2026-05-01")), Texts{});
    EXPECT_EQ(names(hr, path("?unit=", to, "&on=2026-05-01")), Texts{"甲"});
}

TEST(Posting, NobodyHasTwoPrimaryPostsOnADay)
{
    Town town;
    auto const a = town.unit("税務課");
    auto const b = town.unit("情報政策課");
    auto const person = town.person({.no = "1"});
    auto const hr = town.as(Role::training_officer);
    auto const postings = path("/staff/", person, "/postings");
    ASSERT_EQ(hr.post(postings, posting(a, "2026-07-01")).status, 201);
    EXPECT_EQ(hr.post(postings, posting(b, "2026-07-01")).code(), "dates_overlap");  // the second of two tabs
    EXPECT_EQ(hr.post(postings, posting(b, "2026-06-01")).code(), "dates_overlap");
    auto until_then = posting(b, "2026-06-01");
    until_then["ended_on"] = "2026-07-01";
    EXPECT_EQ(hr.post(postings, until_then).code(), "dates_overlap");  // the first post still runs until July
    auto twice = posting(a, "2026-08-01");
    twice["kind"] = "acting";
    EXPECT_EQ(hr.post(postings, twice).status, 201);
    EXPECT_EQ(hr.post(postings, twice).code(), "dates_overlap");
    EXPECT_EQ(hr.post(postings, posting(OrgUnitId{999}, "2027-04-01")).code(), "invalid_input");
    EXPECT_EQ(hr.post(postings, posting(a, "2027-04-01", "2027-04-02")).code(), "invalid_input");
}

TEST(Posting, UntilItIsAnnouncedOnlyHrKnowsOfIt)
{
    Town town;
    auto const from = town.unit("税務課");
    auto const to = town.unit("情報政策課");
    town.person({.no = "1", .name = "課長", .unit = to, .is_head = true, .kana = "ア"});
    auto const person = town.person({.no = "2", .name = "甲", .unit = from, .kana = "イ"});
    auto const hr = town.as(Role::training_officer);
    auto const office = town.as(Role::dx_office);
    auto const head = town.staff("1", Role::section_head);
    ASSERT_EQ(hr.post(path("/staff/", person, "/postings"), posting(to, "2026-07-01", "2026-06-20")).status, 201);

    auto const then = path("?on=2026-07-01&unit=", to);
    EXPECT_EQ(names(hr, then), (Texts{"課長", "甲"}));
    EXPECT_EQ(names(office, then), Texts{"課長"});
    EXPECT_EQ(names(office, path("?on=2026-07-01&unit=", from)), Texts{"甲"});  // nor that they leave
    EXPECT_EQ(office.get(path("/units/", to)).body.at("moves").as_array().size(), 0U);
    EXPECT_EQ(hr.get(path("/units/", to)).body.at("moves").as_array().size(), 1U);
    auto const own = town.staff("2").patch(path("/staff/", person), {{"motivation", "学びたい"}}).body;
    EXPECT_EQ(own.at("postings").as_array().size(), 1U);
    EXPECT_TRUE(own.at("postings").as_array()[0].at("ended_on").is_null());
    EXPECT_EQ(office.get("/exports/staff?on=2026-07-01").bytes.find("主任"), std::string::npos);

    town.clock().set(*date_from_iso("2026-06-20"));
    auto const again = town.as(Role::dx_office);
    EXPECT_EQ(names(again, then), (Texts{"課長", "甲"}));
    auto const moves = town.staff("1", Role::section_head).get(path("/units/", to)).body.at("moves");
    EXPECT_EQ(texts(moves, "kind"), Texts{"arrives"});
    EXPECT_EQ(texts(moves, "other_unit"), Texts{"税務課"});
}

TEST(Posting, WhoStandsInTheSectionTodayIsNotMissedOnALaterDayForWhatIsNotAnnounced)
{
    Town town;
    auto const from = town.unit("税務課");
    auto const to = town.unit("情報政策課");
    town.person({.no = "1", .name = "課長", .unit = from, .is_head = true, .kana = "ア"});
    auto const moves = town.person({.no = "2", .name = "甲", .unit = from, .kana = "イ"});
    auto const leaves = town.person({.no = "3", .name = "乙", .unit = from, .kana = "ウ"});
    auto const hr = town.as(Role::training_officer);
    auto const head = town.staff("1", Role::section_head);
    ASSERT_EQ(hr.post(path("/staff/", moves, "/postings"), posting(to, "2026-07-01", "2026-06-20")).status, 201);
    static db::Sql const kLeaves{"UPDATE staff SET left_on = '2026-07-01' WHERE id = $1"};
    static db::Sql const kEnds{"UPDATE posting SET ended_on = '2026-07-01' WHERE staff_id = $1"};
    static db::Sql const kEngaged{"UPDATE engagement SET valid_until = '2026-07-01' WHERE staff_id = $1"};
    town.write([&](db::Tx& tx) {
        for (auto const* sql : {&kLeaves, &kEnds, &kEngaged}) tx.run(*sql, leaves);
        people::note_change(tx, leaves);
    });

    EXPECT_EQ(names(head, "?on=2026-08-01"), (Texts{"課長", "甲", "乙"}));
    EXPECT_EQ(names(hr, "?on=2026-06-30"), (Texts{"課長", "甲", "乙"}));
    EXPECT_EQ(names(hr, "?on=2026-08-01"), (Texts{"課長", "甲"}));

    town.clock().set(*date_from_iso("2026-07-01"));
    auto const then = town.staff("1", Role::section_head);
    EXPECT_EQ(names(then, ""), Texts{"課長"});
}

TEST(Posting, ASecondTabThatEndsAPostTheFirstHasEndedIsTold)
{
    Town town;
    auto const person = town.person({.no = "1"});
    auto const hr = town.as(Role::training_officer);
    auto const before = hr.patch(path("/staff/", person), {{"email", "a@example.jp"}}).body;
    auto const post = "/postings/" + std::to_string(before.at("postings").as_array()[0].at("id").as_int64());
    EXPECT_EQ(hr.patch(post, {{"ended_on", "2026-09-01"}}).status, 200);
    EXPECT_EQ(hr.patch(post, {{"ended_on", "2026-10-01"}}).code(), "changed_meanwhile");
    EXPECT_EQ(hr.patch(post, {{"ended_on", "2026-10-01"}, {"seen_ended_on", "2026-09-01"}}).status, 200);
    EXPECT_EQ(hr.patch(post, {{"ended_on", "2019-04-01"}, {"seen_ended_on", "2026-10-01"}}).code(), "invalid_input");
}

TEST(Posting, OneThatHasNotTakenEffectCanBeWithdrawnAndThePostBeforeItGoesOn)
{
    Town town;
    auto const to = town.unit("情報政策課");
    auto const person = town.person({.no = "1"});
    auto const hr = town.as(Role::training_officer);
    auto const record = hr.post(path("/staff/", person, "/postings"), posting(to, "2026-07-01")).body;
    auto const id = [](value const& json, std::size_t n) {
        return "/postings/" + std::to_string(json.at("postings").as_array()[n].at("id").as_int64());
    };
    auto const after = hr.del(id(record, 0));
    ASSERT_EQ(after.status, 200);
    EXPECT_TRUE(after.body.at("postings").as_array().at(0).at("ended_on").is_null());
    EXPECT_EQ(hr.del(id(after.body, 0)).code(), "in_use");
}

TEST(Record, TheMotivationIsWrittenByThePersonAloneAndTwoTabsDoNotOverwriteEachOther)
{
    Town town;
    auto const self = town.staff("1");
    auto const record = path("/staff/", *self.staff());
    EXPECT_EQ(self.patch(record, {{"motivation", "データ分析を学びたい"}, {"seen", {{"motivation", ""}}}}).status, 200);
    EXPECT_EQ(self.patch(record, {{"motivation", "別の窓から"}, {"seen", {{"motivation", ""}}}}).code(), "changed_meanwhile");
    EXPECT_EQ(self.patch(record, {{"name", "別名"}}).code(), "not_allowed");
    EXPECT_EQ(town.as(Role::training_officer).patch(record, {{"motivation", "x"}}).code(), "not_allowed");
}

TEST(Record, APersonIsAddedWithTheirFirstPostAndANumberIsNeverGivenTwice)
{
    Town town;
    auto const unit = town.unit("情報政策課");
    auto const hr = town.as(Role::training_officer);
    boost::json::object const input{{"staff_no", "0099"},        {"name", "新人 花子"},  {"kana", "シンジン ハナコ"},
                                    {"joined_on", "2026-04-01"}, {"employment", "正規"}, {"occupation", "行政職"},
                                    {"unit", unit.value},        {"rank", "係員"}};
    auto const made = hr.post("/staff", input);
    ASSERT_EQ(made.status, 201);
    EXPECT_EQ(texts(made.body.at("postings"), "unit_name"), Texts{"情報政策課"});
    EXPECT_EQ(texts(made.body.at("history"), "kind"), (Texts{"joined", "posting"}));
    EXPECT_EQ(hr.post("/staff", input).code(), "already_exists");
}

TEST(Merge, TheHistoryMovesTheNumbersStayAndTheReasonIsKept)
{
    Town town;
    auto const hr = town.as(Role::administrator);
    auto const before = town.person({.no = "A1", .name = "会計 花子", .kana = "カイケイ ハナコ"});
    auto const after = town.person({.no = "B7", .name = "会計 花子", .kana = "カイケイ ハナコ"});
    auto const merge = path("/staff/", before, "/merge");
    EXPECT_EQ(hr.post(merge, {{"into", after.value}, {"reason", "同一人"}}).code(), "dates_overlap");

    town.write([&](db::Tx& tx) {
        auto const ids = std::to_string(before.value);
        tx.script("UPDATE posting SET ended_on = '2026-04-01' WHERE staff_id = " + ids);
        tx.script("UPDATE engagement SET valid_until = '2026-04-01' WHERE staff_id = " + ids);
        tx.script("UPDATE posting SET effective_on = '2026-04-01' WHERE staff_id = " + std::to_string(after.value));
        tx.script("UPDATE engagement SET valid_from = '2026-04-01' WHERE staff_id = " + std::to_string(after.value));
        tx.script("INSERT INTO completion (staff_id, course_code, completed_on, fiscal_year, source, created_at) VALUES (" + ids +
                  ", 'C1', '2025-10-01', 2025, 'test', '2025-10-01T00:00:00Z')");
    });
    auto const record = hr.post(merge, {{"into", after.value}, {"reason", "同一人と確認"}});
    ASSERT_EQ(record.status, 200);
    EXPECT_EQ(record.body.at("id").as_int64(), after.value);
    EXPECT_EQ(record.body.at("postings").as_array().size(), 2U);
    EXPECT_EQ(record.body.at("numbers").as_array().size(), 2U);
    EXPECT_EQ(texts(record.body.at("history"), "kind").size(), 4U);
    EXPECT_EQ(hr.get("/staff?q=A1").body.at("rows").as_array().at(0).at("id").as_int64(), after.value);
    EXPECT_EQ(hr.get("/staff").body.at("total").as_int64(), 1);
    EXPECT_EQ(hr.post(merge, {{"into", after.value}, {"reason", "もう一度"}}).code(), "conflict");
    auto const entries = hr.get("/audit?action=people.staff_merged").body.at("entries").as_array();
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].at("detail").at("reason").as_string(), "同一人と確認");
}

TEST(Units, ARenamedSectionKeepsItsPeopleAndThePastKeepsItsName)
{
    Town town;
    auto const section = town.unit("情報課");
    auto const team = town.unit("企画係", section);
    town.person({.no = "1", .name = "甲", .unit = team, .is_head = true});
    auto const hr = town.as(Role::training_officer);
    auto const renamed = hr.patch(path("/units/", section), {{"name", "デジタル推進課"}, {"from", "2026-04-01"}});
    ASSERT_EQ(renamed.status, 200);
    auto const successor = OrgUnitId{renamed.body.at("id").as_int64()};
    EXPECT_NE(successor, section);
    EXPECT_EQ(hr.get(path("/units/", successor)).body.at("people_total").as_int64(), 1);
    EXPECT_EQ(hr.get(path("/units/", section)).code(), "not_found");
    EXPECT_EQ(hr.get(path("/units/", section, "?on=2026-03-31")).body.at("unit").at("name").as_string(), "情報課");
    EXPECT_EQ(names(hr, path("?unit=", section, "&on=2026-03-31")), Texts{"甲"});
    EXPECT_EQ(hr.patch(path("/units/", section), {{"name", "別名"}}).code(), "changed_meanwhile");
}

TEST(Units, PeopleOfThePastAreCountedInTheOrganisationOfThenOrOfNow)
{
    Town town;
    auto const old = town.unit("情報課");
    auto const into = town.unit("政策課");
    town.person({.no = "1", .unit = old});
    town.person({.no = "2", .unit = into});
    auto const hr = town.as(Role::training_officer);
    ASSERT_EQ(hr.patch(path("/units/", old), {{"valid_until", "2026-05-01"}, {"succeeded_by", into.value}}).status, 200);
    auto const people_of = [&](char const* query, std::string_view name) {
        auto const answer = hr.get(std::string{"/units"} + query);
        for (auto const& unit : answer.body.at("units").as_array()) {
            if (unit.at("name").as_string() == name) return unit.at("people").as_int64();
        }
        return std::int64_t{-1};
    };
    EXPECT_EQ(people_of("", "政策課"), 2);
    EXPECT_EQ(people_of("?on=2026-04-30", "政策課"), 1);
    EXPECT_EQ(people_of("?on=2026-04-30", "情報課"), 1);
    EXPECT_EQ(people_of("?on=2026-04-30&organisation=now", "政策課"), 2);
    EXPECT_EQ(people_of("?on=2026-04-30&organisation=now", "情報課"), -1);
}

TEST(Units, OneWithPeopleInItDoesNotSimplyEndAndACodeIsUsedOnce)
{
    Town town;
    auto const section = town.unit("情報課");
    town.person({.no = "1", .unit = section});
    auto const hr = town.as(Role::training_officer);
    EXPECT_EQ(hr.patch(path("/units/", section), {{"valid_until", "2026-05-01"}}).code(), "in_use");
    boost::json::object const input{
        {"code", "D10"}, {"name", "新課"}, {"kind", "課"}, {"tags", {"デジタル推進部門"}}, {"valid_from", "2026-04-01"}};
    EXPECT_EQ(hr.post("/units", input).status, 201);
    EXPECT_EQ(hr.post("/units", input).code(), "already_exists");
}

TEST(Units, APageShowsTheWayDownThoseBelowTheHeadsAndWhoIsOnLeave)
{
    Town town;
    auto const section = town.unit("情報政策課");
    auto const team = town.unit("企画係", section);
    auto const chief = town.person({.no = "1", .name = "課長", .unit = section, .is_head = true});
    town.person({.no = "2", .name = "係員", .unit = team});
    auto const hr = town.as(Role::training_officer);
    ASSERT_EQ(hr.post(path("/staff/", chief, "/leaves"), {{"kind", "休職"}, {"valid_from", "2026-05-01"}}).status, 201);
    auto const page = hr.get(path("/units/", section)).body;
    EXPECT_EQ(texts(page.at("path"), "name"), (Texts{"試験市", "情報政策課"}));
    EXPECT_EQ(texts(page.at("children"), "name"), Texts{"企画係"});
    EXPECT_EQ(texts(page.at("unit").at("heads"), "name"), Texts{"課長"});
    EXPECT_EQ(texts(page.at("people"), "name"), (Texts{"課長", "係員"}));
    EXPECT_EQ(page.at("on_leave").as_int64(), 1);
}

TEST(Leave, TwoDoNotOverlapAndItsEndCanBeSetLater)
{
    Town town;
    auto const person = town.person({.no = "1"});
    auto const hr = town.as(Role::training_officer);
    auto const leaves = path("/staff/", person, "/leaves");
    auto const made = hr.post(leaves, {{"kind", "育児休業"}, {"valid_from", "2026-05-01"}});
    ASSERT_EQ(made.status, 201);
    EXPECT_EQ(hr.post(leaves, {{"kind", "休職"}, {"valid_from", "2026-06-01"}}).code(), "dates_overlap");
    auto const leave = "/leaves/" + std::to_string(made.body.at("leaves").as_array()[0].at("id").as_int64());
    EXPECT_EQ(hr.patch(leave, {{"valid_until", "2026-06-01"}}).status, 200);
    EXPECT_EQ(hr.post(leaves, {{"kind", "休職"}, {"valid_from", "2026-06-01"}}).status, 201);
}
