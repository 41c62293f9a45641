#include "features/findings/indicators.hpp"

#include <algorithm>

namespace findings {

std::optional<std::size_t> field_of(surveys::Survey const& survey, std::string const& question, std::string const& item)
{
    auto const first = surveys::fields_of(survey);
    auto const q = surveys::find_question(survey, question);
    if (!q || item.empty()) return q ? std::optional{first[*q]} : std::nullopt;
    for (std::size_t i = 0; i < survey.questions[*q].items.size(); ++i)
        if (survey.questions[*q].items[i].code == item) return first[*q] + i;
    return std::nullopt;
}

std::optional<Looked> look_at(surveys::Survey const& survey, surveys::Indicator const& indicator)
{
    auto const field = field_of(survey, indicator.question, indicator.item);
    auto const question = surveys::find_question(survey, indicator.question);
    if (!field || !question) return std::nullopt;
    return Looked{*field, options_named(survey.questions[*question], indicator.options)};
}

Chosen options_named(surveys::Question const& question, std::vector<std::string> const& codes)
{
    Chosen chosen = 0;
    for (std::size_t o = 0; o < question.options.size(); ++o)
        if (std::find(codes.begin(), codes.end(), question.options[o].code) != codes.end()) chosen |= Chosen{1} << o;
    return chosen;
}

Share share_of(surveys::Survey const& survey, surveys::Indicator const& indicator, Columns const& columns)
{
    Share share;
    auto const looked = look_at(survey, indicator);
    if (!looked) return share;
    for (auto const chosen : columns.chosen[looked->field]) {
        share.answered += chosen != 0;
        share.chose += (chosen & looked->options) != 0;
    }
    return share;
}

}  // namespace findings
