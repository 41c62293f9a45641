// What the desk does with a consultation: stages, the day of the next step, the owner, the end.
#pragma once
#include "features/desk/asking.hpp"

namespace desk {

struct StageMove {
    ConsultationStage stage = ConsultationStage::analysis;
    std::string note;
    std::optional<Date> due_on;  ///< of the next step; left out: the subject's working days from today
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(StageMove, (), (stage, note, due_on, revision))
/// Forward, over stages that are skipped, or back. Refuses with invalid_input a skip or a step back without a note, with
/// wrong_status the stage where it stands.
void move_stage(http::Call const&, ConsultationId, StageMove const&);

struct DueInput {
    std::optional<Date> due_on;
    std::string note;
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(DueInput, (), (due_on, note, revision))
/// Until when the next step is made. Refuses with invalid_input a day that is past or on which the city hall is closed.
void set_due(http::Call const&, ConsultationId, DueInput const&);

struct OwnerInput {
    StaffId staff;
    std::string reason;
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(OwnerInput, (), (staff, reason, revision))
/// Refuses with invalid_input whoever does not advise, is not here, or owns it already.
void assign(http::Call const&, ConsultationId, OwnerInput const&);

/// Refuses with invalid_input at the pointer whoever does not advise or is not here.
void must_take_over(Advisers const&, StaffId, std::string const& pointer);

/// Those who may be asked, with what rests on them.
struct OwnerCandidate : Adviser {
    bool of_subject = false, deputy = false;
};
BOOST_DESCRIBE_STRUCT(OwnerCandidate, (Adviser), (of_subject, deputy))
struct OwnerCandidates {
    std::vector<OwnerCandidate> candidates;  ///< of the subject first, then by what rests on them
};
BOOST_DESCRIBE_STRUCT(OwnerCandidates, (), (candidates))
OwnerCandidates owner_candidates(http::Call const&, ConsultationId);

struct SubjectInput {
    SubjectId subject;
    std::string reason;
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(SubjectInput, (), (subject, reason, revision))
/// To the subject it belongs to, whose owner takes it.
void change_subject_of(http::Call const&, ConsultationId, SubjectInput const&);

struct OutcomeInput {
    ConsultationOutcome outcome = ConsultationOutcome::solved;
    std::string text;                ///< what was done and came of it; Markdown
    std::string effect;              ///< what changed at work
    std::optional<int> saved_hours;  ///< a year
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(OutcomeInput, (), (outcome, text, effect, saved_hours, revision))
void finish(http::Call const&, ConsultationId, OutcomeInput const&);
/// What was finished or withdrawn goes on where it stood. By the desk; by the asker what was finished. Not once it is published.
void reopen(http::Call const&, ConsultationId, StepReason const&);

}  // namespace desk
