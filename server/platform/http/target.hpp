// Takes a request target apart. Lenient where browsers are (raw [ ] | ^ in a query), strict where a database or a file name would
// suffer: NUL, control characters, broken UTF-8, "." and "..".
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

struct Target {
    std::vector<std::string> segments;
    std::vector<std::pair<std::string, std::string>> query;
};

/// Decodes each path segment by itself, so that %2F never makes a separator. False when the target is to be refused.
bool split_target(std::string_view target, Target& out);

/// For a path segment or an RFC 8187 header value: everything but letters, digits and -._~ becomes %XX.
std::string percent_encode(std::string_view);

}  // namespace http
