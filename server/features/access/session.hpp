// Sessions: a random token in a cookie bound to the municipality's path, its hash in the municipality's own database. A session
// of one municipality is therefore nobody's in another.
#pragma once
#include "features/actor/actor.hpp"
#include "platform/core/clock.hpp"
#include "platform/db/database.hpp"
#include "platform/http/table.hpp"

#include <map>
#include <mutex>
#include <unordered_map>

namespace accounts {

struct Word {
    std::string word, word_en;
};
BOOST_DESCRIBE_STRUCT(Word, (), (word, word_en))

struct MunicipalityName {
    std::string slug, name, name_en;
};
BOOST_DESCRIBE_STRUCT(MunicipalityName, (), (slug, name, name_en))

/// What the plan in force lends to every page.
struct PlanWords {
    MunicipalityName municipality;
    std::string plan_title, plan_title_en;
    std::map<std::string, Word> wording;
};

/// One municipality's; a service.
struct Settings {
    std::string slug;
    std::chrono::minutes idle{60};
    std::chrono::hours absolute{12};
    bool demo = false;
    /// Asked by `me`; the app gets it from the plan in force.
    std::function<PlanWords(db::Tx&, Date)> plan_words;
};

inline constexpr std::string_view kSessionCookie = "hagukumi_session";
inline constexpr std::string_view kDeviceCookie = "hagukumi_device";

/// Opens a session and gives its token. Ended sessions of the account are removed on the way.
std::string open_session(db::Tx&, AccountId, std::string_view address, std::string_view agent, Instant now, Settings const&);

/// The cookie that carries `token`, or takes it away when the token is empty.
std::string session_cookie(std::string_view token, http::Request const&, Settings const&);
std::string device_cookie(std::string_view value, http::Request const&, Settings const&);

/// Who is at the other end; behind a proxy on this machine, what the proxy says.
std::string address_of(http::Request const&);

class SessionGate final : public http::Gate {
public:
    SessionGate(db::Database&, Clock const&, Settings const&);
    bool carries_session(http::Request const&) const override;
    std::shared_ptr<Actor const> admit(db::Tx&, http::Request const&, bool before_password_change) override;
    std::shared_ptr<Actor const> nobody() const override { return nobody_; }
    bool may(Actor const& actor, Permission permission) const override { return ::may(actor, permission); }

private:
    void seen(SessionId, Instant now);

    db::Database& database_;
    Clock const& clock_;
    Settings const& settings_;
    std::shared_ptr<Actor const> nobody_;
    std::mutex mutex_;
    std::unordered_map<SessionId, Instant> noted_;  ///< sessions whose last use is already on its way to the writer
};

/// The account as it would act if it were signed in, for what is written to it while it is not; nothing once it is closed.
std::optional<Actor> actor_of(db::Tx&, AccountId, Date today);

struct SessionInfo {
    SessionId id;
    Instant created_at{}, last_seen_at{};
    std::string address, agent;
    bool current = false;
};
BOOST_DESCRIBE_STRUCT(SessionInfo, (), (id, created_at, last_seen_at, address, agent, current))

std::vector<SessionInfo> sessions_of(db::Tx&, Actor const&, Instant now, Settings const&);
/// All of the account but one; `except` {} ends all.
std::int64_t end_sessions(db::Tx&, AccountId, SessionId except);

}  // namespace accounts
