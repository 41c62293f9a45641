// Accounts and their roles, kept by administrators. Every change is in the audit; a changed account signs in again.
#pragma once
#include "features/actor/actor.hpp"
#include "platform/core/clock.hpp"
#include "platform/db/tx.hpp"
#include "platform/json/json.hpp"

namespace accounts {

struct RoleView {
    Role role = Role::staff;
    std::optional<OrgUnitId> unit;
    std::optional<std::string> unit_name;
};
BOOST_DESCRIBE_STRUCT(RoleView, (), (role, unit, unit_name))

struct Account {
    AccountId id;
    std::string login, display_name;
    std::optional<StaffId> staff;
    std::optional<std::string> staff_name;
    bool disabled = false;
    bool must_change = false;
    std::vector<RoleView> roles;
    std::optional<Instant> last_seen_at;
};
BOOST_DESCRIBE_STRUCT(Account, (), (id, login, display_name, staff, staff_name, disabled, must_change, roles, last_seen_at))

struct AccountsQuery {
    std::string q;
    std::optional<Role> role;
    int page = 1;
    static json::object limits(std::string_view member)
    {
        if (member == "page") return {{"minimum", 1}, {"maximum", 100000}};
        return {{"maxLength", 100}};
    }
};
BOOST_DESCRIBE_STRUCT(AccountsQuery, (), (q, role, page))

struct Accounts {
    std::vector<Account> accounts;
    std::int64_t total = 0;
};
BOOST_DESCRIBE_STRUCT(Accounts, (), (accounts, total))

struct NewAccount {
    std::string login, display_name;
    std::optional<StaffId> staff;
    std::optional<std::string> password;  ///< first password, to be changed at once; without one the account cannot sign in
    std::vector<Grant> roles;
    static json::object limits(std::string_view member)
    {
        if (member == "login") return {{"minLength", 1}, {"maxLength", 64}};
        if (member == "display_name") return {{"minLength", 1}, {"maxLength", 100}};
        if (member == "roles") return {{"maxItems", 20}};
        return {{"maxLength", 200}};
    }
};
BOOST_DESCRIBE_STRUCT(NewAccount, (), (login, display_name, staff, password, roles))

struct AccountChange {
    std::optional<std::string> display_name;
    std::optional<StaffId> staff;  ///< whose account it is from now on
    std::optional<bool> nobodys;   ///< true: no person's account any more
    std::optional<bool> disabled;
    std::optional<std::vector<Grant>> roles;
    std::optional<std::string> password;
    static json::object limits(std::string_view member)
    {
        if (member == "display_name") return {{"minLength", 1}, {"maxLength", 100}};
        if (member == "roles") return {{"maxItems", 20}};
        return {{"maxLength", 200}};
    }
};
BOOST_DESCRIBE_STRUCT(AccountChange, (), (display_name, staff, nobodys, disabled, roles, password))

RoleView named(db::Tx&, Grant const&);
std::vector<RoleView> roles_of(db::Tx&, AccountId);
Accounts list_accounts(db::Tx&, AccountsQuery const&);
/// Refuses with not_found.
Account account(db::Tx&, AccountId);

/// `password_hash` as hash_password made it, outside the transaction; none: cannot sign in. `must_change` false only for accounts
/// whose password nobody else knows, and for the demo. Refuses with already_exists, and not_found for a person that is not there.
AccountId create_account(db::Tx&, Actor const& by, NewAccount const&, std::optional<std::string> const& password_hash,
                         bool must_change, Instant now);
/// Refuses with not_found, with already_exists when the person has another account, and with in_use when no administrator would
/// be left.
void change_account(db::Tx&, Actor const& by, AccountId, AccountChange const&, std::optional<std::string> const& password_hash,
                    Instant now);
std::optional<AccountId> find_account(db::Tx&, std::string_view login);

/// Shown on the sign-in page of a demo, and only there.
struct DemoAccount {
    std::string login, password, name;
    Role role = Role::staff;
    std::string role_name, description, description_en;
};
BOOST_DESCRIBE_STRUCT(DemoAccount, (), (login, password, name, role, role_name, description, description_en))
struct DemoAccounts {
    std::vector<DemoAccount> accounts;
};
BOOST_DESCRIBE_STRUCT(DemoAccounts, (), (accounts))
DemoAccounts demo_accounts(db::Tx&);
void keep_demo_accounts(db::Tx&, DemoAccounts const&);

}  // namespace accounts
