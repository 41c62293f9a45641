#include "features/reminders/outbox.hpp"

#include <boost/describe/class.hpp>

#include <array>

namespace reminders {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr seconds kLook{30};
constexpr minutes kTakenUpAgain{10};  // a letter whose sender was killed
constexpr std::array kWaits{minutes{1}, minutes{5}, minutes{30}, minutes{120}, minutes{480}, minutes{960}};

struct Row {
    std::int64_t id = 0;
    std::string address, subject, text;
    int attempts = 0;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, address, subject, text, attempts, created_at))

db::Sql const kDue{R"(
    SELECT id, address, subject, text, attempts, created_at FROM letter
     WHERE state IN ('queued', 'sending') AND next_at <= $1 ORDER BY next_at, id LIMIT 1)"};
// Nobody else has taken it meanwhile.
db::Sql const kTake{R"(
    UPDATE letter SET state = 'sending', attempts = attempts + 1, next_at = $3
     WHERE id = $1 AND attempts = $2 AND state IN ('queued', 'sending'))"};
db::Sql const kSent{"UPDATE letter SET state = 'sent', error = '', ended_at = $2 WHERE id = $1"};
db::Sql const kAgain{"UPDATE letter SET state = 'queued', error = $2, next_at = $3 WHERE id = $1"};
db::Sql const kFailed{"UPDATE letter SET state = 'failed', error = $2, ended_at = $3 WHERE id = $1"};

}  // namespace

Outbox::Outbox(db::Database& database, Clock const& clock, std::function<void(std::string_view what)> failed)
    : database_(database), clock_(clock), failed_(std::move(failed))
{
}

Outbox::~Outbox()
{
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
    }
    woken_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Outbox::use(mail::Relay relay)
{
    std::lock_guard const lock(mutex_);
    relay_ = std::move(relay);
}

void Outbox::start()
{
    std::lock_guard const lock(mutex_);
    if (relay_.named() && !thread_.joinable()) thread_ = std::thread([this] { send_until_stopped(); });
}

mail::Relay Outbox::relay() const
{
    std::lock_guard const lock(mutex_);
    return relay_;
}

bool Outbox::has_relay() const { return relay().named(); }

void Outbox::wake()
{
    {
        std::lock_guard const lock(mutex_);
        asked_ = true;
    }
    woken_.notify_all();
}

void Outbox::send_until_stopped()
{
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            woken_.wait_for(lock, kLook, [this] { return asked_ || stopping_; });
            asked_ = false;
            if (stopping_) return;
        }
        try {
            send_now();
        } catch (std::exception const& error) {  // full disk, database away: the letters wait
            if (failed_) failed_(error.what());
        }
    }
}

void Outbox::send_now()
{
    std::lock_guard const one_at_a_time(sending_);
    auto const relay = this->relay();
    if (!relay.named()) return;
    auto const stopped = [this] {
        std::lock_guard const lock(mutex_);
        return stopping_;
    };
    while (!stopped() && send_next(relay)) {
    }
}

/// False when none is due.
bool Outbox::send_next(mail::Relay const& relay)
{
    auto const now = clock_.now();
    auto const letter = database_.read([&](db::Tx& tx) { return tx.maybe_one<Row>(kDue, now); });
    if (!letter) return false;
    auto const mine = database_.write(
        [&](db::Tx& tx) { return tx.run(kTake, letter->id, letter->attempts, Instant{now + kTakenUpAgain}) == 1; });
    if (!mine) return true;
    std::string error;
    auto never = false;
    try {
        mail::send(relay,
                   {letter->address, letter->subject, letter->text, "letter-" + std::to_string(letter->id), letter->created_at});
    } catch (mail::NotSent const& why) {
        error = why.what();
        never = why.for_good || static_cast<std::size_t>(letter->attempts) >= kWaits.size();
    }
    database_.write([&](db::Tx& tx) {
        if (error.empty()) {
            tx.run(kSent, letter->id, clock_.now());
        } else if (never) {
            tx.run(kFailed, letter->id, error, clock_.now());
        } else {
            tx.run(kAgain, letter->id, error, Instant{clock_.now() + kWaits[static_cast<std::size_t>(letter->attempts)]});
        }
    });
    return true;
}

}  // namespace reminders
