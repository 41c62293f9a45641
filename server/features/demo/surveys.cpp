// What was asked: the plan's own survey, a wave of the last half-year with its results and one that is open now (the demo's staff
// and head have not answered yet), and what is attached to the runs of courses.
#include "features/demo/city.hpp"
#include "features/surveys/answer_text.hpp"
#include "features/surveys/keys.hpp"
#include "features/surveys/opening.hpp"
#include "features/surveys/packs.hpp"
#include "features/surveys/release.hpp"
#include "platform/json/json.hpp"

#include <algorithm>

namespace demo {
namespace {

using surveys::Answer;
using surveys::Question;
using surveys::QuestionType;
using surveys::Survey;

db::Sql const kSurvey{R"(
    INSERT INTO survey (code, version, title, title_en, purpose, status, document, questions, created_at, published_at)
    VALUES ($1, 1, $2, $3, $4, 'published', $5, $6, $7, $7) RETURNING id)"};
db::Sql const kWave{R"(
    INSERT INTO survey_wave (survey_id, name, kind, audience, as_of, opens_on, closes_on, threshold, readers, keys_until, note,
                             status, created_at)
    VALUES ($1, $2, 'baseline', '', $3, $3, $4, 5, 'leaders', $5, $6, 'draft', $7) RETURNING id)"};
db::Sql const kText{"INSERT INTO survey_text (id, wave_id, question_code, option_code, text) VALUES ($1, $2, $3, $4, $5)"};
db::Sql const kSetting{R"(
    INSERT INTO evaluation_setting (id, is_on, reaction, awareness, follow_up, answer_days, follow_up_after_days, threshold, revision)
    VALUES (1, 1, $1, $2, $3, 14, 60, 5, 1))"};
db::Sql const kPlayer{"SELECT staff_id FROM account WHERE login = $1"};
db::Sql const kAction{R"(
    INSERT INTO survey_action (issue_code, direction, measure_code, what, owner, status, indicator, wave_id, note, created_at)
    VALUES ($1, $2, '', $3, $4, 'under_way', $5, $6, '', $7))"};

struct Response {
    SurveyWaveId wave_id;
    std::string pseudonym;
    int batch = 0, paper = 0;
    std::string answers;
};
BOOST_DESCRIBE_STRUCT(Response, (), (wave_id, pseudonym, batch, paper, answers))

constexpr std::string_view kOpinions[] = {"研修を受ける時間がとれない。業務の分担も一緒に見直してほしい。",
                                          "紙の決裁と押印が多く、二度手間になっている。",
                                          "動画で好きなときに学べるとよい。",
                                          "ほかの課の改善の事例をもっと知りたい。",
                                          "端末の動作が遅く、作業が止まることがある。",
                                          "管理職も同じ研修を受けて、課で話し合う機会がほしい。",
                                          "相談できる人が近くにいると助かる。",
                                          "表計算の研修は役に立った。次はデータの集計を学びたい。"};
constexpr int kHalfAYear = 180, kWeeks = 21, kBegun = 7;
constexpr double kAnsweredThen = 71, kAnsweredNow = 46, kTyped = 9;

/// Made-up answers that lean towards the middle.
class Person {
public:
    Person(Survey const& survey, Dice& dice) : survey_(survey), dice_(dice) {}

    std::vector<Answer> says()
    {
        std::vector<Answer> answers;
        for (auto const& question : survey_.questions)
            if (surveys::is_asked(survey_, question, answers))
                if (auto answer = to(question)) answers.push_back(*std::move(answer));
        return answers;
    }

private:
    std::string const& choice(Question const& question)
    {
        auto const count = static_cast<int>(question.options.size());
        auto const place = (dice_.below(count) + dice_.below(count)) / 2;
        return question.options[static_cast<std::size_t>(place)].code;
    }

    std::optional<Answer> to(Question const& question)
    {
        Answer answer;
        answer.question = question.code;
        switch (question.type) {
            case QuestionType::single:
            case QuestionType::scale: answer.options.push_back(choice(question)); break;
            case QuestionType::multiple: several(question, answer); break;
            case QuestionType::matrix:
                for (auto const& item : question.items) answer.items.push_back({item.code, choice(question)});
                break;
            case QuestionType::number:
                answer.number = dice_.between(static_cast<int>(question.least.value_or(0)),
                                              static_cast<int>(std::min(question.most.value_or(120), 120.0)));
                break;
            case QuestionType::short_text:
            case QuestionType::long_text:
                if (!dice_.percent(kTyped)) return std::nullopt;
                answer.text = dice_.one_of(std::span<std::string_view const>(kOpinions));
        }
        return answer;
    }

