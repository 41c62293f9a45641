// The one place where an answer is written, for screen and paper alike.
#pragma once
#include "features/surveys/answering.hpp"

namespace surveys {

enum class Channel { screen, paper };

/// Refuses with already_exists, with invalid_input.
void record(db::Tx&, Survey const&, SurveyWaveId, std::string const& pseudonym, AnswerInput const&, Channel);

/// Refuses with wrong_status.
void must_take_answers(WaveRow const&, Date today);

/// Nobody's form.
AnswerForm blank_form(http::Call const&, WaveRow const&);

}  // namespace surveys
