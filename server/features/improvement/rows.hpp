// Cases as the other files of this room read and show them: every row comes through what the actor may read.
#pragma once
#include "features/access/sight.hpp"
#include "features/improvement/cases.hpp"

namespace improvement {

struct CaseRow {
    CaseId id;
    std::string title, summary;
    OrgUnitId unit_id;
    std::string unit_name;
    int fiscal_year = 0;
    std::optional<ThemeId> theme_id;
    std::string theme_title;
    Stage stage = Stage::issue;
    Status status = Status::draft;
    std::string axes;
    std::int64_t hours = 0, tool_yen = 0;  ///< tenths of an hour; yen a year
    std::optional<std::int64_t> yen;       ///< frozen
    std::int64_t adoptions = 0;
    std::optional<CaseId> adopted_from;
    bool mine = false;
    Instant updated_at{};
    std::optional<Instant> confirmed_at;
};
BOOST_DESCRIBE_STRUCT(CaseRow, (),
                      (id, title, summary, unit_id, unit_name, fiscal_year, theme_id, theme_title, stage, status, axes, hours,
                       tool_yen, yen, adoptions, adopted_from, mine, updated_at, confirmed_at))

/// The first five parameters of the statements below: what confirm_cases reaches, and who asks.
struct Reader {
    accounts::Sight heads;
    StaffId staff{};  ///< 0: nobody's account
    static Reader of(http::Call const& call) { return of(call.actor, call.clock.today()); }
    static Reader of(Actor const&, Date today);
    static Reader nobody();  ///< what everybody may read
};

/// The unit, as it is called today, is one in which the actor confirms cases.
#define SQL_HEADS(unit) \
    " ($2 = '*' OR " unit ".id IN (SELECT id FROM sight_unit) OR " unit ".succeeded_by IN (SELECT id FROM sight_unit)) "
#define SQL_OF_TEAM " EXISTS (SELECT 1 FROM improvement_member m WHERE m.case_id = c.id AND m.staff_id = $5) "
#define SQL_CASE                                                                                                        \
    "SELECT c.id, c.title, c.summary, c.unit_id, u.name AS unit_name, c.fiscal_year, c.theme_id,"                       \
    " COALESCE(t.title, '') AS theme_title, c.stage, c.status, c.axes, c.hours, c.tool_yen, c.yen,"                     \
    " (SELECT count(*) FROM improvement_case a WHERE a.adopted_from = c.id AND a.status IN ('submitted', 'confirmed'))" \
    " AS adoptions, c.adopted_from, CASE WHEN" SQL_OF_TEAM                                                              \
    "THEN 1 ELSE 0 END AS mine, c.updated_at, c.confirmed_at" SQL_OF_CASES
#define SQL_OF_CASES                                                                                                  \
    " FROM improvement_case c JOIN org_unit u ON u.id = c.unit_id LEFT JOIN improvement_theme t ON t.id = c.theme_id" \
    " WHERE (c.status IN ('submitted', 'confirmed') OR" SQL_OF_TEAM "OR" SQL_HEADS("u") ") AND $4 = $4 "

/// Nothing when the actor may not read it.
std::optional<CaseRow> find_row(http::Call const&, CaseId);
/// Refuses with not_found.
CaseRow row_of(http::Call const&, CaseId);
/// Whether the actor confirms cases of the unit.
bool heads(http::Call const&, OrgUnitId);

std::string axes_text(std::vector<Axis> const&);
std::vector<Axis> axes_of(std::string_view stored);
/// What an hour costs is asked once for a list.
CaseCard shown(db::Tx&, CaseRow, HourlyCost const&);
/// Net yen a year: frozen, or by the cost of an hour as it is now.
std::optional<std::int64_t> yen_of(CaseRow const&, HourlyCost const&);

std::vector<FlowStep> steps_of(db::Tx&, CaseId, std::string_view side);
std::vector<Tool> tools_of(db::Tx&, CaseId);
std::vector<Member> team_of(db::Tx&, CaseId, Date today);

}  // namespace improvement
