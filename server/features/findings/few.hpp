// Whether tables, added and subtracted in any way, speak of too few people.
//
// A respondent is a vector: 1 for the total, and a 1 for each shown group they belong to. A way of adding and subtracting tables
// is a weight for each column, and it speaks of those on whose vectors the weights do not come to 0. There are too many ways to
// try, but one that speaks of fewer than k people leaves a trace. Take k/2 bases of the vectors' space (rounded up) that share
// nobody. Every way speaks of at least one member of each basis; were it two members of each, it would speak of k people. So it
// speaks of exactly one member of some basis, and for each member there is only one such way: these are the ways to count.
//
// Where there are not people enough for so many bases, those who are left span less. Ways that speak of somebody who is left must
// speak of so many of the left as the bases did not account for; ways that speak of nobody left belong to the space without
// them. Both are the same question again, smaller. Nothing small is overlooked; where the last basis uses everybody up and still
// does not account for k, its first way is given though it may speak of more.
#pragma once
#include "features/findings/basis.hpp"

#include <optional>
#include <span>
#include <vector>

namespace findings {

/// People whom the tables do not tell apart.
struct Alike {
    std::vector<Column> ones;
    int people = 0;
};

/// A way of adding and subtracting that speaks of fewer than `threshold` of the people, or may. None: there is no such way.
/// Quickest when those whose groups are large come first.
std::optional<Combination> speaks_of_few(std::span<Alike const>, std::size_t columns, int threshold);

}  // namespace findings
