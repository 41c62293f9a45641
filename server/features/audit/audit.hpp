// Who did what, and who looked at whom: append-only, each entry carrying the SHA-256 of the one before it.
// A write is recorded in its own transaction. A look is handed over without waiting and written within a second.
#pragma once
#include "features/actor/actor.hpp"
#include "platform/core/clock.hpp"
#include "platform/db/tx.hpp"
#include "platform/http/table.hpp"
#include "platform/json/json.hpp"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <set>
#include <thread>
#include <tuple>

namespace audit {

/// The row an action is about; 0 when there is none.
struct Subject {
    std::int64_t id = 0;
    Subject() = default;
    template <StrongId T>
    Subject(T its) : id(its.value)
    {
    }
};

/// What changed, as JSON; never a password.
struct Detail {
    std::string text = "{}";
    Detail() = default;
    template <json::Struct T>
    Detail(T const& described) : text(json::write(described))
    {
    }
};

/// `action` is "feature.what_happened", `subject_kind` the table of the subject.
void record(db::Tx&, Actor const&, Instant at, std::string_view action, std::string_view subject_kind, Subject,
            Detail const& = {});

/// The looks of one municipality on their way to the writer: at most one a minute for the same actor and subject, written
/// together, at the latest a second later. Lives as long as the municipality is served.
class Looks {
public:
    /// `failed` is told, for the log, why looks could not be written; they are tried again.
    Looks(db::Database&, Clock const&, std::function<void(std::string_view what)> failed = {});
    ~Looks();  ///< writes what is left
    void looked(Actor const&, std::string_view subject_kind, std::int64_t subject_id);
    /// Writes now and waits; for tests and for the end of a backup.
    void flush();

private:
    struct Look {
        std::optional<AccountId> account;
        std::string actor;
        std::string kind;
        std::int64_t id;
        Instant at;
    };
    void write_every_second();
    std::vector<Look> take();
    void put_back(std::vector<Look>);
    bool something_to_seal();

    db::Database& database_;
    Clock const& clock_;
    std::function<void(std::string_view what)> failed_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Look> waiting_;
    std::set<std::tuple<std::int64_t, std::string, std::int64_t>> this_minute_;
    std::int64_t minute_ = 0;
    bool stopping_ = false;
    std::thread thread_;
};

/// The actor looked at a person's record. One's own does not count.
void looked(http::Call const&, StaffId);
/// The same of everybody whom a file names.
void looked(http::LongCall const&, std::span<StaffId const>);

struct Verdict {
    bool ok = true;
    std::int64_t entries = 0;
    std::optional<std::int64_t> first_broken;  ///< seq
    std::string last_hash;                     ///< kept elsewhere, it proves later that nothing was cut off the end
};
BOOST_DESCRIBE_STRUCT(Verdict, (), (ok, entries, first_broken, last_hash))

/// Walks the whole chain.
Verdict verify(db::Tx&);

/// Links the entries that PostgreSQL's concurrent transactions left unlinked. SQLite, with one writer, never has any.
void seal(db::Tx&);

void routes(http::Table&);

}  // namespace audit
