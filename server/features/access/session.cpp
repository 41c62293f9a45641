#include "features/access/session.hpp"

#include "features/access/secrets.hpp"
#include "platform/core/refused.hpp"

namespace accounts {
namespace {

constexpr std::size_t kTokenBytes = 32;
constexpr std::size_t kAgentLength = 300;
constexpr std::chrono::seconds kNoteAfter{60};  // a use is written down at most once a minute

db::Sql const kRemoveEnded{"DELETE FROM session WHERE account_id = $1 AND (expires_at <= $2 OR last_seen_at <= $3)"};
db::Sql const kOpen{R"(
    INSERT INTO session (token_hash, account_id, created_at, last_seen_at, expires_at, address, agent)
    VALUES ($1, $2, $3, $4, $5, $6, $7))"};

std::string cookie(std::string_view name, std::string_view value, std::chrono::seconds max_age, http::Request const& request,
                   Settings const& settings)
{
    std::string text = std::string(name) + '=' + std::string(value) + "; Path=/" + settings.slug + "; HttpOnly; SameSite=Strict";
    if (value.empty())
        text += "; Max-Age=0";
    else if (max_age.count() > 0)
        text += "; Max-Age=" + std::to_string(max_age.count());
    if (request.secure || request.header("X-Forwarded-Proto") == "https") text += "; Secure";
    return text;
}

bool is_loopback(std::string_view address)
{
    return address == "::1" || address.starts_with("127.") || address.starts_with("::ffff:127.");
}

}  // namespace

std::string open_session(db::Tx& tx, AccountId account, std::string_view address, std::string_view agent, Instant now,
                         Settings const& settings)
{
    tx.run(kRemoveEnded, account, now, Instant{now - settings.idle});
    auto token = random_token(kTokenBytes);
    tx.run(kOpen, token_hash(token), account, now, now, Instant{now + settings.absolute}, address, agent.substr(0, kAgentLength));
    return token;
}

std::string session_cookie(std::string_view token, http::Request const& request, Settings const& settings)
{
    return cookie(kSessionCookie, token, {}, request, settings);
}

std::string device_cookie(std::string_view value, http::Request const& request, Settings const& settings)
{
    return cookie(kDeviceCookie, value, std::chrono::hours{24 * 365}, request, settings);
}

std::string address_of(http::Request const& request)
{
    auto const forwarded = request.header("X-Forwarded-For");
    if (forwarded.empty() || !is_loopback(request.remote)) return request.remote;
    auto const comma = forwarded.rfind(',');
    auto last = comma == forwarded.npos ? forwarded : forwarded.substr(comma + 1);
    while (last.starts_with(' ')) last.remove_prefix(1);
    return std::string(last.substr(0, 64));
}

SessionGate::SessionGate(db::Database& database, Clock const& clock, Settings const& settings)
    : database_(database), clock_(clock), settings_(settings), nobody_(std::make_shared<Actor const>())
{
}

bool SessionGate::carries_session(http::Request const& request) const
{
    return request.cookie(kSessionCookie).size() == 2 * kTokenBytes;
}

namespace {

struct Found {
    SessionId session;
    AccountId account;
    std::optional<StaffId> staff;
    std::string login, name;
    bool must_change = false;
    Instant last_seen_at{}, expires_at{};
    bool closed = false;
    std::optional<Role> role;  ///< one row for each role of the account, none once when it has none
    std::optional<OrgUnitId> unit;
};
BOOST_DESCRIBE_STRUCT(Found, (),
                      (session, account, staff, login, name, must_change, last_seen_at, expires_at, closed, role, unit))

db::Sql const kFind{R"(
    SELECT s.id AS session, a.id AS account, a.staff_id AS staff, a.login, a.display_name AS name, a.must_change, s.last_seen_at,
           s.expires_at, CASE WHEN a.disabled_at IS NOT NULL OR p.left_on <= $1 THEN 1 ELSE 0 END AS closed, r.role, r.unit_id AS unit
      FROM session s JOIN account a ON a.id = s.account_id LEFT JOIN staff p ON p.id = a.staff_id
      LEFT JOIN account_role r ON r.account_id = a.id
     WHERE s.token_hash = $2 ORDER BY r.role, r.unit_id)"};

std::vector<Grant> grants_of(std::vector<Found> const& rows)
{
    std::vector<Grant> grants;
    for (auto const& row : rows) {
        if (row.role) grants.push_back({*row.role, row.unit});
    }
    return grants;
}

void add_what_every_person_is(Actor& actor)
{
    bool const is_person =
        actor.staff && std::none_of(actor.roles.begin(), actor.roles.end(), [](auto& g) { return g.role == Role::staff; });
    if (is_person) actor.roles.push_back({Role::staff, {}});
}

struct OpenAccount {
    AccountId account;
    std::optional<StaffId> staff;
    std::string login, name;
};
BOOST_DESCRIBE_STRUCT(OpenAccount, (), (account, staff, login, name))
db::Sql const kOpenAccount{R"(
    SELECT a.id AS account, a.staff_id AS staff, a.login, a.display_name AS name
      FROM account a LEFT JOIN staff p ON p.id = a.staff_id
     WHERE a.id = $1 AND a.disabled_at IS NULL AND (p.left_on IS NULL OR p.left_on > $2))"};
db::Sql const kGrants{"SELECT role, unit_id AS unit FROM account_role WHERE account_id = $1 ORDER BY role, unit_id"};

}  // namespace

std::optional<Actor> actor_of(db::Tx& tx, AccountId id, Date today)
{
    auto found = tx.maybe_one<OpenAccount>(kOpenAccount, id, today);
    if (!found) return std::nullopt;
    Actor actor{found->account, found->staff, std::move(found->login), std::move(found->name), tx.all<Grant>(kGrants, id), {}};
    add_what_every_person_is(actor);
    return actor;
}

std::shared_ptr<Actor const> SessionGate::admit(db::Tx& tx, http::Request const& request, bool before_password_change)
{
    if (!carries_session(request)) throw Refused{Code::not_signed_in};
    auto const now = clock_.now();
    auto rows = tx.all<Found>(kFind, clock_.today(), token_hash(request.cookie(kSessionCookie)));
    if (rows.empty() || rows.front().closed) throw Refused{Code::not_signed_in};
    auto& found = rows.front();
    if (now >= found.expires_at || now - found.last_seen_at >= settings_.idle) throw Refused{Code::session_expired};
    if (found.must_change && !before_password_change) throw Refused{Code::password_must_change};
    if (now - found.last_seen_at >= kNoteAfter) seen(found.session, now);

    auto actor = std::make_shared<Actor>(Actor{found.account, found.staff, std::move(found.login), std::move(found.name),
                                               grants_of(rows), found.session, found.must_change});
    add_what_every_person_is(*actor);
    return actor;
}

namespace {

db::Sql const kSeen{"UPDATE session SET last_seen_at = $1 WHERE id = $2 AND last_seen_at < $1"};

}  // namespace

void SessionGate::seen(SessionId session, Instant now)
{
    {
        std::lock_guard const lock(mutex_);
        if (noted_.size() > 10'000) noted_.clear();
        auto& noted = noted_[session];
        if (now - noted < kNoteAfter) return;
        noted = now;
    }
    database_.write_async([=](db::Tx& tx) { tx.run(kSeen, now, session); }, [](std::exception_ptr) {});
}

namespace {

db::Sql const kSessions{R"(
    SELECT id, created_at, last_seen_at, address, agent, CASE WHEN id = $1 THEN 1 ELSE 0 END AS current
      FROM session WHERE account_id = $2 AND expires_at > $3 AND last_seen_at > $4 ORDER BY last_seen_at DESC, id DESC)"};
db::Sql const kEnd{"DELETE FROM session WHERE account_id = $1 AND id <> $2"};

}  // namespace

std::vector<SessionInfo> sessions_of(db::Tx& tx, Actor const& actor, Instant now, Settings const& settings)
{
    return tx.all<SessionInfo>(kSessions, actor.session, actor.account, now, Instant{now - settings.idle});
}

std::int64_t end_sessions(db::Tx& tx, AccountId account, SessionId except) { return tx.run(kEnd, account, except); }

}  // namespace accounts
