#include "features/improvement/lists.hpp"

#include "features/improvement/cost.hpp"
#include "platform/text/fold.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace improvement {
namespace {

// $5 who asks; $6 … $19 the filter.
#define SQL_FILTER                                                                                                     \
    " AND (CAST($6 AS INTEGER) = 0 OR c.fiscal_year = $6)"                                                             \
    " AND (CAST($7 AS INTEGER) = 0 OR c.unit_id IN (SELECT id FROM below))"                                            \
    " AND (CAST($8 AS INTEGER) = 0 OR c.theme_id = $8) AND ($9 = '' OR c.stage = $9) AND ($10 = '' OR c.status = $10)" \
    " AND ($11 = '' OR c.axes LIKE '%,' || $11 || ',%')"                                                               \
    " AND ($12 = '' OR EXISTS (SELECT 1 FROM improvement_tool x WHERE x.case_id = c.id AND x.name = $12))"             \
    " AND (CAST($13 AS INTEGER) = 0 OR" SQL_OF_TEAM                                                                    \
    ") AND (CAST($14 AS INTEGER) = 0 OR EXISTS (SELECT 1 FROM"                                                         \
    " improvement_case a WHERE a.adopted_from = c.id AND a.status IN ('submitted', 'confirmed')))"                     \
    " AND (CAST($15 AS INTEGER) = 0 OR (c.status = 'submitted' AND c.stage IN ('effect', 'spread') AND" SQL_HEADS(     \
        "u") "AND NOT" SQL_OF_TEAM                                                                                     \
             ")) AND c.search_key LIKE $16 ESCAPE '~' AND c.search_key LIKE $17 ESCAPE '~'"                            \
             " AND c.search_key LIKE $18 ESCAPE '~'"
#define SQL_BELOW                                            \
    SQL_SIGHT                                                \
    ", below (id) AS (SELECT id FROM org_unit WHERE id = $7" \
    " UNION SELECT child.id FROM org_unit child JOIN below ON child.parent_id = below.id) "

db::Sql const kPage{SQL_BELOW SQL_CASE SQL_FILTER " ORDER BY c.updated_at DESC, c.id DESC LIMIT $19 OFFSET $20"};
db::Sql const kCount{SQL_BELOW "SELECT count(*)" SQL_OF_CASES SQL_FILTER};
db::Sql const kAll{SQL_BELOW SQL_CASE SQL_FILTER " ORDER BY c.fiscal_year DESC, c.unit_id, c.id"};

db::Sql const kYears{R"(
    SELECT DISTINCT fiscal_year FROM improvement_case WHERE status IN ('submitted', 'confirmed') ORDER BY fiscal_year DESC)"};
db::Sql const kToolNames{R"(
    SELECT DISTINCT x.name FROM improvement_tool x JOIN improvement_case c ON c.id = x.case_id
     WHERE c.status IN ('submitted', 'confirmed') ORDER BY x.name)"};

constexpr std::size_t kWords = 3;

/// Each word of what is looked for, folded, as LIKE takes it; those that are not there match anything.
std::array<std::string, kWords> patterns(std::string_view q)
{
    std::array<std::string, kWords> patterns{"%", "%", "%"};
    std::size_t n = 0;
    for (std::size_t from = 0; from < q.size() && n < kWords;) {
        auto const space = std::min(q.find(' ', from), q.size());
        std::string pattern = "%";
        for (char const c : text::fold(q.substr(from, space - from))) {
            if (c == '%' || c == '_' || c == '~') pattern += '~';
            pattern += c;
        }
        if (pattern.size() > 1) patterns[n++] = pattern + "%";
        from = space + 1;
    }
    return patterns;
}

template <class T, class... More>
std::vector<T> ask(db::Tx& tx, db::Sql const& sql, Reader const& reader, CaseFilter const& filter, More... more)
{
    auto const name = [](auto const& value) { return value ? boost::describe::enum_to_string(*value, "") : ""; };
    auto const words = patterns(filter.q);
    auto const& sight = reader.heads;
    return tx.all<T>(sql, sight.account, sight.roles, sight.today, sight.on, reader.staff, filter.fiscal_year.value_or(0),
                     filter.unit.value_or(OrgUnitId{}), filter.theme.value_or(ThemeId{}), name(filter.stage), name(filter.status),
                     name(filter.axis), filter.tool, filter.mine, filter.adopted, filter.to_confirm, words[0], words[1], words[2],
                     more...);
}

void add(Sums& sums, CaseRow const& row)
{
    ++sums.cases;
    if (row.adopted_from) ++sums.adoptions;
    if (row.status != Status::confirmed) return;
    ++sums.confirmed;
    sums.hours += static_cast<double>(row.hours);  // tenths until the end
    sums.yen += row.yen.value_or(0);
}
void finish(Sums& sums) { sums.hours /= 10; }

}  // namespace

json::object CaseFilter::limits(std::string_view member)
{
    if (member == "q") return {{"maxLength", 100}};
    if (member == "tool") return {{"maxLength", 100}};
    if (member == "fiscal_year") return {{"minimum", 2000}, {"maximum", 2100}};
    return {};
}
json::object CaseQuery::limits(std::string_view member)
{
    if (member == "page") return {{"minimum", 1}, {"maximum", 10'000}};
    return CaseFilter::limits(member);
}

std::vector<CaseRow> all_rows(db::Tx& tx, Reader const& reader, CaseFilter const& filter)
{
    return ask<CaseRow>(tx, kAll, reader, filter);
}

Cases cases(http::Call const& call, CaseQuery const& query)
{
    auto const reader = Reader::of(call);
    auto const hourly = hourly_cost(call.tx);
    Cases page;
    for (auto& row : ask<CaseRow>(call.tx, kPage, reader, query, kCasesOnAPage, (query.page - 1) * kCasesOnAPage))
        page.cases.push_back(shown(call.tx, std::move(row), hourly));
    page.total = ask<std::int64_t>(call.tx, kCount, reader, query).front();
    page.years = call.tx.all<int>(kYears);
    page.tools = call.tx.all<std::string>(kToolNames);
    return page;
}

Totals totals(http::Call const& call, CaseFilter const& filter)
{
    Totals totals;
    std::map<std::int64_t, UnitSums> units;
    std::map<Stage, std::int64_t> stages;
    std::map<Axis, AxisSums> axes;
    for (auto const& row : all_rows(call.tx, Reader::of(call), filter)) {
        if (row.status != Status::submitted && row.status != Status::confirmed) continue;
        add(totals.all, row);
        auto& unit = units[row.unit_id.value];
        unit.unit = row.unit_id;
        unit.unit_name = row.unit_name;
        add(unit, row);
        ++stages[row.stage];
        for (auto const axis : axes_of(row.axes)) add(axes[axis], row);
    }
    finish(totals.all);
    for (auto& [id, unit] : units) totals.units.push_back(std::move(unit));
    std::stable_sort(totals.units.begin(), totals.units.end(), [](auto const& a, auto const& b) { return a.hours > b.hours; });
    for (auto& unit : totals.units) finish(unit);
    for (auto const stage : {Stage::issue, Stage::study, Stage::action, Stage::effect, Stage::spread})
        totals.stages.push_back({stage, stages[stage]});
    for (auto const axis : {Axis::citizen_service, Axis::administration, Axis::work_style}) {
        auto sums = axes[axis];
        sums.axis = axis;
        finish(sums);
        totals.axes.push_back(sums);
    }
    return totals;
}

}  // namespace improvement
