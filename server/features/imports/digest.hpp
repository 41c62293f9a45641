// What a row that an import added is recognised by when the import is taken back: far shorter than the row itself.
#pragma once
#include "platform/core/fnv.hpp"
#include "platform/json/json.hpp"

#include <vector>

namespace imports {

inline constexpr std::size_t kDigestLength = 16;

/// Of the row as JSON: tells a changed row from an unchanged one.
template <class T>
std::string digest_of(T const& row)
{
    return digits_of(fnv(json::write(row)));
}

template <class T>
std::string digests_of(std::vector<T> const& rows)
{
    std::string digests;
    digests.reserve(rows.size() * kDigestLength);
    for (auto const& row : rows) digests += digest_of(row);
    return digests;
}

}  // namespace imports
