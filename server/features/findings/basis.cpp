#include "features/findings/basis.hpp"

#include <algorithm>

namespace findings {
namespace {

constexpr std::uint32_t kPrime = 2147483647;

std::uint32_t times(std::uint64_t a, std::uint64_t b) { return static_cast<std::uint32_t>(a * b % kPrime); }
std::uint32_t minus(std::uint32_t a, std::uint32_t b) { return a >= b ? a - b : a + kPrime - b; }

std::uint32_t inverse(std::uint32_t a)
{
    std::uint32_t result = 1;
    for (auto power = kPrime - 2; power > 0; power /= 2, a = times(a, a))
        if (power % 2 == 1) result = times(result, a);
    return result;
}

void subtract(Combination& from, std::uint32_t factor, Combination const& what)
{
    for (std::size_t i = 0; i < from.size(); ++i)
        if (what[i] != 0) from[i] = minus(from[i], factor == 1 ? what[i] : times(factor, what[i]));
}

void scale(Combination& what, std::uint32_t factor)
{
    for (auto& weight : what) weight = times(weight, factor);
}

}  // namespace

Basis::Basis(std::size_t columns) : columns_(columns), row_at_(columns, kNone) {}

void Basis::clear_at_pivot(Row& row, Row const& by) const
{
    auto const factor = row.reduced[by.pivot];
    if (factor == 0) return;
    subtract(row.reduced, factor, by.reduced);
    subtract(row.made_from, factor, by.made_from);
}

bool Basis::add(std::span<Column const> ones)
{
    Row row{0, Combination(columns_, 0), {}};
    for (auto const column : ones) row.reduced[column] = 1;
    for (auto const column : ones)
        if (row_at_[column] != kNone) subtract(row.reduced, 1, rows_[static_cast<std::size_t>(row_at_[column])].reduced);
    auto const pivot = std::find_if(row.reduced.begin(), row.reduced.end(), [](auto weight) { return weight != 0; });
    if (pivot == row.reduced.end()) return false;

    row.pivot = static_cast<Column>(pivot - row.reduced.begin());
    row.made_from.assign(columns_, 0);
    row.made_from[rows_.size()] = 1;
    for (auto const column : ones)
        if (row_at_[column] != kNone) subtract(row.made_from, 1, rows_[static_cast<std::size_t>(row_at_[column])].made_from);
    auto const to_one = inverse(*pivot);
    scale(row.reduced, to_one);
    scale(row.made_from, to_one);
    for (auto& other : rows_) clear_at_pivot(other, row);
    row_at_[row.pivot] = static_cast<int>(rows_.size());
    rows_.push_back(std::move(row));
    return true;
}

// A vector of the span is the sum of the rows at whose pivots it has a one: at every pivot only one row is not 0.
bool Basis::needs(std::span<Column const> ones, std::size_t member) const
{
    std::uint64_t sum = 0;
    for (auto const column : ones)
        if (row_at_[column] != kNone) sum += rows_[static_cast<std::size_t>(row_at_[column])].made_from[member];
    return sum % kPrime != 0;
}

Combination Basis::only(std::size_t member) const
{
    Combination weights(columns_, 0);
    for (auto const& row : rows_) weights[row.pivot] = row.made_from[member];
    return weights;
}

}  // namespace findings
