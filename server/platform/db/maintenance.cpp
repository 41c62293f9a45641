#include "platform/db/maintenance.hpp"

#include "platform/db/sqlite.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace db {
namespace {

void sync_to_disk(std::string const& path)
{
    auto const descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    auto const synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    if (!synced) throw Error{ErrorKind::other, path + " could not be written to the disk: check the disk and try again."};
}

void add_lines(Connection& connection, std::string_view pragma, std::vector<std::string>& lines)
{
    auto const statement = connection.prepare(pragma);
    while (statement->step()) {
        std::string line;
        for (int column = 0; column < statement->column_count(); ++column)
            line.append(column ? " " : "").append(statement->text_at(column));
        if (line != "ok") lines.push_back(std::move(line));
    }
}

}  // namespace

void backup_to(Database& database, std::string const& file)
{
    if (database.dialect() == Dialect::postgres)
        throw Error{ErrorKind::other, "This municipality is kept in PostgreSQL: make its backup with pg_dump."};
    auto const unfinished = file + ".unfinished";
    std::filesystem::remove(unfinished);
    auto const copying = open_sqlite(database.settings().location, Purpose::read);
    copying->script("VACUUM INTO " + literal(unfinished));
    ::chmod(unfinished.c_str(), 0600);
    sync_to_disk(unfinished);
    std::filesystem::rename(unfinished, file);
    sync_to_disk(std::filesystem::absolute(file).parent_path().string());
}

std::vector<std::string> integrity_check(Database& database)
{
    std::vector<std::string> lines;
    if (database.dialect() == Dialect::postgres) return lines;
    try {
        auto const reading = open_sqlite(database.settings().location, Purpose::read);
        add_lines(*reading, "PRAGMA integrity_check", lines);
        add_lines(*reading, "PRAGMA foreign_key_check", lines);
    } catch (Error const& error) {
        if (error.kind != ErrorKind::corrupt) throw;
        lines.emplace_back(error.what());  // so damaged that the check itself gives up
    }
    return lines;
}

}  // namespace db
