#include "app/serving.hpp"

#include "app/directory.hpp"
#include "app/metrics.hpp"
#include "app/pages.hpp"
#include "platform/log/log.hpp"

#include <deque>
#include <thread>

namespace app {
namespace {

std::string first_segment(http::Request const& request)
{
    return request.segments.empty() ? std::string() : request.segments.front();
}

/// A demo is one when the demo accounts were kept in it.
bool is_demo(db::Database& database)
{
    return database.read([](db::Tx& tx) { return !accounts::demo_accounts(tx).accounts.empty(); });
}

}  // namespace

std::vector<std::pair<std::string, db::Settings>> databases_of(ServeSettings const& settings)
{
    std::vector<std::pair<std::string, db::Settings>> databases;
    if (!settings.database.empty()) {
        for (auto const& schema : settings.schemas) {
            if (!is_slug(schema)) throw config::Wrong{"\"" + schema + "\" is no name for a municipality: a-z, 0-9 and hyphens."};
            databases.emplace_back(schema, db::Settings{settings.database, schema, settings.readers});
        }
        return databases;
    }
    DataDirectory const data(settings.data);
    for (auto const& slug : data.slugs())
        databases.emplace_back(slug, db::Settings{data.database(slug).string(), {}, settings.readers});
    if (databases.empty())
        throw config::Wrong{"There is no municipality in " + settings.data.string() +
                            ": make one with `hagukumi plan import --data " + settings.data.string() + " FILE`."};
    return databases;
}

struct Serving::Impl {
    ServeSettings settings;
    Clock const& clock;
    http::Table table;
    http::WorkerPool quick, slow;
    std::unique_ptr<Metrics> metrics{};
    std::unique_ptr<http::Dispatcher> dispatcher{};
    std::unique_ptr<http::Server> server{};
    std::unique_ptr<http::Server> watch{};  ///< /healthz and /metrics
    Directory directory{};
    std::deque<Municipality> municipalities{};  ///< gone first: a write under way still has somebody to answer

