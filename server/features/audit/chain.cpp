#include "features/audit/chain.hpp"

#include "platform/json/write.hpp"

#include <sodium.h>

namespace audit {

std::string hash_of(std::int64_t position, Entry const& entry, std::string_view previous)
{
    std::string text = std::to_string(position) + '\n';
    json::append(text, entry);
    text.append("\n").append(previous);
    unsigned char digest[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(digest, reinterpret_cast<unsigned char const*>(text.data()), text.size());
    char hex[2 * sizeof digest + 1];
    sodium_bin2hex(hex, sizeof hex, digest, sizeof digest);
    return hex;
}

}  // namespace audit
