#include "cli/where.hpp"
#include "features/access/roster_accounts.hpp"
#include "features/access/secrets.hpp"
#include "features/people/records.hpp"

#include <iostream>

namespace cli {
namespace {

struct AccountCommand {
    Where where;
    std::string login, name, staff_no;
    std::vector<std::string> roles;
    bool from_input = false, enable = false, passwords = false;
};

std::vector<Grant> grants_of(std::vector<std::string> const& names)
{
    std::vector<Grant> roles;
    for (auto const& name : names) {
        Grant grant;
        if (!boost::describe::enum_from_string(name.c_str(), grant.role)) throw Complaint{"There is no role \"" + name + "\"."};
        roles.push_back(grant);
    }
    return roles;
}

CLI::Validator role_name()
{
    std::vector<std::string> names;
    names.reserve(std::size(kRoles));
    for (auto const role : kRoles) names.emplace_back(boost::describe::enum_to_string(role, ""));
    return CLI::IsMember(names);
}

/// The first line of standard input, or a new one that is shown once.
std::string password_for(AccountCommand const& command, Console& console)
{
    if (!command.from_input) {
        auto made = accounts::random_token(8);
        console.out << made << '\n';
        return made;
    }
    std::string line;
    std::getline(std::cin, line);
    accounts::refuse_weak(line, command.login);
    return line;
}

AccountId known(db::Tx& tx, std::string const& login)
{
    auto const id = accounts::find_account(tx, login);
    if (!id) throw Complaint{"There is no account \"" + login + "\"."};
    return *id;
}

void change(AccountCommand const& command, accounts::AccountChange const& wanted, std::optional<std::string> const& hash)
{
    SystemClock const clock;
    open(command.where, slug_of(command.where))->write([&](db::Tx& tx) {
        accounts::change_account(tx, system_actor("command line"), known(tx, command.login), wanted, hash, clock.now());
    });
}

void add(AccountCommand const& command, Console& console)
{
    SystemClock const clock;
    auto const database = open(command.where, slug_of(command.where));
    auto const hash = accounts::hash_password(password_for(command, console));
    database->write([&](db::Tx& tx) {
        accounts::NewAccount account{
            command.login, command.name.empty() ? command.login : command.name, {}, {}, grants_of(command.roles)};
        if (!command.staff_no.empty()) {
            account.staff = people::find_by_number(tx, command.staff_no);
            if (!account.staff) throw Complaint{"There is nobody with the number " + command.staff_no + "."};
        }
        accounts::create_account(tx, system_actor("command line"), account, hash, true, clock.now());
    });
}

// Hashed before anything is written: thousands of passwords take minutes.
void add_missing(AccountCommand const& command, Console& console)
{
    SystemClock const clock;
    auto const database = open(command.where, slug_of(command.where));
    auto const accounts = database->read([&](db::Tx& tx) { return accounts::missing_accounts(tx, clock.today()); });
    std::vector<std::optional<std::string>> passwords(accounts.size()), hashes(accounts.size());
    for (std::size_t i = 0; command.passwords && i < accounts.size(); ++i) {
        passwords[i] = accounts::random_token(8);
        hashes[i] = accounts::hash_password(*passwords[i]);
    }
    database->write([&](db::Tx& tx) {
        for (std::size_t i = 0; i < accounts.size(); ++i)
            accounts::create_account(tx, system_actor("command line"), accounts[i], hashes[i], true, clock.now());
    });
    for (std::size_t i = 0; i < accounts.size(); ++i)
        console.out << accounts[i].login << '\t' << accounts[i].display_name << (passwords[i] ? '\t' + *passwords[i] : "")
                    << '\n';
    for (auto const& number : database->read([&](db::Tx& tx) { return accounts::compare_with_roster(tx, clock.today()); }).taken)
        console.err << number << ": somebody else's login\n";
}

void disable_leavers(AccountCommand const& command, Console& console)
{
    SystemClock const clock;
    auto const disabled = open(command.where, slug_of(command.where))->write([&](db::Tx& tx) {
        return accounts::disable_accounts_of_leavers(tx, system_actor("command line"), clock);
    });
    console.out << disabled << " accounts disabled\n";
}

void set_password(AccountCommand const& command, Console& console)
{
    open(command.where, slug_of(command.where))->read([&](db::Tx& tx) { known(tx, command.login); });
    change(command, {}, accounts::hash_password(password_for(command, console)));
}

void list(AccountCommand const& command, Console& console)
{
    auto const database = open(command.where, slug_of(command.where));
    accounts::AccountsQuery query;
    accounts::Accounts all;
    for (;; ++query.page) {
        auto page = database->read([&](db::Tx& tx) { return accounts::list_accounts(tx, query); });
        all.total = page.total;
        if (page.accounts.empty()) break;
        for (auto& account : page.accounts) all.accounts.push_back(std::move(account));
    }
    if (console.json) return void(console.out << json::write(all) << '\n');
    for (auto const& account : all.accounts) {
        console.out << account.login << '\t' << account.display_name << '\t';
        for (auto const& role : account.roles)
            console.out << boost::describe::enum_to_string(role.role, "") << (role.unit_name ? "(" + *role.unit_name + ")" : "")
                        << ' ';
        console.out << (account.disabled ? "\tdisabled" : "") << '\n';
    }
}

CLI::App* declared(CLI::App& group, std::shared_ptr<AccountCommand> const& it, Console& console, std::string const& name,
                   std::string const& text, bool with_login = true)
{
    auto* const command = group.add_subcommand(name, text);
    if (with_login) command->add_option("login", it->login, "Staff number, or a name")->required()->type_name("LOGIN");
    where_options(*command, it->where);
    json_flag(*command, console);
    return command;
}

constexpr char const* kInput = "Take the password from standard input; else one is made up and shown";

}  // namespace

void declare_account(CLI::App& app, Console& console)
{
    auto const it = std::make_shared<AccountCommand>();
    auto* const group = app.add_subcommand("account", "Accounts and their roles");
    group->require_subcommand(1);

    auto* const adding =
        declared(*group, it, console, "add", "Make an account; its password must be changed at the first sign-in");
    adding->add_option("--name", it->name, "The name shown")->type_name("NAME");
    adding->add_option("--staff", it->staff_no, "The person's staff number")->type_name("NO");
    adding->add_option("--role", it->roles, "Roles besides staff")->delimiter(',')->check(role_name())->type_name("ROLE,…");
    adding->add_flag("--password-stdin", it->from_input, kInput);
    adding->callback([it, &console] { add(*it, console); });

    auto* const missing =
        declared(*group, it, console, "add-missing",
                 "Make an account for everybody who is employed and has none; the login is the staff number", false);
    missing->add_flag("--passwords", it->passwords,
                      "Make up first passwords and show them once, to be handed out; else nobody can sign in yet");
    missing->callback([it, &console] { add_missing(*it, console); });

    auto* const password = declared(*group, it, console, "password", "Set a new password; ends every session");
    password->add_flag("--password-stdin", it->from_input, kInput);
    password->callback([it, &console] { set_password(*it, console); });

    auto* const role = declared(*group, it, console, "role", "Replace an account's roles");
    role->add_option("roles", it->roles, "None: nothing but staff")->check(role_name())->type_name("ROLE…");
    role->callback([it] {
        accounts::AccountChange wanted;
        wanted.roles = grants_of(it->roles);
        change(*it, wanted, {});
    });

    auto* const disable = declared(*group, it, console, "disable", "Stop an account; ends every session");
    disable->add_flag("--undo", it->enable, "Let it sign in again");
    disable->callback([it] {
        accounts::AccountChange wanted;
        wanted.disabled = !it->enable;
        change(*it, wanted, {});
    });

    declared(*group, it, console, "disable-leavers", "Stop the accounts of everybody who has left", false)
        ->callback([it, &console] { disable_leavers(*it, console); });

    declared(*group, it, console, "list", "List the accounts", false)->callback([it, &console] { list(*it, console); });
}

}  // namespace cli
