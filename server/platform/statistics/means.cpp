#include "platform/statistics/means.hpp"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace statistics {
namespace {

void must_be_finite(std::span<double const> answers)
{
    if (!std::all_of(answers.begin(), answers.end(), [](double answer) { return std::isfinite(answer); }))
        throw std::invalid_argument("an answer on a scale is a number");
}

double mean(std::span<double const> answers)
{
    return std::accumulate(answers.begin(), answers.end(), 0.0) / static_cast<double>(answers.size());
}

double standard_deviation(std::span<double const> answers)
{
    auto const centre = mean(answers);
    double squares = 0;
    for (auto const answer : answers) squares += (answer - centre) * (answer - centre);
    return std::sqrt(squares / static_cast<double>(answers.size() - 1));
}

/// Between the two neighbours of the place `p` of the way from the first to the last.
double quantile_of(std::span<double const> sorted, double p)
{
    auto const place = p * static_cast<double>(sorted.size() - 1);
    auto const below = static_cast<std::size_t>(place);
    auto const above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

/// The answer at that place of all in their order.
double answer_at(std::span<std::int64_t const> counts, std::int64_t place)
{
    std::size_t step = 0;
    for (auto before = counts[0]; before <= place; before += counts[++step]) {
    }
    return static_cast<double>(step + 1);
}

double quantile_of_counts(std::span<std::int64_t const> counts, std::int64_t n, double p)
{
    auto const place = p * static_cast<double>(n - 1);
    auto const below = static_cast<std::int64_t>(place);
    auto const low = answer_at(counts, below);
    return low + (place - static_cast<double>(below)) * (answer_at(counts, std::min(below + 1, n - 1)) - low);
}

/// A spread that is nothing but rounding counts as none.
bool is_constant(PairedMeans const& means, double standard_error)
{
    auto const size = std::max(std::abs(means.mean_before), std::abs(means.mean_after));
    return standard_error <= 10 * std::numeric_limits<double>::epsilon() * size;
}

}  // namespace

Summary summary(std::span<double const> answers)
{
    if (answers.empty()) throw std::invalid_argument("a summary is of at least one answer");
    must_be_finite(answers);
    std::vector<double> sorted{answers.begin(), answers.end()};
    std::sort(sorted.begin(), sorted.end());
    Summary found;
    found.n = static_cast<std::int64_t>(sorted.size());
    found.mean = mean(sorted);
    if (sorted.size() > 1) found.sd = standard_deviation(sorted);
    found.median = quantile_of(sorted, 0.5);
    found.q1 = quantile_of(sorted, 0.25);
    found.q3 = quantile_of(sorted, 0.75);
    return found;
}

Summary summary_of_counts(std::span<std::int64_t const> counts)
{
    if (std::any_of(counts.begin(), counts.end(), [](auto count) { return count < 0; }))
        throw std::invalid_argument("a count is not negative");
    Summary found;
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        found.n += counts[i];
        sum += static_cast<double>(counts[i]) * static_cast<double>(i + 1);
    }
    if (found.n == 0) throw std::invalid_argument("a summary is of at least one answer");
    auto const n = static_cast<double>(found.n);
    found.mean = sum / n;
    double squares = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        auto const away = static_cast<double>(i + 1) - found.mean;
        squares += static_cast<double>(counts[i]) * away * away;
    }
    if (found.n > 1) found.sd = std::sqrt(squares / (n - 1));
    found.median = quantile_of_counts(counts, found.n, 0.5);
    found.q1 = quantile_of_counts(counts, found.n, 0.25);
    found.q3 = quantile_of_counts(counts, found.n, 0.75);
    return found;
}

PairedMeans paired_means(std::span<double const> before, std::span<double const> after, double confidence)
{
    if (before.size() != after.size()) throw std::invalid_argument("the same people answer before and after");
    if (before.size() < 2) throw std::invalid_argument("a movement is judged on at least two people");
    if (!(confidence > 0 && confidence < 1)) throw std::invalid_argument("a confidence lies between 0 and 1");
    must_be_finite(before);
    must_be_finite(after);
    std::vector<double> moved(before.size());
    std::transform(after.begin(), after.end(), before.begin(), moved.begin(), std::minus{});

    PairedMeans means;
    means.n = static_cast<std::int64_t>(moved.size());
    means.mean_before = mean(before);
    means.mean_after = mean(after);
    means.difference = mean(moved);
    means.interval = {means.difference, means.difference};
    auto const sd = standard_deviation(moved);
    auto const standard_error = sd / std::sqrt(static_cast<double>(means.n));
    if (is_constant(means, standard_error)) return means;

    boost::math::students_t const student{static_cast<double>(means.n - 1)};
    auto const reach = quantile(complement(student, (1 - confidence) / 2)) * standard_error;
    means.interval = {means.difference - reach, means.difference + reach};
    means.t = means.difference / standard_error;
    means.p = 2 * cdf(complement(student, std::abs(*means.t)));
    means.effect = means.difference / sd;
    return means;
}

}  // namespace statistics
