#include "features/surveys/packs.hpp"

#include "features/plan/yaml.hpp"
#include "features/surveys/check.hpp"
#include "features/surveys/pack.hpp"
#include "features/surveys/published.hpp"
#include "platform/core/described.hpp"
#include "platform/json/write.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

using namespace surveys;

namespace {

std::string file_text(std::filesystem::path const& path)
{
    std::ifstream in{path, std::ios::binary};
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

plan::Plan plan_of(std::string const& city) { return plan::read_yaml(file_text("plans/" + city + ".yaml")).plan; }

std::string told(std::vector<PlacedProblem> const& problems)
{
    std::string text;
    for (auto const& p : problems)
        text += std::to_string(p.line) + ":" + std::to_string(p.column) + " " + p.pointer + " " + p.ja + "\n";
    return text;
}

Survey const& shipped(std::string_view code)
{
    auto const* survey = pack(code);
    if (!survey) throw std::runtime_error{"no pack " + std::string{code}};
    return *survey;
}

Question const& question(Survey const& survey, std::string_view code)
{
    return *std::find_if(survey.questions.begin(), survey.questions.end(), [&](auto const& q) { return q.code == code; });
}

Indicator const& indicator(Survey const& survey, std::string_view code)
{
    return *std::find_if(survey.indicators.begin(), survey.indicators.end(), [&](auto const& i) { return i.code == code; });
}

bool has_option(Question const& question, std::string_view text)
{
    return std::any_of(question.options.begin(), question.options.end(), [&](auto const& o) { return o.text == text; });
}

/// The Japanese texts below `item` that have no English beside them.
template <class T>
void untranslated(T const& item, std::string const& pointer, std::vector<std::string>& found)
{
    std::map<std::string, std::string, std::less<>> texts;
    described::each_member(item, [&](std::string_view name, auto const& value) {
        using Value = std::remove_cvref_t<decltype(value)>;
        auto const place = pointer + "/" + std::string{name};
        if constexpr (described::is_table<Value>) {
            for (std::size_t i = 0; i < value.size(); ++i) untranslated(value[i], place + "/" + std::to_string(i), found);
        } else if constexpr (std::is_same_v<Value, std::string>) {
            texts.emplace(name, value);
        }
    });
    for (auto const& [name, text] : texts) {
        auto const english = texts.find(name + "_en");
        if (english != texts.end() && text.empty() != english->second.empty()) found.push_back(pointer + "/" + name);
    }
}

}  // namespace

TEST(SurveyPacks, EachIsWholeAndNamedAsItsFile)
{
    std::size_t files = 0;
    for (auto const& entry : std::filesystem::directory_iterator{"surveys"}) {
        SCOPED_TRACE(entry.path());
        ++files;
        auto const read = read_pack(file_text(entry.path()));
        EXPECT_EQ(told(read.problems), "");
        EXPECT_EQ(told(check(read.survey, read.places)), "");
        EXPECT_EQ(read.survey.code + ".yaml", entry.path().filename());
        EXPECT_EQ(json::write(read_pack(write_pack(read.survey)).survey), json::write(read.survey));
        auto const* inside = pack(read.survey.code);
        ASSERT_TRUE(inside) << "in the binary";
        EXPECT_EQ(json::write(*inside), json::write(read.survey));
    }
    EXPECT_EQ(packs().size(), files);
    EXPECT_EQ(files, 7u);
    EXPECT_FALSE(pack("no-such-survey"));
}

TEST(SurveyPacks, EveryJapaneseTextHasItsEnglish)
{
    for (auto const& survey : packs()) {
        std::vector<std::string> found;
        untranslated(survey, "", found);
        EXPECT_TRUE(found.empty()) << survey.code << found.front();
    }
}

TEST(SurveyPacks, ThereIsOneForEachMomentOfACourse)
{
    EXPECT_EQ(shipped("course-awareness").purpose, Purpose::awareness);
    EXPECT_EQ(shipped("course-reaction").purpose, Purpose::reaction);
    EXPECT_EQ(shipped("course-follow-up").purpose, Purpose::follow_up);
    EXPECT_EQ(shipped("literacy-self-check").purpose, Purpose::self_check);
}

TEST(SurveyPacks, IwakisThreeClaimsFollowFromItsPublishedFigures)
{
    auto const plan = plan_of("iwaki");
    auto const& survey = shipped("iwaki-2023");
    struct Claim {
        std::string indicator, claim;
        double percent;
    };
    for (auto const& [code, claim, percent] :
         {Claim{"dx-not-understood", "約半数の職員がDXの概念を理解していない。", 42 + 5},
          {"dx-behind", "約６割の職員がいわき市のDXの遅れを感じている。", 35 + 21},
          {"no-idea-how-to-learn", "約６割の職員が、デジタルに関する学習への意欲はあるが、学び方がわからない。", 56}}) {
        SCOPED_TRACE(code);
        EXPECT_EQ(indicator(survey, code).claim, claim);
        EXPECT_EQ(published_share(indicator(survey, code), plan), percent);
        EXPECT_TRUE(indicator(survey, code).lower_is_better);
    }
}

TEST(SurveyPacks, TheFiguresOfHirakataAndHiratsukaAreAsTheyWereStated)
{
    EXPECT_EQ(published_share(indicator(shipped("hirakata-2024"), "dx-advancing"), plan_of("hirakata")), 23);
    auto const hiratsuka = plan_of("hiratsuka");
    EXPECT_EQ(published_share(indicator(shipped("hiratsuka-2024"), "no-problem-solving"), hiratsuka), 66.4);
    EXPECT_EQ(published_share(indicator(shipped("hiratsuka-2024"), "no-procurement"), hiratsuka), 70.1);
}

TEST(SurveyPacks, AFigureThatThePlanLacksIsNoFigure)
{
    auto const plan = plan_of("iwaki");
    auto wanted = indicator(shipped("iwaki-2023"), "dx-behind");
    wanted.baseline_options.push_back("大いに遅れている");
    EXPECT_FALSE(published_share(wanted, plan)) << "a sum of what is there would be too small";
    EXPECT_FALSE(published_share(indicator(shipped("iwaki-2023"), "time-needed"), plan)) << "the source kept the rank only";
}

TEST(SurveyPacks, AnIndicatorSpeaksOfAnIssueThatThePlanHas)
{
    for (auto const& [city, code] :
         {std::pair{"iwaki", "iwaki-2023"}, {"hirakata", "hirakata-2024"}, {"hiratsuka", "hiratsuka-2024"}}) {
        auto const plan = plan_of(city);
        for (auto const& one : shipped(code).indicators) {
            if (one.issue.empty()) continue;
            EXPECT_TRUE(std::any_of(plan.issues.begin(), plan.issues.end(), [&](auto const& i) { return i.code == one.issue; }))
                << one.code;
        }
    }
}

TEST(SurveyPacks, IwakisOptionsAreWordForWordThePublishedOnesAndWhatWasAddedIsSaid)
{
    auto const plan = plan_of("iwaki");
    auto const& survey = shipped("iwaki-2023");
    for (auto const& figure : plan.baselines) {
        if (figure.stated == plan::Stated::derived) continue;
        EXPECT_TRUE(has_option(question(survey, figure.question_code), figure.option)) << figure.question_code << figure.option;
    }
    for (auto const& asked : survey.questions) {
        for (auto const& option : asked.options) {
            auto const published = std::any_of(plan.baselines.begin(), plan.baselines.end(), [&](auto const& figure) {
                return figure.question_code == asked.code && figure.option == option.text;
            });
            if (published) continue;
            EXPECT_NE(asked.note.find("加えた"), std::string::npos) << asked.code << option.text;
            EXPECT_TRUE(asked.cut || asked.note.find("「" + option.text + "」") != std::string::npos) << option.text;
        }
    }
}

TEST(SurveyPacks, HiratsukaOffersTheFiveOptionsItsFootnotesName)
{
    auto const& asked = question(shipped("hiratsuka-2024"), "HRT-QA");
    for (auto const* name : {"サービスデザイン思考", "ＢＰＲ", "ＥＢＰＭ", "ＲＰＡ", "ノーコードツール"})
        EXPECT_TRUE(has_option(asked, name)) << name;
    EXPECT_TRUE(asked.options.back().alone) << "none of them excludes the others";
}

TEST(SurveyPacks, BeforeAndAfterACourseTheSameIsAskedAboutLearningAsInIwaki)
{
    auto const& before = question(shipped("iwaki-2023"), "Q6").options;
    auto const& after = question(shipped("course-awareness"), "LEARNING").options;
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        EXPECT_EQ(after[i].code, before[i].code);
        EXPECT_EQ(after[i].text, before[i].text);
    }
}

TEST(SurveyPacks, CityWideSurveysEndWithTheAgeGroupAndNobodyHasToGiveIt)
{
    for (auto const* code : {"iwaki-2023", "hirakata-2024", "hiratsuka-2024", "literacy-self-check"}) {
        auto const& last = shipped(code).questions.back();
        EXPECT_EQ(last.code, "AGE") << code;
        EXPECT_TRUE(last.cut && !last.required && !last.note.empty()) << code;
    }
}

TEST(SurveyPacks, TheSelfCheckAsksAboutThirtyStatementsOnOneScale)
{
    std::size_t statements = 0;
    for (auto const& asked : shipped("literacy-self-check").questions) {
        statements += asked.items.size();
        EXPECT_TRUE(asked.items.empty() || asked.options.size() == 5) << asked.code;
    }
    EXPECT_EQ(statements, 32u);
}
