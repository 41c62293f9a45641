// Who may call a route. The platform knows neither who an actor is nor what a permission means: the app's Gate does.
#pragma once
#include "platform/http/message.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

struct Actor;
enum class Permission : std::uint8_t;

namespace db {
class Tx;
}

namespace http {

/// Has no default: a route that does not say who may call it does not compile.
class Access {
public:
    static Access needs(Permission permission) { return {Kind::permission, permission, {}}; }
    static Access signed_in() { return {Kind::signed_in, {}, {}}; }
    /// The only way to be open; the reason is printed in docs/permissions.md.
    static Access open_because(std::string_view reason) { return {Kind::open, {}, reason}; }

    bool open() const { return kind_ == Kind::open; }
    std::optional<Permission> permission() const { return kind_ == Kind::permission ? std::optional{permission_} : std::nullopt; }
    std::string_view reason() const { return reason_; }

private:
    enum class Kind { permission, signed_in, open };
    Access(Kind kind, Permission permission, std::string_view reason) : kind_(kind), permission_(permission), reason_(reason) {}
    Kind kind_;
    Permission permission_;
    std::string_view reason_;
};

/// Knows who is asking. One for each municipality; called from many threads.
class Gate {
public:
    virtual ~Gate() = default;
    /// Looks at the request only. A write without a session is turned away by this, before it costs the writer anything.
    virtual bool carries_session(Request const&) const = 0;
    /// Refuses with not_signed_in, session_expired and, unless `before_password_change`, password_must_change.
    virtual std::shared_ptr<Actor const> admit(db::Tx&, Request const&, bool before_password_change) = 0;
    /// Who calls a route that is open.
    virtual std::shared_ptr<Actor const> nobody() const = 0;
    virtual bool may(Actor const&, Permission) const = 0;
};

}  // namespace http
