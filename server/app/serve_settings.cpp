#include "app/serve_settings.hpp"

#include <charconv>

namespace app {
namespace {

std::function<void(std::string const&)> address_into(std::function<void(std::string, std::uint16_t)> set)
{
    return [set = std::move(set)](std::string const& text) {
        auto const colon = text.rfind(':');
        auto const port = colon == text.npos ? std::string_view{} : std::string_view(text).substr(colon + 1);
        std::uint16_t number = 0;
        auto const [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
        if (port.empty() || error != std::errc{} || end != port.data() + port.size())
            throw std::invalid_argument("it is HOST:PORT, as in 127.0.0.1:8080.");
        auto host = text.substr(0, colon);
        if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
        set(host.empty() ? "0.0.0.0" : std::move(host), number);
    };
}

template <class T>
std::function<void(std::int64_t)> as(T& member)
{
    return [&member](std::int64_t number) { member = static_cast<T>(number); };
}

void add_address_options(std::vector<config::Option>& options, ServeSettings& s)
{
    using config::into, config::number_into;
    options.push_back({"listen", "HOST:PORT", "Where browsers, or the proxy before it, connect. Port 0 takes any free one.",
                       "127.0.0.1:8080", address_into([&s](std::string host, std::uint16_t port) {
                           s.edge.host = std::move(host);
                           s.edge.port = port;
                       })});
    options.push_back({"metrics-listen", "HOST:PORT",
                       "A second listener for /healthz and Prometheus' /metrics; keep it on the loopback. Left out: none.", "",
                       address_into([&s](std::string host, std::uint16_t port) {
                           s.metrics_host = std::move(host);
                           s.metrics_port = port;
                       })});
    options.push_back({"tls-certificate", "FILE", "PEM file with the whole chain: the program serves HTTPS itself.", "",
                       into(s.edge.certificate)});
    options.push_back({"tls-key", "FILE", "PEM file with the private key of the certificate.", "", into(s.edge.private_key)});
    options.push_back({"max-connections", "N", "Connections open at once; more are turned away.", "10000",
                       number_into(as(s.edge.max_connections), 1, 1'000'000)});
}

void add_work_options(std::vector<config::Option>& options, ServeSettings& s)
{
    using config::number_into;
    options.push_back(
        {"io-threads", "N", "Threads that read and write sockets.", "2", number_into(as(s.edge.io_threads), 1, 64)});
    options.push_back({"workers", "N", "Threads for ordinary requests.", "4", number_into(as(s.quick_workers), 1, 256)});
    options.push_back(
        {"slow-workers", "N", "Threads for sign-ins, exports and imports.", "2", number_into(as(s.slow_workers), 1, 64)});
    options.push_back({"queue", "N", "Requests that may wait for a worker; beyond that the answer is 503.", "512",
                       number_into(as(s.queue), 1, 100'000)});
    options.push_back(
        {"readers", "N", "Connections for reading, for each municipality.", "4", number_into(as(s.readers), 1, 256)});
    options.push_back({"drain-seconds", "N", "How long begun requests may finish when the server stops.", "20",
                       number_into([&s](std::int64_t n) { s.edge.drain = std::chrono::seconds(n); }, 0, 600)});
}

mail::Security security_of(std::string const& text)
{
    if (text == "none") return mail::Security::none;
    if (text == "starttls") return mail::Security::starttls;
    if (text == "tls") return mail::Security::tls;
    throw std::invalid_argument("it is none, starttls or tls.");
}

void add_mail_options(std::vector<config::Option>& options, ServeSettings& s)
{
    options.push_back({"mail-relay", "HOST:PORT",
                       "The mail relay that takes reminders, without a password. Left out: no mail and no connection.", "",
                       address_into([&s](std::string host, std::uint16_t port) {
                           s.mail.host = std::move(host);
                           s.mail.port = port;
                       })});
    options.push_back(
        {"mail-from", "ADDRESS", "With --mail-relay: the sender of the reminders.", "", [&s](std::string const& text) {
             if (!mail::is_address(text)) throw std::invalid_argument("it is a mail address.");
             s.mail.from = text;
         }});
    options.push_back({"mail-security", "HOW", "How the relay is spoken to: none, starttls or tls.", "none",
                       [&s](std::string const& text) { s.mail.security = security_of(text); }});
}

}  // namespace

std::vector<config::Option> options_of(ServeSettings& s)
{
    using config::into, config::number_into;
    std::vector<config::Option> options;
    options.push_back({"data", "DIR", "The data directory: one folder a municipality, with its database.", "", into(s.data)});
    options.push_back(
        {"database", "URL", "postgresql://…: the municipalities are schemas of this database.", "", into(s.database)});
    options.push_back(
        {"schemas", "NAME,…", "With --database: the schemas to serve, each the slug of a municipality.", "", into(s.schemas)});
    add_address_options(options, s);
    options.push_back({"session-idle-minutes", "N", "A session ends after so many minutes without use.", "60",
                       number_into([&s](std::int64_t n) { s.session_idle = std::chrono::minutes(n); }, 1, 1440)});
    options.push_back({"session-hours", "N", "A session ends after so many hours in any case.", "12",
                       number_into([&s](std::int64_t n) { s.session_absolute = std::chrono::hours(n); }, 1, 168)});
    options.push_back({"access-log", "", "Write a line for every answer of the API.", "false", into(s.access_log)});
    add_mail_options(options, s);
    add_work_options(options, s);
    return options;
}

void check(ServeSettings const& settings)
{
    if (settings.data.empty()) throw config::Wrong{"Name the data directory with --data DIR."};
    if (!std::filesystem::is_directory(settings.data))
        throw config::Wrong{
            settings.data.string() +
            " is no directory: make it with `hagukumi plan import` or `hagukumi demo`, or name another with --data."};
    if (!settings.database.empty() && settings.schemas.empty())
        throw config::Wrong{"With --database name the municipalities to serve: --schemas hirakata,iwaki."};
    if (settings.edge.certificate.empty() != settings.edge.private_key.empty())
        throw config::Wrong{"HTTPS needs both: --tls-certificate FILE and --tls-key FILE."};
    if (settings.mail.named() && settings.mail.from.empty())
        throw config::Wrong{"Mail needs a sender as well: --mail-from ADDRESS."};
}

}  // namespace app
