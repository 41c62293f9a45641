#include "features/access/sign_in.hpp"

#include "features/access/secrets.hpp"
#include "features/audit/audit.hpp"
#include "platform/core/refused.hpp"

#include <algorithm>

namespace accounts {
namespace {

using std::chrono::seconds;

constexpr int kFreeAttempts = 5;
constexpr seconds kFirstWait{10};
constexpr seconds kLongestWait{15 * 60};
constexpr seconds kCounted{15 * 60};             // attempts older than this are forgotten
constexpr int kAttemptsOfASourcePerMinute = 60;  // over all logins
constexpr seconds kKept{24 * 60 * 60};

struct Attempts {
    int count = 0;
    std::optional<Instant> last;
};
BOOST_DESCRIBE_STRUCT(Attempts, (), (count, last))

db::Sql const kAttempts{
    "SELECT count(*) AS count, max(at) AS last FROM sign_in_failure WHERE login = $1 AND source = $2 AND at > $3"};
db::Sql const kOfSource{"SELECT count(*) FROM sign_in_failure WHERE source = $1 AND at > $2"};
db::Sql const kNote{"INSERT INTO sign_in_failure (login, source, at) VALUES ($1, $2, $3)"};
db::Sql const kForgetOld{"DELETE FROM sign_in_failure WHERE at < $1"};
db::Sql const kForgive{"DELETE FROM sign_in_failure WHERE login = $1 AND source = $2"};

// Counted before the password is looked at, so that a thousand attempts at once are a thousand attempts.
void begin_attempt(db::Tx& tx, std::string const& login, std::string const& source, Instant now)
{
    if (tx.one<int>(kOfSource, source, Instant{now - seconds{60}}) >= kAttemptsOfASourcePerMinute)
        throw Refused{Code::rate_limited};
    auto const attempts = tx.one<Attempts>(kAttempts, login, source, Instant{now - kCounted});
    if (attempts.count >= kFreeAttempts) {
        auto const doubled = kFirstWait * (1 << std::min(attempts.count - kFreeAttempts, 10));
        auto const left = *attempts.last + std::min(doubled, kLongestWait) - now;
        if (left > seconds{0})
            throw Refused{Code::locked_out,
                          {"あと " + std::to_string(left.count()) + " 秒", std::to_string(left.count()) + " seconds left."}};
    }
    tx.run(kForgetOld, Instant{now - kKept});
    tx.run(kNote, login, source, now);
}

db::Sql const kDeviceKey{"SELECT value FROM setting WHERE name = 'device_key'"};
db::Sql const kMakeDeviceKey{"INSERT INTO setting (name, value) VALUES ('device_key', $1) ON CONFLICT (name) DO NOTHING"};

std::string device_key(db::Tx& tx)
{
    if (auto const key = tx.maybe_one<std::string>(kDeviceKey)) return *key;
    tx.run(kMakeDeviceKey, random_token(32));
    return tx.one<std::string>(kDeviceKey);
}

// "<random>.<tag over random and login>": it says that this browser has signed in as that login before.
std::string make_device(std::string const& key, std::string const& login)
{
    auto const random = random_token(16);
    return random + '.' + sign(key, random + '|' + login);
}

std::string source_of(http::Request const& request, std::string const& key, std::string const& login)
{
    auto const device = request.cookie(kDeviceCookie);
    auto const dot = device.find('.');
    if (dot != device.npos && same(device.substr(dot + 1), sign(key, std::string(device.substr(0, dot)) + '|' + login)))
        return "device:" + std::string(device.substr(0, dot));
    return address_of(request);
}

struct Account {
    AccountId account;
    std::optional<StaffId> staff;
    std::string login, name;
    std::optional<std::string> password_hash;
    bool must_change = false;
    bool closed = false;
};
BOOST_DESCRIBE_STRUCT(Account, (), (account, staff, login, name, password_hash, must_change, closed))

// Closed: disabled, or the person has left, or every posting of the person has ended.
db::Sql const kAccount{R"(
    SELECT a.id AS account, a.staff_id AS staff, a.login, a.display_name AS name, a.password_hash, a.must_change,
           CASE WHEN a.disabled_at IS NOT NULL OR p.left_on <= $1
                  OR (EXISTS (SELECT 1 FROM posting o WHERE o.staff_id = a.staff_id)
                      AND NOT EXISTS (SELECT 1 FROM posting o WHERE o.staff_id = a.staff_id AND (o.ended_on IS NULL OR o.ended_on > $1)))
                THEN 1 ELSE 0 END AS closed
      FROM account a LEFT JOIN staff p ON p.id = a.staff_id WHERE a.login = $2)"};
db::Sql const kGrants{"SELECT role, unit_id AS unit FROM account_role WHERE account_id = $1 ORDER BY role, unit_id"};
db::Sql const kSetHash{"UPDATE account SET password_hash = $1 WHERE id = $2"};
db::Sql const kChange{"UPDATE account SET password_hash = $1, must_change = 0 WHERE id = $2"};

Actor actor_of(Account const& account)
{
    return {account.account, account.staff, account.login, account.name, {}, {}, account.must_change};
}

struct CameFrom {
    std::string address;
};
BOOST_DESCRIBE_STRUCT(CameFrom, (), (address))

// What was typed as a login may be a password: it is recorded only when it names an account.
void note_failure(db::Database& database, std::optional<Account> const& account, http::Request const& request, Instant now)
{
    auto const nobody = Actor{.login = "-", .name = "-"};
    database.write([&](db::Tx& tx) {
        audit::record(tx, nobody, now, "access.sign_in_failed", "account", account ? account->account : AccountId{},
                      CameFrom{address_of(request)});
    });
}

}  // namespace

SignedIn sign_in(db::Database& database, SignInInput const& input, http::Request const& request, Clock const& clock,
                 Settings const& settings)
{
    auto const now = clock.now();
    std::string key, source;
    auto const account = database.write([&](db::Tx& tx) {
        key = device_key(tx);
        source = source_of(request, key, input.login);
        begin_attempt(tx, input.login, source, now);
        return tx.maybe_one<Account>(kAccount, clock.today(), input.login);
    });

    bool const usable = account && !account->closed;
    if (!matches(usable ? account->password_hash.value_or("") : "", input.password)) {
        note_failure(database, account, request, now);
        throw Refused{Code::wrong_credentials};
    }

    auto const stronger = needs_rehash(*account->password_hash) ? hash_password(input.password) : std::string();
    SignedIn signed_in{actor_of(*account), {}, make_device(key, input.login)};
    signed_in.token = database.write([&](db::Tx& tx) {
        tx.run(kForgive, input.login, source);
        if (!stronger.empty()) tx.run(kSetHash, stronger, account->account);
        signed_in.actor.roles = tx.all<Grant>(kGrants, account->account);
        audit::record(tx, signed_in.actor, now, "access.signed_in", "account", account->account, CameFrom{address_of(request)});
        return open_session(tx, account->account, address_of(request), request.header("User-Agent"), now, settings);
    });
    if (account->staff) signed_in.actor.roles.push_back({Role::staff, {}});
    return signed_in;
}

void change_password(db::Database& database, Actor const& actor, PasswordInput const& input, http::Request const& request,
                     Clock const& clock)
{
    refuse_weak(input.next, actor.login);
    if (input.next == input.current)
        throw Refused{
            Code::invalid_input,
            {},
            {{"/next", "今と同じパスワードです。別のものにしてください。", "This is the present password; choose another."}}};
    auto const now = clock.now();
    auto const source = "session:" + std::to_string(actor.session.value);
    auto const account = database.write([&](db::Tx& tx) {
        begin_attempt(tx, actor.login, source, now);
        return tx.one<Account>(kAccount, clock.today(), actor.login);
    });
    if (!matches(account.password_hash.value_or(""), input.current)) {
        note_failure(database, account, request, now);
        throw Refused{Code::wrong_credentials};
    }
    auto const hash = hash_password(input.next);
    database.write([&](db::Tx& tx) {
        tx.run(kForgive, actor.login, source);
        tx.run(kChange, hash, actor.account);
        end_sessions(tx, actor.account, actor.session);
        audit::record(tx, actor, now, "access.password_changed", "account", actor.account);
    });
}

}  // namespace accounts
