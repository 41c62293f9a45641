// Facts that hold from a day until a day: how one ends and another begins without touching what was true before.
#pragma once
#include "features/imports/records.hpp"

#include <type_traits>

namespace imports {

template <class T>
auto& begin_of(T& row)
{
    if constexpr (std::is_same_v<std::remove_const_t<T>, PostingRecord>)
        return row.effective_on;
    else
        return row.valid_from;
}

template <class T>
auto& end_of(T& row)
{
    if constexpr (std::is_same_v<std::remove_const_t<T>, PostingRecord>)
        return row.ended_on;
    else
        return row.valid_until;
}

/// Ends the row on the day; one that would never have held is removed. Nothing when it ended before.
template <class T>
void end_on(Writes<T>& writes, T const& row, Date day)
{
    if (end_of(row) && *end_of(row) <= day) return;
    if (begin_of(row) >= day) return writes.removed.push_back(row);
    auto after = row;
    end_of(after) = day;
    writes.updated.emplace_back(row, std::move(after));
}

/// `after`, a changed copy of `before`, takes its place from the day on: in the same row where that begins on the day, else in a
/// new one that ends when the old one would have.
template <class T>
void replace_from(Writes<T>& writes, T const& before, T after, Date day, std::int64_t& next_id)
{
    if (begin_of(before) >= day) return writes.updated.emplace_back(before, std::move(after)), void();
    end_on(writes, before, day);
    begin_of(after) = day;
    if constexpr (requires { after.id.value; })
        after.id.value = next_id++;
    else
        after.id = next_id++;
    writes.inserted.push_back(std::move(after));
}

}  // namespace imports
