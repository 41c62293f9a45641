// Which two waves are compared, and what of each may be told beside everything else that is shown of it.
#pragma once
#include "features/findings/paired_people.hpp"
#include "features/findings/tally.hpp"

namespace findings {

/// Two closed waves; `after` was opened to be compared with `before`.
struct PairedWaves {
    surveys::WaveRow before, after;
    int threshold() const { return std::max(before.threshold, after.threshold); }
};

/// The one comparison that the wave is part of; nothing while one of the two is open, and for a wave that stands alone. The pairs
/// of a wave with two others would differ in a few people, so no wave is opened to be compared with one that is compared already.
std::optional<PairedWaves> shown_pair(db::Tx&, surveys::WaveRow const&);

/// Which fields of `wave`, one of the two, may be told of the pairs. From what was kept, where the key is gone.
std::vector<bool> may_compare_here(db::Tx&, Tallies&, surveys::Library&, PairedWaves const&, surveys::WaveRow const& wave);

}  // namespace findings
