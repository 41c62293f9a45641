#include "features/surveys/surveys_test_town.hpp"

using namespace surveys_test;

namespace {
struct WavesTest : SurveysTest {};
}  // namespace

TEST_F(WavesTest, TheAudienceIsCountedBeforeAnybodyIsAsked)
{
    auto const all = office.get("/survey-waves/audience?rule=").body;
    EXPECT_EQ(all.at("people"), 26);
    auto const heads = office.get("/survey-waves/audience?rule=%E8%81%B7%E4%BD%8D%20%3E%3D%20%E8%AA%B2%E9%95%B7").body;
    EXPECT_EQ(heads.at("people"), 2);
    EXPECT_EQ(office.get("/survey-waves/audience?rule=%E8%81%B7%E4%BD%8D").code(), "invalid_input");
}

TEST_F(WavesTest, FewerPeopleThanTheSmallestGroupAreNotAsked)
{
    auto wanted = form();
    wanted["audience"] = "職位 >= 課長";
    EXPECT_EQ(office.post(at(drafted(wanted), "/open")).code(), "conflict");
    wanted["threshold"] = 3;
    EXPECT_EQ(office.post("/survey-waves", wanted).code(), "invalid_input");
}

TEST_F(WavesTest, WhatIsPromisedAtTheOpeningStays)
{
    auto const wave = opened();
    auto change = form();
    change["revision"] = office.get(at(wave)).body.at("revision");
    change["threshold"] = 4;
    EXPECT_EQ(office.put(at(wave), change).code(), "wrong_status");
    EXPECT_EQ(office.put(at(wave, "/last-day"), {{"closes_on", "2026-08-15"}}).code(), "invalid_input");
    EXPECT_EQ(office.put(at(wave, "/last-day"), {{"closes_on", "2026-07-10"}}).status, 200);
}

TEST_F(WavesTest, ASecondTabThatChangesAnOldDraftIsToldOf)
{
    auto const wave = drafted(form());
    auto change = form("別の名前");
    change["revision"] = 1;
    EXPECT_EQ(office.put(at(wave), change).status, 200);
    EXPECT_EQ(office.put(at(wave), change).code(), "changed_meanwhile");
}

TEST_F(WavesTest, RatesAreShownByDepartmentAndAHeadSeesTheOwnSection)
{
    auto const wave = opened();
    for (int number = 101; number <= 104; ++number) send(no(number), wave, answers("yes"));
    auto const rates = office.get(at(wave, "/sections")).body.at("sections").as_array();
    ASSERT_EQ(rates.size(), 2U);
    EXPECT_EQ(rates.at(0).at("answered"), 4);
    EXPECT_EQ(rates.at(0).at("invited"), 13);
    auto const head = town.staff("0200", Role::section_head).get(at(wave, "/sections")).body.at("sections").as_array();
    ASSERT_EQ(head.size(), 1U);
    EXPECT_EQ(head.at(0).at("name"), "試験市 福祉部");
    EXPECT_EQ(town.staff("0101").get(at(wave, "/sections")).status, 403);
}

TEST_F(WavesTest, ARemindersListSaysHowManyAndNeverWho)
{
    auto const wave = opened();
    send("0101", wave, answers("yes"));
    auto const reminded = office.post(at(wave, "/reminders"), {{"note", "お願いします"}, {"heads", true}});
    ASSERT_EQ(reminded.status, 201) << reminded.bytes;
    auto const& first = reminded.body.at("reminders").at(0);
    EXPECT_EQ(first.at("people"), 25);
    EXPECT_EQ(first.at("heads"), 2);
    EXPECT_EQ(first.at("without_address"), 25);
    EXPECT_EQ(reminded.bytes.find("職員 "), std::string::npos);
    EXPECT_EQ(office.post(at(wave, "/reminders"), {{"note", ""}, {"heads", false}}).code(), "conflict");
}

