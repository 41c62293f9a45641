#include "features/surveys/surveys_test_town.hpp"

using namespace surveys_test;

namespace {

struct ResultsTest : SurveysTest {
    /// Of 総務部 the first so many people said no, of 福祉部 the first so many; everybody else of the twelve said yes.
    bj::value asked(int in_general, int in_welfare)
    {
        auto const wave = opened();
        all_answer(wave, in_general, in_welfare);
        close(wave);
        return wave;
    }
    void all_answer(bj::value const& wave, int in_general, int in_welfare)
    {
        for (auto const& [first, said_no] : {std::pair{100, in_general}, std::pair{200, in_welfare}})
            for (int number = 1; number <= 12; ++number)
                EXPECT_EQ(
                    send(no(first + number), wave, answers(number <= said_no ? "no" : "yes", number % 2 ? "s1" : "s3")).status,
                    201);
    }
    bj::value results(bj::value const& wave, std::string const& cut = {})
    {
        auto const answer = office.get(at(wave, "/results?cut=" + cut));
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        return answer.body;
    }
};

}  // namespace

TEST_F(ResultsTest, SharesStandBesideTheirDenominator)
{
    auto const shown = results(asked(9, 3));
    EXPECT_EQ(shown.at("counted"), 24);
    auto const& first = shown.at("questions").at(0).at("items").at(0);
    EXPECT_EQ(first.at("answered"), 24);
    EXPECT_EQ(first.at("options").at(1).at("count"), 12);
    EXPECT_EQ(first.at("options").at(1).at("share"), 0.5);
    auto const& third = shown.at("questions").at(2).at("items").at(0).at("spread");
    EXPECT_EQ(third.at("mean").to_number<double>(), 2.0);
    EXPECT_EQ(shown.at("questions").at(1).at("asked"), 12) << "asked only of those who said no";
}

TEST_F(ResultsTest, AClosedWaveIsCrossedByDepartment)
{
    auto const shown = results(asked(9, 3), "section");
    auto const groups = shown.at("questions").at(0).at("items").at(0).at("groups").as_array();
    ASSERT_EQ(groups.size(), 2U);
    std::map<std::string, std::int64_t> said_no;
    for (auto const& group : groups) {
        EXPECT_FALSE(group.at("hidden").as_bool());
        said_no[std::string{group.at("group").as_string()}] = group.at("options").at(1).at("count").as_int64();
    }
    EXPECT_EQ(said_no, (std::map<std::string, std::int64_t>{{"総務部", 9}, {"福祉部", 3}}));
}

TEST_F(ResultsTest, ASmallGroupIsHiddenAndSoIsTheOneThatWouldGiveItAway)
{
    auto const wave = opened();
    for (int number = 101; number <= 112; ++number) send(no(number), wave, answers(number < 107 ? "yes" : "no"));
    for (int number = 201; number <= 203; ++number) send(no(number), wave, answers(number < 203 ? "yes" : "no"));
    close(wave);
    auto const groups = results(wave, "section").at("questions").at(0).at("items").at(0).at("groups").as_array();
    for (auto const& group : groups) {
        EXPECT_TRUE(group.at("hidden").as_bool());
        EXPECT_TRUE(group.at("options").as_array().empty());
    }
    auto const file = office.get(at(wave, "/results/file?format=csv")).bytes;
    EXPECT_NE(file.find("総務部,,,,,,,1"), std::string::npos) << file.substr(0, 2000);
}

TEST_F(ResultsTest, WhileItIsOpenTheFiguresMoveInStepsAndAreNotCrossed)
{
    auto const wave = opened();
    auto& caretaker = town.municipality().caretaker();
    auto const counted = [&] {
        caretaker.tend_open_waves();
        return results(wave).at("counted").as_int64();
    };
    for (int number = 101; number <= 109; ++number) send(no(number), wave, answers("yes"));
    EXPECT_EQ(counted(), 0) << "nine are not twice five";
    send(no(110), wave, answers("yes"));
    EXPECT_EQ(counted(), 5);
    send(no(111), wave, answers("yes"));
    EXPECT_EQ(counted(), 5);
    EXPECT_EQ(results(wave).at("held_back"), 6);
    EXPECT_EQ(office.get(at(wave, "/results?cut=section")).code(), "invalid_input");
    close(wave);
    EXPECT_EQ(results(wave).at("counted"), 11);
}

