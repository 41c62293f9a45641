#include "features/surveys/files.hpp"

#include "features/surveys/pack.hpp"
#include "features/surveys/workbook.hpp"
#include "platform/sheets/xlsx.hpp"

namespace surveys {
namespace {

constexpr char const* kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

SurveyDetail take_in(http::Call const& call, ReadSurvey read)
{
    if (!read.problems.empty()) throw Refused{Code::invalid_input, {}, as_problems(read.problems)};
    return take_in_survey(call, std::move(read.survey));
}

}  // namespace

http::Download survey_file(http::Call const& call, SurveyFileQuery const& query)
{
    auto const detail = survey_detail(call.tx, call.path<SurveyId>(0));
    auto const name = detail.summary.code + "-" + std::to_string(detail.summary.version);
    if (query.format == SurveyFormat::yaml) return {name + ".yaml", "application/yaml", write_pack(detail.survey)};
    return {name + ".xlsx", kXlsx, sheets::xlsx_bytes(to_workbook(detail.survey))};
}

SurveyDetail take_in_yaml(http::Call const& call, http::TextBody const& body) { return take_in(call, read_pack(body.text)); }

SurveyDetail take_in_workbook(http::Call const& call, http::Upload const& upload)
{
    return take_in(call, from_workbook(sheets::read_table_file(upload.path)));
}

}  // namespace surveys
