// Letters on their way: written by a transaction, sent by a thread of their own, so that a slow relay never keeps anybody
// waiting. What the relay does not take now is tried again, later each time; what it will never take, and what it has not taken
// for a day, is listed as failed. Without a relay nothing is written and nothing is sent.
#pragma once
#include "platform/core/clock.hpp"
#include "platform/db/database.hpp"
#include "platform/mail/smtp.hpp"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace reminders {

/// One for each municipality. Thread-safe; several processes may share the database.
class Outbox {
public:
    /// `failed` is told, for the log, what went wrong beside the letters themselves.
    Outbox(db::Database&, Clock const&, std::function<void(std::string_view what)> failed = {});
    ~Outbox();
    Outbox(Outbox const&) = delete;

    /// Before it, and without it, there is no relay.
    void use(mail::Relay);
    /// From now on letters are sent as they come; nothing happens without a relay.
    void start();
    bool has_relay() const;
    /// Looks for letters at once, when started.
    void wake();
    /// Sends what is due and returns when it is done; for tests.
    void send_now();

private:
    void send_until_stopped();
    bool send_next(mail::Relay const&);
    mail::Relay relay() const;

    db::Database& database_;
    Clock const& clock_;
    std::function<void(std::string_view what)> failed_;
    mutable std::mutex mutex_;
    std::mutex sending_;  ///< one letter at a time
    std::condition_variable woken_;
    mail::Relay relay_;
    bool asked_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace reminders
