// The text before a body: status line, Date, Connection, Content-Length. And the edge's own refusals, for requests that never
// reach the route table.
#pragma once
#include "platform/core/refused.hpp"
#include "platform/http/message.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace http {

struct HeadLines {
    int status;
    std::optional<std::uint64_t> length;  ///< absent for 304 and event streams
    bool keep_alive;
    bool http10;            ///< an HTTP/1.0 client must be told that the connection stays
    std::string_view date;  ///< "Date: …\r\n"
};
/// Appends everything up to, but not including, the empty line.
void append_head(std::string& out, HeadLines const&, Headers const& headers);
void append_field(std::string& out, std::string_view name, std::string_view value);

/// "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
std::string date_line(std::chrono::system_clock::time_point);

/// One server-sent event; every line of `data` becomes a data line.
std::string event_text(std::string_view event, std::string_view data);

/// application/problem+json in the shape every refusal of the product has.
Response problem(Code, std::string_view request_id);

/// What is wrong with the HTTP itself, where no user is to blame and no Code fits.
enum class WireFault { bad_request, header_too_large, unknown_transfer_coding, internal };
Response problem(WireFault, std::string_view request_id);

}  // namespace http
