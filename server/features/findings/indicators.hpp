// An indicator counted: who chose one of its options, of those who answered its question.
#pragma once
#include "features/findings/columns.hpp"

namespace findings {

struct Share {
    std::int64_t answered = 0, chose = 0;
};
Share share_of(surveys::Survey const&, surveys::Indicator const&, Columns const&);

/// Where an indicator looks; nothing when the survey has no such question.
struct Looked {
    std::size_t field = 0;
    Chosen options = 0;
};
std::optional<Looked> look_at(surveys::Survey const&, surveys::Indicator const&);

/// The field of a question, or of one item of a matrix; nothing when the survey has none.
std::optional<std::size_t> field_of(surveys::Survey const&, std::string const& question, std::string const& item);
Chosen options_named(surveys::Question const&, std::vector<std::string> const& codes);

}  // namespace findings
