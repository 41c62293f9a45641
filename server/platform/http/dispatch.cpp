#include "platform/http/dispatch.hpp"

#include "platform/core/fnv.hpp"
#include "platform/db/database.hpp"

namespace http {
namespace {

constexpr std::string_view kApiPolicy = "default-src 'none'; frame-ancestors 'none'";

std::string page_policy(std::string_view style_hashes)
{
    std::string styles = "'self'";
    if (!style_hashes.empty()) styles.append(" ").append(style_hashes);
    return "default-src 'none'; script-src 'self'; style-src " + styles +
           "; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
           "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
}

void harden(Headers& headers, std::string_view policy)
{
    headers.add("Content-Security-Policy", policy);
    headers.add("X-Content-Type-Options", "nosniff");
    headers.add("Referrer-Policy", "same-origin");
    headers.add("Cross-Origin-Opener-Policy", "same-origin");
    headers.add("Cross-Origin-Resource-Policy", "same-origin");
    headers.add("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
}

bool writes(Method method) { return method != Method::get; }

// An ETag tells our own answers apart.
std::string weak_tag(std::string_view body)
{
    return "W/\"" + std::to_string(body.size()) + '-' + std::to_string(fnv(body)) + '"';
}

void answer_unchanged(Request const& request, Response& response)
{
    auto const* const text = std::get_if<std::string>(&response.body);
    if (!text || response.status != 200) return;
    auto const tag = weak_tag(*text);
    bool const unchanged = request.header("If-None-Match") == tag;
    response.headers.add("ETag", tag);
    if (!unchanged) return;
    response.status = 304;
    response.body = std::string();
}

// What the user can do something about, or wait for.
std::optional<Code> refusal_for(db::ErrorKind kind)
{
    if (kind == db::ErrorKind::disk_full) return Code::disk_full;
    if (kind == db::ErrorKind::busy || kind == db::ErrorKind::serialization) return Code::busy;
    return std::nullopt;
}

std::string_view host_of(std::string_view origin)
{
    auto const scheme = origin.find("://");
    return scheme == origin.npos ? std::string_view{} : origin.substr(scheme + 3);
}

}  // namespace

struct Dispatcher::Exchange {
    Request request;
    Respond respond;
    Municipality const* municipality = nullptr;
    Endpoint const* endpoint = nullptr;
    std::vector<std::string_view> captures{};
    std::shared_ptr<void const> input{};
    Response response{};
    std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();

