// RFC 9110 on what a client wants of a representation, and what it already has: entity tags and byte ranges, as pure functions.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace http {

/// What the client said about the form of the answer; kept apart because the handler takes the request away.
struct Wishes {
    bool head_only = false;
    bool http10 = false;
    bool keep_alive = false;
    std::string if_none_match, if_range, range, accept_encoding;
};

/// Whether If-None-Match names this representation (weak comparison, lists, "*").
bool names_etag(std::string_view if_none_match, std::string_view etag);

struct RangeChoice {
    int status;  ///< 200 all of it, 206 a part, 416 nothing of it exists
    std::uint64_t from;
    std::uint64_t until;  ///< one past the last byte
};
/// One range. Several ranges and malformed ones are answered by the whole, as the standard allows.
RangeChoice choose_range(std::string_view range, std::uint64_t size);

/// If-Range: a part may be sent only of the very representation the client has. Dates never match: we send no Last-Modified.
bool allows_part(std::string_view if_range, std::string_view etag);

}  // namespace http
