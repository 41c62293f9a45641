#include "features/findings/results.hpp"

#include "features/findings/crossing.hpp"
#include "features/findings/frozen.hpp"
#include "features/findings/paired_waves.hpp"
#include "features/skills/everybody.hpp"
#include "features/surveys/keys.hpp"
#include "features/surveys/release.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
#include <map>

namespace findings {
namespace {

struct TextCount {
    std::string question_code;
    std::int64_t texts = 0;
};
BOOST_DESCRIBE_STRUCT(TextCount, (), (question_code, texts))
db::Sql const kTexts{"SELECT question_code, count(*) AS texts FROM survey_text WHERE wave_id = $1 GROUP BY question_code"};
db::Sql const kFrozen{"SELECT frozen FROM survey_wave WHERE id = $1"};
db::Sql const kFreeze{"UPDATE survey_wave SET frozen = $2 WHERE id = $1"};

using surveys::WaveStatus;

constexpr CutName named(char const* code, char const* ja, char const* en) { return {code, ja, en}; }

CutName name_of(surveys::Survey const& survey, std::string const& code)
{
    if (code == "category") return named("category", "人材区分", "Category");
    if (code == "section") return named("section", "部", "Department");
    if (code == "rank_band") return named("rank_band", "職位", "Rank");
    if (code == "occupation") return named("occupation", "職種", "Occupation");
    auto const& question = survey.questions[*surveys::find_question(survey, code)];
    return {code, question.text, question.text_en.empty() ? question.text : question.text_en};
}

/// Group as it is kept → its words.
using GroupNames = std::map<std::string, std::pair<std::string, std::string>>;

GroupNames group_names(plan::Plan const& plan, surveys::Survey const& survey, std::string const& cut)
{
    if (cut == "rank_band")
        return {{"executive", {"経営層", "Executive"}},
                {"management", {"管理職", "Management"}},
                {"supervisory", {"監督職", "Supervisory"}},
                {"staff", {"係員", "Staff"}}};
    GroupNames names;
    if (cut == "category")
        for (auto const& category : plan.categories)
            names[category.code] = {category.name, category.name_en.empty() ? category.name : category.name_en};
    for (auto const& question : survey.questions) {
        if (question.code != cut) continue;
        for (auto const& option : question.options)
            names[option.code] = {option.text, option.text_en.empty() ? option.text : option.text_en};
    }
    return names;
}

void put_names(std::vector<QuestionResult>& questions, GroupNames const& names)
{
    for (auto& question : questions)
        for (auto& item : question.items)
            for (auto& group : item.groups) {
                auto const found = names.find(group.group);
                if (found != names.end()) std::tie(group.group, group.group_en) = found->second;
            }
}

std::size_t place_of(std::vector<CutColumn> const& cuts, std::string const& code)
{
    auto const found = std::find_if(cuts.begin(), cuts.end(), [&](auto const& each) { return each.code == code; });
    if (found == cuts.end())
        throw Refused{Code::invalid_input, {}, {{"/cut", "その分け方では集計できません。", "There is no such cut."}}};
    return static_cast<std::size_t>(found - cuts.begin());
}

void put_texts(db::Tx& tx, SurveyWaveId wave, int threshold, std::vector<QuestionResult>& questions)
{
    for (auto const& each : tx.all<TextCount>(kTexts, wave))
        for (auto& question : questions)
            if (question.question == each.question_code && each.texts >= threshold) question.texts = each.texts;
}

struct Around {
    db::Tx& tx;
    Tallies& tallies;
    surveys::WaveRow const& wave;
    surveys::Survey const& survey;
    plan::Plan const& plan;
};

/// The crossed tables of a closed wave whose key lives.
std::vector<QuestionResult> crossed(Around const& around, Columns const& columns, Crossable const& crossable, std::size_t cut)
{
    auto questions = count(around.survey, columns, around.wave.threshold);
    cross(questions, around.survey, columns, crossable.cuts, cut, crossable.showing);
    put_names(questions, group_names(around.plan, around.survey, crossable.cuts[cut].code));
    return questions;
}

void put_crossed(Around const& around, std::string const& cut, Results& results)
{
    auto const columns = around.tallies.columns(around.tx, around.wave, around.survey);
    auto const crossable = around.tallies.crossable(around.tx, around.wave, around.survey);
    for (auto const& each : crossable->cuts) results.cuts.push_back(name_of(around.survey, each.code));
    if (cut.empty()) return;
    results.questions = crossed(around, *columns, *crossable, place_of(crossable->cuts, cut));
}

void put_frozen(db::Tx& tx, SurveyWaveId wave, std::string const& cut, Results& results)
{
    auto frozen = frozen_of(tx, wave);
    for (auto& each : frozen.crossed) {
        if (each.cut.code == cut) results.questions = std::move(each.questions);
        results.cuts.push_back(std::move(each.cut));
    }
    if (!cut.empty() &&
        std::none_of(results.cuts.begin(), results.cuts.end(), [&](auto const& each) { return each.code == cut; }))
        throw Refused{Code::invalid_input, {}, {{"/cut", "その分け方では集計できません。", "There is no such cut."}}};
}

}  // namespace

Frozen frozen_of(db::Tx& tx, SurveyWaveId wave)
{
    auto const text = tx.one<std::string>(kFrozen, wave);
    return text.empty() ? Frozen{} : json::read_stored<Frozen>(text);
}

Results results(http::Call const& call, SurveyWaveId id, ResultsQuery const& query)
{
    auto const wave = surveys::wave_row(call.tx, id);
    auto const asked = wave.status == WaveStatus::open || wave.status == WaveStatus::closed;
    if (!asked || !surveys::may_read(call, wave)) throw Refused{Code::not_found};
    Results results;
    results.wave = surveys::any_wave(call, wave);
    results.cut = query.cut;
    auto const survey = call.service<surveys::Library>().published(call.tx, wave.survey_id);
    results.survey = *survey;
    auto& tallies = call.service<Tallies>();
    auto const columns = tallies.columns(call.tx, wave, *survey);
    results.counted = static_cast<std::int64_t>(columns->rows());
    results.held_back = surveys::held_back(call.tx, id);
    results.too_few = results.counted < wave.threshold;
    if (results.too_few) return results;
    results.questions = count(*survey, *columns, wave.threshold);
    if (wave.status == WaveStatus::closed) {
        auto const plan = call.service<plan::Library>().in_force(call.tx, wave.as_of);
        if (wave.keys_destroyed_at)
            put_frozen(call.tx, id, query.cut, results);
        else
            put_crossed({call.tx, tallies, wave, *survey, plan->plan}, query.cut, results);
    } else if (!query.cut.empty()) {
        throw Refused{
            Code::invalid_input,
            {},
            {{"/cut", "区分ごとの集計は、締め切ってから見られます。", "Results are crossed once the survey is closed."}}};
    }
    put_texts(call.tx, id, wave.threshold, results.questions);
    return results;
}

void freeze(db::Tx& tx, Tallies& tallies, surveys::Library& library, plan::Library& plans, surveys::WaveRow const& wave)
{
    auto const survey = library.published(tx, wave.survey_id);
    auto const columns = tallies.columns(tx, wave, *survey);
    if (static_cast<int>(columns->rows()) < wave.threshold) return;
    auto const crossable = tallies.crossable(tx, wave, *survey);
    auto const plan = plans.in_force(tx, wave.as_of);
    Around const around{tx, tallies, wave, *survey, plan->plan};
    Frozen frozen;
    for (std::size_t cut = 0; cut < crossable->cuts.size(); ++cut)
        frozen.crossed.push_back({name_of(*survey, crossable->cuts[cut].code), crossed(around, *columns, *crossable, cut)});
    if (auto const pair = shown_pair(tx, wave)) frozen.comparable = may_compare_here(tx, tallies, library, *pair, wave);
    tx.run(kFreeze, wave.id, json::write(frozen));
}

}  // namespace findings
