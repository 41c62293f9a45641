#include "features/selfcheck/selfcheck.hpp"

namespace selfcheck {
namespace {

using http::Access;
using http::Call;

SelfcheckId check_of(Call const& c) { return c.path<SelfcheckId>(0); }
RemedyId remedy_of(Call const& c) { return c.path<RemedyId>(0); }

CheckDetail one(Call const& c) { return check_detail(c, check_of(c)); }
CheckDetail save(Call const& c, CheckDraft const& in) { return save_check(c, check_of(c), in); }
void discard(Call const& c) { discard_check(c, check_of(c)); }
CheckDetail open(Call const& c) { return open_check(c, check_of(c)); }
CheckDetail move_end(Call const& c, CheckLastDay const& in) { return move_check_last_day(c, check_of(c), in); }
CheckDetail close(Call const& c) { return close_check(c, check_of(c)); }
CheckForm form(Call const& c) { return check_form(c, check_of(c), c.path<OrgUnitId>(1)); }
CheckForm answer(Call const& c, AnswersInput const& in) { return save_answers(c, check_of(c), c.path<OrgUnitId>(1), in); }
CheckTable table_of(Call const& c) { return check_table(c, check_of(c)); }
Remedy one_remedy(Call const& c) { return remedy(c, remedy_of(c)); }
Remedy change(Call const& c, RemedyChange const& in) { return change_remedy(c, remedy_of(c), in); }
Remedy finish(Call const& c, RemedyDone const& in) { return finish_remedy(c, remedy_of(c), in); }
Remedy reopen(Call const& c, RemedyReopening const& in) { return reopen_remedy(c, remedy_of(c), in); }

void list_routes(http::Table& table)
{
    auto const manages = Access::needs(Permission::manage_improvement);
    table.get("/selfchecks", {.id = "listSelfchecks", .access = Access::signed_in(), .summary = "セキュリティ自己点検の年度"},
              check_years);
    table.post("/selfchecks",
               {.id = "startSelfcheck",
                .access = manages,
                .summary = "自己点検の点検表をつくり始める",
                .refusals = {Code::not_allowed, Code::not_found, Code::already_exists},
                .success = 201},
               start_check);
    table.get("/selfchecks/{id}",
              {.id = "getSelfcheck", .access = Access::signed_in(), .summary = "自己点検の点検表", .refusals = {Code::not_found}},
              one);
    table.put("/selfchecks/{id}",
              {.id = "saveSelfcheck",
               .access = manages,
               .summary = "点検表の下書きを保存する",
               .refusals = {Code::not_allowed, Code::not_found, Code::changed_meanwhile, Code::wrong_status}},
              save);
    table.del("/selfchecks/{id}",
              {.id = "discardSelfcheck",
               .access = manages,
               .summary = "点検表の下書きを破棄する",
               .refusals = {Code::not_allowed, Code::not_found, Code::wrong_status}},
              discard);
    table.post("/selfchecks/{id}/open",
               {.id = "openSelfcheck",
                .access = manages,
                .summary = "自己点検を始める(点検する所属と項目が決まる)",
                .refusals = {Code::not_allowed, Code::not_found, Code::wrong_status, Code::invalid_input, Code::conflict}},
               open);
    table.put("/selfchecks/{id}/last-day",
              {.id = "moveSelfcheckLastDay",
               .access = manages,
               .summary = "自己点検の最終日を変える",
               .refusals = {Code::not_allowed, Code::not_found, Code::wrong_status}},
              move_end);
    table.post("/selfchecks/{id}/close",
               {.id = "closeSelfcheck",
                .access = manages,
                .summary = "自己点検を締め切る",
                .refusals = {Code::not_allowed, Code::not_found, Code::wrong_status}},
               close);
}

void answer_routes(http::Table& table)
{
    auto const answers = Access::needs(Permission::answer_selfcheck);
    table.get(
        "/selfchecks/{id}/sections/{unit}",
        {.id = "getSelfcheckForm", .access = Access::signed_in(), .summary = "所属の自己点検", .refusals = {Code::not_found}},
        form);
    table.put("/selfchecks/{id}/sections/{unit}",
              {.id = "answerSelfcheck",
               .access = answers,
               .summary = "所属の自己点検に回答する(途中の保存も)",
               .refusals = {Code::not_found, Code::wrong_status, Code::changed_meanwhile}},
              answer);
    table.get("/selfchecks/{id}/table",
              {.id = "getSelfcheckTable",
               .access = Access::needs(Permission::see_statistics),
               .summary = "自己点検の所属と項目の表",
               .refusals = {Code::not_found}},
              table_of);
    table.get("/selfchecks/{id}/file",
              {.id = "getSelfcheckFile",
               .access = Access::needs(Permission::manage_improvement),
               .summary = "自己点検の結果をファイルで",
               .refusals = {Code::not_allowed, Code::not_found}},
              check_file);
}

void remedy_routes(http::Table& table)
{
    auto const answers = Access::needs(Permission::answer_selfcheck);
    table.get("/selfcheck-remedies",
              {.id = "listSelfcheckRemedies", .access = Access::signed_in(), .summary = "自己点検で見つかった不備の改善"},
              remedies);
    table.get("/selfcheck-remedies/{id}",
              {.id = "getSelfcheckRemedy", .access = Access::signed_in(), .summary = "不備の改善", .refusals = {Code::not_found}},
              one_remedy);
    table.put("/selfcheck-remedies/{id}",
              {.id = "changeSelfcheckRemedy",
               .access = answers,
               .summary = "改善の内容・担当・期限を直す",
               .refusals = {Code::not_found, Code::changed_meanwhile, Code::wrong_status}},
              change);
    table.post("/selfcheck-remedies/{id}/done",
               {.id = "finishSelfcheckRemedy",
                .access = answers,
                .summary = "改善したことを記録する",
                .refusals = {Code::not_found, Code::changed_meanwhile, Code::wrong_status}},
               finish);
    table.post("/selfcheck-remedies/{id}/reopen",
               {.id = "reopenSelfcheckRemedy",
                .access = Access::signed_in(),
                .summary = "改善をもう一度開く",
                .refusals = {Code::not_found, Code::changed_meanwhile, Code::wrong_status}},
               reopen);
}

}  // namespace

void routes(http::Table& table)
{
    list_routes(table);
    answer_routes(table);
    remedy_routes(table);
}

}  // namespace selfcheck
