// Independent vectors of zeros and ones, reckoned modulo the prime 2^31 − 1: exact, and quick. Vectors that are independent
// modulo the prime are independent; the other way round it could fail only where every minor of full size is a multiple of the
// prime.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace findings {

using Column = std::uint16_t;
/// A weight for each column, modulo the prime.
using Combination = std::vector<std::uint32_t>;

class Basis {
public:
    explicit Basis(std::size_t columns);

    std::size_t size() const { return rows_.size(); }
    /// Takes a vector, told by the columns that hold its ones. False, and nothing taken, where it is a combination of those
    /// before.
    bool add(std::span<Column const> ones);
    /// Whether the vector needs the member, numbered in the order of add(), to be put together. The vector is in the span.
    bool needs(std::span<Column const> ones, std::size_t member) const;
    /// Weighs the member with 1 and every other member with 0.
    Combination only(std::size_t member) const;

private:
    static constexpr int kNone = -1;
    struct Row {
        Column pivot;           ///< 1 here, and 0 at the pivots of all other rows
        Combination reduced;    ///< [column]
        Combination made_from;  ///< [member] so much of it makes this row
    };
    void clear_at_pivot(Row& row, Row const& by) const;

    std::size_t columns_;
    std::vector<Row> rows_;
    std::vector<int> row_at_;  ///< [column] the row that has its pivot there
};

}  // namespace findings
