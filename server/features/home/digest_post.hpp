// Sends each digest that was asked for by mail: in the morning of a working day, weekly ones on the first of the week. A letter
// is written in one transaction with the note that it was, and goes its way through the outbox. Several servers of one database
// may each run one: nobody is written to twice.
#pragma once
#include "features/home/digest.hpp"
#include "features/reminders/letters.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace home {

/// One for each municipality. Thread-safe.
class DigestPost {
public:
    /// `failed` is told, for the log, what went wrong.
    DigestPost(db::Database&, Clock const&, reminders::Outbox&, std::function<void(std::string_view what)> failed = {});
    ~DigestPost();
    DigestPost(DigestPost const&) = delete;

    /// What answers the questions behind a digest. Before it, nothing is sent.
    void use(http::Services services) { services_ = std::move(services); }
    /// From now on every few minutes; nothing happens without a relay.
    void start();
    /// Writes what is due and returns when it is done; for tests.
    void post_due();

private:
    struct Reader;
    /// The round begins with its first letter.
    void post(Reader const&, Date today, std::optional<reminders::RoundId>& round);
    void work_until_stopped();

    db::Database& database_;
    Clock const& clock_;
    reminders::Outbox& outbox_;
    std::function<void(std::string_view what)> failed_;
    http::Services services_;
    std::mutex mutex_;
    std::condition_variable stopped_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace home