TEST_F(WavesTest, TheCalendarClosesWhatIsOverAndDestroysKeysForGood)
{
    auto const wave = opened();
    for (int number = 101; number <= 112; ++number) send(no(number), wave, answers(number < 107 ? "yes" : "no"));
    for (int number = 201; number <= 212; ++number) send(no(number), wave, answers(number < 207 ? "yes" : "no"));
    town.clock().set(*date_from_iso("2026-07-01"));
    office = town.as(Role::dx_office);
    town.municipality().caretaker().tend_day();
    EXPECT_EQ(office.get(at(wave)).body.at("status"), "closed");
    auto const shown = office.get(at(wave, "/results?cut=section"));
    ASSERT_EQ(shown.status, 200) << shown.bytes;
    auto const before = shown.body.at("questions");

    town.clock().set(*date_from_iso("2026-08-01"));
    office = town.as(Role::dx_office);
    town.municipality().caretaker().tend_day();
    EXPECT_FALSE(office.get(at(wave)).body.at("keys_destroyed_at").is_null());
    static db::Sql const kKeys{"SELECT count(*) FROM survey_key"};
    EXPECT_EQ(town.read([](db::Tx& tx) { return tx.one<std::int64_t>(kKeys); }), 0);
    EXPECT_EQ(office.get(at(wave, "/results?cut=section")).body.at("questions"), before);
    static db::Sql const kAudit{"SELECT count(*) FROM audit WHERE action = 'surveys.keys_destroyed'"};
    EXPECT_EQ(town.read([](db::Tx& tx) { return tx.one<std::int64_t>(kAudit); }), 1);
}

TEST_F(WavesTest, KeysThatWereLostAreGivenAgainAsLongAsNobodyHasAnswered)
{
    auto const wave = opened();
    auto const lose = [&] {
        town.write([](db::Tx& tx) {
            tx.script("DELETE FROM survey_key");
            return true;
        });
        town.municipality().caretaker().tend_day();
    };
    lose();
    EXPECT_EQ(send("0101", wave, answers("yes")).status, 201);
    lose();
    EXPECT_EQ(send("0101", wave, answers("yes")).code(), "not_found") << "nobody answers twice";
    EXPECT_EQ(office.get(at(wave)).body.at("answered"), 1);
}

TEST_F(WavesTest, APairThatHasLostItsKeysStaysWithoutAndTheCalendarGoesOn)
{
    auto const before = opened(form("前", nullptr, "before"));
    send("0101", before, answers("yes"));
    auto const after = opened(form("後", before, "after"));
    town.write([](db::Tx& tx) {
        tx.script("DELETE FROM survey_key");
        return true;
    });
    town.municipality().caretaker().tend_day();
    EXPECT_EQ(send("0101", after, answers("yes")).code(), "not_found");
}

TEST_F(WavesTest, KeysOfAWaveThatWasCalledOffGoAlsoWhenTheirFileHasKeptThem)
{
    auto const called_off = opened();
    auto const asking = opened();
    static db::Sql const kCallOff{"UPDATE survey_wave SET status = 'cancelled' WHERE id = $1"};
    static db::Sql const kKeys{"SELECT DISTINCT wave_id FROM survey_key"};
    town.write([&](db::Tx& tx) { return tx.run(kCallOff, called_off.as_int64()); });
    town.municipality().caretaker().tend_day();
    EXPECT_EQ(town.read([](db::Tx& tx) { return tx.all<std::int64_t>(kKeys); }), std::vector{asking.as_int64()});
}

TEST_F(WavesTest, OnlyAWaveThatSaidSoIsComparedAndOnceAndNoLongerThanItPromised)
{
    auto const plain = opened();
    EXPECT_EQ(office.post("/survey-waves", form("後", plain, "after")).code(), "invalid_input");
    auto const before = opened(form("前", nullptr, "before"));
    auto longer = form("後", before, "after");
    longer["keys_until"] = "2026-08-01";
    EXPECT_EQ(office.post("/survey-waves", longer).code(), "invalid_input");
    opened(form("後", before, "after"));
    EXPECT_EQ(office.post(at(drafted(form("もう一度", before, "after")), "/open")).code(), "conflict");
}

