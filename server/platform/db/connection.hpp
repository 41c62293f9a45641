// One connection of either engine: its transactions and its prepared statements. Used by one thread at a time.
#pragma once
#include "platform/db/announcing.hpp"
#include "platform/db/sql.hpp"
#include "platform/db/statement.hpp"

#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

namespace db {

enum class Purpose { read, write };

/// Many rows on their way into one table.
class Bulk : public Binder {
public:
    virtual void end_row() = 0;
    virtual void finish() = 0;
};

class Connection {
public:
    virtual ~Connection() = default;
    virtual Dialect dialect() const = 0;
    virtual std::unique_ptr<Statement> prepare(std::string_view sql) = 0;
    /// Several statements without parameters, separated by semicolons.
    virtual void script(std::string const& sql) = 0;
    virtual std::unique_ptr<Bulk> bulk(std::string_view table, std::span<std::string_view const> columns) = 0;
    virtual void begin(Purpose) = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;
    /// One savepoint at a time, inside a write transaction: release() once what was done since then shall stay.
    virtual void savepoint() = 0;
    virtual void release() = 0;
    virtual void roll_back_to_savepoint() = 0;
    /// False when the engine has given up the transaction by itself (disk full, connection lost).
    virtual bool in_transaction() const = 0;
    /// True while the transaction may as well be begun on another connection.
    virtual bool nothing_done() const { return false; }
    /// False when the connection must be thrown away.
    virtual bool healthy() const = 0;

    /// True when the announcement travels with the transaction; else whoever commits tells the ear.
    virtual bool carries(std::string_view /*topic*/, std::string_view /*text*/) { return false; }
    void set_ear(std::shared_ptr<Ear const> ear) { ear_ = std::move(ear); }
    std::shared_ptr<Ear const> const& ear() const { return ear_; }

    /// Prepared at its first use, and once more for each time it is used inside its own rows.
    Statement& unused(Sql const&);

protected:
    void forget_statements() { cache_.clear(); }

private:
    std::unordered_map<std::uint32_t, std::vector<std::unique_ptr<Statement>>> cache_;
    std::shared_ptr<Ear const> ear_;
};

/// The use of a prepared statement, from its parameters to its last row; reset on every way out.
class Running {
public:
    Running(Connection&, Sql const&, std::size_t parameters);
    ~Running();
    Running(Running const&) = delete;
    Running& operator=(Running const&) = delete;
    Statement& operator*() const { return *statement_; }
    Statement* operator->() const { return statement_; }

private:
    Statement* statement_;
};

}  // namespace db
