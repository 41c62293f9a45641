#include "features/surveys/routes.hpp"

#include "features/surveys/answering.hpp"
#include "features/surveys/files.hpp"
#include "features/surveys/paper.hpp"
#include "features/surveys/reminding.hpp"

namespace surveys {
namespace {

using http::Call;

SurveyList list(Call const& c)
{
    must_manage(c);
    return survey_list(c.tx);
}
SurveyDetail one(Call const& c)
{
    must_manage(c);
    return survey_detail(c.tx, c.path<SurveyId>(0));
}
http::Download file(Call const& c, SurveyFileQuery const& q)
{
    must_manage(c);
    return survey_file(c, q);
}
SurveyDetail begin(Call const& c, SurveyStart const& in)
{
    must_manage(c);
    return start_survey(c, in);
}
SurveyDetail take_yaml(Call const& c, http::TextBody const& in)
{
    must_manage(c);
    return take_in_yaml(c, in);
}
SurveyDetail take_workbook(Call const& c, http::Upload const& in)
{
    must_manage(c);
    return take_in_workbook(c, in);
}
SurveyDetail save(Call const& c, SurveyDraft const& in)
{
    must_manage(c);
    return save_survey(c, c.path<SurveyId>(0), in);
}
SurveyDetail publish(Call const& c)
{
    must_manage(c);
    return publish_survey(c, c.path<SurveyId>(0));
}
void discard(Call const& c)
{
    must_manage(c);
    discard_survey(c, c.path<SurveyId>(0));
}

Wave one_wave(Call const& c) { return wave(c, c.path<SurveyWaveId>(0)); }
Wave change(Call const& c, WaveChange const& in) { return change_wave(c, c.path<SurveyWaveId>(0), in); }
Wave open(Call const& c) { return open_wave(c, c.path<SurveyWaveId>(0)); }
Wave move_end(Call const& c, LastDay const& in) { return move_last_day(c, c.path<SurveyWaveId>(0), in); }
Wave close(Call const& c) { return close_wave(c, c.path<SurveyWaveId>(0)); }
void cancel(Call const& c) { cancel_wave(c, c.path<SurveyWaveId>(0)); }

ResponseRates rates(Call const& c) { return response_rates(c, c.path<SurveyWaveId>(0)); }
SurveyReminders reminded(Call const& c) { return survey_reminders(c, c.path<SurveyWaveId>(0)); }
SurveyReminders remind_now(Call const& c, SurveyReminderInput const& in) { return remind(c, c.path<SurveyWaveId>(0), in); }
PaperForms print(Call const& c, PaperInput const& in) { return print_forms(c, c.path<SurveyWaveId>(0), in); }
void type_in(Call const& c, PaperAnswer const& in) { answer_from_paper(c, c.path<SurveyWaveId>(0), in); }

AnswerForm form(Call const& c) { return answer_form(c, c.path<SurveyWaveId>(0)); }
void draft(Call const& c, AnswerInput const& in) { keep_draft(c, c.path<SurveyWaveId>(0), in); }
void send(Call const& c, AnswerInput const& in) { answer(c, c.path<SurveyWaveId>(0), in); }

void document_routes(http::Table& table)
{
    auto const manages = http::Access::needs(Permission::survey_manage);
    table.get("/surveys", {.id = "listSurveys", .access = manages, .summary = "調査票の一覧", .refusals = {Code::not_allowed}},
              list);
    table.post("/surveys",
               {.id = "startSurvey",
                .access = manages,
                .summary = "調査票をつくり始める",
                .refusals = {Code::not_allowed, Code::not_found, Code::conflict},
                .success = 201},
               begin);
    table.get("/surveys/{id}",
              {.id = "getSurvey", .access = manages, .summary = "調査票", .refusals = {Code::not_allowed, Code::not_found}}, one);
    table.put("/surveys/{id}",
              {.id = "saveSurvey",
               .access = manages,
               .summary = "調査票の下書きを保存する",
               .refusals = {Code::not_allowed, Code::not_found, Code::changed_meanwhile, Code::wrong_status}},
              save);
    table.del("/surveys/{id}",
              {.id = "discardSurvey",
               .access = manages,
               .summary = "下書きを破棄する",
               .refusals = {Code::not_allowed, Code::not_found, Code::wrong_status}},
              discard);
    table.post("/surveys/{id}/publish",
               {.id = "publishSurvey",
                .access = manages,
                .summary = "調査票を公開する(以後は変わらない)",
                .refusals = {Code::not_allowed, Code::not_found, Code::invalid_input, Code::wrong_status}},
               publish);
    table.get("/surveys/{id}/file",
              {.id = "getSurveyFile",
               .access = manages,
               .summary = "調査票をファイルで",
               .refusals = {Code::not_allowed, Code::not_found}},
              file);
    table.put("/survey-files/yaml",
              {.id = "takeInSurveyYaml",
               .access = manages,
               .summary = "YAML の調査票を取り込む",
               .refusals = {Code::not_allowed, Code::invalid_input, Code::conflict},
               .success = 201},
              take_yaml);
    table.put("/survey-files/xlsx",
              {.id = "takeInSurveyWorkbook",
               .access = manages,
               .summary = "Excel の調査票を取り込む",
               .refusals = {Code::not_allowed, Code::invalid_input, Code::conflict, Code::unreadable_file},
               .success = 201},
              take_workbook);
}

void wave_routes(http::Table& table)
{
    auto const manages = http::Access::needs(Permission::survey_manage);
    auto const answers = http::Access::needs(Permission::survey_answer);
    table.get("/survey-waves", {.id = "listSurveyWaves", .access = answers, .summary = "調査の回の一覧"}, waves);
    table.post("/survey-waves",
               {.id = "addSurveyWave",
                .access = manages,
                .summary = "調査の回をつくる",
                .refusals = {Code::not_allowed, Code::not_found},
                .success = 201},
               add_wave);
    table.get("/survey-waves/audience",
              {.id = "countSurveyAudience",
               .access = manages,
               .summary = "対象者の数",
               .refusals = {Code::not_allowed, Code::invalid_input, Code::not_found}},
              audience_count);
    table.get("/survey-waves/{id}",
              {.id = "getSurveyWave", .access = answers, .summary = "調査の回", .refusals = {Code::not_found}}, one_wave);
    table.put("/survey-waves/{id}",
              {.id = "changeSurveyWave",
               .access = manages,
               .summary = "始める前の調査の回を直す",
               .refusals = {Code::not_allowed, Code::not_found, Code::changed_meanwhile, Code::wrong_status}},
              change);
    table.del("/survey-waves/{id}",
              {.id = "cancelSurveyWave",
               .access = manages,
               .summary = "調査の回を取りやめる(回答は消える)",
               .refusals = {Code::not_allowed, Code::not_found, Code::wrong_status, Code::in_use}},
              cancel);
    table.post("/survey-waves/{id}/open",
               {.id = "openSurveyWave",
                .access = manages,
                .summary = "調査を始める(対象者・公表の下限・対応表の期限が決まる)",
                .refusals = {Code::not_allowed, Code::not_found, Code::invalid_input, Code::wrong_status, Code::conflict}},
               open);
    table.put("/survey-waves/{id}/last-day",
              {.id = "moveSurveyLastDay",
               .access = manages,
               .summary = "最終日を変える",
               .refusals = {Code::not_allowed, Code::not_found, Code::wrong_status}},
              move_end);
    table.post("/survey-waves/{id}/close",
               {.id = "closeSurveyWave",
                .access = manages,
                .summary = "調査を締め切る",
                .refusals = {Code::not_allowed, Code::not_found, Code::wrong_status}},
               close);
}

void progress_routes(http::Table& table)
{
    auto const manages = http::Access::needs(Permission::survey_manage);
    auto const leads = http::Access::needs(Permission::survey_read);
    table.get("/survey-waves/{id}/sections",
              {.id = "getSurveyResponseRates", .access = leads, .summary = "所属ごとの回答率", .refusals = {Code::not_found}},
              rates);
    table.get("/survey-waves/{id}/reminders",
              {.id = "listSurveyReminders",
               .access = manages,
               .summary = "調査の督促",
               .refusals = {Code::not_allowed, Code::not_found}},
              reminded);
    table.post("/survey-waves/{id}/reminders",
               {.id = "remindOfSurvey",
                .access = manages,
                .summary = "まだ回答していない職員と所属長に知らせる",
                .refusals = {Code::not_allowed, Code::not_found, Code::wrong_status, Code::conflict},
                .success = 201},
               remind_now);
    table.post("/survey-waves/{id}/paper",
               {.id = "printSurveyForms",
                .access = leads,
                .summary = "回答用紙を印刷する",
                .refusals = {Code::not_found, Code::wrong_status, Code::conflict}},
               print);
    table.post("/survey-waves/{id}/paper-answers",
               {.id = "typeInSurveyForm",
                .access = manages,
                .summary = "回答用紙を入力する",
                .refusals = {Code::not_allowed, Code::not_found, Code::wrong_status, Code::already_exists},
                .success = 201},
               type_in);
}

void answer_routes(http::Table& table)
{
    auto const answers = http::Access::needs(Permission::survey_answer);
    table.get("/survey-answers", {.id = "listMySurveys", .access = answers, .summary = "わたしへの調査"}, my_surveys);
    table.get("/survey-waves/{id}/form",
              {.id = "getSurveyForm", .access = answers, .summary = "回答の画面", .refusals = {Code::not_found}}, form);
    table.put("/survey-waves/{id}/draft",
              {.id = "keepSurveyDraft",
               .access = answers,
               .summary = "途中の回答を保存する",
               .refusals = {Code::not_found, Code::wrong_status, Code::already_exists},
               .body_limit = 512 * 1024},
              draft);
    table.post("/survey-waves/{id}/answers",
               {.id = "answerSurvey",
                .access = answers,
                .summary = "回答を送る",
                .refusals = {Code::not_found, Code::wrong_status, Code::already_exists},
                .success = 201,
                .body_limit = 512 * 1024},
               send);
}

}  // namespace

void routes(http::Table& table)
{
    document_routes(table);
    wave_routes(table);
    progress_routes(table);
    answer_routes(table);
}

}  // namespace surveys
