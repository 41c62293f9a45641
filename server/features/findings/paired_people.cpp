#include "features/findings/paired_people.hpp"

#include <algorithm>
#include <unordered_map>

namespace findings {
namespace {

/// How many pairs must go so that the others are nobody or enough.
std::size_t too_many(std::size_t everybody, std::size_t pairs, std::size_t threshold)
{
    auto const others = everybody - pairs;
    return others == 0 || others >= threshold ? 0 : threshold - others;
}

}  // namespace

PairedPeople paired_people(Columns const& before, Columns const& after, int threshold)
{
    auto const least = static_cast<std::size_t>(threshold);
    std::unordered_map<std::string_view, std::size_t> row_of;
    for (std::size_t row = 0; row < before.rows(); ++row) row_of.emplace(before.pseudonyms[row], row);
    PairedPeople people;
    for (std::size_t row = 0; row < after.rows(); ++row)
        if (auto const found = row_of.find(after.pseudonyms[row]); found != row_of.end())
            people.rows.emplace_back(found->second, row);
    // Pseudonyms are random: their order is the lot, and it falls the same each time.
    std::sort(people.rows.begin(), people.rows.end(),
              [&](auto const& a, auto const& b) { return before.pseudonyms[a.first] < before.pseudonyms[b.first]; });
    auto leave_out =
        std::max(too_many(before.rows(), people.rows.size(), least), too_many(after.rows(), people.rows.size(), least));
    // Nobody stood beside the pairs in one of the waves: now some do, and they must be enough there too.
    if (leave_out > 0)
        leave_out = std::max(leave_out, before.rows() == people.rows.size() || after.rows() == people.rows.size() ? least : 0);
    leave_out = std::min(leave_out, people.rows.size());
    people.rows.resize(people.rows.size() - leave_out);
    people.left_out = static_cast<std::int64_t>(leave_out);
    if (people.rows.size() < least) people.rows.clear();
    return people;
}

}  // namespace findings
