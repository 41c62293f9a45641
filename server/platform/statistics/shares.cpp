#include "platform/statistics/shares.hpp"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace statistics {
namespace {

/// How far out on the normal curve both ends lie that hold `confidence` between them: 0.95 → 1.96.
double reach_of(double confidence)
{
    if (!(confidence > 0 && confidence < 1)) throw std::invalid_argument("a confidence lies between 0 and 1");
    return quantile(complement(boost::math::normal{}, (1 - confidence) / 2));
}

double share(std::int64_t hits, std::int64_t n) { return static_cast<double>(hits) / static_cast<double>(n); }

/// How much the two answers of a person go together, φ: what the answers themselves show, less the half person by which a
/// positive one may be chance. 0 where everybody answered alike before or after.
double correlation(PairedCounts const& c)
{
    auto const both = static_cast<double>(c.both), only_before = static_cast<double>(c.only_before);
    auto const only_after = static_cast<double>(c.only_after), neither = static_cast<double>(c.neither);
    auto const margins = (both + only_before) * (only_after + neither) * (both + only_after) * (only_before + neither);
    if (margins == 0) return 0;
    auto const together = both * neither - only_before * only_after;
    auto const half = (both + only_before + only_after + neither) / 2;
    return (together > 0 ? std::max(together - half, 0.0) : together) / std::sqrt(margins);
}

/// The distance from a difference to its limit, from the distances of the two shares to theirs.
double square_and_add(double one, double other, double phi)
{
    return std::sqrt(std::max(one * one - 2 * phi * one * other + other * other, 0.0));
}

Interval newcombe(PairedCounts const& c, PairedShares const& s, double confidence)
{
    auto const before = wilson(c.both + c.only_before, s.n, confidence);
    auto const after = wilson(c.both + c.only_after, s.n, confidence);
    auto const phi = correlation(c);
    return {s.difference - square_and_add(s.after - after.low, before.high - s.before, phi),
            s.difference + square_and_add(after.high - s.after, s.before - before.low, phi)};
}

double mcnemar(std::int64_t one_way, std::int64_t other_way)
{
    auto const changed = static_cast<double>(one_way + other_way);
    if (changed == 0) return 1;
    auto const fewer = static_cast<double>(std::min(one_way, other_way));
    return std::min(1.0, 2 * cdf(boost::math::binomial{changed, 0.5}, fewer));
}

double cohens_h(double before, double after) { return 2 * std::asin(std::sqrt(after)) - 2 * std::asin(std::sqrt(before)); }

}  // namespace

Interval wilson(std::int64_t hits, std::int64_t n, double confidence)
{
    if (n < 1 || hits < 0 || hits > n) throw std::invalid_argument("a share is of at least one, and of no more than all");
    auto const z = reach_of(confidence);
    auto const people = static_cast<double>(n), p = share(hits, n);
    auto const scale = 1 + z * z / people;
    auto const centre = (p + z * z / (2 * people)) / scale;
    auto const reach = z * std::sqrt(p * (1 - p) / people + z * z / (4 * people * people)) / scale;
    return {hits == 0 ? 0 : centre - reach, hits == n ? 1 : centre + reach};
}

PairedShares paired_shares(PairedCounts const& counts, double confidence)
{
    if (std::min({counts.both, counts.only_before, counts.only_after, counts.neither}) < 0)
        throw std::invalid_argument("there are no fewer than none");
    PairedShares shares;
    shares.n = counts.both + counts.only_before + counts.only_after + counts.neither;
    if (shares.n == 0) throw std::invalid_argument("a share is of at least one");
    shares.before = share(counts.both + counts.only_before, shares.n);
    shares.after = share(counts.both + counts.only_after, shares.n);
    shares.difference = share(counts.only_after - counts.only_before, shares.n);
    shares.interval = newcombe(counts, shares, confidence);
    shares.p = mcnemar(counts.only_before, counts.only_after);
    shares.effect = cohens_h(shares.before, shares.after);
    return shares;
}

}  // namespace statistics