    void several(Question const& question, Answer& answer)
    {
        auto const most = question.most_choices > 0 ? static_cast<std::size_t>(question.most_choices) : question.options.size();
        for (auto const& option : question.options)
            if (!option.alone && answer.options.size() < most && dice_.percent(34)) answer.options.push_back(option.code);
        if (answer.options.empty()) answer.options.push_back(question.options.back().code);
    }

    Survey const& survey_;
    Dice& dice_;
};

class Asking {
public:
    Asking(db::Tx& tx, plan::Plan const& plan, Days const& days, Dice& dice, Instant now)
        : tx_(tx), plan_(plan), days_(days), dice_(dice), now_(now)
    {
    }

    void ask(std::string const& pack)
    {
        auto const& survey = *surveys::pack(pack);
        auto const id = publish(survey);
        auto const then = wave(id, "前回の調査", add_days(days_.today, -kHalfAYear), add_days(days_.today, kHalfAYear));
        answered(survey, then, kAnsweredThen);
        surveys::end_wave(tx_, then);
        act(survey, then);
        answered(survey, wave(id, text_of_year() + "の調査", add_days(days_.today, -kBegun), add_days(days_.today, kHalfAYear)),
                 kAnsweredNow);
    }

    void attach()
    {
        auto const published = [&](char const* pack) { return publish(*surveys::pack(pack)); };
        auto const reaction = published("course-reaction");
        auto const awareness = published("course-awareness");
        tx_.run(kSetting, reaction, awareness, published("course-follow-up"));
    }

private:
    std::string text_of_year() const { return std::to_string(days_.year) + "年度"; }

    SurveyId publish(Survey const& survey)
    {
        return SurveyId{tx_.insert(kSurvey, survey.code, survey.title, survey.title_en, survey.purpose, json::write(survey),
                                   static_cast<std::int64_t>(survey.questions.size()), now_)};
    }

    SurveyWaveId wave(SurveyId survey, std::string const& name, Date from, Date keys_until)
    {
        SurveyWaveId const id{tx_.insert(kWave, survey, name, from, add_days(from, kWeeks), keys_until,
                                         "計画の進み具合を確かめるための調査です。", now_)};
        surveys::give_keys(tx_, everybody_, surveys::wave_row(tx_, id), days_.today);
        return id;
    }

    /// Those of the demo's logins who are to answer for themselves.
    std::vector<std::string> players(SurveyWaveId wave)
    {
        std::vector<std::string> pseudonyms;
        for (auto const* const login : {"staff", "head"}) {
            auto const staff = tx_.maybe_one<std::optional<StaffId>>(kPlayer, login);
            auto const pseudonym = staff && *staff ? surveys::pseudonym_of(tx_, wave, **staff) : std::nullopt;
            if (pseudonym) pseudonyms.push_back(*pseudonym);
        }
        return pseudonyms;
    }

    void answered(Survey const& survey, SurveyWaveId wave, double percent)
    {
        std::vector<Response> responses;
        auto const silent = players(wave);
        int number = 0;
        for (auto const& group : surveys::groups_of(tx_, wave)) {
            if (!dice_.percent(percent) || std::find(silent.begin(), silent.end(), group.pseudonym) != silent.end()) continue;
            std::vector<Problem> problems;
            auto kept = surveys::keep(survey, Person{survey, dice_}.says(), problems);
            responses.push_back({wave, group.pseudonym, 0, 0, std::move(kept.fields)});
            for (auto const& typed : kept.typed)
                tx_.run(kText, "demo-" + std::to_string(wave.value) + "-" + std::to_string(++number), wave, typed.question,
                        typed.option, typed.text);
        }
        auto const& columns = db::member_names<Response>();
        tx_.insert_many<Response>("survey_response", {columns.begin(), columns.end()}, responses);
        surveys::release_some(tx_, wave, surveys::kUsualThreshold);
    }

    void act(Survey const& survey, SurveyWaveId wave)
    {
        if (plan_.issues.empty() || survey.indicators.empty()) return;
        auto const& issue = plan_.issues.front();
        tx_.run(kAction, issue.code, issue.direction, "課ごとに学びの時間を月1回とり、動画と事例で学ぶ", "研修担当",
                survey.code + "/" + survey.indicators.front().code, wave, now_);
    }

    db::Tx& tx_;
    plan::Plan const& plan_;
    Days const& days_;
    Dice& dice_;
    Instant now_;
    plan::Library plans_;
    skills::Everybody everybody_{plans_};
};

std::string survey_of(City const& city)
{
    for (auto const& pack : surveys::packs())
        if (pack.code.starts_with(std::string(city.plan) + "-")) return pack.code;
    return "literacy-self-check";
}

}  // namespace

void hold_surveys(db::Tx& tx, City const& city, plan::Plan const& plan, Days const& days, Dice& dice, Instant now)
{
    Asking asking{tx, plan, days, dice, now};
    asking.ask(survey_of(city));
    asking.attach();
}

}  // namespace demo
