#include "cli/where.hpp"

#include "app/data_directory.hpp"
#include "platform/db/migrate.hpp"

namespace cli {
namespace {

std::string listed(std::vector<std::string> const& slugs)
{
    std::string names;
    for (auto const& slug : slugs) names += (names.empty() ? "" : ", ") + slug;
    return names;
}

Complaint nobody_there(Where const& where, std::string const& what)
{
    auto const data = where.data.string();
    auto const slugs = app::DataDirectory(where.data).slugs();
    auto const there = slugs.empty() ? std::string{} : " There is: " + listed(slugs) + ".";
    return Complaint{"There is " + what + " in " + data + "." + there +
                     " Name another --data, or make one: hagukumi plan import PLAN.yaml --data " + data};
}

}  // namespace

void where_options(CLI::App& command, Where& where)
{
    data_option(command, where.data);
    command.add_option("--municipality", where.municipality, "Which one, when the data directory holds several")
        ->type_name("NAME");
    command.add_option("--database", where.database, "PostgreSQL instead of the files in the data directory")->type_name("URL");
}

std::string slug_of(Where const& where)
{
    if (!where.municipality.empty()) {
        if (!app::is_slug(where.municipality))
            throw Complaint{"\"" + where.municipality + "\" is no name for a municipality: a-z, 0-9 and hyphens."};
        return where.municipality;
    }
    if (!where.database.empty()) throw Complaint{"With --database name the municipality with --municipality NAME."};
    auto const slugs = app::DataDirectory(where.data).slugs();
    if (slugs.empty()) throw nobody_there(where, "no municipality");
    if (slugs.size() == 1) return slugs.front();
    throw Complaint{"There are several municipalities in " + where.data.string() +
                    "; say which with --municipality: " + listed(slugs) + "."};
}

std::unique_ptr<db::Database> open(Where const& where, std::string const& slug, bool make)
{
    app::DataDirectory const data(where.data);
    db::Settings settings{where.database, slug, 2};
    if (where.database.empty()) {
        if (!make && !std::filesystem::exists(data.database(slug))) throw nobody_there(where, "no municipality \"" + slug + "\"");
        settings = {data.database(slug).string(), {}, 2};
    }
    std::filesystem::create_directories(data.folder(slug));  // uploads are files with either engine
    auto database = db::Database::open(settings);
    db::migrate(*database);
    return database;
}

}  // namespace cli
