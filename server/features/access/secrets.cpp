#include "features/access/secrets.hpp"

#include "platform/core/refused.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <set>

namespace accounts {
namespace {

constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemory = 19 * 1024 * 1024;
constexpr std::size_t kShortest = 12;

void start_sodium()
{
    static int const ready = sodium_init();
    if (ready < 0) throw std::runtime_error("libsodium cannot start");
}

std::string hex_of(unsigned char const* bytes, std::size_t size)
{
    std::string hex(2 * size + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes, size);
    hex.pop_back();
    return hex;
}

std::string lower_case(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

// Beginnings of what people choose when twelve characters are asked for.
constexpr std::array<std::string_view, 12> kWellKnown{"password",      "passw0rd", "123456789", "qwertyuiop",
                                                      "asdfghjkl",     "1q2w3e4r", "abcdefgh",  "iloveyou",
                                                      "administrator", "hagukumi", "letmein",   "111111"};

}  // namespace

std::string hash_password(std::string_view password)
{
    start_sodium();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(), kPasses, kMemory) != 0) throw std::bad_alloc();
    return hash.data();
}

bool matches(std::string_view hash, std::string_view password)
{
    start_sodium();
    static std::string const nobodys = hash_password(random_token(16));
    std::string const against(hash.empty() ? nobodys : hash);
    bool const same_password = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
    return same_password && !hash.empty();
}

bool needs_rehash(std::string const& hash) { return crypto_pwhash_str_needs_rehash(hash.c_str(), kPasses, kMemory) != 0; }

void refuse_weak(std::string_view password, std::string_view login)
{
    auto const characters = std::count_if(password.begin(), password.end(), [](char c) { return (c & 0xC0) != 0x80; });
    auto const lower = lower_case(password);
    bool const known =
        std::any_of(kWellKnown.begin(), kWellKnown.end(), [&](auto word) { return lower.find(word) != lower.npos; });
    bool const has_login = login.size() >= 3 && lower.find(lower_case(login)) != lower.npos;
    bool const monotonous = std::set<char>(password.begin(), password.end()).size() < 5;
    if (characters < static_cast<std::ptrdiff_t>(kShortest) || known || has_login || monotonous)
        throw Refused{Code::weak_password};
}

std::string random_token(std::size_t bytes)
{
    start_sodium();
    std::string random(bytes, '\0');
    randombytes_buf(random.data(), random.size());
    return hex_of(reinterpret_cast<unsigned char const*>(random.data()), random.size());
}

std::string token_hash(std::string_view token)
{
    unsigned char digest[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(digest, reinterpret_cast<unsigned char const*>(token.data()), token.size());
    return hex_of(digest, sizeof digest);
}

std::string sign(std::string_view key, std::string_view text)
{
    unsigned char tag[crypto_auth_hmacsha256_BYTES];
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<unsigned char const*>(key.data()), key.size());
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<unsigned char const*>(text.data()), text.size());
    crypto_auth_hmacsha256_final(&state, tag);
    return hex_of(tag, sizeof tag);
}

bool same(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace accounts
