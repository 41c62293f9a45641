// Everything that can be set about a server, each declared once: flags, file, environment and docs/configuration.md come from
// here.
#pragma once
#include "platform/config/options.hpp"
#include "platform/http/server.hpp"
#include "platform/mail/smtp.hpp"

namespace app {

struct ServeSettings {
    std::filesystem::path data;
    std::string database;              ///< postgresql://…; empty: a SQLite file for each municipality below `data`
    std::vector<std::string> schemas;  ///< PostgreSQL: the municipalities
    http::ServerSettings edge;
    std::string metrics_host = "127.0.0.1";
    int metrics_port = -1;  ///< -1: no such listener
    std::size_t quick_workers = 4, slow_workers = 2, queue = 512;
    int readers = 4;
    std::chrono::minutes session_idle{60};
    std::chrono::hours session_absolute{12};
    bool access_log = false;
    mail::Relay mail;  ///< unnamed: no mail, and no connection to anywhere
};

/// The options, bound to the members.
std::vector<config::Option> options_of(ServeSettings&);

/// Refuses (config::Wrong) what cannot be served: no data directory, an address that is none.
void check(ServeSettings const&);

}  // namespace app
