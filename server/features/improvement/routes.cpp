#include "features/improvement/cost.hpp"
#include "features/improvement/export.hpp"
#include "features/improvement/meetings.hpp"
#include "features/improvement/themes.hpp"
#include "features/improvement/writing.hpp"

namespace improvement {
namespace {

using http::Access;
using http::Call;

auto const kRead = Access::signed_in;
Access take_part() { return Access::needs(Permission::take_part); }
Access manage() { return Access::needs(Permission::manage_improvement); }

Effect preview(Call const& c, FlowInput const& in)
{
    return effect(in.steps_before, in.steps_after, in.tool_costs, hourly_cost(c.tx));
}

}  // namespace

void case_routes(http::Table& table)
{
    std::vector<Code> const moving{Code::not_found, Code::not_allowed, Code::wrong_status, Code::changed_meanwhile};
    table.get("/cases", {.id = "listCases", .access = kRead(), .summary = "改善の事例", .refusals = {Code::not_found}}, cases);
    table.get("/cases/totals",
              {.id = "getCaseTotals", .access = kRead(), .summary = "改善の事例の合計", .refusals = {Code::not_found}}, totals);
    table.get("/cases/draft",
              {.id = "draftCase",
               .access = take_part(),
               .summary = "話題・相談・他の所属の事例から、事例の下書きを作る",
               .refusals = {Code::not_found, Code::wrong_status}},
              draft_case);
    table.post("/cases/effect", {.id = "previewEffect", .access = take_part(), .summary = "流れから効果を計算してみる"}, preview);
    table.post("/cases",
               {.id = "addCase",
                .access = take_part(),
                .summary = "事例を書き始める・他の所属の事例を取り入れる",
                .refusals = {Code::not_found, Code::wrong_status, Code::already_exists},
                .success = 201},
               add_case);
    table.get(
        "/cases/{case}", {.id = "getCase", .access = kRead(), .summary = "一つの事例", .refusals = {Code::not_found}},
        +[](Call const& c) { return one_case(c, c.path<CaseId>(0)); });
    table.put(
        "/cases/{case}", {.id = "changeCase", .access = take_part(), .summary = "事例を直す", .refusals = moving},
        +[](Call const& c, CaseChange const& in) { return change_case(c, c.path<CaseId>(0), in); });
    table.del(
        "/cases/{case}",
        {.id = "dropCase",
         .access = take_part(),
         .summary = "下書きの事例を消す",
         .refusals = {Code::not_found, Code::not_allowed, Code::wrong_status}},
        +[](Call const& c) { drop_case(c, c.path<CaseId>(0)); });
    table.post(
        "/cases/{case}/stage", {.id = "moveCase", .access = take_part(), .summary = "事例を次の段階へ進める", .refusals = moving},
        +[](Call const& c, StageInput const& in) { return move_case(c, c.path<CaseId>(0), in); });
    table.post(
        "/cases/{case}/submission",
        {.id = "submitCase", .access = take_part(), .summary = "事例を全庁に出す", .refusals = moving},
        +[](Call const& c, CaseRevision const& in) { return submit_case(c, c.path<CaseId>(0), in); });
    table.post(
        "/cases/{case}/confirmation",
        {.id = "confirmCase",
         .access = Access::needs(Permission::confirm_cases),
         .summary = "所属長が事例を確認する",
         .refusals = moving},
        +[](Call const& c, Decision const& in) { return confirm_case(c, c.path<CaseId>(0), in); });
    table.post(
        "/cases/{case}/return",
        {.id = "returnCase",
         .access = Access::needs(Permission::confirm_cases),
         .summary = "事例を差し戻す",
         .refusals = {Code::not_found, Code::not_allowed, Code::wrong_status, Code::changed_meanwhile, Code::in_use}},
        +[](Call const& c, ReturnInput const& in) { return return_case(c, c.path<CaseId>(0), in); });
    table.put(
        "/cases/{case}/hours-used-for",
        {.id = "tellHoursUsedFor",
         .access = take_part(),
         .summary = "生まれた時間の使いみちを書く",
         .refusals = {Code::not_found, Code::not_allowed, Code::changed_meanwhile}},
        +[](Call const& c, HoursUsedFor const& in) { return tell_hours_used_for(c, c.path<CaseId>(0), in); });
    table.get("/exports/cases",
              {.id = "exportCases", .access = kRead(), .summary = "改善の事例をファイルで", .refusals = {Code::not_found}},
              export_cases);
}

void theme_routes(http::Table& table)
{
    auto const anybody = Access::signed_in();
    table.get("/themes",
              {.id = "listThemes", .access = anybody, .summary = "各課が年間で取り組む業務課題", .refusals = {Code::not_found}},
              themes);
    table.post("/themes",
               {.id = "addTheme",
                .access = anybody,
                .summary = "年間の業務課題を立てる",
                .refusals = {Code::not_found, Code::not_allowed},
                .success = 201},
               add_theme);
    table.put(
        "/themes/{theme}",
        {.id = "changeTheme",
         .access = anybody,
         .summary = "年間の業務課題を直す",
         .refusals = {Code::not_found, Code::not_allowed, Code::changed_meanwhile, Code::in_use}},
        +[](Call const& c, ThemeChange const& in) { return change_theme(c, c.path<ThemeId>(0), in); });
    table.del(
        "/themes/{theme}",
        {.id = "dropTheme",
         .access = anybody,
         .summary = "年間の業務課題を消す",
         .refusals = {Code::not_found, Code::not_allowed, Code::in_use}},
        +[](Call const& c) { drop_theme(c, c.path<ThemeId>(0)); });
    table.get("/improvement/cost", {.id = "getHourlyCost", .access = anybody, .summary = "職員1時間当たりの費用"}, cost_setting);
    table.put("/improvement/cost",
              {.id = "setHourlyCost",
               .access = manage(),
               .summary = "職員1時間当たりの費用を決める",
               .refusals = {Code::changed_meanwhile}},
              set_cost);
}

void meeting_routes(http::Table& table)
{
    std::vector<Code> const keeping{Code::not_found, Code::wrong_status, Code::changed_meanwhile};
    table.get("/meetings", {.id = "listMeetings", .access = kRead(), .summary = "共有・報告会"}, meetings);
    table.post("/meetings",
               {.id = "addMeeting",
                .access = manage(),
                .summary = "共有・報告会を予定する",
                .refusals = {Code::not_found, Code::wrong_status},
                .success = 201},
               add_meeting);
    table.get(
        "/meetings/{meeting}", {.id = "getMeeting", .access = kRead(), .summary = "一つの報告会", .refusals = {Code::not_found}},
        +[](Call const& c) { return meeting(c, c.path<MeetingId>(0)); });
    table.put(
        "/meetings/{meeting}", {.id = "changeMeeting", .access = manage(), .summary = "報告会の次第を直す", .refusals = keeping},
        +[](Call const& c, MeetingChange const& in) { return change_meeting(c, c.path<MeetingId>(0), in); });
    table.del(
        "/meetings/{meeting}",
        {.id = "dropMeeting",
         .access = manage(),
         .summary = "報告会を取りやめる",
         .refusals = {Code::not_found, Code::wrong_status}},
        +[](Call const& c) { drop_meeting(c, c.path<MeetingId>(0)); });
    table.put(
        "/meetings/{meeting}/result",
        {.id = "noteMeetingResult", .access = manage(), .summary = "報告会の結果を書く", .refusals = keeping},
        +[](Call const& c, ResultInput const& in) { return note_result(c, c.path<MeetingId>(0), in); });
    table.get(
        "/meetings/{meeting}/pack",
        {.id = "getMeetingPack", .access = kRead(), .summary = "報告会の資料(次第と事例)", .refusals = {Code::not_found}},
        +[](Call const& c) { return pack(c, c.path<MeetingId>(0)); });
}

void routes(http::Table& table)
{
    case_routes(table);
    theme_routes(table);
    meeting_routes(table);
}

}  // namespace improvement
