// The server in service: every municipality opened, pools, listeners. Made, run, stopped; what cannot start says so when it is
// made.
#pragma once
#include "app/data_directory.hpp"
#include "app/serve_settings.hpp"
#include "platform/core/clock.hpp"
#include "platform/db/database.hpp"

#include <memory>

namespace app {

/// The settings of each municipality's database, by slug. Throws config::Wrong when there is none to serve.
std::vector<std::pair<std::string, db::Settings>> databases_of(ServeSettings const&);

class Serving {
public:
    /// Throws config::Wrong, db::Error or http::CannotListen, each with one sentence for the administrator.
    Serving(ServeSettings const&, Clock const&);
    ~Serving();

    std::uint16_t port() const;
    std::size_t municipalities() const;
    /// 0 when there is no such listener.
    std::uint16_t metrics_port() const;
    /// Serves until stop(); when it returns, begun requests are answered and what was looked at is in the audit.
    void run();
    /// From any thread.
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace app
