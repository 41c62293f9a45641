// What one section says: once, correctable until the last day. Two who answer for the same section do not write over each other:
// the form has a revision.
#pragma once
#include "features/selfcheck/remedies.hpp"

namespace selfcheck {

/// The year before, as far as the item was asked then.
struct AnswerBefore {
    Choice answer = Choice::yes;
    std::string remark;
    std::string what;  ///< of the remedy, empty: there was none
    bool remedied = false;
};
BOOST_DESCRIBE_STRUCT(AnswerBefore, (), (answer, remark, what, remedied))

struct CheckAnswer {
    std::string item;
    std::optional<Choice> answer;
    std::string remark;
    std::optional<Remedy> remedy;
    std::optional<AnswerBefore> before;
    std::optional<Instant> answered_at;
    std::string answered_by;
};
BOOST_DESCRIBE_STRUCT(CheckAnswer, (), (item, answer, remark, remedy, before, answered_at, answered_by))

struct CheckForm {
    CheckSummary summary;
    Checklist list;
    OrgUnitId unit;
    std::string unit_name;
    std::int64_t revision = 1;
    bool may_answer = false;  ///< open today, and the actor's section
    std::optional<Instant> submitted_at;
    std::string submitted_by;
    std::vector<CheckAnswer> answers;  ///< one for each item, in the list's order
    Date usual_due;                    ///< what a new remedy's day may be filled in with
};
BOOST_DESCRIBE_STRUCT(CheckForm, (),
                      (summary, list, unit, unit_name, revision, may_answer, submitted_at, submitted_by, answers, usual_due))

struct AnswerInput {
    std::string item;
    std::optional<Choice> answer;  ///< none: not answered yet
    std::string remark;
    std::optional<RemedyPlan> remedy;  ///< of "no" and "partly"; ignored otherwise
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(AnswerInput, (), (item, answer, remark, remedy))
struct AnswersInput {
    std::int64_t revision = 0;
    bool submit = false;               ///< false keeps a draft; what was submitted once stays so
    std::vector<AnswerInput> answers;  ///< items left out stay as they are
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(AnswersInput, (), (revision, submit, answers))

/// Refuses with not_found a section that the actor may not see.
CheckForm check_form(http::Call const&, SelfcheckId, OrgUnitId);
/// Refuses with not_found a section that is not the actor's, with wrong_status outside its days, with changed_meanwhile, with
/// invalid_input naming each place: an item the list does not have; to submit, an item without an answer and a "no" or "partly"
/// without what, who and until when.
CheckForm save_answers(http::Call const&, SelfcheckId, OrgUnitId, AnswersInput const&);

}  // namespace selfcheck
