#include "features/audit/audit.hpp"

#include "features/audit/chain.hpp"
#include "platform/db/database.hpp"

namespace audit {
namespace {

db::Sql const kInsert{R"(
    INSERT INTO audit (link, at, account_id, actor, action, subject_kind, subject_id, detail, previous, hash)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))"};

db::Sql const kTail{"SELECT link, hash FROM audit WHERE link IS NOT NULL ORDER BY link DESC LIMIT 1"};
db::Sql const kUnsealed{R"(
    SELECT seq, at, account_id, actor, action, subject_kind, subject_id, detail FROM audit WHERE link IS NULL ORDER BY seq)"};
db::Sql const kSeal{"UPDATE audit SET link = $1, previous = $2, hash = $3 WHERE seq = $4"};
db::Sql const kAnyUnsealed{"SELECT seq FROM audit WHERE link IS NULL LIMIT 1"};
db::Sql const kChain{R"(
    SELECT seq, link, at, account_id, actor, action, subject_kind, subject_id, detail, previous, hash
      FROM audit WHERE link IS NOT NULL ORDER BY link)"};

struct Tail {
    std::int64_t link = 0;
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(Tail, (), (link, hash))

struct Unsealed : Entry {
    std::int64_t seq = 0;
};
BOOST_DESCRIBE_STRUCT(Unsealed, (Entry), (seq))

struct Linked : Unsealed {
    std::int64_t link = 0;
    std::string previous, hash;
};
BOOST_DESCRIBE_STRUCT(Linked, (Unsealed), (link, previous, hash))

// Transactions of PostgreSQL run side by side: to link at once they would all have to read the same last entry, and all but one
// would be thrown back. There the entry is written unlinked and sealed within a second.
void append(db::Tx& tx, Entry const& entry)
{
    bool const alone = tx.dialect() == db::Dialect::sqlite;
    auto const tail = alone ? tx.maybe_one<Tail>(kTail).value_or(Tail{}) : Tail{};
    auto const link = alone ? std::optional{tail.link + 1} : std::nullopt;
    auto const hash = alone ? hash_of(*link, entry, tail.hash) : std::string();
    tx.run_later(kInsert, link, entry.at, entry.account_id, entry.actor, entry.action, entry.subject_kind, entry.subject_id,
                 entry.detail, tail.hash, hash);
}

}  // namespace

void record(db::Tx& tx, Actor const& actor, Instant at, std::string_view action, std::string_view subject_kind, Subject subject,
            Detail const& detail)
{
    auto const account = actor.account == AccountId{} ? std::nullopt : std::optional{actor.account};
    auto const subject_id = subject.id == 0 ? std::nullopt : std::optional{subject.id};
    append(tx, {at, account, actor.login, std::string(action), std::string(subject_kind), subject_id, detail.text});
}

void seal(db::Tx& tx)
{
    auto tail = tx.maybe_one<Tail>(kTail).value_or(Tail{});
    for (auto const& entry : tx.all<Unsealed>(kUnsealed)) {
        auto const hash = hash_of(++tail.link, entry, tail.hash);
        tx.run_later(kSeal, tail.link, tail.hash, hash, entry.seq);
        tail.hash = hash;
    }
}

Verdict verify(db::Tx& tx)
{
    Verdict verdict;
    tx.each<Linked>(kChain, [&](Linked const& entry) {
        ++verdict.entries;
        bool const sound = entry.link == verdict.entries && entry.previous == verdict.last_hash &&
                           entry.hash == hash_of(entry.link, entry, entry.previous);
        if (!sound && verdict.ok) {
            verdict.ok = false;
            verdict.first_broken = entry.seq;
        }
        verdict.last_hash = entry.hash;
    });
    return verdict;
}

Looks::Looks(db::Database& database, Clock const& clock, std::function<void(std::string_view what)> failed)
    : database_(database), clock_(clock), failed_(std::move(failed)), thread_([this] { write_every_second(); })
{
}

Looks::~Looks()
{
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void Looks::looked(Actor const& actor, std::string_view kind, std::int64_t id)
{
    auto const now = clock_.now();
    auto const minute = std::chrono::floor<std::chrono::minutes>(now).time_since_epoch().count();
    std::lock_guard const lock(mutex_);
    if (minute != minute_) this_minute_.clear();
    minute_ = minute;
    if (!this_minute_.emplace(actor.account.value, kind, id).second) return;
    waiting_.push_back({actor.account, actor.login, std::string(kind), id, now});
}

std::vector<Looks::Look> Looks::take()
{
    std::lock_guard const lock(mutex_);
    return std::exchange(waiting_, {});
}

void Looks::put_back(std::vector<Look> looks)
{
    std::lock_guard const lock(mutex_);
    looks.insert(looks.end(), std::make_move_iterator(waiting_.begin()), std::make_move_iterator(waiting_.end()));
    waiting_ = std::move(looks);
}

bool Looks::something_to_seal()
{
    if (database_.dialect() == db::Dialect::sqlite) return false;
    return database_.read([](db::Tx& tx) { return tx.maybe_one<std::int64_t>(kAnyUnsealed).has_value(); });
}

void Looks::flush()
{
    auto looks = take();
    if (looks.empty() && !something_to_seal()) return;
    try {
        database_.write([&](db::Tx& tx) {
            for (auto const& look : looks)
                append(tx, {look.at, look.account, look.actor, "record.looked_at", look.kind, look.id, "{}"});
            if (tx.dialect() == db::Dialect::postgres) seal(tx);
        });
    } catch (...) {
        put_back(std::move(looks));
        throw;
    }
}

void Looks::write_every_second()
{
    bool last = false;
    while (!last) {
        {
            std::unique_lock lock(mutex_);
            changed_.wait_for(lock, std::chrono::seconds(1), [this] { return stopping_; });
            last = stopping_;
        }
        try {
            flush();
        } catch (std::exception const& error) {  // full disk, database away: the looks wait for the next second
            if (failed_) failed_(error.what());
        }
    }
}

void looked(http::Call const& call, StaffId subject)
{
    if (call.actor.staff == subject) return;
    call.service<Looks>().looked(call.actor, "staff", subject.value);
}

void looked(http::LongCall const& call, std::span<StaffId const> subjects)
{
    auto& looks = call.service<Looks>();
    for (auto const subject : subjects) {
        if (call.actor.staff != subject) looks.looked(call.actor, "staff", subject.value);
    }
}

}  // namespace audit
