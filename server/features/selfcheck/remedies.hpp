// What a section does about a "no" or a "partly": what, who, until when; done when somebody says how, opened again by the office
// or the section when it turns out not to be.
#pragma once
#include "features/selfcheck/lists.hpp"

using RemedyId = Id<struct RemedyTag>;

namespace selfcheck {

enum class Choice { yes, partly, no, not_applicable };
BOOST_DESCRIBE_ENUM(Choice, yes, partly, no, not_applicable)

/// draft: the section has not submitted yet.
enum class RemedyStatus { draft, open, done };
BOOST_DESCRIBE_ENUM(RemedyStatus, draft, open, done)

enum class RemedyStepKind { planned, changed, done, reopened };
BOOST_DESCRIBE_ENUM(RemedyStepKind, planned, changed, done, reopened)

struct RemedyStep {
    RemedyStepKind kind = RemedyStepKind::planned;
    Instant at;
    std::string by;
    std::string note;  ///< how it was done, or why it is open again; of a change what it said before
};
BOOST_DESCRIBE_STRUCT(RemedyStep, (), (kind, at, by, note))

struct Remedy {
    RemedyId id;
    SelfcheckId check;
    int fiscal_year = 0;
    OrgUnitId unit;
    std::string unit_name;
    std::string item, item_text, item_text_en;
    Choice answer = Choice::no;
    std::string what, who;
    Date due;
    RemedyStatus status = RemedyStatus::open;
    bool overdue = false;
    std::string result;  ///< how it was done
    std::int64_t revision = 1;
    bool may_edit = false, may_reopen = false;
    std::vector<RemedyStep> steps;  ///< oldest first
};
BOOST_DESCRIBE_STRUCT(Remedy, (),
                      (id, check, fiscal_year, unit, unit_name, item, item_text, item_text_en, answer, what, who, due, status,
                       overdue, result, revision, may_edit, may_reopen, steps))

/// What a section writes beside its answer.
struct RemedyPlan {
    std::string what, who;
    Date due;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(RemedyPlan, (), (what, who, due))

struct RemediesQuery {
    std::optional<SelfcheckId> check;
    std::optional<OrgUnitId> unit;
    std::optional<RemedyStatus> status;
    bool overdue = false;  ///< only those
};
BOOST_DESCRIBE_STRUCT(RemediesQuery, (), (check, unit, status, overdue))

struct Remedies {
    std::vector<Remedy> remedies;                  ///< open ones by due day, then what is done, the latest first
    std::int64_t open = 0, overdue = 0, done = 0;  ///< of these
};
BOOST_DESCRIBE_STRUCT(Remedies, (), (remedies, open, overdue, done))

struct RemedyChange : RemedyPlan {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(RemedyChange, (RemedyPlan), (revision))
struct RemedyDone {
    std::int64_t revision = 0;
    std::string result;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(RemedyDone, (), (revision, result))
struct RemedyReopening {
    std::int64_t revision = 0;
    std::string reason;
    std::optional<Date> due;  ///< a new day; left out: the same
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(RemedyReopening, (), (revision, reason, due))

/// Those of the actor's sections; of every section for the office.
Remedies remedies(http::Call const&, RemediesQuery const&);
/// Refuses with not_found.
Remedy remedy(http::Call const&, RemedyId);
/// By the section. Refuse with not_found, changed_meanwhile, and wrong_status what is done already.
Remedy change_remedy(http::Call const&, RemedyId, RemedyChange const&);
Remedy finish_remedy(http::Call const&, RemedyId, RemedyDone const&);
/// By the section or the office. Refuses with not_found, changed_meanwhile, wrong_status unless it is done.
Remedy reopen_remedy(http::Call const&, RemedyId, RemedyReopening const&);

/// Refuses with invalid_input at "<pointer>/what" and "<pointer>/who" what is empty.
void must_be_a_plan(RemedyPlan const&, std::string const& pointer);
/// For the answers of a section: writes the plan of a remedy, or takes one away whose answer was corrected. What was done stays
/// and is opened again by a new plan.
void plan_remedy(http::Call const&, SelfcheckId, OrgUnitId, std::string const& item, RemedyPlan const&);
void drop_remedy(http::Call const&, SelfcheckId, OrgUnitId, std::string const& item);
/// The section has submitted: its drafts are to be done now.
void begin_remedies(http::Call const&, SelfcheckId, OrgUnitId);
/// Of one section, drafts too; asks nobody who acts.
std::vector<Remedy> remedies_of(http::Call const&, SelfcheckId, OrgUnitId);

}  // namespace selfcheck
