#include "features/selfcheck/table.hpp"

#include "features/selfcheck/year.hpp"

namespace selfcheck {
namespace {

struct RemedyCount {
    OrgUnitId unit_id;
    std::int64_t open = 0, overdue = 0, done = 0;
};
BOOST_DESCRIBE_STRUCT(RemedyCount, (), (unit_id, open, overdue, done))
db::Sql const kRemedies{R"(
    SELECT unit_id, sum(CASE WHEN status = 'open' THEN 1 ELSE 0 END) AS open,
           sum(CASE WHEN status = 'open' AND due < $2 THEN 1 ELSE 0 END) AS overdue,
           sum(CASE WHEN status = 'done' THEN 1 ELSE 0 END) AS done
      FROM selfcheck_remedy WHERE selfcheck_id = $1 AND status <> 'draft' GROUP BY unit_id)"};

void add(ChoiceCount& count, std::optional<Choice> answer)
{
    if (!answer) {
        ++count.unanswered;
        return;
    }
    switch (*answer) {
        case Choice::yes: ++count.yes; break;
        case Choice::partly: ++count.partly; break;
        case Choice::no: ++count.no; break;
        case Choice::not_applicable: ++count.not_applicable; break;
    }
}

void add(ChoiceCount& to, ChoiceCount const& more)
{
    to.yes += more.yes;
    to.partly += more.partly;
    to.no += more.no;
    to.not_applicable += more.not_applicable;
    to.unanswered += more.unanswered;
}

/// As it was counted then, of all who were asked then.
std::optional<ChoiceCount> count_of_year(Year const& year, std::string const& item)
{
    if (!find_item(year.list(), item)) return std::nullopt;
    ChoiceCount count;
    auto const* const answers = year.said(item);
    if (answers)
        for (auto const& [unit, said] : *answers) add(count, said.answer);
    count.unanswered = static_cast<std::int64_t>(year.sections().size() - (answers ? answers->size() : 0));
    return count;
}

TableRow row_of(AskedRow const& section, Years const& years)
{
    TableRow row;
    row.unit = section.unit_id;
    row.unit_name = section.name;
    row.submitted = section.submitted_at.has_value();
    ChoiceCount count_before;
    auto any_before = false;
    for (auto const& item : years.year->list().items) {
        row.answers.push_back(answer_of(years.year->said(item.code, section.unit_id)));
        add(row.count, row.answers.back());
        row.before.push_back(answer_of(years.said_before(item.code, section.unit_id)));
        if (!row.before.back()) continue;
        any_before = true;
        add(count_before, row.before.back());
    }
    if (any_before) row.count_before = count_before;
    return row;
}

void put_columns(CheckTable& table, Year const& year, std::optional<Year> const& before)
{
    for (auto const& group : year.list().groups) table.groups.push_back({group.code, group.title, group.title_en, {}, {}});
    for (std::size_t i = 0; i < year.list().items.size(); ++i) {
        auto const& item = year.list().items[i];
        auto& column = table.columns.emplace_back(TableColumn{item.code, item.group, item.text, item.text_en, {}, {}});
        for (auto const& row : table.rows) add(column.count, row.answers[i]);
        if (before) column.before = count_of_year(*before, item.code);
        for (auto& group : table.groups) {
            if (group.code != item.group) continue;
            add(group.count, column.count);
            if (!column.before) continue;
            if (!group.before) group.before.emplace();
            add(*group.before, *column.before);
        }
    }
}

}  // namespace

CheckTable table_of(http::Call const& call, Years const& years)
{
    CheckTable table;
    table.summary = summary_of(call, years.row);
    if (years.row_before) table.year_before = years.row_before->fiscal_year;
    table.may_open_sections = manages(call);
    std::map<OrgUnitId, RemedyCount> remedies;
    for (auto const& count : call.tx.all<RemedyCount>(kRemedies, years.row.id, call.clock.today()))
        remedies.emplace(count.unit_id, count);
    for (auto const& section : years.year->sections()) {
        auto& row = table.rows.emplace_back(row_of(section, years));
        if (!row.submitted) table.not_answered.push_back(row.unit);
        auto const found = remedies.find(section.unit_id);
        if (found == remedies.end()) continue;
        row.open_remedies = found->second.open;
        row.overdue_remedies = found->second.overdue;
        row.done_remedies = found->second.done;
    }
    put_columns(table, *years.year, years.before);
    return table;
}

CheckTable check_table(http::Call const& call, SelfcheckId id) { return table_of(call, Years{call, id}); }

}  // namespace selfcheck
