// What can go wrong between us and a database, in the words both engines share.
#pragma once
#include <boost/describe/enum.hpp>

#include <stdexcept>
#include <string>

namespace db {

enum class ErrorKind {
    unique,
    foreign_key,
    not_null,
    check,          ///< a CHECK constraint, a value of the wrong type, or text with a NUL in it
    busy,           ///< someone else holds what we need; trying again may help
    serialization,  ///< PostgreSQL only, after the retries were used up
    connection,     ///< the database cannot be reached or opened
    disk_full,
    corrupt,
    readonly,
    other,
};
BOOST_DESCRIBE_ENUM(ErrorKind, unique, foreign_key, not_null, check, busy, serialization, connection, disk_full, corrupt,
                    readonly, other)

/// what() is for the log, except when opening or migrating: then it is one sentence that tells the administrator what to do.
/// After one has been thrown the transaction is lost: let it pass, never go on in the same Tx.
struct Error : std::runtime_error {
    ErrorKind kind;
    Error(ErrorKind k, std::string const& message) : std::runtime_error(message), kind(k) {}
};

}  // namespace db
