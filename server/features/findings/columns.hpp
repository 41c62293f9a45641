// The answers of a wave as columns in memory, so that a question about 50,000 people is a walk over numbers.
#pragma once
#include "features/surveys/answer_text.hpp"

#include <map>

namespace findings {

/// One bit for each option that was chosen; 0 = not answered. Rows are people, in no order that means anything.
using Chosen = std::uint64_t;
static_assert(surveys::kMostOptions <= 64);

struct Columns {
    std::int64_t batch = 0;                              ///< everything up to this one is in
    std::vector<std::string> pseudonyms;                 ///< one a row
    std::vector<std::vector<Chosen>> chosen;             ///< one column a field (surveys::fields_of)
    std::map<std::size_t, std::vector<double>> numbers;  ///< of the fields that hold numbers; NaN = not answered
    std::size_t rows() const { return pseudonyms.size(); }
};

/// A cut of a closed wave: for each row the number of its group, -1 = none.
struct CutColumn {
    std::string code;
    std::vector<std::string> groups;  ///< as they are kept: codes or names
    std::vector<std::int16_t> of;
};

}  // namespace findings
