// A survey as a file, out and in.
#pragma once
#include "features/surveys/library.hpp"

namespace surveys {

enum class SurveyFormat { yaml, xlsx };
BOOST_DESCRIBE_ENUM(SurveyFormat, yaml, xlsx)
struct SurveyFileQuery {
    SurveyFormat format = SurveyFormat::xlsx;
};
BOOST_DESCRIBE_STRUCT(SurveyFileQuery, (), (format))

/// Refuses with not_found.
http::Download survey_file(http::Call const&, SurveyFileQuery const&);
/// Refuse with invalid_input naming line and column, or sheet and cell; with conflict as start_survey() does.
SurveyDetail take_in_yaml(http::Call const&, http::TextBody const&);
SurveyDetail take_in_workbook(http::Call const&, http::Upload const&);

}  // namespace surveys
