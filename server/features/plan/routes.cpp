#include "features/plan/routes.hpp"

#include "features/plan/rule.hpp"
#include "features/plan/workbook.hpp"

namespace plan {
namespace {

PlanDocument document_of(VersionedPlan const& versioned)
{
    PlanDocument document{versioned.version, versioned.plan, doubts(versioned.plan), {}, {}};
    if (versioned.version.status == VersionStatus::draft) document.problems = check(versioned.plan);
    for (auto const& category : versioned.plan.categories) {
        auto const rule = parse_rule(category.rule).root;
        document.rules.push_back({category.code, sentence_ja(rule, versioned.plan), sentence_en(rule, versioned.plan)});
    }
    return document;
}

PlanDocument plan_on(http::Call const& call, http::AsOf const& query)
{
    return document_of(*call.service<Library>().in_force(call.tx, call.day(query)));
}

Versions list_versions(http::Call const& call) { return {versions(call.tx, call.clock)}; }

PlanDocument one_version(http::Call const& call)
{
    auto document = document_of(*call.service<Library>().version(call.tx, call.path<PlanVersionId>(0)));
    document.version = seen_today(std::move(document.version), call.clock);
    return document;
}

Changes changes_of(http::Call const& call)
{
    auto& library = call.service<Library>();
    auto const draft = library.version(call.tx, call.path<PlanVersionId>(0));
    auto const base = draft->version.based_on ? library.version(call.tx, *draft->version.based_on)
                                              : library.in_force(call.tx, call.clock.today());
    return {diff(base->plan, draft->plan)};
}

std::string file_name(VersionedPlan const& versioned, std::string_view extension)
{
    return versioned.plan.municipality.slug + "-plan-" + std::to_string(versioned.version.id.value) + std::string{extension};
}

http::Download yaml_of(http::Call const& call)
{
    auto const version = call.service<Library>().version(call.tx, call.path<PlanVersionId>(0));
    return {file_name(*version, ".yaml"), "application/yaml", write_yaml(version->plan)};
}

http::Download xlsx_of(http::Call const& call)
{
    auto const version = call.service<Library>().version(call.tx, call.path<PlanVersionId>(0));
    return {file_name(*version, ".xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            sheets::xlsx_bytes(to_workbook(version->plan))};
}

Version put(http::Call const& call, ReadPlan const& read)
{
    if (!read.problems.empty()) throw Refused{Code::plan_has_errors, {}, as_problems(read.problems)};
    if (auto const problems = check(read.plan, read.places); !problems.empty())
        throw Refused{Code::plan_has_errors, {}, as_problems(problems)};
    return replace(call.tx, call.service<Library>(), call.actor, call.path<PlanVersionId>(0), read.plan, 0, call.clock);
}

Version put_yaml(http::Call const& call, http::TextBody const& body) { return put(call, read_yaml(body.text)); }
Version put_xlsx(http::Call const& call, http::Upload const& upload)
{
    return put(call, from_workbook(sheets::read_table_file(upload.path)));
}

Version post_draft(http::Call const& call, DraftInput const& input)
{
    return start_draft(call.tx, call.service<Library>(), call.actor, input, call.clock);
}
void delete_draft(http::Call const& call)
{
    discard(call.tx, call.service<Library>(), call.actor, call.path<PlanVersionId>(0), call.clock);
}
Version patch_cells(http::Call const& call, CellEdits const& edits)
{
    return edit_cells(call.tx, call.service<Library>(), call.actor, call.path<PlanVersionId>(0), edits, call.clock);
}
Version patch_item(http::Call const& call, ItemEdit const& edit)
{
    return edit_item(call.tx, call.service<Library>(), call.actor, call.path<PlanVersionId>(0), edit, call.clock);
}
Version post_enact(http::Call const& call, EnactInput const& input)
{
    return enact(call.tx, call.service<Library>(), call.actor, call.path<PlanVersionId>(0), input, call.clock);
}

RuleReading check_a_rule(http::Call const& call, RuleInput const& input)
{
    auto const plan = call.service<Library>().in_force(call.tx, call.clock.today());
    auto const parsed = parse_rule(input.rule);
    auto errors = parsed.errors;
    if (errors.empty()) errors = check_rule(parsed.root, plan->plan);
    RuleReading reading{errors.empty(), {}, {}, {}};
    for (auto const& error : errors)
        reading.problems.push_back({"/rule", std::to_string(error.column) + "文字目: " + error.ja,
                                    "Character " + std::to_string(error.column) + ": " + error.en});
    if (reading.ok) {
        reading.sentence = sentence_ja(parsed.root, plan->plan);
        reading.sentence_en = sentence_en(parsed.root, plan->plan);
    }
    return reading;
}

}  // namespace

json::object RuleInput::limits(std::string_view) { return {{"maxLength", 2000}}; }

void routes(http::Table& table)
{
    using http::Access;
    auto const edit = [] { return Access::needs(Permission::edit_plan); };
    table.get("/plan",
              {.id = "getPlan",
               .access = Access::signed_in(),
               .summary = "施行中の計画を読む",
               .refusals = {Code::not_found},
               .etag = true},
              plan_on);
    table.get("/plan/versions", {.id = "listPlanVersions", .access = Access::signed_in(), .summary = "計画の版の一覧"},
              list_versions);
    table.get("/plan/versions/{version}",
              {.id = "getPlanVersion", .access = Access::signed_in(), .summary = "計画の版を読む", .refusals = {Code::not_found}},
              one_version);
    table.get(
        "/plan/versions/{version}/diff",
        {.id = "diffPlanVersion", .access = Access::signed_in(), .summary = "改定で変わる点", .refusals = {Code::not_found}},
        changes_of);
    table.get(
        "/plan/versions/{version}/yaml",
        {.id = "getPlanYaml", .access = Access::signed_in(), .summary = "計画を YAML で書き出す", .refusals = {Code::not_found}},
        yaml_of);
    table.get(
        "/plan/versions/{version}/xlsx",
        {.id = "getPlanXlsx", .access = Access::signed_in(), .summary = "計画を Excel で書き出す", .refusals = {Code::not_found}},
        xlsx_of);
    table.put("/plan/versions/{version}/yaml",
              {.id = "putPlanYaml",
               .access = edit(),
               .summary = "改定案を YAML で置き換える",
               .refusals = {Code::not_found, Code::immutable_version, Code::plan_has_errors}},
              put_yaml);
    table.put("/plan/versions/{version}/xlsx",
              {.id = "putPlanXlsx",
               .access = edit(),
               .summary = "改定案を Excel で置き換える",
               .refusals = {Code::not_found, Code::immutable_version, Code::plan_has_errors, Code::unreadable_file,
                            Code::unsupported_file},
               .body_limit = 16 << 20},
              put_xlsx);
    table.post("/plan/drafts",
               {.id = "startPlanDraft",
                .access = edit(),
                .summary = "改定案を作る",
                .refusals = {Code::already_exists, Code::not_found},
                .success = 201},
               post_draft);
    table.del("/plan/versions/{version}",
              {.id = "discardPlanDraft",
               .access = edit(),
               .summary = "改定案を取り下げる",
               .refusals = {Code::not_found, Code::immutable_version}},
              delete_draft);
    table.patch("/plan/versions/{version}/cells",
                {.id = "editPlanCells",
                 .access = edit(),
                 .summary = "改定案のスキルマップを直す",
                 .refusals = {Code::not_found, Code::immutable_version, Code::changed_meanwhile}},
                patch_cells);
    table.patch("/plan/versions/{version}/items",
                {.id = "editPlanItem",
                 .access = edit(),
                 .summary = "改定案の項目を直す",
                 .refusals = {Code::not_found, Code::immutable_version, Code::changed_meanwhile}},
                patch_item);
    table.post(
        "/plan/versions/{version}/enact",
        {.id = "enactPlan",
         .access = Access::needs(Permission::enact_plan),
         .summary = "改定案を施行する",
         .refusals = {Code::not_found, Code::immutable_version, Code::changed_meanwhile, Code::plan_has_errors, Code::conflict}},
        post_enact);
    table.post("/rules/check", {.id = "checkRule", .access = edit(), .summary = "規則の書き方を確かめる"}, check_a_rule);
}

}  // namespace plan
