// Files embedded in the binary (cmake/EmbedAssets.cmake makes the tables). Each encoding is its own representation with its own
// ETag: a cache that holds the brotli form must never be told "not modified" about the plain one.
#pragma once
#include <span>
#include <string_view>

namespace http {

struct Representation {
    std::string_view bytes;
    std::string_view etag;  ///< quoted
};

struct Asset {
    std::string_view path;  ///< "/assets/index-3f2a.js"
    std::string_view mime;
    Representation identity;
    Representation gzip;  ///< empty bytes: not worth it or not made
    Representation brotli;
    bool immutable = false;  ///< the name holds a hash of the content: cached for a year without asking
};

struct ChosenAsset {
    Representation representation;
    std::string_view encoding;  ///< for Content-Encoding, empty for identity
};
/// The smallest form that `accept_encoding` allows (q=0 forbids).
ChosenAsset choose(Asset const&, std::string_view accept_encoding);

/// The asset of that path, or nullptr. The table is sorted by path.
Asset const* find_asset(std::span<Asset const> table, std::string_view path);

}  // namespace http