TEST_F(ResultsTest, FewAnswersAreNotShownAtAll)
{
    auto const wave = opened();
    for (int number = 101; number <= 104; ++number) send(no(number), wave, answers("yes"));
    close(wave);
    auto const shown = results(wave);
    EXPECT_TRUE(shown.at("too_few").as_bool());
    EXPECT_TRUE(shown.at("questions").as_array().empty());
}

TEST_F(ResultsTest, WhoMayReadIsWhatThePromiseSays)
{
    auto const wave = asked(9, 3);
    EXPECT_EQ(town.staff("0100", Role::section_head).get(at(wave, "/results")).status, 200);
    EXPECT_EQ(town.staff("0101").get(at(wave, "/results")).code(), "not_found");
    auto for_all = form("みんなへ");
    for_all["readers"] = "everybody";
    auto const open_to_all = opened(for_all);
    EXPECT_EQ(town.staff("0101").get(at(open_to_all, "/results")).code(), "not_found") << "not before it is closed";
    all_answer(open_to_all, 6, 6);
    close(open_to_all);
    EXPECT_EQ(town.staff("0101").get(at(open_to_all, "/results")).status, 200);
    EXPECT_EQ(town.staff("0101").get("/survey-waves").body.at("waves").as_array().size(), 1U);
}

TEST_F(ResultsTest, BeforeAndAfterAreComparedInTheSamePeopleAndSaidInASentence)
{
    auto const before = opened(form("受講前", nullptr, "before"));
    all_answer(before, 9, 9);
    auto const after = opened(form("受講後", before, "after"));
    all_answer(after, 3, 2);
    EXPECT_EQ(office.get(at(after, "/pairs")).code(), "wrong_status");
    close(before);
    close(after);
    auto const compared = office.get(at(after, "/pairs"));
    ASSERT_EQ(compared.status, 200) << compared.bytes;
    EXPECT_EQ(compared.body.at("pairs"), 24);
    auto const& share = compared.body.at("shares").at(0);
    EXPECT_EQ(share.at("before"), 0.75);
    EXPECT_NEAR(share.at("after").as_double(), 5.0 / 24, 1e-12);
    EXPECT_THAT(std::string{share.at("sentence").as_string()},
                testing::StartsWith("学び方が分からない人は75%から21%に減りました（対応のある24人"));
    EXPECT_EQ(office.get(at(before, "/pairs")).code(), "conflict");
}

TEST_F(ResultsTest, PairsAreLeftOutByLotSoThatNobodyShowsAsTheDifference)
{
    auto const before = opened(form("受講前", nullptr, "before"));
    all_answer(before, 9, 9);
    auto const after = opened(form("受講後", before, "after"));
    for (int number = 101; number <= 112; ++number) send(no(number), after, answers(number < 105 ? "yes" : "no"));
    for (int number = 201; number <= 210; ++number) send(no(number), after, answers(number < 205 ? "yes" : "no"));
    close(before);
    close(after);
    auto const compared = office.get(at(after, "/pairs")).body;
    EXPECT_EQ(compared.at("pairs").as_int64() + compared.at("left_out").as_int64(), 22);
    EXPECT_GE(24 - compared.at("pairs").as_int64(), 5);
    EXPECT_GE(22 - compared.at("pairs").as_int64(), 5);
}

