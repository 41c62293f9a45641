// One municipality's database. Thread-safe; hands out transactions and nothing else.
#pragma once
#include "platform/db/tx.hpp"

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

namespace db {

struct Settings {
    std::string location;  ///< a file, or postgresql://user@host/name (or "host=… dbname=…"); ":memory:" is a private file that
                           ///< is removed at the end
    std::string schema;  ///< PostgreSQL only: the municipality's schema, made when missing; empty means public
    int readers = 4;     ///< connections for reading; there is one more for writing
};

class Database {
public:
    /// Refuses with an Error whose what() is one sentence for the administrator.
    static std::unique_ptr<Database> open(Settings const&);
    /// Finishes what was queued.
    virtual ~Database() = default;

    /// f(Tx&) in a read-only transaction with one unchanging view, on the caller's thread. PostgreSQL may run f again when its
    /// first statement finds the connection dead.
    template <class F>
    auto read(F&& f)
    {
        return returning(f, [this](Work const& work) { run_read(work); });
    }

    /// f(Tx&) in a write transaction; returns once it is durable, throws when nothing of it was written.
    /// f runs on the writer's thread and must not call write. PostgreSQL may run it again: f has no other effects.
    template <class F>
    auto write(F&& f)
    {
        return returning(f, [this](Work const& work) { run_write(work); });
    }

    /// As write, without waiting. `done` is called from another thread, with what went wrong or with null once it is durable; it
    /// must be quick, must not write and must not throw.
    virtual void write_async(std::function<void(Tx&)> work, std::function<void(std::exception_ptr)> done) = 0;

    /// From now on `hear` is told what transactions of this database announce, here and in other processes; it replaces the one
    /// before. Where the connection to PostgreSQL was lost for a while, what was announced meanwhile is missed.
    virtual void hear(Hear hear) = 0;

    virtual Dialect dialect() const = 0;
    Settings const& settings() const { return settings_; }

protected:
    using Work = std::function<void(Tx&)>;
    explicit Database(Settings settings) : settings_(std::move(settings)) {}
    virtual void run_read(Work const&) = 0;
    virtual void run_write(Work const&) = 0;

private:
    template <class F, class Run>
    static auto returning(F& f, Run run)
    {
        using Result = std::invoke_result_t<F&, Tx&>;
        static_assert(!std::is_reference_v<Result>, "what a transaction returns must outlive it");
        if constexpr (std::is_void_v<Result>) {
            run([&f](Tx& tx) { f(tx); });
        } else {
            std::optional<Result> result;
            run([&f, &result](Tx& tx) { result.emplace(f(tx)); });
            return *std::move(result);
        }
    }

    Settings settings_;
};

}  // namespace db
