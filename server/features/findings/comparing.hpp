// The figures of a comparison and what they say in a sentence.
#pragma once
#include "features/findings/paired_people.hpp"
#include "features/findings/pairs.hpp"

namespace findings {

struct Side {
    surveys::Survey const& survey;
    Columns const& columns;
    std::vector<bool> may_tell;  ///< [field] of the pairs, beside all that is shown already
    bool tells(std::size_t field) const { return field < may_tell.size() && may_tell[field]; }
};

/// Of the same people; questions are matched by their codes, and so are options. A question that fewer than the threshold
/// answered both times is left out, and so is one whose pairs would show the answers of a few.
class Comparison {
public:
    Comparison(Side before, Side after, PairedPeople const& people, int threshold)
        : before_(std::move(before)), after_(std::move(after)), people_(people), threshold_(threshold)
    {
    }
    std::vector<PairedShare> shares() const;
    std::vector<PairedMean> means() const;

private:
    std::optional<PairedShare> share(surveys::Indicator const&) const;
    std::optional<PairedMean> mean(surveys::Question const&, std::size_t item) const;

    Side before_, after_;
    PairedPeople const& people_;
    int threshold_;
};

}  // namespace findings