TEST_F(ResultsTest, ATrendBeginsWithWhatThePlanHasPublished)
{
    asked(6, 6);
    auto const trends = office.get("/survey-trends").body.at("trends").as_array();
    auto const found = std::find_if(trends.begin(), trends.end(), [](auto const& each) { return each.at("survey") == "wish"; });
    ASSERT_NE(found, trends.end());
    auto const& points = found->at("points").as_array();
    ASSERT_EQ(points.size(), 2U);
    EXPECT_EQ(points.at(0).at("share"), 0.56);
    EXPECT_TRUE(points.at(0).at("answered").is_null());
    EXPECT_EQ(points.at(1).at("share"), 0.5);
    EXPECT_EQ(points.at(1).at("answered"), 24);
    EXPECT_EQ(found->at("issue_name"), "学び方が分からない");
}

TEST_F(ResultsTest, TextsAreGroupedByThemesThatPeopleAssignAndOnlyTheOfficeReadsThem)
{
    auto const wave = opened();
    for (int number = 101; number <= 106; ++number)
        send(no(number), wave, {{"answers", bj::array{answer("Q1", {"yes"}), with(answer("Q6"), "text", "研修の時間がほしい")}}});
    auto const path = at(wave, "/texts?question=Q6");
    EXPECT_TRUE(office.get(path).body.at("too_few").as_bool()) << "not while it is open";
    close(wave);
    auto const texts = office.get(path).body;
    ASSERT_EQ(texts.at("texts").as_array().size(), 6U);
    EXPECT_EQ(texts.at("words").at(0).at("texts"), 6);
    auto const themed = office.post(at(wave, "/themes"), {{"question", "Q6"}, {"name", "時間"}, {"issue", "I1"}});
    ASSERT_EQ(themed.status, 201) << themed.bytes;
    auto const theme = themed.body.at("themes").at(0).at("id");
    EXPECT_EQ(office.post(at(wave, "/themes"), {{"question", "Q6"}, {"name", "時間"}, {"issue", ""}}).code(), "already_exists");
    auto const text = std::string{texts.at("texts").at(0).at("id").as_string()};
    EXPECT_EQ(office.put("/survey-texts/" + text + "/themes", {{"themes", bj::array{theme}}}).status, 200);
    EXPECT_EQ(office.get(path).body.at("themes").at(0).at("texts"), 1);
    auto const head = town.staff("0100", Role::section_head);
    EXPECT_TRUE(head.get(path).body.at("texts").as_array().empty());
    EXPECT_TRUE(head.get(path).body.at("themes").as_array().empty()) << "one text is fewer than five people";
    for (auto const& each : texts.at("texts").as_array())
        office.put("/survey-texts/" + std::string{each.at("id").as_string()} + "/themes", {{"themes", bj::array{theme}}});
    EXPECT_EQ(head.get(path).body.at("themes").at(0).at("texts"), 6);
    EXPECT_EQ(office.del("/survey-themes/" + digits(theme)).body.at("themes").as_array().size(), 0U);
}

TEST_F(ResultsTest, AnActionFollowsFromAnIssueOfThePlanAndStandsBesideItsTrend)
{
    auto const wave = asked(6, 6);
    bj::object action{{"issue", "I1"},       {"direction", "学ぶ道を示す"},
                      {"measure", "M1"},     {"what", "学びの地図を配る"},
                      {"owner", "情報課"},   {"due", "2026-05-01"},
                      {"status", "planned"}, {"indicator", "wish/lost"},
                      {"wave", wave},        {"note", ""}};
    auto const added = office.post("/survey-actions", action);
    ASSERT_EQ(added.status, 201) << added.bytes;
    auto const& first = added.body.at("actions").at(0);
    EXPECT_EQ(first.at("issue_name"), "学び方が分からない");
    EXPECT_TRUE(first.at("overdue").as_bool());
    action["status"] = "done";
    action["revision"] = 1;
    auto const path = "/survey-actions/" + digits(first.at("id"));
    EXPECT_FALSE(office.put(path, action).body.at("actions").at(0).at("overdue").as_bool());
    EXPECT_EQ(office.put(path, action).code(), "changed_meanwhile");
    action["issue"] = "I9";
    EXPECT_EQ(office.put(path, action).code(), "invalid_input");
    EXPECT_EQ(town.staff("0101").get("/survey-actions").status, 403);
    EXPECT_TRUE(office.del(path).body.at("actions").as_array().empty());
}
