// Events as calendar programs read them (RFC 5545): lines end in CRLF and are folded at 75 octets, between characters; text is
// escaped; times are local with the zone of Japan described beside them.
#pragma once
#include "platform/core/date.hpp"

#include <span>
#include <string>
#include <string_view>

namespace calendar {

struct Event {
    std::string uid;                 ///< the same as long as it is the same event
    Instant changed_at;              ///< DTSTAMP
    std::string starts_at, ends_at;  ///< local minutes, "2026-07-01T10:00"
    std::string summary, place, description, url;
    bool tentative = false;
};

std::string ical(std::string_view name, std::span<Event const>);

/// A backslash before \ , and ;, \n for a line break; other control characters are left away.
std::string escaped(std::string_view text);
/// One content line, folded, with its line end.
std::string folded(std::string_view line);

}  // namespace calendar