TEST_F(WavesTest, AWaveThatIsCalledOffKeepsNobodysAnswer)
{
    auto const wave = opened();
    send("0101", wave, answers("yes"));
    EXPECT_EQ(office.del(at(wave)).status, 200);
    static db::Sql const kLeft{
        "SELECT (SELECT count(*) FROM survey_response) + (SELECT count(*) FROM survey_key) + (SELECT count(*) FROM survey_text) "
        "AS n"};
    EXPECT_EQ(town.read([](db::Tx& tx) { return tx.one<std::int64_t>(kLeft); }), 0);
    EXPECT_EQ(office.get(at(wave)).body.at("status"), "cancelled");
    EXPECT_EQ(office.get(at(wave, "/results")).code(), "not_found");
}

TEST_F(WavesTest, APublishedSurveyDoesNotChangeAndItsNextVersionBeginsFromIt)
{
    auto const path = "/surveys/" + digits(survey);
    auto const detail = office.get(path).body;
    EXPECT_EQ(office.put(path, {{"revision", detail.at("summary").at("revision")}, {"survey", detail.at("survey")}}).code(),
              "wrong_status");
    bj::object const next{{"pack", ""}, {"copy_of", survey}, {"title", ""}};
    auto const begun = office.post("/surveys", next);
    ASSERT_EQ(begun.status, 201) << begun.bytes;
    EXPECT_EQ(begun.body.at("summary").at("version"), 2);
    EXPECT_EQ(office.post("/surveys", next).code(), "conflict");
}

TEST_F(WavesTest, ADraftMayBeWrongAndIsNotPublishedUntilItIsRight)
{
    auto const begun = office.post("/surveys", {{"pack", ""}, {"copy_of", nullptr}, {"title", "あたらしい調査"}});
    ASSERT_EQ(begun.status, 201) << begun.bytes;
    EXPECT_FALSE(begun.body.at("problems").as_array().empty());
    EXPECT_EQ(office.post("/surveys/" + digits(begun.body.at("summary").at("id")) + "/publish").code(), "invalid_input");
}

TEST_F(WavesTest, EveryShippedSurveyIsPublishedAsItIs)
{
    auto const packs = office.get("/surveys").body.at("packs").as_array();
    EXPECT_GE(packs.size(), 7U);
    for (auto const& pack : packs) {
        auto const begun = office.post("/surveys", {{"pack", pack.at("code")}, {"copy_of", nullptr}, {"title", ""}});
        ASSERT_EQ(begun.status, 201) << begun.bytes;
        auto const published = office.post("/surveys/" + digits(begun.body.at("summary").at("id")) + "/publish");
        EXPECT_EQ(published.status, 200) << published.bytes;
    }
}

TEST_F(WavesTest, ASurveyLeavesAsAFileAndComesBack)
{
    for (auto const* const format : {"yaml", "xlsx"}) {
        auto const file = office.get("/surveys/" + digits(survey) + "/file?format=" + format);
        ASSERT_EQ(file.status, 200);
        auto const back = office.upload("/survey-files/" + std::string{format}, file.bytes,
                                        std::string_view{format} == "yaml" ? "application/yaml" : "application/octet-stream");
        ASSERT_EQ(back.status, 201) << back.bytes;
        EXPECT_EQ(back.body.at("survey"), office.get("/surveys/" + digits(survey)).body.at("survey"));
        EXPECT_EQ(office.del("/surveys/" + digits(back.body.at("summary").at("id"))).status, 200);
    }
    EXPECT_EQ(office.upload("/survey-files/yaml", "code: [", "application/yaml").code(), "invalid_input");
}
