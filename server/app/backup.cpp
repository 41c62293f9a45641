#include "app/backup.hpp"

#include "features/audit/audit.hpp"
#include "platform/db/maintenance.hpp"
#include "platform/files/disk.hpp"

#include <algorithm>

namespace app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kList = "backup.json";

std::vector<CopiedFile> files_below(fs::path const& folder)
{
    std::vector<CopiedFile> files;
    for (auto const& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        files.push_back({fs::relative(entry.path(), folder).generic_string(), static_cast<std::int64_t>(entry.file_size()),
                         files::sha256_of(entry.path())});
    }
    std::sort(files.begin(), files.end(), [](auto const& a, auto const& b) { return a.path < b.path; });
    return files;
}

BackupList list_of(fs::path const& backup)
{
    auto const text = files::read_whole(backup / kList);
    if (!text) throw CannotCopy{backup.string() + " is no finished backup: it has no " + std::string(kList) + "."};
    return json::read<BackupList>(*text);
}

void must_be_sound(fs::path const& backup, BackupList const& list)
{
    for (auto const& file : list.files) {
        auto const path = backup / file.path;
        if (!fs::exists(path)) throw CannotCopy{"The backup is damaged: " + path.string() + " is missing. Take another backup."};
        if (files::sha256_of(path) != file.sha256)
            throw CannotCopy{"The backup is damaged: " + path.string() + " is not what was written. Take another backup."};
    }
}

}  // namespace

BackupList back_up(DataDirectory const& data, std::vector<std::string> const& slugs, fs::path const& to, Clock const& clock)
{
    if (fs::exists(to) && !fs::is_empty(to)) throw CannotCopy{to.string() + " is not empty: name a new directory with --to."};
    for (auto const& slug : slugs) {
        DataDirectory const copy(to);
        fs::create_directories(copy.folder(slug));
        auto const database = db::Database::open({.location = data.database(slug).string(), .schema = {}, .readers = 1});
        db::backup_to(*database, copy.database(slug).string());
    }
    BackupList list{to_iso(clock.now()), slugs, files_below(to)};
    files::write_whole(to / kList, json::write(list) + "\n");
    return list;
}

BackupList restore(fs::path const& from, std::vector<std::string> const& slugs, DataDirectory const& data)
{
    auto list = list_of(from);
    if (!slugs.empty()) list.municipalities = slugs;
    DataDirectory const backup(from);
    for (auto const& slug : list.municipalities) {
        if (!fs::exists(backup.database(slug))) throw CannotCopy{"The backup holds no municipality \"" + slug + "\"."};
        if (fs::exists(data.folder(slug)))
            throw CannotCopy{data.folder(slug).string() + " is there already: restore into an empty directory."};
    }
    must_be_sound(from, list);
    for (auto const& slug : list.municipalities) {
        // Under another name until all of it is there; a name with a dot is never served.
        auto const unfinished = data.root() / ("." + slug + ".restoring");
        fs::remove_all(unfinished);
        fs::create_directories(unfinished.parent_path());
        fs::copy(backup.folder(slug), unfinished, fs::copy_options::recursive);
        fs::rename(unfinished, data.folder(slug));
    }
    return list;
}

Examined examine(db::Settings const& settings, std::string const& slug)
{
    Examined examined{slug, 0, {}, {}};
    try {
        auto const database = db::Database::open(settings);
        examined.problems = db::integrity_check(*database);
        database->read([&](db::Tx& tx) {
            auto const verdict = audit::verify(tx);
            examined.audit_entries = verdict.entries;
            examined.audit_last_hash = verdict.last_hash;
            if (!verdict.ok)
                examined.problems.push_back("the audit's chain is broken at entry " +
                                            std::to_string(verdict.first_broken.value_or(0)));
        });
    } catch (db::Error const& error) {
        examined.problems.emplace_back(error.what());
    }
    return examined;
}

}  // namespace app
