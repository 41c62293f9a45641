// What a town stands on: a database of its own, made from a template that is migrated once a process.
#pragma once
#include "app/directory.hpp"

#include <boost/json/value.hpp>

#include <filesystem>

namespace testing_town {

/// A fresh, migrated database that is taken away at the end.
class Plot {
public:
    Plot();
    ~Plot();
    Plot(Plot const&) = delete;
    db::Settings const& settings() const { return settings_; }

private:
    db::Settings settings_;
    std::filesystem::path file_;  ///< SQLite only
};

/// The routes and their contract; the same for every town.
struct Contract {
    http::Table table;
    boost::json::value document;
    static Contract const& get();

private:
    Contract();
};

class Ground {
public:
    Ground();
    Plot plot;
    FixedClock clock;
    app::Municipality municipality;
    http::WorkerPool quick{2, 100};
    http::WorkerPool slow{1, 100};
    std::string failure;  ///< what the log would say of the last 500
    app::Directory directory;
    http::Dispatcher dispatcher;
};

}  // namespace testing_town