    Circumstance circumstance(Clock const& clock, Services const& services) const { return {clock, services, request, captures}; }
    std::shared_ptr<Actor const> admit(db::Tx& tx) const
    {
        auto const& route = endpoint->route;
        if (route.access.open()) return municipality->gate->nobody();
        auto actor = municipality->gate->admit(tx, request, route.before_password_change);
        if (auto const permission = route.access.permission(); permission && !municipality->gate->may(*actor, *permission))
            throw Refused{Code::not_allowed};
        return actor;
    }
};

Dispatcher::Dispatcher(Table const& table, Clock const& clock, WorkerPool& quick, WorkerPool& slow, DispatchSettings settings)
    : table_(table), clock_(clock), quick_(quick), slow_(slow), settings_(std::move(settings))
{
}

void Dispatcher::add(Municipality municipality)
{
    auto slug = municipality.slug;
    municipalities_.emplace(std::move(slug), std::move(municipality));
}

Dispatcher::Target Dispatcher::locate(Request const& request) const
{
    Target target;
    std::span<std::string const> segments = request.segments;
    if (segments.empty()) return target;
    bool const at_root = segments.front() == "api";
    if (!at_root) {
        auto const found = municipalities_.find(segments.front());
        if (found == municipalities_.end()) return target;
        target.municipality = &found->second;
        segments = segments.subspan(1);
    }
    target.api = !segments.empty() && segments.front() == "api";
    if (target.api) target.match = table_.match(request.method, segments.subspan(1), at_root);
    return target;
}

BodyRule Dispatcher::body_rule(Request const& head) const
{
    auto const* const endpoint = locate(head).match.endpoint;
    if (!endpoint || endpoint->body == BodyKind::none) return {};
    return {endpoint->route.body_limit, endpoint->body == BodyKind::upload ? BodyRule::Place::spool : BodyRule::Place::memory};
}

void Dispatcher::operator()(Request&& request, Respond respond)
{
    auto exchange = std::make_shared<Exchange>(Exchange{std::move(request), std::move(respond)});
    try {
        auto target = locate(exchange->request);
        exchange->municipality = target.municipality;
        if (!target.api) return page(*exchange);
        exchange->endpoint = target.match.endpoint;
        exchange->captures = std::move(target.match.captures);
        if (exchange->endpoint) return start(exchange);
        if (target.match.allowed.empty()) throw Refused{Code::not_found};
        std::string allowed;
        for (auto const name : target.match.allowed) allowed.append(allowed.empty() ? "" : ", ").append(name);
        Response response = Response::text("", exchange->request.method == "OPTIONS" ? 204 : 405);
        response.headers.add("Allow", allowed);
        finish(*exchange, std::move(response));
    } catch (...) {
        refuse(*exchange, std::current_exception());
    }
}

void Dispatcher::page(Exchange& exchange)
{
    auto response = settings_.pages ? settings_.pages(exchange.request, exchange.municipality) : std::nullopt;
    if (!response) throw Refused{Code::not_found};
    harden(response->headers, page_policy(settings_.style_hashes));
    exchange.respond(std::move(*response));
}

void Dispatcher::start(Shared const& exchange)
{
    auto const& endpoint = *exchange->endpoint;
    if (writes(endpoint.method) && !from_same_origin(exchange->request)) throw Refused{Code::other_origin};
    if (!endpoint.route.access.open() && !exchange->municipality->gate->carries_session(exchange->request))
        throw Refused{Code::not_signed_in};
    auto& pool = endpoint.runs == Endpoint::Runs::on_its_own ? slow_ : quick_;
    if (!pool.try_post([this, exchange] { run(exchange); })) throw Refused{Code::busy};
}

void Dispatcher::run(Shared const& exchange)
{
    try {
        auto const& endpoint = *exchange->endpoint;
        decode(*exchange);
        if (endpoint.runs == Endpoint::Runs::on_its_own) return run_long(*exchange);
        if (endpoint.runs == Endpoint::Runs::in_transaction && writes(endpoint.method)) return write(exchange);
        read(*exchange);
    } catch (...) {
        refuse(*exchange, std::current_exception());
    }
}

// Who may not call the route learns that, and nothing about the input.
void Dispatcher::decode(Exchange& exchange)
{
    try {
        exchange.input = exchange.endpoint->decode(exchange.request);
    } catch (Refused const&) {
        if (exchange.municipality) exchange.municipality->database->read([&](db::Tx& tx) { exchange.admit(tx); });
        throw;
    }
}

void Dispatcher::read(Exchange& exchange)
{
    auto const& endpoint = *exchange.endpoint;
    if (endpoint.runs == Endpoint::Runs::at_root) {
        RootCall const call{exchange.circumstance(clock_, root_services_)};
        return finish(exchange, endpoint.run(call, exchange.input.get()));
    }
    auto response = exchange.municipality->database->read([&](db::Tx& tx) {
        auto const actor = exchange.admit(tx);
        Call const call{exchange.circumstance(clock_, exchange.municipality->services), *actor, tx};
        return endpoint.run(call, exchange.input.get());
    });
    finish(exchange, std::move(response));
}

void Dispatcher::write(Shared const& exchange)
{
    exchange->municipality->database->write_async(
        [this, exchange](db::Tx& tx) {
            auto const actor = exchange->admit(tx);
            Call const call{exchange->circumstance(clock_, exchange->municipality->services), *actor, tx};
            exchange->response = exchange->endpoint->run(call, exchange->input.get());
        },
        [this, exchange](std::exception_ptr error) {
            if (error)
                refuse(*exchange, error);
            else
                finish(*exchange, std::move(exchange->response));
        });
}

void Dispatcher::run_long(Exchange& exchange)
{
    auto& database = *exchange.municipality->database;
    auto const actor = exchange.endpoint->route.access.open() ? exchange.municipality->gate->nobody()
                                                              : database.read([&](db::Tx& tx) { return exchange.admit(tx); });
    LongCall const call{exchange.circumstance(clock_, exchange.municipality->services), *actor, database};
    finish(exchange, exchange.endpoint->run(call, exchange.input.get()));
}

void Dispatcher::finish(Exchange& exchange, Response response)
{
    auto const* const endpoint = exchange.endpoint;
    bool const tagged = endpoint && endpoint->route.etag;
    if (tagged) answer_unchanged(exchange.request, response);
    response.headers.add("Cache-Control", tagged ? "private, no-cache" : "no-store");
    harden(response.headers, kApiPolicy);
    // Counted before it leaves: who has the answer finds it in the metrics.
    if (settings_.answered)
        settings_.answered(exchange.request, endpoint, response.status, std::chrono::steady_clock::now() - exchange.began);
    exchange.respond(std::move(response));
}

void Dispatcher::refuse(Exchange& exchange, std::exception_ptr error)
{
    try {
        std::rethrow_exception(error);
    } catch (Refused const& refused) {
        return finish(exchange, problem(refused, exchange.request.id));
    } catch (db::Error const& failure) {
        if (settings_.failed) settings_.failed(exchange.request, failure.what());
        if (auto const code = refusal_for(failure.kind)) return finish(exchange, problem(Refused{*code}, exchange.request.id));
    } catch (std::exception const& failure) {
        if (settings_.failed) settings_.failed(exchange.request, failure.what());
    } catch (...) {
        if (settings_.failed) settings_.failed(exchange.request, "something that is no exception was thrown");
    }
    Refusal const body{"failed",
                       "処理できませんでした。システム管理者に、この受付番号を伝えてください。",
                       "Something went wrong. Please give the system administrator this request number.",
                       {},
                       {},
                       {},
                       exchange.request.id};
    Response response{.status = 500, .headers = {}, .body = json::write(body)};
    response.headers.add("Content-Type", "application/problem+json");
    finish(exchange, std::move(response));
}

Response problem(Refused const& refused, std::string_view request_id)
{
    auto const text = text_of(refused.code);
    Refusal const body{name_of(refused.code),  text.ja, text.en, refused.detail, refused.detail_en, refused.problems,
                       std::string(request_id)};
    Response response{.status = text.status, .headers = {}, .body = json::write(body)};
    response.headers.add("Content-Type", "application/problem+json");
    if (refused.code == Code::busy) response.headers.add("Retry-After", "1");
    return response;
}

bool from_same_origin(Request const& request)
{
    if (auto const site = request.header("Sec-Fetch-Site"); !site.empty()) return site == "same-origin";
    auto const origin = request.header("Origin");
    return origin.empty() || host_of(origin) == request.header("Host");
}

}  // namespace http