    Impl(ServeSettings const& its, Clock const& now)
        : settings(its), clock(now), quick(its.quick_workers, its.queue), slow(its.slow_workers, its.queue)
    {
    }
    void open_municipalities();
    http::DispatchSettings dispatch_settings();
    Told told_of(std::string const& slug);
    void tell(std::string const& slug, jobs::Job const&);
    void tell_of_write(http::Request const&, http::Endpoint const*, int status);
    void listen();
    http::Response watched(http::Request const&) const;
};

void Serving::Impl::open_municipalities()
{
    for (auto const& [slug, database] : databases_of(settings)) {
        accounts::Settings access;
        access.slug = slug;
        access.idle = settings.session_idle;
        access.absolute = settings.session_absolute;
        auto const uploads = DataDirectory(settings.data).uploads(slug);
        auto& municipality = municipalities.emplace_back(database, clock, access, uploads, told_of(slug));
        municipality.database().hear([this, slug = slug](std::string_view topic, std::string_view text) {
            server->publish(event_topic(slug, topic), topic.substr(0, topic.find('-')), text);
        });
        municipality.outbox().use(settings.mail);
        municipality.outbox().start();
        municipality.digest_post().start();
        municipality.caretaker().start();
        municipality.set_demo(is_demo(municipality.database()));
        directory.add(municipality);
    }
}

Told Serving::Impl::told_of(std::string const& slug)
{
    Told told;
    told.of_jobs.changed = [this, slug](jobs::Job const& job) { tell(slug, job); };
    told.of_jobs.failed = [slug](jobs::Job const& job, std::string_view what) {
        logs::error("job failed",
                    {{"municipality", slug}, {"kind", job.kind}, {"job", std::to_string(job.id.value)}, {"what", what}});
    };
    told.looks_failed = [slug](std::string_view what) {
        logs::error("looks at records not written yet", {{"municipality", slug}, {"what", what}});
    };
    told.of_surveys.moved = [this, slug](findings::Pulse const& pulse) {
        server->publish(event_topic(slug, "survey"), "survey", json::write(pulse));
    };
    told.of_surveys.failed = [slug](std::string_view what) {
        logs::error("surveys not tended yet", {{"municipality", slug}, {"what", what}});
    };
    told.mail_failed = [slug](std::string_view what) { logs::error("mail not sent", {{"municipality", slug}, {"what", what}}); };
    return told;
}

void Serving::Impl::tell(std::string const& slug, jobs::Job const& job)
{
    server->publish(event_topic(slug, "job"), "job", json::write(job));
    if (job.state == jobs::State::done) server->publish(event_topic(slug, "people"), "people", "{}");
}

// A changed plan is everybody's; a single person's record is not worth making every screen ask again.
void Serving::Impl::tell_of_write(http::Request const& request, http::Endpoint const* endpoint, int status)
{
    if (!endpoint || endpoint->method == http::Method::get || status >= 300) return;
    if (endpoint->pattern.starts_with("/plan")) server->publish(event_topic(first_segment(request), "plan"), "plan", "{}");
}

http::DispatchSettings Serving::Impl::dispatch_settings()
{
    http::DispatchSettings wiring;
    wiring.pages = page;
    wiring.style_hashes = style_hashes();
    wiring.failed = [](http::Request const& request, std::string_view what) {
        logs::error("request failed", {{"request", request.id},
                                       {"municipality", first_segment(request)},
                                       {"method", request.method},
                                       {"target", std::string_view(request.target).substr(0, request.target.find('?'))},
                                       {"what", what}});
    };
    wiring.answered = [this](http::Request const& request, http::Endpoint const* endpoint, int status, auto took) {
        metrics->answered(endpoint, status, took);
        tell_of_write(request, endpoint, status);
        if (!settings.access_log) return;
        logs::info("answered", {{"request", request.id},
                                {"municipality", first_segment(request)},
                                {"route", endpoint ? endpoint->route.id : "none"},
                                {"status", std::to_string(status)},
                                {"microseconds", std::to_string(took / std::chrono::microseconds(1))}});
    };
    return wiring;
}

http::Response Serving::Impl::watched(http::Request const& request) const
{
    auto const name = first_segment(request);
    if (name == "healthz") return http::Response::text("ok\n");
    if (name == "metrics") return http::Response::text(metrics->print(server->counts(), quick, slow));
    return http::Response::text("/healthz and /metrics are here.\n", 404);
}

void Serving::Impl::listen()
{
    auto edge = settings.edge;
    auto const spool = DataDirectory(settings.data).spool();
    std::filesystem::create_directories(spool);
    edge.spool_dir = spool.string();
    server = std::make_unique<http::Server>(
        edge, [this](http::Request const& head) { return dispatcher->body_rule(head); },
        [this](http::Request&& request, http::Respond respond) { (*dispatcher)(std::move(request), std::move(respond)); });
    if (settings.metrics_port < 0) return;
    http::ServerSettings small;
    small.host = settings.metrics_host;
    small.port = static_cast<std::uint16_t>(settings.metrics_port);
    small.io_threads = 1;
    small.max_connections = 64;
    watch = std::make_unique<http::Server>(
        small, [](http::Request const&) { return http::BodyRule{.max_bytes = 0}; },
        [this](http::Request&& request, http::Respond respond) { respond(watched(request)); });
}

Serving::Serving(ServeSettings const& settings, Clock const& clock)
{
    check(settings);
    impl_ = std::make_unique<Impl>(settings, clock);
    routes(impl_->table);
    impl_->metrics = std::make_unique<Metrics>(impl_->table);
    impl_->dispatcher =
        std::make_unique<http::Dispatcher>(impl_->table, clock, impl_->quick, impl_->slow, impl_->dispatch_settings());
    impl_->listen();  // before the databases: a second start on the same port must not touch them
    impl_->open_municipalities();
    impl_->dispatcher->root_services().add(impl_->directory);
    for (auto& municipality : impl_->municipalities) impl_->dispatcher->add(municipality.served());
}

Serving::~Serving() = default;

std::uint16_t Serving::port() const { return impl_->server->port(); }
std::uint16_t Serving::metrics_port() const { return impl_->watch ? impl_->watch->port() : 0; }
std::size_t Serving::municipalities() const { return impl_->municipalities.size(); }

void Serving::run()
{
    std::jthread const watching([this] {
        if (impl_->watch) impl_->watch->run();
    });
    impl_->server->run();
    impl_->quick.stop(impl_->settings.edge.drain);
    impl_->slow.stop(impl_->settings.edge.drain);
    for (auto& municipality : impl_->municipalities) municipality.looks().flush();
    if (impl_->watch) impl_->watch->stop();
}

void Serving::stop() { impl_->server->stop(); }

}  // namespace app
