#include "features/findings/few.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>

using namespace findings;

namespace {

int between(int least, int most) { return *rc::gen::inRange(least, most + 1); }

std::vector<Alike> any_people(int kinds, int columns)
{
    std::vector<Alike> all(static_cast<std::size_t>(kinds));
    for (auto& alike : all) {
        for (int column = 0; column < columns; ++column)
            if (between(0, 2) == 0) alike.ones.push_back(static_cast<Column>(column));
        alike.people = between(0, 2) == 0 ? between(4, 9) : between(1, 3);
    }
    return all;
}

/// Of the kinds whose bit is set.
std::size_t rank(std::vector<Alike> const& all, std::size_t columns, std::uint32_t kinds)
{
    Basis basis{columns};
    for (std::size_t kind = 0; kind < all.size(); ++kind)
        if ((kinds >> kind & 1) != 0) basis.add(all[kind].ones);
    return basis.size();
}

/// The fewest people without whom the others span less: the fewest of whom some sum of tables speaks.
int fewest(std::vector<Alike> const& all, std::size_t columns)
{
    auto const everybody = (1u << all.size()) - 1;
    auto least = INT32_MAX;
    for (std::uint32_t without = 1; without <= everybody; ++without) {
        if (rank(all, columns, everybody & ~without) == rank(all, columns, everybody)) continue;
        auto people = 0;
        for (std::size_t kind = 0; kind < all.size(); ++kind)
            if ((without >> kind & 1) != 0) people += all[kind].people;
        least = std::min(least, people);
    }
    return least;
}

}  // namespace

RC_GTEST_PROP(SumsOfTables, OneThatSpeaksOfTooFewIsNeverOverlooked, ())
{
    auto const columns = between(1, 6), threshold = between(1, 9);
    auto const all = any_people(between(1, 11), columns);
    auto const way = speaks_of_few(all, static_cast<std::size_t>(columns), threshold);
    if (fewest(all, static_cast<std::size_t>(columns)) < threshold) RC_ASSERT(way.has_value());
}

RC_GTEST_PROP(SumsOfTables, OfPeopleWhoAllAreManyNoneIsTakenForTooSmall, ())
{
    auto const columns = between(1, 5), threshold = between(1, 9);
    auto all = any_people(between(1, 8), columns);
    for (auto& alike : all) alike.people += threshold;
    RC_ASSERT(!speaks_of_few(all, static_cast<std::size_t>(columns), threshold));
}

TEST(SumsOfTables, OneThatNoMemberOfTheBasesShowsIsFoundAmongThoseWhoAreLeft)
{
    // Columns 0 less 1 speaks of four who are in one of both alone, and of the last; every base takes all who are alone.
    std::vector<Alike> const all{{{0}, 2}, {{1}, 2}, {{2}, 2}, {{3}, 2}, {{0, 1}, 9}, {{2, 3}, 9}, {{0, 2}, 1}};
    EXPECT_EQ(fewest(all, 4), 5);
    EXPECT_TRUE(speaks_of_few(all, 4, 7));
    EXPECT_FALSE(speaks_of_few(all, 4, 5));
}

TEST(Basis, AMemberIsNeededByItsOwnVectorAndAVectorOfTheSpanByThoseItIsMadeOf)
{
    std::vector<Column> const first{0, 1}, second{0, 2}, both{1, 2}, all{0, 1, 2};
    Basis basis{3};
    EXPECT_TRUE(basis.add(first));
    EXPECT_TRUE(basis.add(second));
    EXPECT_FALSE(basis.add(first));
    EXPECT_TRUE(basis.needs(first, 0));
    EXPECT_FALSE(basis.needs(first, 1));
    EXPECT_TRUE(basis.add(both)) << "twice the half of all three is no vector of the first two";
    EXPECT_FALSE(basis.add(all));
    for (std::size_t member = 0; member < 3; ++member) EXPECT_TRUE(basis.needs(all, member));
    auto const weights = basis.only(2);
    EXPECT_EQ((std::uint64_t{weights[1]} + weights[2]) % 2147483647, 1u);
    EXPECT_EQ((std::uint64_t{weights[0]} + weights[1]) % 2147483647, 0u);
}
