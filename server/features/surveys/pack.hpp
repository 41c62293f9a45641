// A survey pack: one YAML file per survey.
#pragma once
#include "features/surveys/survey.hpp"
#include "platform/core/from_file.hpp"

namespace surveys {

struct ReadSurvey : FromFile {
    Survey survey;
};

ReadSurvey read_pack(std::string_view yaml);
/// Reads back to an equal survey; leaves out what equals the default.
std::string write_pack(Survey const&);

}  // namespace surveys
