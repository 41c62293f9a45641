// One wave's figures, counted from its columns: questions for everybody, and by the groups of a cut that may be shown.
#pragma once
#include "features/findings/columns.hpp"
#include "features/findings/disclosure.hpp"
#include "features/findings/results.hpp"

namespace findings {

/// Whom a question was put to, by its condition: one flag a row.
std::vector<std::uint8_t> asked_rows(surveys::Survey const&, std::size_t question, Columns const&);

/// What may be shown of each question, decided once for all its cuts. Cuts as in `cuts`.
class Showing {
public:
    Showing(surveys::Survey const&, Columns const&, std::vector<CutColumn> const& cuts, int threshold);

    /// Of one question; of one item, where it is a matrix.
    Shown const& of(std::size_t question, std::size_t item = 0) const;

private:
    std::vector<std::size_t> first_;
    std::vector<Shown> shown_;  ///< one a field
};

/// Whether a field may also be told of some of its rows (`pairs`: 0 = among them, -1 = not), beside all that is shown already.
bool may_tell_of(surveys::Survey const&, std::size_t question, std::size_t item, Columns const&,
                 std::vector<CutColumn> const& cuts, Showing const&, std::vector<std::int16_t> const& pairs, int threshold);

/// Everybody, without a cut. Where fewer than the threshold answered a question, it is hidden.
std::vector<QuestionResult> count(surveys::Survey const&, Columns const&, int threshold);
/// Adds the groups of the cut to each question.
void cross(std::vector<QuestionResult>&, surveys::Survey const&, Columns const&, std::vector<CutColumn> const& cuts,
           std::size_t cut, Showing const&);

}  // namespace findings
