// 指名・推薦・公募・選考の回: for one role of the plan and one term, who may be named, by which route, by when, and what becomes
// of those who hold the role now.
#pragma once
#include "features/nominations/status.hpp"
#include "features/plan/versions.hpp"
#include "platform/http/table.hpp"
#include "platform/json/json.hpp"

namespace nominations {

/// yearly: everybody is named anew, whoever is not named again leaves the role. continuing: who is within a term stays in it.
enum class Renewal { yearly, continuing };
BOOST_DESCRIBE_ENUM(Renewal, yearly, continuing)

struct RoundForm {
    std::string role;
    int fiscal_year = 0;
    plan::Route route = plan::Route::nomination;
    std::string name;         ///< empty: year, role and route say it
    std::string eligibility;  ///< rule; empty = everybody
    int per_section = 0;      ///< 0 = no set number
    Date opens_on, closes_on;
    Date term_from;
    std::optional<Date> term_until;  ///< the first day no longer in the role
    Renewal renewal = Renewal::yearly;
    int max_terms = 0;  ///< without a break; 0 = no limit
    bool survives_transfer = false;
    std::string note;  ///< told to those who answer
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(RoundForm, (),
                      (role, fiscal_year, route, name, eligibility, per_section, opens_on, closes_on, term_from, term_until,
                       renewal, max_terms, survives_transfer, note))

struct RoundChange : RoundForm {
    std::int64_t revision = 0;  ///< of the round that the form showed
};
BOOST_DESCRIBE_STRUCT(RoundChange, (RoundForm), (revision))

struct Round : RoundForm {
    NominationRoundId id;
    std::string role_name, role_name_en;
    Words rule;                        ///< the eligibility as a person would say it; empty = everybody
    std::string renewal_text, clause;  ///< of the role, as the plan writes them
    RoundStatus status = RoundStatus::draft;
    bool takes_answers = false;  ///< open, and today lies within the period
    std::string cancelled_why, basis_no;
    std::optional<Date> basis_on;
    std::int64_t revision = 1;
    std::string city, city_en, issuer;  ///< for the papers
};
BOOST_DESCRIBE_STRUCT(Round, (RoundForm),
                      (id, role_name, role_name_en, rule, renewal_text, clause, status, takes_answers, cancelled_why, basis_no,
                       basis_on, revision, city, city_en, issuer))

/// As it is kept.
struct RoundRow {
    NominationRoundId id;
    std::string role_code;
    int fiscal_year = 0;
    plan::Route route = plan::Route::nomination;
    std::string name, eligibility;
    int per_section = 0;
    Date opens_on, closes_on, term_from;
    std::optional<Date> term_until;
    Renewal renewal = Renewal::yearly;
    int max_terms = 0;
    bool survives_transfer = false;
    std::string note;
    RoundStatus status = RoundStatus::draft;
    std::string cancelled_why, basis_no;
    std::optional<Date> basis_on;
    std::int64_t revision = 1;
    bool is_call() const { return route == plan::Route::open_call; }
    bool takes_answers(Date today) const { return status == RoundStatus::open && opens_on <= today && today <= closes_on; }
};
BOOST_DESCRIBE_STRUCT(RoundRow, (),
                      (id, role_code, fiscal_year, route, name, eligibility, per_section, opens_on, closes_on, term_from,
                       term_until, renewal, max_terms, survives_transfer, note, status, cancelled_why, basis_no, basis_on,
                       revision))

/// Asks nobody who acts. Refuses with not_found.
RoundRow round_row(db::Tx&, NominationRoundId);
/// Every round that is no draft, the newest first.
std::vector<RoundRow> published_rounds(db::Tx&);
std::vector<RoundRow> all_rounds(db::Tx&);
std::vector<RoundRow> open_rounds(db::Tx&);

Round round_of(plan::Plan const&, RoundRow const&, Date today);
/// How a text calls it: 「令和8年度 DX推進リーダーの指名」.
Words title_of(plan::Plan const&, RoundRow const&);
Words word_of(plan::Route);

/// A draft, with every section of today's organisation that has somebody eligible. Refuses with invalid_input a role or a route
/// the plan does not have, a rule that is not well formed, and dates in the wrong order.
NominationRoundId add_round(http::Call const&, RoundForm const&);
/// Refuses with changed_meanwhile, and with wrong_status once it is decided or cancelled, or for another role, route or term once
/// it is open.
void change_round(http::Call const&, NominationRoundId, RoundChange const&);
/// Refuses with wrong_status unless it is a draft.
void open_round(http::Call const&, NominationRoundId);

struct RoundReason {
    std::string reason;
    static json::object limits(std::string_view) { return {{"minLength", 1}, {"maxLength", 500}}; }
};
BOOST_DESCRIBE_STRUCT(RoundReason, (), (reason))
/// Refuses with wrong_status once it is decided or called off.
void must_not_be_over(RoundRow const&);
void cancel_round(http::Call const&, NominationRoundId, RoundReason const&);

[[noreturn]] void refuse(std::string pointer, std::string ja, std::string en);

}  // namespace nominations
