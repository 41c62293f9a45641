// The whole city at a glance: section × item with counts, who has not answered, and the year before beside it.
#pragma once
#include "features/people/export.hpp"
#include "features/selfcheck/year.hpp"

namespace selfcheck {

struct ChoiceCount {
    std::int64_t yes = 0, partly = 0, no = 0, not_applicable = 0, unanswered = 0;
};
BOOST_DESCRIBE_STRUCT(ChoiceCount, (), (yes, partly, no, not_applicable, unanswered))

struct TableColumn {
    std::string code, group, text, text_en;
    ChoiceCount count;
    std::optional<ChoiceCount> before;  ///< none: not asked the year before
};
BOOST_DESCRIBE_STRUCT(TableColumn, (), (code, group, text, text_en, count, before))

struct TableGroup {
    std::string code, title, title_en;
    ChoiceCount count;
    std::optional<ChoiceCount> before;
};
BOOST_DESCRIBE_STRUCT(TableGroup, (), (code, title, title_en, count, before))

struct TableRow {
    OrgUnitId unit;
    std::string unit_name;
    bool submitted = false;
    std::vector<std::optional<Choice>> answers;  ///< by item, in the columns' order; of a section that has not submitted none
    std::vector<std::optional<Choice>> before;   ///< the same of the year before
    ChoiceCount count;
    std::optional<ChoiceCount> count_before;
    std::int64_t open_remedies = 0, overdue_remedies = 0, done_remedies = 0;
};
BOOST_DESCRIBE_STRUCT(TableRow, (),
                      (unit, unit_name, submitted, answers, before, count, count_before, open_remedies, overdue_remedies,
                       done_remedies))

struct CheckTable {
    CheckSummary summary;
    std::optional<int> year_before;
    std::vector<TableGroup> groups;
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;           ///< in the organisation's order of the day it was opened
    std::vector<OrgUnitId> not_answered;  ///< sections that have not submitted
    bool may_open_sections = false;       ///< what a section said in words is the office's and its own to read
};
BOOST_DESCRIBE_STRUCT(CheckTable, (), (summary, year_before, groups, columns, rows, not_answered, may_open_sections))

CheckTable table_of(http::Call const&, Years const&);
/// Refuses with not_found a draft.
CheckTable check_table(http::Call const&, SelfcheckId);

struct CheckFileQuery {
    people::ExportFormat format = people::ExportFormat::xlsx;
};
BOOST_DESCRIBE_STRUCT(CheckFileQuery, (), (format))
/// For machines: one line a section and item. xlsx_pretty: section × item, for paper.
http::Download check_file(http::Call const&, CheckFileQuery const&);

}  // namespace selfcheck
