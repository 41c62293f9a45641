#include "features/access/access.hpp"
#include "features/audit/audit.hpp"

namespace accounts {
namespace {

http::WithHeaders<Me> post_session(http::LongCall const& c, SignInInput const& input)
{
    auto const& settings = c.service<Settings>();
    auto const done = sign_in(c.database, input, c.request, c.clock, settings);
    return {c.database.read([&](db::Tx& tx) { return me(tx, done.actor, c.clock.today(), settings); }),
            {{"Set-Cookie", session_cookie(done.token, c.request, settings)},
             {"Set-Cookie", device_cookie(done.device, c.request, settings)}}};
}

db::Sql const kEndOne{"DELETE FROM session WHERE id = $1 AND account_id = $2"};

http::WithHeaders<json::Nothing> delete_session(http::Call const& c)
{
    c.tx.run(kEndOne, c.actor.session, c.actor.account);
    audit::record(c.tx, c.actor, c.clock.now(), "access.signed_out", "account", c.actor.account);
    return {{}, {{"Set-Cookie", session_cookie("", c.request, c.service<Settings>())}}};
}

struct Sessions {
    std::vector<SessionInfo> sessions;
};
BOOST_DESCRIBE_STRUCT(Sessions, (), (sessions))

void delete_one_session(http::Call const& c)
{
    if (c.tx.run(kEndOne, c.path<SessionId>(0), c.actor.account) == 0) throw Refused{Code::not_found};
    audit::record(c.tx, c.actor, c.clock.now(), "access.session_ended", "account", c.actor.account);
}

void delete_other_sessions(http::Call const& c)
{
    end_sessions(c.tx, c.actor.account, c.actor.session);
    audit::record(c.tx, c.actor, c.clock.now(), "access.other_sessions_ended", "account", c.actor.account);
}

// A password is hashed before the write transaction begins: the writer never waits for argon2.
std::optional<std::string> hashed(std::optional<std::string> const& password, std::string_view login)
{
    if (!password) return std::nullopt;
    refuse_weak(*password, login);
    return hash_password(*password);
}

Account post_account(http::LongCall const& c, NewAccount const& input)
{
    auto const hash = hashed(input.password, input.login);
    return c.database.write(
        [&](db::Tx& tx) { return account(tx, create_account(tx, c.actor, input, hash, true, c.clock.now())); });
}

Account patch_account(http::LongCall const& c, AccountChange const& change)
{
    auto const id = c.path<AccountId>(0);
    auto const login = c.database.read([&](db::Tx& tx) { return account(tx, id).login; });
    auto const hash = hashed(change.password, login);
    return c.database.write([&](db::Tx& tx) {
        change_account(tx, c.actor, id, change, hash, c.clock.now());
        return account(tx, id);
    });
}

struct AccountsMade {
    std::int64_t made = 0;
};
BOOST_DESCRIBE_STRUCT(AccountsMade, (), (made))

struct AccountsDisabled {
    std::int64_t disabled = 0;
};
BOOST_DESCRIBE_STRUCT(AccountsDisabled, (), (disabled))

AccountsMade post_missing_accounts(http::Call const& c)
{
    auto const missing = missing_accounts(c.tx, c.clock.today());
    for (auto const& account : missing) create_account(c.tx, c.actor, account, {}, true, c.clock.now());
    return {static_cast<std::int64_t>(missing.size())};
}

AccountsDisabled post_leavers(http::Call const& c) { return {disable_accounts_of_leavers(c.tx, c.actor, c.clock)}; }

void own_routes(http::Table& table)
{
    auto const mine = http::Access::signed_in();
    table.post("/session",
               {.id = "signIn",
                .access = http::Access::open_because("サインインそのもの"),
                .summary = "サインインする",
                .refusals = {Code::wrong_credentials, Code::locked_out, Code::rate_limited},
                .body_limit = 4096},
               post_session);
    table.del("/session", {.id = "signOut", .access = mine, .summary = "サインアウトする", .before_password_change = true},
              delete_session);
    table.get(
        "/me", {.id = "getMe", .access = mine, .summary = "自分のアカウント、権限、計画のことば", .before_password_change = true},
        +[](http::Call const& c) { return me(c.tx, c.actor, c.clock.today(), c.service<Settings>()); });
    table.get(
        "/me/sessions", {.id = "listSessions", .access = mine, .summary = "自分のサインインの一覧"},
        +[](http::Call const& c) { return Sessions{sessions_of(c.tx, c.actor, c.clock.now(), c.service<Settings>())}; });
    table.del("/me/sessions", {.id = "endOtherSessions", .access = mine, .summary = "ほかのすべての端末からサインアウトする"},
              delete_other_sessions);
    table.del("/me/sessions/{session}", {.id = "endSession", .access = mine, .summary = "ひとつの端末からサインアウトする"},
              delete_one_session);
    table.post(
        "/me/password",
        {.id = "changePassword",
         .access = mine,
         .summary = "自分のパスワードを変える",
         .refusals = {Code::wrong_credentials, Code::weak_password, Code::locked_out},
         .body_limit = 4096,
         .before_password_change = true},
        +[](http::LongCall const& c, PasswordInput const& in) { change_password(c.database, c.actor, in, c.request, c.clock); });
    table.get(
        "/demo-accounts",
        {.id = "listDemoAccounts",
         .access = http::Access::open_because("デモのサインイン画面。デモでなければ空"),
         .summary = "デモ用アカウント"},
        +[](http::Call const& c) { return c.service<Settings>().demo ? demo_accounts(c.tx) : DemoAccounts{}; });
}

void account_routes(http::Table& table)
{
    auto const access = http::Access::needs(Permission::manage_accounts);
    table.get(
        "/accounts", {.id = "listAccounts", .access = access, .summary = "アカウントの一覧"},
        +[](http::Call const& c, AccountsQuery const& q) { return list_accounts(c.tx, q); });
    table.get(
        "/accounts/{account}", {.id = "getAccount", .access = access, .summary = "アカウント"},
        +[](http::Call const& c) { return account(c.tx, c.path<AccountId>(0)); });
    table.post("/accounts",
               {.id = "createAccount",
                .access = access,
                .summary = "アカウントを作る",
                .refusals = {Code::already_exists, Code::not_found, Code::weak_password},
                .success = 201},
               post_account);
    table.patch("/accounts/{account}",
                {.id = "changeAccount",
                 .access = access,
                 .summary = "アカウントの名前、職員、役割、停止、パスワードを変える",
                 .refusals = {Code::in_use, Code::weak_password, Code::already_exists}},
                patch_account);
    table.get(
        "/accounts/roster",
        {.id = "compareAccountsWithRoster", .access = access, .summary = "アカウントのない職員と、退職した人のアカウントの数"},
        +[](http::Call const& c) { return compare_with_roster(c.tx, c.clock.today()); });
    table.post(
        "/accounts/roster/missing",
        {.id = "makeMissingAccounts",
         .access = access,
         .summary = "アカウントのない職員すべてに、職員番号のアカウントを作る。最初のパスワードを渡すまでサインインできない"},
        post_missing_accounts);
    table.post("/accounts/roster/leavers",
               {.id = "disableAccountsOfLeavers",
                .access = access,
                .summary = "退職した人のアカウントをすべて停止する",
                .refusals = {Code::in_use}},
               post_leavers);
}

}  // namespace

void routes(http::Table& table)
{
    own_routes(table);
    account_routes(table);
}

}  // namespace accounts
