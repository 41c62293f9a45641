#include "features/improvement/rows.hpp"

#include <boost/describe/enum_from_string.hpp>

#include <algorithm>

namespace improvement {
namespace {

struct StepRow {
    std::string name;
    std::int64_t tenths = 0, people = 0, times = 0;
};
BOOST_DESCRIBE_STRUCT(StepRow, (), (name, tenths, people, times))

db::Sql const kOne{SQL_SIGHT SQL_CASE "AND c.id = $6"};
db::Sql const kHeads{SQL_SIGHT "SELECT u.id FROM org_unit u WHERE u.id = $5 AND $4 = $4 AND" SQL_HEADS("u")};
db::Sql const kToolNames{"SELECT name FROM improvement_tool WHERE case_id = $1 ORDER BY place"};
db::Sql const kTools{"SELECT name, yen FROM improvement_tool WHERE case_id = $1 ORDER BY place"};
db::Sql const kSteps{"SELECT name, tenths, people, times FROM improvement_step WHERE case_id = $1 AND side = $2 ORDER BY place"};
db::Sql const kTeam{R"(
    SELECT m.staff_id AS staff, s.name, m.part,
           COALESCE((SELECT u.name FROM posting p JOIN org_unit u ON u.id = p.unit_id WHERE p.staff_id = m.staff_id
                        AND p.kind = 'primary' AND p.effective_on <= $2 AND p.announced_on <= $2
                        AND (p.ended_on IS NULL OR p.ended_on > $2) LIMIT 1), '') AS unit_name
      FROM improvement_member m JOIN staff s ON s.id = m.staff_id WHERE m.case_id = $1 ORDER BY m.place)"};

}  // namespace

Reader Reader::of(Actor const& actor, Date today)
{
    return {accounts::sight(actor, Permission::confirm_cases, today, today), actor.staff.value_or(StaffId{})};
}

Reader Reader::nobody()
{
    constexpr Date kAnyDay{std::chrono::year{2000}, std::chrono::January, std::chrono::day{1}};
    return {{{}, ",", kAnyDay, kAnyDay}, {}};
}

std::string url_of(CaseId id) { return "/improvement/" + std::to_string(id.value); }

std::optional<CaseRow> find_row(http::Call const& call, CaseId id)
{
    auto const [sight, staff] = Reader::of(call);
    return call.tx.maybe_one<CaseRow>(kOne, sight.account, sight.roles, sight.today, sight.on, staff, id);
}

CaseRow row_of(http::Call const& call, CaseId id)
{
    auto row = find_row(call, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

bool heads(http::Call const& call, OrgUnitId unit)
{
    auto const sight = Reader::of(call).heads;
    return call.tx.maybe_one<OrgUnitId>(kHeads, sight.account, sight.roles, sight.today, sight.on, unit).has_value();
}

std::string axes_text(std::vector<Axis> const& axes)
{
    std::string text = ",";
    for (auto const axis : {Axis::citizen_service, Axis::administration, Axis::work_style}) {
        if (std::find(axes.begin(), axes.end(), axis) != axes.end())
            text += std::string{boost::describe::enum_to_string(axis, "")} + ",";
    }
    return text;
}

std::vector<Axis> axes_of(std::string_view stored)
{
    std::vector<Axis> axes;
    for (auto const axis : {Axis::citizen_service, Axis::administration, Axis::work_style}) {
        if (stored.find("," + std::string{boost::describe::enum_to_string(axis, "")} + ",") != stored.npos) axes.push_back(axis);
    }
    return axes;
}

std::optional<std::int64_t> yen_of(CaseRow const& row, HourlyCost const& hourly)
{
    if (row.status == Status::confirmed) return row.yen;
    if (hourly.yen <= 0) return std::nullopt;
    return yen_of(row.hours, hourly.yen) - row.tool_yen;
}

CaseCard shown(db::Tx& tx, CaseRow row, HourlyCost const& hourly)
{
    auto const yen = yen_of(row, hourly);
    return {row.id,
            std::move(row.title),
            std::move(row.summary),
            row.unit_id,
            std::move(row.unit_name),
            row.fiscal_year,
            row.theme_id,
            std::move(row.theme_title),
            row.stage,
            row.status,
            axes_of(row.axes),
            tx.all<std::string>(kToolNames, row.id),
            static_cast<double>(row.hours) / 10,
            yen,
            row.adoptions,
            row.adopted_from,
            row.mine,
            row.updated_at,
            row.confirmed_at,
            url_of(row.id)};
}

std::vector<FlowStep> steps_of(db::Tx& tx, CaseId id, std::string_view side)
{
    std::vector<FlowStep> steps;
    for (auto& row : tx.all<StepRow>(kSteps, id, side))
        steps.push_back({std::move(row.name), static_cast<double>(row.tenths) / 10, row.people, row.times});
    return steps;
}

std::vector<Tool> tools_of(db::Tx& tx, CaseId id) { return tx.all<Tool>(kTools, id); }
std::vector<Member> team_of(db::Tx& tx, CaseId id, Date today) { return tx.all<Member>(kTeam, id, today); }

}  // namespace improvement
