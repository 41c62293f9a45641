// The only source of "now". Every use-case receives it, so a test decides what day it is.
#pragma once
#include "platform/core/date.hpp"

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    /// The calendar day in Japan (UTC+9, no summer time), whatever the server's time zone says.
    Date today() const { return Date{std::chrono::floor<std::chrono::days>(now() + std::chrono::hours{9})}; }
};

class SystemClock final : public Clock {
public:
    Instant now() const override { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }
};

class FixedClock final : public Clock {
public:
    explicit FixedClock(Date today) { set(today); }
    Instant now() const override { return now_; }
    void set(Date today) { now_ = std::chrono::sys_days{today} + std::chrono::hours{1}; }  // 10:00 in Japan
    void advance(std::chrono::seconds by) { now_ += by; }

private:
    Instant now_{};
};
