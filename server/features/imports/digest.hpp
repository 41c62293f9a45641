// What a row that an import added is recognised by when the import is taken back: far shorter than the row itself.
#pragma once
#include "platform/json/json.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace imports {

inline constexpr std::size_t kDigestLength = 16;

/// FNV-1a of the row as JSON, in hexadecimal: tells a changed row from an unchanged one; it is no protection against anybody.
template <class T>
std::string digest_of(T const& row)
{
    std::uint64_t hash = 0xCBF29CE484222325u;
    for (unsigned char const byte : json::write(row)) hash = (hash ^ byte) * 0x100000001B3u;
    std::string digest;
    for (int shift = 60; shift >= 0; shift -= 4) digest += "0123456789abcdef"[hash >> shift & 15];
    return digest;
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
