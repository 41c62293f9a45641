// Answers on a scale: where those of a group lie, and how far the same people have moved from before to after.
#pragma once
#include "platform/statistics/interval.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace statistics {

struct Summary {
    std::int64_t n = 0;
    double mean = 0;
    std::optional<double> sd;           ///< of the sample (n − 1); none for one answer
    double median = 0, q1 = 0, q3 = 0;  ///< quantile type 7, the usual one of R and of spreadsheets
};

/// Refuses with std::invalid_argument no answers, and one that is not finite.
Summary summary(std::span<double const> answers);

/// The same of answers that were counted: counts[i] people answered i + 1. Refuses with std::invalid_argument no answers, and a
/// negative count.
Summary summary_of_counts(std::span<std::int64_t const> counts);

/// Student's test of the same people before and after, as t.test(after, before, paired = TRUE) of R.
struct PairedMeans {
    std::int64_t n = 0;
    double mean_before = 0, mean_after = 0;
    double difference = 0;  ///< after − before
    Interval interval;      ///< of the difference; no width where everybody moved by the same
    // None of these where everybody moved by the same: there is no spread to measure the movement by.
    std::optional<double> t, p;
    std::optional<double> effect;  ///< Cohen's d_z: the difference in standard deviations of the differences
};

/// The answers of one person stand at one place of both. Refuses with std::invalid_argument fewer than two people, two spans of
/// unequal length, an answer that is not finite, and a confidence that is not between 0 and 1.
PairedMeans paired_means(std::span<double const> before, std::span<double const> after, double confidence = 0.95);

}  // namespace statistics
