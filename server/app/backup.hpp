// Copies of municipalities that are kept in SQLite files: made while the server works, checked before they are put back.
#pragma once
#include "app/data_directory.hpp"
#include "platform/core/clock.hpp"
#include "platform/db/database.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <stdexcept>

namespace app {

/// what() is one sentence for the administrator.
struct CannotCopy : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct CopiedFile {
    std::string path;  ///< from the backup's folder
    std::int64_t bytes = 0;
    std::string sha256;
};
BOOST_DESCRIBE_STRUCT(CopiedFile, (), (path, bytes, sha256))

/// The file backup.json of a backup. It is written last: a backup without it is unfinished.
struct BackupList {
    std::string made_at;
    std::vector<std::string> municipalities;
    std::vector<CopiedFile> files;
};
BOOST_DESCRIBE_STRUCT(BackupList, (), (made_at, municipalities, files))

/// Each municipality complete as of one instant. Throws CannotCopy when `to` holds anything already.
BackupList back_up(DataDirectory const&, std::vector<std::string> const& slugs, std::filesystem::path const& to, Clock const&);

/// Checks every file against the list, then puts the municipalities into the data directory. Throws CannotCopy for a backup that
/// is damaged and for a municipality that is there already; then nothing has been put back.
BackupList restore(std::filesystem::path const& from, std::vector<std::string> const& slugs, DataDirectory const&);

struct Examined {
    std::string municipality;
    std::int64_t audit_entries = 0;
    std::string audit_last_hash;  ///< kept elsewhere, it proves later that nothing was cut off the end
    std::vector<std::string> problems;
};
BOOST_DESCRIBE_STRUCT(Examined, (), (municipality, audit_entries, audit_last_hash, problems))

/// The database's pages and references, and the audit's chain.
Examined examine(db::Settings const&, std::string const& slug);

}  // namespace app
