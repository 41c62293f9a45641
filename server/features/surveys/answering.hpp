// What one person says: the form with what was typed so far, the draft, the answer. An answer counts once and cannot be changed;
// nothing of it is in the audit log, and no time is kept with it, because a time would name its author.
#pragma once
#include "features/surveys/waves.hpp"

namespace surveys {

struct AnswerForm {
    SurveyWaveId wave;
    std::string name, note, issuer;
    Date closes_on;
    int threshold = kUsualThreshold;
    Readers readers = Readers::office;
    Date keys_until;
    bool paired = false;  ///< the answers will be compared with the same person's in another wave
    bool answered = false;
    bool takes_answers = true;
    Survey survey;
    std::vector<Answer> draft;
};
BOOST_DESCRIBE_STRUCT(AnswerForm, (),
                      (wave, name, note, issuer, closes_on, threshold, readers, keys_until, paired, answered, takes_answers,
                       survey, draft))

struct AnswerInput {
    std::vector<Answer> answers;
};
BOOST_DESCRIBE_STRUCT(AnswerInput, (), (answers))

struct MySurvey {
    SurveyWaveId wave;
    std::string name, title, title_en;
    Date closes_on;
    std::int64_t questions = 0;
    bool begun = false;  ///< there is a draft
    bool answered = false;
};
BOOST_DESCRIBE_STRUCT(MySurvey, (), (wave, name, title, title_en, closes_on, questions, begun, answered))
struct MySurveys {
    std::vector<MySurvey> surveys;  ///< that take answers today, the first to close first
};
BOOST_DESCRIBE_STRUCT(MySurveys, (), (surveys))

MySurveys my_surveys(http::Call const&);
std::vector<MySurvey> surveys_to_answer(db::Tx&, StaffId, Date today);
/// Refuses with not_found whoever is not asked.
AnswerForm answer_form(http::Call const&, SurveyWaveId);
/// Anything that has the shape is kept, wrong answers too. Refuses as answer() does, but for what is missing or wrong.
void keep_draft(http::Call const&, SurveyWaveId, AnswerInput const&);
/// Refuses with not_found whoever is not asked, with wrong_status before the first and after the last day, with already_exists a
/// second answer, with invalid_input naming each question that is missing, unknown, asked of others only or out of bounds.
void answer(http::Call const&, SurveyWaveId, AnswerInput const&);

}  // namespace surveys
