// The year's theme of a section: 年間で取り組む業務課題 (HKT-19 ①).
#pragma once
#include "features/improvement/improvement.hpp"

namespace improvement {

struct ThemeForm {
    OrgUnitId unit;
    int fiscal_year = 0;
    std::string title;
    std::string issue;  ///< what is to be solved, and why now
    std::string aim;    ///< what shall be different at the end of the year
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ThemeForm, (), (unit, fiscal_year, title, issue, aim))
struct ThemeChange : ThemeForm {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(ThemeChange, (ThemeForm), (revision))

struct Theme : ThemeForm {
    ThemeId id;
    std::string unit_name;
    std::int64_t cases = 0, confirmed = 0;  ///< handed in, and of them confirmed
    std::optional<Stage> furthest;          ///< of the cases handed in
    std::string by;
    std::int64_t revision = 1;
    bool may_edit = false;
};
BOOST_DESCRIBE_STRUCT(Theme, (ThemeForm), (id, unit_name, cases, confirmed, furthest, by, revision, may_edit))

struct ThemeQuery {
    std::optional<int> fiscal_year;  ///< today's when left out
    std::optional<OrgUnitId> unit;   ///< and below
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ThemeQuery, (), (fiscal_year, unit))

struct SectionName {
    OrgUnitId unit;
    std::string unit_name;
};
BOOST_DESCRIBE_STRUCT(SectionName, (), (unit, unit_name))

struct Themes {
    int fiscal_year = 0;
    std::vector<Theme> themes;          ///< in the order of the organisation
    std::vector<SectionName> without;   ///< sections that have none this year
    std::vector<SectionName> may_name;  ///< for which the actor may
    bool may_name_any = false;          ///< for every section
};
BOOST_DESCRIBE_STRUCT(Themes, (), (fiscal_year, themes, without, may_name, may_name_any))

/// Everybody reads them.
Themes themes(http::Call const&, ThemeQuery const&);
/// By the head or the DX leader of the section, or manage_improvement. Refuses with not_allowed, with not_found a unit that is
/// not there, with changed_meanwhile, with in_use a theme that has cases.
Theme add_theme(http::Call const&, ThemeForm const&);
Theme change_theme(http::Call const&, ThemeId, ThemeChange const&);
void drop_theme(http::Call const&, ThemeId);

}  // namespace improvement
