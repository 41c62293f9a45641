// FNV-1a: tells one text from another; protects nothing from anybody.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

inline constexpr std::uint64_t kFnvStart = 0xCBF29CE484222325u;

/// `hash`: of what came before.
constexpr std::uint64_t fnv(std::string_view bytes, std::uint64_t hash = kFnvStart)
{
    for (char const byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3u;
    return hash;
}

/// Sixteen hexadecimal digits.
inline std::string digits_of(std::uint64_t hash)
{
    std::string digits;
    for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[hash >> shift & 15];
    return digits;
}
