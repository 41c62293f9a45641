// The answers of one person as they are kept: one field a question (a matrix: one an item), in the order of the published survey,
// separated by '|'. A field is empty (not asked, or left out), an option's place from 0, several places "0,3", or a number.
// What was typed is kept apart (survey_text), with no link to the rest.
#pragma once
#include "features/surveys/survey.hpp"
#include "platform/core/refused.hpp"

#include <string_view>

namespace surveys {

/// Where a question's first field stands; the last entry is the number of fields.
std::vector<std::size_t> fields_of(Survey const&);

struct Typed {
    std::string question, option, text;  ///< option: the one that asked for words, else empty
};
struct Kept {
    std::string fields;
    std::vector<Typed> typed;
};

/// Holds the answers against the survey and puts them into the form that is kept. Appends to `problems` what is wrong, by JSON
/// pointer into {"answers": …}; then the result is of no use.
Kept keep(Survey const&, std::vector<Answer> const&, std::vector<Problem>& problems);

/// Whether the question is asked of whoever has given these answers.
bool is_asked(Survey const&, Question const&, std::vector<Answer> const&);

}  // namespace surveys
