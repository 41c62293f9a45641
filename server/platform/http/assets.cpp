#include "platform/http/assets.hpp"

#include <algorithm>

namespace http {
namespace {

/// "gzip;q=0" and "gzip; q=0.0" forbid; anything else that names the coding (or "*") allows it.
bool allows(std::string_view accept_encoding, std::string_view coding)
{
    bool by_star = false;
    while (!accept_encoding.empty()) {
        auto const comma = accept_encoding.find(',');
        auto item = accept_encoding.substr(0, comma);
        accept_encoding = comma == accept_encoding.npos ? std::string_view{} : accept_encoding.substr(comma + 1);
        auto const semicolon = item.find(';');
        auto name = item.substr(0, semicolon);
        name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));
        name = name.substr(0, name.find(' '));
        auto const q = semicolon == item.npos ? item.npos : item.find("q=", semicolon);
        bool const allowed = q == item.npos || item.find_first_of("123456789", q) != item.npos;
        if (name == coding) return allowed;
        if (name == "*") by_star = allowed;
    }
    return by_star;
}

}  // namespace

ChosenAsset choose(Asset const& asset, std::string_view accept_encoding)
{
    if (!asset.brotli.bytes.empty() && allows(accept_encoding, "br")) return {asset.brotli, "br"};
    if (!asset.gzip.bytes.empty() && allows(accept_encoding, "gzip")) return {asset.gzip, "gzip"};
    return {asset.identity, {}};
}

Asset const* find_asset(std::span<Asset const> table, std::string_view path)
{
    auto const at = std::ranges::lower_bound(table, path, {}, &Asset::path);
    return at != table.end() && at->path == path ? &*at : nullptr;
}

}  // namespace http
