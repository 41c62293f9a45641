// External advisers: the schemes that send them, with their rules as data, and each adviser's engagement: days and hours used
// against the quota, the report when it is due, and what was learned (CGS-18, KGM-14).
#pragma once
#include "features/desk/slots.hpp"

namespace desk {

struct SchemeForm {
    std::string name, name_en;
    std::string provider;  ///< who sends the advisers
    std::string about;
    std::string payer;    ///< who pays what
    int max_days = 0;     ///< a fiscal year; 0 = no limit
    int max_hours = 0;    ///< a fiscal year; 0 = no limit
    int report_days = 0;  ///< after the last visit; 0 = no report
    std::string url;
    bool closed = false;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(SchemeForm, (), (name, name_en, provider, about, payer, max_days, max_hours, report_days, url, closed))
struct SchemeChange : SchemeForm {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(SchemeChange, (SchemeForm), (revision))

struct AdviserScheme : SchemeForm {
    SchemeId id;
    int used_days = 0, planned_days = 0;  ///< in the fiscal year; planned: of engagements that go on, beyond what is used
    int used_minutes = 0, planned_minutes = 0;
    bool over = false;  ///< used more than the scheme gives
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(AdviserScheme, (SchemeForm), (id, used_days, planned_days, used_minutes, planned_minutes, over, revision))
struct AdviserSchemes {
    int fiscal_year = 0;
    std::vector<AdviserScheme> schemes;
};
BOOST_DESCRIBE_STRUCT(AdviserSchemes, (), (fiscal_year, schemes))

struct SchemeQuery {
    std::optional<int> fiscal_year;
    static json::object limits(std::string_view) { return {{"minimum", 2000}, {"maximum", 2100}}; }
};
BOOST_DESCRIBE_STRUCT(SchemeQuery, (), (fiscal_year))

/// What a fiscal year has used of a scheme, and what engagements that go on have planned beyond it.
struct SchemeUse {
    int days = 0, minutes = 0, planned_days = 0, planned_minutes = 0;
};
SchemeUse use_of(db::Tx&, SchemeId, int fiscal_year, EngagementId without);

/// For everybody who takes part.
AdviserSchemes schemes(http::Call const&, SchemeQuery const&);

struct SchemeState {
    SchemeId id;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(SchemeState, (), (id, revision))
/// By manage_desk. Refuses with already_exists.
SchemeState add_scheme(http::Call const&, SchemeForm const&);
SchemeState change_scheme(http::Call const&, SchemeId, SchemeChange const&);

}  // namespace desk
