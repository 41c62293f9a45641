// The feed of a person's training sessions, for their calendar program: a secret address, revocable and renewable. Of the secret
// only the hash is kept, so that it is shown once.
#pragma once
#include "features/people/people.hpp"
#include "platform/http/table.hpp"

#include <map>
#include <mutex>

namespace calendar {

struct Feed {
    bool active = false;
    std::optional<Instant> created_at;
};
BOOST_DESCRIBE_STRUCT(Feed, (), (active, created_at))

struct NewFeed {
    std::string path;  ///< on this server, with the secret
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(NewFeed, (), (path, created_at))

/// How often one address may ask, whatever it knows: nobody finds a secret by asking, and no program asks more often.
/// Thread-safe.
class Door {
public:
    /// Refuses with rate_limited.
    void knock(std::string const& secret_hash, Instant now);

private:
    std::mutex guard_;
    std::int64_t minute_ = 0;
    std::map<std::string, int> asked_;
};

Feed feed(db::Tx&, Actor const&);
/// The one before, if there is one, ends. Refuses with not_allowed an account that is no person's.
NewFeed renew(db::Tx&, Actor const&, std::string const& slug, Clock const&);
void revoke(db::Tx&, Actor const&, Clock const&);

/// Sessions of the seats of whoever the secret belongs to, from three months ago on. Refuses with not_found a secret that opens
/// nothing: never made, revoked, of a closed account or of somebody who has left.
std::string calendar_of(db::Tx&, people::PlanWords&, std::string_view secret, Clock const&);

}  // namespace calendar
