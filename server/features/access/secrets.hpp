// Passwords, tokens and what is kept of them. Hashing a password costs 20 MB and tens of milliseconds: only on the slow pool.
#pragma once
#include <string>
#include <string_view>

namespace accounts {

/// argon2id, t=2, m=19 MiB.
std::string hash_password(std::string_view password);
/// With an empty hash it takes as long and says no: the time does not tell whether an account exists.
bool matches(std::string_view hash, std::string_view password);
bool needs_rehash(std::string const& hash);

/// Refuses with weak_password: fewer than 12 characters, the login in it, one of the well-known, or nearly one character only.
void refuse_weak(std::string_view password, std::string_view login);

/// `bytes` random bytes in hexadecimal.
std::string random_token(std::size_t bytes);
/// What the database keeps of a token.
std::string token_hash(std::string_view token);

/// A keyed tag over `text`, hexadecimal; `key` as random_token(32) made it.
std::string sign(std::string_view key, std::string_view text);
bool same(std::string_view a, std::string_view b);  ///< in constant time

}  // namespace accounts
