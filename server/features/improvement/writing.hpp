// How a case comes to be, changes, moves on and is decided.
#pragma once
#include "features/improvement/cases.hpp"

namespace improvement {

struct MemberInput {
    StaffId staff;
    std::string part;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(MemberInput, (), (staff, part))

struct CaseForm {
    OrgUnitId unit;
    int fiscal_year = 0;
    std::optional<ThemeId> theme;
    std::string title, summary;
    std::string problem, cause, direction, done, support, citizen_benefit, staff_benefit, hours_used_for;  ///< Markdown
    std::vector<Axis> axes;
    std::vector<MemberInput> team;
    std::vector<FlowStep> steps_before, steps_after;
    std::vector<Tool> tool_costs;
    std::vector<AttachmentId> files;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(CaseForm, (),
                      (unit, fiscal_year, theme, title, summary, problem, cause, direction, done, support, citizen_benefit,
                       staff_benefit, hours_used_for, axes, team, steps_before, steps_after, tool_costs, files))

struct OriginInput {
    OriginKind kind = OriginKind::topic;
    std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(OriginInput, (), (kind, id))
struct NewCase : CaseForm {
    std::optional<OriginInput> origin;
    std::optional<CaseId> adopted_from;
    std::optional<std::string> key;  ///< of this sending, made by the page: sent twice, it is kept once
};
BOOST_DESCRIBE_STRUCT(NewCase, (CaseForm), (origin, adopted_from, key))
struct CaseChange : CaseForm {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(CaseChange, (CaseForm), (revision))

/// From what a form is filled in; none: an empty one for the actor's own section.
struct DraftQuery {
    std::optional<std::int64_t> consultation, topic;
    std::optional<CaseId> from_case;
};
BOOST_DESCRIBE_STRUCT(DraftQuery, (), (consultation, topic, from_case))
/// The form, filled in, and what from.
struct CaseDraft {
    NewCase form;
    std::string unit_name;
    std::vector<Member> team;
    std::string source_title, source_url;
    HourlyCost hourly;
};
BOOST_DESCRIBE_STRUCT(CaseDraft, (), (form, unit_name, team, source_title, source_url, hourly))
/// Refuses with not_found what the actor may not see, with wrong_status a case that is not confirmed.
CaseDraft draft_case(http::Call const&, DraftQuery const&);

/// The actor is of the team. Refuses with invalid_input a unit in which nobody of the team stands, a theme of another section or
/// year; an adoption with wrong_status of what is not confirmed, with already_exists when the section has adopted it before.
Case add_case(http::Call const&, NewCase const&);
/// By the team, until it is confirmed. Refuses with not_allowed, wrong_status, changed_meanwhile.
Case change_case(http::Call const&, CaseId, CaseChange const&);
/// By the team, while it is a draft or returned and nobody has adopted it.
void drop_case(http::Call const&, CaseId);

struct StageInput {
    Stage stage = Stage::study;
    std::optional<Date> on;  ///< today when left out
    std::string note;
    std::int64_t revision = 0;  ///< that was shown; so in all that moves a case
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(StageInput, (), (stage, on, note, revision))
/// By the team, also of a confirmed case (on to spread, not behind effect). Refuses with changed_meanwhile, wrong_status.
Case move_case(http::Call const&, CaseId, StageInput const&);

struct CaseRevision {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(CaseRevision, (), (revision))
/// By the team: everybody may read it from now on, and once it has its effect the head is asked. Refuses with changed_meanwhile,
/// wrong_status.
Case submit_case(http::Call const&, CaseId, CaseRevision const&);
struct Decision {
    std::string word;
    std::int64_t revision = 0;  ///< that was read: the figures of another must not go under the head's name
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(Decision, (), (word, revision))
struct ReturnInput {
    std::string word;
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ReturnInput, (), (word, revision))
/// As confirm_cases reaches the section, never by one of the team (not_allowed). Refuses with changed_meanwhile, with
/// wrong_status before the stage of effect. The figures are frozen with all that went in.
Case confirm_case(http::Call const&, CaseId, Decision const&);
/// To be corrected by the team; what was confirmed counts no longer. Refuses with changed_meanwhile, with in_use while an
/// adoption, a meeting, a published newsletter or somebody's claim of a skill rests on it.
Case return_case(http::Call const&, CaseId, ReturnInput const&);

struct HoursUsedFor {
    std::string text;
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(HoursUsedFor, (), (text, revision))
/// By the team at any time: it is known only afterwards. Refuses with changed_meanwhile.
Case tell_hours_used_for(http::Call const&, CaseId, HoursUsedFor const&);

struct FlowInput {
    std::vector<FlowStep> steps_before, steps_after;
    std::vector<Tool> tool_costs;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(FlowInput, (), (steps_before, steps_after, tool_costs))

}  // namespace improvement
