#include "testing/ground.hpp"

#include "platform/db/migrate.hpp"

#include <boost/json/parse.hpp>
#include <unistd.h>

#include <atomic>
#include <cstdlib>

namespace testing_town {
namespace {

namespace fs = std::filesystem;

std::string const& postgres()
{
    static std::string const location = [] {
        // Nothing sets the environment meanwhile.
        auto const* const given = std::getenv("HAGUKUMI_TEST_POSTGRES");  // NOLINT(concurrency-mt-unsafe)
        return std::string(given ? given : "");
    }();
    return location;
}

std::string unique_name()
{
    static std::atomic<int> count = 0;
    return "town_" + std::to_string(::getpid()) + '_' + std::to_string(++count);
}

// Memory if there is a file system of it: a test does not need its data after a power cut.
fs::path folder() { return fs::exists("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path(); }

/// Also what a killed process of the same number has left.
void remove_database(fs::path const& file)
{
    for (auto const* suffix : {"", "-wal", "-shm", ".keys"}) fs::remove(file.string() + suffix);
}

struct Template {
    fs::path file = folder() / (unique_name() + ".db");
    Template()
    {
        remove_database(file);
        db::migrate(*db::Database::open({.location = file.string()}));
    }
    ~Template() { remove_database(file); }
};

}  // namespace

Plot::Plot()
{
    if (!postgres().empty()) {
        settings_ = {.location = postgres(), .schema = unique_name(), .readers = 2};
        return;
    }
    static Template const migrated;
    file_ = folder() / (unique_name() + ".db");
    remove_database(file_);
    fs::copy_file(migrated.file, file_);
    settings_ = {.location = file_.string(), .schema = {}, .readers = 2};
}

Plot::~Plot()
{
    if (file_.empty()) {
        auto const name = settings_.schema;
        db::Database::open({.location = settings_.location})->write([&](db::Tx& tx) {
            tx.script("DROP SCHEMA " + name + " CASCADE");
        });
    } else {
        remove_database(file_);
    }
}

Contract::Contract()
{
    app::routes(table);
    document = boost::json::parse(http::print_openapi(table, "test"));
}

Contract const& Contract::get()
{
    static Contract const contract;
    return contract;
}

namespace {

accounts::Settings town_settings()
{
    accounts::Settings settings;
    settings.slug = "town";
    settings.demo = true;
    settings.plan_words = [](db::Tx&, Date) {
        return accounts::PlanWords{{"town", "試験市", "Test City"},
                                   "試験市DX人材育成計画",
                                   "Test City DX talent plan",
                                   {{"talent", {"人材", "talent"}}}};
    };
    return settings;
}

}  // namespace

Ground::Ground()
    : clock(*date_from_iso("2026-06-01")),
      municipality(plot.settings(), clock, town_settings()),
      dispatcher(Contract::get().table, clock, quick, slow,
                 {.pages = {}, .style_hashes = {}, .failed = [this](auto&, auto what) { failure = what; }, .answered = {}})
{
    dispatcher.add(municipality.served());
    directory.add(municipality);
    dispatcher.root_services().add(directory);
}

}  // namespace testing_town
