#include "features/findings/actions.hpp"
#include "features/findings/evaluation.hpp"
#include "features/findings/findings.hpp"
#include "features/findings/pairs.hpp"
#include "features/findings/results.hpp"
#include "features/findings/texts.hpp"
#include "features/findings/trend.hpp"

namespace findings {
namespace {

using http::Call;

Results results_of(Call const& c, ResultsQuery const& q) { return results(c, c.path<SurveyWaveId>(0), q); }
http::Download file_of(Call const& c, FindingsFile const& q) { return results_file(c, c.path<SurveyWaveId>(0), q); }
Texts texts_of(Call const& c, TextsQuery const& q) { return texts(c, c.path<SurveyWaveId>(0), q); }
Texts add(Call const& c, ThemeForm const& in) { return add_theme(c, c.path<SurveyWaveId>(0), in); }
Texts remove(Call const& c) { return remove_theme(c, c.path<SurveyThemeId>(0)); }
void assign(Call const& c, TextThemes const& in) { assign_themes(c, c.path_text(0), in); }
Pairs pairs_of(Call const& c) { return pairs(c, c.path<SurveyWaveId>(0)); }
Actions change(Call const& c, ActionChange const& in) { return change_action(c, c.path<SurveyActionId>(0), in); }
Actions remove_one(Call const& c) { return remove_action(c, c.path<SurveyActionId>(0)); }
EvaluationSetting setting(Call const& c)
{
    surveys::must_manage(c);
    return evaluation_setting(c.tx);
}

void result_routes(http::Table& table)
{
    auto const manages = http::Access::needs(Permission::survey_manage);
    auto const answers = http::Access::needs(Permission::survey_answer);
    table.get("/survey-waves/{id}/results",
              {.id = "getSurveyResults",
               .access = answers,
               .summary = "調査の集計",
               .refusals = {Code::not_found, Code::invalid_input}},
              results_of);
    table.get(
        "/survey-waves/{id}/results/file",
        {.id = "getSurveyResultsFile", .access = answers, .summary = "調査の集計をファイルで", .refusals = {Code::not_found}},
        file_of);
    table.get("/survey-waves/{id}/pairs",
              {.id = "getSurveyPairs",
               .access = answers,
               .summary = "同じ人の前後の比較",
               .refusals = {Code::not_found, Code::wrong_status, Code::conflict}},
              pairs_of);
    table.get("/survey-waves/{id}/texts",
              {.id = "getSurveyTexts", .access = answers, .summary = "自由記述と分類", .refusals = {Code::not_found}}, texts_of);
    table.post("/survey-waves/{id}/themes",
               {.id = "addSurveyTheme",
                .access = manages,
                .summary = "自由記述の分類をつくる",
                .refusals = {Code::not_allowed, Code::not_found, Code::wrong_status, Code::already_exists},
                .success = 201},
               add);
    table.del("/survey-themes/{id}",
              {.id = "removeSurveyTheme",
               .access = manages,
               .summary = "自由記述の分類をなくす",
               .refusals = {Code::not_allowed, Code::not_found}},
              remove);
    table.put("/survey-texts/{code}/themes",
              {.id = "assignSurveyThemes",
               .access = manages,
               .summary = "自由記述を分類する",
               .refusals = {Code::not_allowed, Code::not_found}},
              assign);
    table.get("/survey-trends",
              {.id = "getSurveyTrends", .access = answers, .summary = "指標の推移", .refusals = {Code::not_found}}, trends);
}

void action_routes(http::Table& table)
{
    auto const manages = http::Access::needs(Permission::survey_manage);
    auto const leads = http::Access::needs(Permission::survey_read);
    table.get("/survey-actions",
              {.id = "listSurveyActions", .access = leads, .summary = "課題・方向性・対応", .refusals = {Code::not_found}},
              actions);
    table.post("/survey-actions",
               {.id = "addSurveyAction",
                .access = manages,
                .summary = "対応を加える",
                .refusals = {Code::not_allowed, Code::not_found},
                .success = 201},
               add_action);
    table.put("/survey-actions/{id}",
              {.id = "changeSurveyAction",
               .access = manages,
               .summary = "対応を直す",
               .refusals = {Code::not_allowed, Code::not_found, Code::changed_meanwhile}},
              change);
    table.del("/survey-actions/{id}",
              {.id = "removeSurveyAction",
               .access = manages,
               .summary = "対応をなくす",
               .refusals = {Code::not_allowed, Code::not_found}},
              remove_one);
}

void evaluation_routes(http::Table& table)
{
    auto const manages = http::Access::needs(Permission::survey_manage);
    table.get("/course-evaluations",
              {.id = "getCourseEvaluation", .access = manages, .summary = "研修の効果", .refusals = {Code::not_allowed}},
              course_evaluation);
    table.get(
        "/course-evaluations/setting",
        {.id = "getEvaluationSetting", .access = manages, .summary = "研修に付ける調査の設定", .refusals = {Code::not_allowed}},
        setting);
    table.put("/course-evaluations/setting",
              {.id = "setEvaluation",
               .access = manages,
               .summary = "研修に付ける調査を決める",
               .refusals = {Code::not_allowed, Code::changed_meanwhile}},
              set_evaluation);
}

}  // namespace

void routes(http::Table& table)
{
    result_routes(table);
    action_routes(table);
    evaluation_routes(table);
}

}  // namespace findings
