// For those without a computer: a form on paper with a code, typed in later by somebody else than who printed it. The code stands
// for the pseudonym; whoever types sees answers and no name, whoever printed saw names and no answers.
#pragma once
#include "features/surveys/answering.hpp"

namespace surveys {

struct PaperInput {
    OrgUnitId unit;  ///< and everything below
};
BOOST_DESCRIBE_STRUCT(PaperInput, (), (unit))

struct PaperForm {
    std::string name, unit_name;  ///< on the slip that is cut off
    std::string code;
};
BOOST_DESCRIBE_STRUCT(PaperForm, (), (name, unit_name, code))
struct PaperForms {
    AnswerForm form;
    std::vector<PaperForm> forms;
};
BOOST_DESCRIBE_STRUCT(PaperForms, (), (form, forms))

struct PaperAnswer {
    std::string code;
    std::vector<Answer> answers;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(PaperAnswer, (), (code, answers))

/// A code for each person of the unit who is asked, answered or not; an earlier code of theirs ends. For the office, and for a
/// head in the own unit. Refuses with not_found a unit out of reach, with wrong_status, with conflict when nobody there is asked.
PaperForms print_forms(http::Call const&, SurveyWaveId, PaperInput const&);
/// For the office. Refuses as answer() does, with not_found a code that is unknown or used, with not_allowed whoever printed it.
void answer_from_paper(http::Call const&, SurveyWaveId, PaperAnswer const&);

}  // namespace surveys
