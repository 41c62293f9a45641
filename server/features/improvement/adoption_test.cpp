// 横展開, the themes of the year and the meetings at which cases are told.
#include "features/improvement/improvement_test_town.hpp"
#include "features/improvement/meetings.hpp"

using namespace improvement_test;

namespace {

struct AdoptionTest : ImprovementTest {
    static bj::object theme_form(OrgUnitId unit)
    {
        return {{"unit", unit.value},
                {"fiscal_year", 2026},
                {"title", "電話対応を減らす"},
                {"issue", "電話が多い"},
                {"aim", "半分に"}};
    }
    static bj::object meeting_form(bj::array items)
    {
        return {
            {"title", "改善事例の報告会"}, {"held_on", "2026-06-20"}, {"starts_at", "13:30"}, {"place", "大会議室"}, {"note", ""},
            {"items", std::move(items)}};
    }
    static bj::object item(bj::value const& id, int minutes)
    {
        return {{"case_id", id}, {"minutes", minutes}, {"presenter", "青木 花子"}};
    }
};

}  // namespace

TEST_F(AdoptionTest, AnotherSectionTakesACaseUpWithItsOwnEffectAndTheSpreadAddsUp)
{
    an_hour_costs(3'000);
    auto const source = confirmed();
    auto taken = adoption(source);
    EXPECT_EQ(taken.at("title"), "窓口の予約をオンラインに");
    EXPECT_EQ(taken.at("problem"), "電話が**鳴り続ける**");
    EXPECT_EQ(taken.at("steps_before").at(0).at("minutes"), 10);
    EXPECT_EQ(taken.at("steps_before").at(0).at("times"), 0) << "how often is its own to say";
    EXPECT_EQ(taken.at("unit"), other.value);
    taken["steps_before"].at(0).at("times") = 600;
    taken["steps_after"].at(0).at("times") = 600;
    auto const own = added(staff("0020"), taken);
    EXPECT_EQ(staff().get(at("/cases/", source)).body.at("stage"), "effect") << "a draft is nobody's business";
    ASSERT_EQ(moves(staff("0020"), own, to("effect")).status, 200);
    ASSERT_EQ(hands_in(staff("0020"), own).status, 200);

    auto const spread = staff("0011").get(at("/cases/", source)).body;
    EXPECT_EQ(spread.at("stage"), "spread");
    EXPECT_EQ(spread.at("moves").as_array().back().at("note"), "市民課が取り入れました。");
    EXPECT_EQ(spread.at("spread").at("sections"), 2);
    EXPECT_EQ(spread.at("spread").at("hours"), 160) << "what is not confirmed adds no hours";
    ASSERT_EQ(confirm(other_head(), own).status, 200);
    auto const whole = staff("0011").get(at("/cases/", source)).body;
    EXPECT_EQ(whole.at("spread").at("hours"), 240);
    EXPECT_EQ(whole.at("adoptions"), 1);
    EXPECT_EQ(whole.at("adopted_by").at(0).at("unit_name"), "市民課");
    auto const adopted = staff().get(at("/cases/", own)).body;
    EXPECT_EQ(adopted.at("source").at("id"), source);
    EXPECT_EQ(adopted.at("yen"), 80 * 3'000 - 50'000);
    EXPECT_EQ(staff().get("/cases?adopted=true").body.at("total"), 1);
    EXPECT_EQ(returns(head(), source, "x").code(), "in_use") << "another section rests on it";
}

TEST_F(AdoptionTest, OnlyWhatIsConfirmedIsTakenUpOnceAndNotByTheOwnSection)
{
    auto const waiting = submitted(staff(), form());
    EXPECT_EQ(staff("0020").get(at("/cases/draft?from_case=", waiting)).code(), "wrong_status");
    auto const source = confirmed(form("別の事例"));
    auto const page = staff("0020").get(at("/cases/", source)).body;
    EXPECT_TRUE(page.at("may_adopt").as_bool());
    EXPECT_FALSE(staff("0011").get(at("/cases/", source)).body.at("may_adopt").as_bool());
    auto own = form();
    own["adopted_from"] = source;
    EXPECT_EQ(staff().post("/cases", own).code(), "invalid_input");
    added(staff("0020"), adoption(source));
    EXPECT_EQ(staff("0020").post("/cases", adoption(source)).code(), "already_exists");
    EXPECT_FALSE(staff("0020").get(at("/cases/", source)).body.at("may_adopt").as_bool());
    EXPECT_EQ(staff("0020").get("/cases/draft?from_case=9999").status, 404);
}

TEST_F(AdoptionTest, ThemesAreNamedByTheHeadTheLeaderAndTheOffice)
{
    EXPECT_EQ(staff().post("/themes", theme_form(section)).code(), "not_allowed");
    EXPECT_EQ(other_head().post("/themes", theme_form(section)).code(), "not_allowed");
    EXPECT_EQ(head().post("/themes", theme_form(section)).status, 201);
    EXPECT_EQ(town.staff("0011", Role::dx_leader).post("/themes", theme_form(section)).status, 201);
    EXPECT_EQ(town.staff("0011", Role::dx_leader).post("/themes", theme_form(other)).code(), "not_allowed");
    EXPECT_EQ(office.post("/themes", theme_form(OrgUnitId{9999})).status, 404);
    auto const list = staff("0020").get("/themes").body;
    EXPECT_EQ(list.at("themes").as_array().size(), 2u);
    ASSERT_EQ(list.at("without").as_array().size(), 1u);
    EXPECT_EQ(list.at("without").at(0).at("unit_name"), "市民課");
    EXPECT_TRUE(list.at("may_name").as_array().empty());
    EXPECT_EQ(head().get("/themes").body.at("may_name").as_array().size(), 1u);
    EXPECT_TRUE(office.get("/themes").body.at("may_name_any").as_bool());
}

TEST_F(AdoptionTest, AThemeCountsItsCasesAndStaysWhileItHasAny)
{
    auto const theme = head().post("/themes", theme_form(section)).body;
    auto with_theme = form();
    with_theme["theme"] = theme.at("id");
    auto elsewhere = with_theme;
    elsewhere["fiscal_year"] = 2025;
    EXPECT_EQ(staff().post("/cases", elsewhere).code(), "invalid_input");
    confirmed(with_theme);
    auto const row = staff().get("/themes").body.at("themes").at(0);
    EXPECT_EQ(row.at("cases"), 1);
    EXPECT_EQ(row.at("confirmed"), 1);
    EXPECT_EQ(row.at("furthest"), "effect");
    EXPECT_EQ(head().del(at("/themes/", theme.at("id"))).code(), "in_use");
    auto renamed = theme_form(section);
    renamed["title"] = "電話を半分に";
    renamed["revision"] = 1;
    EXPECT_EQ(head().put(at("/themes/", theme.at("id")), renamed).body.at("title"), "電話を半分に");
    EXPECT_EQ(head().put(at("/themes/", theme.at("id")), renamed).code(), "changed_meanwhile");
    auto const other_theme = other_head().post("/themes", theme_form(other)).body.at("id");
    EXPECT_EQ(head().del(at("/themes/", other_theme)).code(), "not_allowed");
    EXPECT_EQ(other_head().del(at("/themes/", other_theme)).status, 200);
}

TEST_F(AdoptionTest, AMeetingTellsConfirmedCasesInOrderWithTheirTimes)
{
    an_hour_costs(3'000);
    auto const first = confirmed();
    auto const second = confirmed(form("別の事例"));
    auto const waiting = submitted(staff(), form("まだ確認前"));
    EXPECT_EQ(office.post("/meetings", meeting_form({item(waiting, 10)})).code(), "wrong_status");
    EXPECT_EQ(office.post("/meetings", meeting_form({item(first, 10), item(first, 10)})).code(), "invalid_input");
    EXPECT_EQ(staff().post("/meetings", meeting_form({item(first, 10)})).status, 403);
    auto const made = office.post("/meetings", meeting_form({item(second, 15), item(first, 10)}));
    ASSERT_EQ(made.status, 201) << made.bytes;
    EXPECT_EQ(made.body.at("ends_at"), "13:55");
    EXPECT_EQ(made.body.at("items").at(1).at("starts_at"), "13:45");
    EXPECT_EQ(made.body.at("hours"), 320);
    auto const id = made.body.at("id");
    auto const pack = staff("0020").get(at("/meetings/", id, "/pack")).body;
    ASSERT_EQ(pack.at("cases").as_array().size(), 2u);
    EXPECT_EQ(pack.at("cases").at(0).at("title"), "別の事例");
    EXPECT_EQ(returns(head(), first, "x").code(), "in_use") << "it is told at a meeting";

    auto shorter = meeting_form({item(first, 20)});
    shorter["revision"] = 1;
    EXPECT_EQ(office.put(at("/meetings/", id), shorter).body.at("minutes"), 20);
    EXPECT_EQ(office.put(at("/meetings/", id), shorter).code(), "changed_meanwhile");
    EXPECT_EQ(staff().get("/meetings").body.at("meetings").at(0).at("cases"), 1);
}

TEST_F(AdoptionTest, TheResultIsNotedFromTheDayOnAndThenTheMeetingStays)
{
    auto const id = office.post("/meetings", meeting_form({item(confirmed(), 10)})).body.at("id");
    auto const result = [&](char const* text, int revision) {
        return office.put(at("/meetings/", id, "/result"), bj::object{{"text", text}, {"revision", revision}});
    };
    EXPECT_EQ(result("三つの課が取り入れる", 1).code(), "wrong_status") << "it has not been held";
    town.clock().set(*date_from_iso("2026-06-20"));
    office = town.as(Role::dx_office);
    ASSERT_EQ(result("三つの課が取り入れる", 1).status, 200);
    EXPECT_EQ(staff().get(at("/meetings/", id)).body.at("result").at("text"), "三つの課が取り入れる");
    EXPECT_EQ(office.del(at("/meetings/", id)).code(), "wrong_status");
    EXPECT_EQ(result("", 2).status, 200);
    EXPECT_EQ(office.del(at("/meetings/", id)).status, 200);
    EXPECT_EQ(staff().get(at("/meetings/", id)).status, 404);
}

TEST(TimesOfDay, AreAddedUpToMidnightAndNotBeyond)
{
    EXPECT_EQ(improvement::later("13:30", 0), "13:30");
    EXPECT_EQ(improvement::later("09:05", 55), "10:00");
    EXPECT_EQ(improvement::later("23:30", 30), "24:00");
    EXPECT_FALSE(improvement::later("23:30", 31));
    for (auto const* wrong : {"24:00", "1:30", "13-30", "13:60", "13:3x", "", "-1:30"})
        EXPECT_FALSE(improvement::later(wrong, 0)) << wrong;
}
