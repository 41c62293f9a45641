#include "features/plan/workbook.hpp"

#include "features/plan/items.hpp"
#include "platform/sheets/tables.hpp"

namespace plan {
namespace {

constexpr std::string_view kHead = "計画";

std::string_view word(std::string_view member) { return label_of_member(member).ja; }

/// What the plan has once, by path: "document.colophon.tel".
template <class Plan, class Visit>
void each_single(Plan& plan, Visit&& visit)
{
    sheets::each_leaf(plan.municipality, "municipality.", visit);
    sheets::each_leaf(plan.document, "document.", visit);
    sheets::each_leaf(plan.population, "population.", visit);
}

}  // namespace

std::vector<sheets::SheetOut> to_workbook(Plan const& plan)
{
    std::vector<sheets::SheetOut> workbook{sheets::head_out(kHead)};
    each_single(plan, [&](std::string const& path, auto const& value) {
        workbook.front().rows.push_back(sheets::head_row(path, value, word));
    });
    described::each_table(plan, [&](std::string_view table, auto const& items) {
        workbook.push_back(sheets::table_out(label_of_table(table).ja, items, word));
    });
    return workbook;
}

ReadPlan from_workbook(sheets::Workbook const& workbook)
{
    ReadPlan read;
    sheets::TablesReader reader{workbook, word, read};
    reader.head(kHead, [&](auto&& visit) { each_single(read.plan, visit); });
    described::each_table(read.plan, [&](std::string_view table, auto& items) {
        reader.table(label_of_table(table).ja, "/" + std::string{table}, items);
    });
    return read;
}

}  // namespace plan
