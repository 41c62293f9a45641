// Japan's days (UTC+9, no summer time), whatever the server's time zone says.
#pragma once
#include "platform/core/date.hpp"

/// The calendar day in Japan on which something happened.
inline Date day_in_japan(Instant at) { return Date{std::chrono::floor<std::chrono::days>(at + std::chrono::hours{9})}; }
