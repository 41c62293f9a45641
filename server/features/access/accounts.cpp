#include "features/access/accounts.hpp"

#include "features/access/session.hpp"
#include "features/audit/audit.hpp"
#include "platform/core/refused.hpp"

#include <algorithm>

namespace accounts {
namespace {

constexpr int kPage = 100;

struct Row {
    AccountId id;
    std::string login, display_name;
    std::optional<StaffId> staff;
    std::optional<std::string> staff_name;
    bool disabled = false;
    bool must_change = false;
    std::optional<Instant> last_seen_at;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, login, display_name, staff, staff_name, disabled, must_change, last_seen_at))

// `$1` is a LIKE pattern over login and name, `$2` a role or empty.
#define SQL_ACCOUNTS                                                                                        \
    " FROM account a WHERE (lower(a.login) LIKE $1 ESCAPE '~' OR lower(a.display_name) LIKE $1 ESCAPE '~')" \
    " AND ($2 = '' OR EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.id AND r.role = $2)) "
#define SQL_ACCOUNT_COLUMNS                                                          \
    "SELECT a.id, a.login, a.display_name, a.staff_id AS staff,"                     \
    " (SELECT p.name FROM staff p WHERE p.id = a.staff_id) AS staff_name,"           \
    " CASE WHEN a.disabled_at IS NULL THEN 0 ELSE 1 END AS disabled, a.must_change," \
    " (SELECT max(s.last_seen_at) FROM session s WHERE s.account_id = a.id) AS last_seen_at "

db::Sql const kList{SQL_ACCOUNT_COLUMNS SQL_ACCOUNTS "ORDER BY a.login LIMIT $3 OFFSET $4"};
db::Sql const kCount{"SELECT count(*)" SQL_ACCOUNTS};
db::Sql const kOne{SQL_ACCOUNT_COLUMNS "FROM account a WHERE a.id = $1"};
db::Sql const kRoles{R"(
    SELECT r.role, r.unit_id AS unit, u.name AS unit_name
      FROM account_role r LEFT JOIN org_unit u ON u.id = r.unit_id WHERE r.account_id = $1 ORDER BY r.role, r.unit_id)"};
db::Sql const kUnitName{"SELECT name FROM org_unit WHERE id = $1"};

std::string pattern(std::string_view q)
{
    std::string like = "%";
    for (char const c : q) {
        if (c == '%' || c == '_' || c == '~') like += '~';
        like += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    return like + '%';
}

Account account_of(db::Tx& tx, Row&& row)
{
    return {row.id,       std::move(row.login), std::move(row.display_name), row.staff,       std::move(row.staff_name),
            row.disabled, row.must_change,      roles_of(tx, row.id),        row.last_seen_at};
}

}  // namespace

RoleView named(db::Tx& tx, Grant const& grant)
{
    return {grant.role, grant.unit, grant.unit ? tx.maybe_one<std::string>(kUnitName, *grant.unit) : std::nullopt};
}

std::vector<RoleView> roles_of(db::Tx& tx, AccountId id) { return tx.all<RoleView>(kRoles, id); }

Accounts list_accounts(db::Tx& tx, AccountsQuery const& query)
{
    auto const like = pattern(query.q);
    std::string const role = query.role ? boost::describe::enum_to_string(*query.role, "") : "";
    Accounts answer;
    for (auto& row : tx.all<Row>(kList, like, role, kPage, (query.page - 1) * kPage))
        answer.accounts.push_back(account_of(tx, std::move(row)));
    answer.total = tx.one<std::int64_t>(kCount, like, role);
    return answer;
}

Account account(db::Tx& tx, AccountId id)
{
    auto row = tx.maybe_one<Row>(kOne, id);
    if (!row) throw Refused{Code::not_found};
    return account_of(tx, std::move(*row));
}

namespace {

db::Sql const kByLogin{"SELECT id FROM account WHERE login = $1"};
db::Sql const kByStaff{"SELECT id FROM account WHERE staff_id = $1"};
db::Sql const kStaffExists{"SELECT id FROM staff WHERE id = $1"};
db::Sql const kInsert{R"(
    INSERT INTO account (login, display_name, staff_id, password_hash, must_change, created_at)
    VALUES ($1, $2, $3, $4, $5, $6) RETURNING id)"};
db::Sql const kClearRoles{"DELETE FROM account_role WHERE account_id = $1"};
db::Sql const kGrant{"INSERT INTO account_role (account_id, role, unit_id, granted_at, granted_by) VALUES ($1, $2, $3, $4, $5)"};

void grant(db::Tx& tx, Actor const& by, AccountId id, std::vector<Grant> const& roles, Instant now)
{
    auto const granted_by = by.account == AccountId{} ? std::nullopt : std::optional{by.account};
    tx.run(kClearRoles, id);
    for (auto const& role : roles) {
        if (role.unit && !tx.maybe_one<std::string>(kUnitName, *role.unit)) throw Refused{Code::not_found};
        tx.run(kGrant, id, role.role, role.unit, now, granted_by);
    }
}

/// A person has one account, and it is only linked to somebody who is there.
void refuse_unless_free(db::Tx& tx, StaffId staff, AccountId own)
{
    if (!tx.maybe_one<StaffId>(kStaffExists, staff)) throw Refused{Code::not_found};
    auto const taken = tx.maybe_one<AccountId>(kByStaff, staff);
    if (taken && *taken != own)
        throw Refused{Code::already_exists,
                      {"この職員には、すでに別の利用者が登録されています。", "This person has another account already."}};
}

struct Granted {
    std::string login;
    std::vector<Grant> roles;
};
BOOST_DESCRIBE_STRUCT(Granted, (), (login, roles))

}  // namespace

std::optional<AccountId> find_account(db::Tx& tx, std::string_view login) { return tx.maybe_one<AccountId>(kByLogin, login); }

AccountId create_account(db::Tx& tx, Actor const& by, NewAccount const& input, std::optional<std::string> const& password_hash,
                         bool must_change, Instant now)
{
    if (find_account(tx, input.login)) throw Refused{Code::already_exists};
    if (input.staff) refuse_unless_free(tx, *input.staff, {});
    AccountId const id{tx.insert(kInsert, input.login, input.display_name, input.staff, password_hash, must_change, now)};
    grant(tx, by, id, input.roles, now);
    audit::record(tx, by, now, "access.account_created", "account", id, Granted{input.login, input.roles});
    return id;
}

namespace {

db::Sql const kRename{"UPDATE account SET display_name = $1 WHERE id = $2"};
// Names stand beside records everywhere; what is kept of them in memory is made anew.
db::Sql const kNamesChanged{"INSERT INTO change_log (staff_id, topic) VALUES (NULL, 'names')"};
db::Sql const kLink{"UPDATE account SET staff_id = $1 WHERE id = $2"};
db::Sql const kDisable{"UPDATE account SET disabled_at = $1 WHERE id = $2"};
db::Sql const kSetPassword{"UPDATE account SET password_hash = $1, must_change = 1 WHERE id = $2"};
db::Sql const kAdministrators{R"(
    SELECT count(*) FROM account a JOIN account_role r ON r.account_id = a.id
     WHERE a.disabled_at IS NULL AND r.role = 'administrator')"};

/// The audit's copy of a change: everything but the password.
struct Changed {
    std::optional<std::string> display_name;
    std::optional<StaffId> staff;
    std::optional<bool> nobodys, disabled;
    std::optional<std::vector<Grant>> roles;
    bool password = false;
};
BOOST_DESCRIBE_STRUCT(Changed, (), (display_name, staff, nobodys, disabled, roles, password))

void link(db::Tx& tx, AccountId id, AccountChange const& change)
{
    if (change.nobodys.value_or(false)) {
        tx.run(kLink, std::optional<StaffId>{}, id);
    } else if (change.staff) {
        refuse_unless_free(tx, *change.staff, id);
        tx.run(kLink, change.staff, id);
    }
}

}  // namespace

void change_account(db::Tx& tx, Actor const& by, AccountId id, AccountChange const& change,
                    std::optional<std::string> const& password_hash, Instant now)
{
    if (!tx.maybe_one<Row>(kOne, id)) throw Refused{Code::not_found};
    if (change.display_name) {
        tx.run(kRename, *change.display_name, id);
        tx.run(kNamesChanged);
    }
    link(tx, id, change);
    if (change.disabled) tx.run(kDisable, *change.disabled ? std::optional{now} : std::nullopt, id);
    if (change.roles) grant(tx, by, id, *change.roles, now);
    if (password_hash) tx.run(kSetPassword, *password_hash, id);
    if (tx.one<std::int64_t>(kAdministrators) == 0)
        throw Refused{Code::in_use, {"システム管理者がいなくなります。", "Nobody would be left as system administrator."}};
    if (change.disabled.value_or(false) || password_hash) end_sessions(tx, id, {});
    audit::record(
        tx, by, now, "access.account_changed", "account", id,
        Changed{change.display_name, change.staff, change.nobodys, change.disabled, change.roles, password_hash.has_value()});
}

namespace {

db::Sql const kDemo{"SELECT value FROM setting WHERE name = 'demo_accounts'"};
db::Sql const kKeepDemo{
    "INSERT INTO setting (name, value) VALUES ('demo_accounts', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value"};

}  // namespace

DemoAccounts demo_accounts(db::Tx& tx)
{
    auto const kept = tx.maybe_one<std::string>(kDemo);
    return kept ? json::read<DemoAccounts>(*kept) : DemoAccounts{};
}

void keep_demo_accounts(db::Tx& tx, DemoAccounts const& accounts) { tx.run(kKeepDemo, json::write(accounts)); }

}  // namespace accounts
