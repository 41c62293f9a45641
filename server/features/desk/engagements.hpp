// An external adviser at work: under a scheme, for a consultation or standing alone.
#pragma once
#include "features/desk/schemes.hpp"

namespace desk {

enum class EngagementStatus { planned, going_on, to_report, done, cancelled };
BOOST_DESCRIBE_ENUM(EngagementStatus, planned, going_on, to_report, done, cancelled)

struct EngagementForm {
    SchemeId scheme;
    int fiscal_year = 0;
    std::string adviser, affiliation, expertise;
    std::string purpose;
    std::optional<ConsultationId> consultation;
    int planned_days = 1, planned_minutes = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(EngagementForm, (),
                      (scheme, fiscal_year, adviser, affiliation, expertise, purpose, consultation, planned_days,
                       planned_minutes))
struct EngagementChange : EngagementForm {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(EngagementChange, (EngagementForm), (revision))

struct AdviserVisit {
    AdviserVisitId id;
    Date visited_on;
    int minutes = 0;
    std::string place, text;
};
BOOST_DESCRIBE_STRUCT(AdviserVisit, (), (id, visited_on, minutes, place, text))

struct AdviserEngagement {
    EngagementId id;
    SchemeId scheme;
    std::string scheme_name, scheme_name_en;
    int fiscal_year = 0;
    std::string adviser, affiliation, expertise, purpose;
    std::optional<SlotConsultation> consultation;  ///< absent also for whoever may not see it
    int planned_days = 0, planned_minutes = 0, used_days = 0, used_minutes = 0;
    std::vector<AdviserVisit> visits;  ///< for the desk
    EngagementStatus status = EngagementStatus::planned;
    bool ended = false;  ///< no more visits: the report is due from the last one on
    std::optional<Date> report_due_on, reported_on;
    bool overdue = false;
    std::string report;   ///< as it was handed in; for the desk
    std::string learned;  ///< what is kept of it for everybody
    bool may_change = false;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(AdviserEngagement, (),
                      (id, scheme, scheme_name, scheme_name_en, fiscal_year, adviser, affiliation, expertise, purpose,
                       consultation, planned_days, planned_minutes, used_days, used_minutes, visits, status, ended, report_due_on,
                       reported_on, overdue, report, learned, may_change, revision))
struct AdviserEngagements {
    std::vector<AdviserEngagement> engagements;  ///< what is to be done first, then the newest
};
BOOST_DESCRIBE_STRUCT(AdviserEngagements, (), (engagements))

struct EngagementQuery {
    std::optional<int> fiscal_year;
    std::optional<ConsultationId> consultation;
    bool to_report = false;  ///< only those whose report is due
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(EngagementQuery, (), (fiscal_year, consultation, to_report))

/// The desk sees all; whoever sees the consultation, those of it; everybody, what was learned of those that are reported.
AdviserEngagements engagements(http::Call const&, EngagementQuery const&);
/// Refuses with not_found.
AdviserEngagement engagement(http::Call const&, EngagementId);

struct EngagementState {
    EngagementId id;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(EngagementState, (), (id, revision))
/// By the desk (not_allowed). Refuses with invalid_input a plan beyond what is left of the scheme's days or hours, a closed
/// scheme, a consultation that is not there.
EngagementState add_engagement(http::Call const&, EngagementForm const&);
/// Refuses with changed_meanwhile, with wrong_status once it is reported or cancelled.
EngagementState change_engagement(http::Call const&, EngagementId, EngagementChange const&);

struct EngagementCancel {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(EngagementCancel, (), (revision))
/// Refuses with in_use once there was a visit.
EngagementState cancel_engagement(http::Call const&, EngagementId, EngagementCancel const&);

struct AdviserVisitForm {
    Date visited_on;
    int minutes = 0;
    std::string place, text;
    bool last = false;  ///< no more visits
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(AdviserVisitForm, (), (visited_on, minutes, place, text, last, revision))
/// A fact is kept also when it goes beyond the quota. Refuses with invalid_input a day to come or of another fiscal year.
EngagementState add_adviser_visit(http::Call const&, EngagementId, AdviserVisitForm const&);
EngagementState drop_adviser_visit(http::Call const&, EngagementId, AdviserVisitId);

struct EngagementReport {
    Date reported_on;
    std::string report, learned;
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(EngagementReport, (), (reported_on, report, learned, revision))
/// May be corrected afterwards. Refuses with wrong_status before any visit.
EngagementState report_engagement(http::Call const&, EngagementId, EngagementReport const&);

}  // namespace desk
