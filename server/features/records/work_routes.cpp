#include "features/audit/audit.hpp"
#include "features/records/records.hpp"
#include "features/records/reports.hpp"

#include <set>

namespace records {
namespace {

using http::Access;
using http::Call;

people::PlanWords& words(Call const& c) { return c.service<people::PlanWords>(); }
std::shared_ptr<plan::VersionedPlan const> plan_today(Call const& c)
{
    return c.service<plan::Library>().in_force(c.tx, c.clock.today());
}

/// Whoever looks at other people's records is seen to look at each of them.
template <class Rows>
void note_looks(Call const& c, Rows const& rows)
{
    std::set<StaffId> seen;
    for (auto const& row : rows)
        if (seen.insert(row.staff).second) audit::looked(c, row.staff);
}

WorkTrainings get_work_trainings(Call const& c, WorkTrainingQuery const& query)
{
    auto shown = work_trainings(c.tx, c.actor, plan_today(c)->plan, query, c.clock);
    note_looks(c, shown.records);
    return shown;
}

Reports get_reports(Call const& c, ReportQuery const& query)
{
    auto shown = reports(c.tx, c.actor, words(c), query, c.clock);
    note_looks(c, shown.due);
    note_looks(c, shown.reports);
    return shown;
}

Report get_report(Call const& c)
{
    auto shown = report(c.tx, c.actor, words(c), c.path<ReportId>(0), c.clock);
    audit::looked(c, shown.staff);
    return shown;
}

}  // namespace

void work_training_routes(http::Table& table)
{
    auto const anybody = Access::signed_in();
    table.get(
        "/work-training",
        {.id = "listWorkTraining", .access = anybody, .summary = "職場研修(OJT)・派遣研修の記録", .refusals = {Code::not_found}},
        get_work_trainings);
    table.post(
        "/work-training",
        {.id = "recordWorkTraining",
         .access = anybody,
         .summary = "職場研修(OJT)・派遣研修を記録する",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input},
         .success = 201},
        +[](Call const& c, NewWorkTraining const& in) {
            return record_work_training(c.tx, c.actor, plan_today(c)->plan, in, c.clock);
        });
    table.patch(
        "/work-training/{id}",
        {.id = "changeWorkTraining",
         .access = anybody,
         .summary = "職場研修(OJT)・派遣研修の記録を改める",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input, Code::wrong_status, Code::changed_meanwhile}},
        +[](Call const& c, WorkTrainingChange const& in) {
            return change_work_training(c.tx, c.actor, plan_today(c)->plan, c.path<WorkTrainingId>(0), in, c.clock);
        });
    table.del(
        "/work-training/{id}",
        {.id = "dropWorkTraining",
         .access = anybody,
         .summary = "確認前の職場研修(OJT)・派遣研修の記録を消す",
         .refusals = {Code::not_found, Code::not_allowed, Code::wrong_status}},
        +[](Call const& c) { drop_work_training(c.tx, c.actor, c.path<WorkTrainingId>(0), c.clock); });
    std::vector<Code> const refusals{Code::not_found, Code::not_allowed, Code::wrong_status};
    table.post(
        "/work-training/{id}/confirmation",
        {.id = "confirmWorkTraining",
         .access = anybody,
         .summary = "所属長が記録を確認し、スキルの証拠にする",
         .refusals = refusals},
        +[](Call const& c) {
            return confirm_work_training(c.tx, c.actor, plan_today(c)->plan, c.path<WorkTrainingId>(0), c.clock);
        });
    table.post(
        "/work-training/{id}/return",
        {.id = "returnWorkTraining", .access = anybody, .summary = "記録を差し戻す", .refusals = refusals},
        +[](Call const& c, ReturnReason const& in) {
            return return_work_training(c.tx, c.actor, plan_today(c)->plan, c.path<WorkTrainingId>(0), in, c.clock);
        });
}

void report_routes(http::Table& table)
{
    auto const anybody = Access::signed_in();
    std::vector<Code> const refusals{Code::not_found, Code::not_allowed, Code::wrong_status};
    table.get("/reports", {.id = "listReports", .access = anybody, .summary = "研修の報告(復命)"}, get_reports);
    table.get("/reports/{id}", {.id = "getReport", .access = anybody, .summary = "一つの報告", .refusals = {Code::not_found}},
              get_report);
    table.put(
        "/enrolments/{id}/report",
        {.id = "reportOnRun", .access = anybody, .summary = "受けた研修を報告する", .refusals = refusals},
        +[](Call const& c, ReportInput const& in) {
            return hand_in(c.tx, c.actor, words(c), c.path<EnrolmentId>(0), in, c.clock);
        });
    table.put(
        "/work-training/{id}/report",
        {.id = "reportOnWorkTraining", .access = anybody, .summary = "職場研修・派遣研修を報告する", .refusals = refusals},
        +[](Call const& c, ReportInput const& in) {
            return hand_in(c.tx, c.actor, words(c), c.path<WorkTrainingId>(0), in, c.clock);
        });
    table.post(
        "/reports/{id}/reading",
        {.id = "readReport", .access = anybody, .summary = "所属長が報告を読んだことを記録する", .refusals = refusals},
        +[](Call const& c) { return mark_read(c.tx, c.actor, words(c), c.path<ReportId>(0), c.clock); });
}

}  // namespace records
