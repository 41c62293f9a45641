#include "features/surveys/survey.hpp"

#include <algorithm>

namespace surveys {

std::optional<std::size_t> find_question(Survey const& survey, std::string_view code)
{
    auto const found =
        std::find_if(survey.questions.begin(), survey.questions.end(), [&](auto const& each) { return each.code == code; });
    if (found == survey.questions.end()) return std::nullopt;
    return static_cast<std::size_t>(found - survey.questions.begin());
}

}  // namespace surveys
