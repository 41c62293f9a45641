// Shares of people who said yes: of one group, and of the same people asked before and after.
//
// All intervals are score intervals (Wilson 1927), because the shares of a small office are often 0 or 1, where the textbook's
// interval has no width. Two shares of the same people are not independent: their difference has Newcombe's interval for paired
// proportions, and its test looks only at those who changed their mind.
#pragma once
#include "platform/statistics/interval.hpp"

#include <cstdint>

namespace statistics {

/// As prop.test(hits, n, correct = FALSE) of R. Refuses with std::invalid_argument n < 1, hits outside 0…n, and a
/// confidence that is not between 0 and 1.
Interval wilson(std::int64_t hits, std::int64_t n, double confidence = 0.95);

/// The same people twice: who said yes both times, only before, only after, never.
struct PairedCounts {
    std::int64_t both = 0, only_before = 0, only_after = 0, neither = 0;
};

struct PairedShares {
    std::int64_t n = 0;
    double before = 0, after = 0;
    double difference = 0;  ///< after − before
    Interval interval;      ///< of the difference; method 10 of Newcombe, Statistics in Medicine 17 (1998) 2635–2650
    double p = 1;           ///< McNemar's test, exact and two-sided; 1 where nobody changed
    double effect = 0;      ///< Cohen's h = 2·asin√after − 2·asin√before; 0.2 is small, 0.5 medium, 0.8 large
};

/// Refuses with std::invalid_argument a negative count, a table of nobody, and such a confidence.
PairedShares paired_shares(PairedCounts const&, double confidence = 0.95);

}  // namespace statistics
