#include "app/backup.hpp"

#include "app/serving.hpp"
#include "cli/where.hpp"
#include "platform/json/json.hpp"

#include <memory>
#include <ostream>

namespace cli {
namespace {

struct Copy {
    std::filesystem::path data, other;
    std::vector<std::string> municipalities;
    std::string database;
};

void municipality_option(CLI::App& command, Copy& copy)
{
    command.add_option("--municipality", copy.municipalities, "Only these")->delimiter(',')->type_name("NAME,…");
}

std::vector<std::string> slugs_of(Copy const& copy)
{
    app::DataDirectory const data(copy.data);
    auto all = data.slugs();
    if (copy.municipalities.empty()) {
        if (all.empty()) throw Complaint{"There is no municipality in " + copy.data.string() + "."};
        return all;
    }
    for (auto const& slug : copy.municipalities)
        if (std::find(all.begin(), all.end(), slug) == all.end())
            throw Complaint{"There is no municipality \"" + slug + "\" in " + copy.data.string() + "."};
    return copy.municipalities;
}

void tell(app::BackupList const& list, std::string const& done, Console& console)
{
    if (console.json) return void(console.out << json::write(list) << '\n');
    for (auto const& slug : list.municipalities) console.out << slug << ": " << done << '\n';
}

void verify(Copy const& copy, Console& console)
{
    std::vector<std::pair<std::string, db::Settings>> databases;
    app::DataDirectory const data(copy.data);
    if (copy.database.empty())
        for (auto const& slug : slugs_of(copy)) databases.emplace_back(slug, db::Settings{data.database(slug).string(), {}, 1});
    else
        for (auto const& slug : copy.municipalities) databases.emplace_back(slug, db::Settings{copy.database, slug, 1});
    bool sound = true;
    std::vector<app::Examined> all;
    for (auto const& [slug, settings] : databases) {
        auto const& one = all.emplace_back(app::examine(settings, slug));
        sound = sound && one.problems.empty();
        if (console.json) continue;
        for (auto const& problem : one.problems) console.err << slug << ": " << problem << '\n';
        if (one.problems.empty())
            console.out << slug << ": sound; " << one.audit_entries << " audit entries up to " << one.audit_last_hash << '\n';
    }
    if (console.json) console.out << json::write(all) << '\n';
    if (!sound) throw AlreadyTold{};
}

}  // namespace

void declare_backup(CLI::App& app, Console& console)
{
    auto const it = std::make_shared<Copy>();

    auto* const backup = app.add_subcommand("backup", "Copy municipalities while the server works");
    data_option(*backup, it->data);
    backup->add_option("--to", it->other, "A new directory")->required()->type_name("DIR");
    municipality_option(*backup, *it);
    json_flag(*backup, console);
    backup->callback([it, &console] {
        SystemClock const clock;
        tell(app::back_up(app::DataDirectory(it->data), slugs_of(*it), it->other, clock), "copied to " + it->other.string(),
             console);
    });

    auto* const restore = app.add_subcommand("restore", "Put a backup into a data directory; never over what is there");
    data_option(*restore, it->data);
    restore->add_option("--from", it->other, "The backup's directory")->required()->type_name("DIR");
    municipality_option(*restore, *it);
    json_flag(*restore, console);
    restore->callback(
        [it, &console] { tell(app::restore(it->other, it->municipalities, app::DataDirectory(it->data)), "restored", console); });

    auto* const check = app.add_subcommand("verify", "Check databases and the audit's chain");
    data_option(*check, it->data);
    municipality_option(*check, *it);
    check->add_option("--database", it->database, "PostgreSQL instead of the files; name the municipalities too")
        ->type_name("URL");
    json_flag(*check, console);
    check->callback([it, &console] { verify(*it, console); });
}

}  // namespace cli
