// Signing in with login and password. Attempts are counted per login and source, before the password is looked at; five wrong
// ones make the sixth wait, ever longer up to a quarter of an hour. The source is the browser when it has signed in as that login
// before, else the address: a stranger's attempts never delay the person at the own desk, let alone a city.
#pragma once
#include "features/access/session.hpp"

namespace accounts {

struct SignInInput {
    std::string login, password;
    static json::object limits(std::string_view member)
    {
        if (member == "login") return {{"minLength", 1}, {"maxLength", 64}};
        return {{"minLength", 1}, {"maxLength", 200}};
    }
};
BOOST_DESCRIBE_STRUCT(SignInInput, (), (login, password))

struct SignedIn {
    Actor actor;
    std::string token;
    std::string device;  ///< value of the device cookie
};

/// Refuses with wrong_credentials, locked_out, rate_limited. An account whose person has left, or has no current posting any
/// more, cannot sign in.
SignedIn sign_in(db::Database&, SignInInput const&, http::Request const&, Clock const&, Settings const&);

struct PasswordInput {
    std::string current, next;
    static json::object limits(std::string_view) { return {{"minLength", 1}, {"maxLength", 200}}; }
};
BOOST_DESCRIBE_STRUCT(PasswordInput, (), (current, next))

/// Ends every other session. Refuses with wrong_credentials, locked_out, weak_password.
void change_password(db::Database&, Actor const&, PasswordInput const&, http::Request const&, Clock const&);

}  // namespace accounts
