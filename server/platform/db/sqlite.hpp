// A connection to one SQLite file.
#pragma once
#include "platform/db/connection.hpp"

#include <memory>
#include <string>
#include <vector>

namespace db {

/// One savepoint at a time, inside a transaction.
class SqliteConnection : public Connection {
public:
    virtual void savepoint() = 0;
    virtual void release() = 0;
    virtual void roll_back_to_savepoint() = 0;
    /// False when SQLite has given up the transaction by itself (disk full, I/O error).
    virtual bool in_transaction() const = 0;
};

/// For Purpose::write the file is made when it is missing. Refuses with one sentence for the administrator.
std::unique_ptr<SqliteConnection> open_sqlite(std::string const& file, Purpose);

}  // namespace db
