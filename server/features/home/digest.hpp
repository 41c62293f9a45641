// One list for each person of what to do and what is new (IWK-24: nobody has time to look in five places). On the screen for
// everybody; by mail only where the house has a relay, and only to who has chosen it.
#pragma once
#include "features/home/waiting.hpp"
#include "features/notices/notices.hpp"

namespace home {

struct Digest {
    Date as_of;
    std::vector<Todo> todo;
    std::vector<Fresh> fresh;
    std::vector<notices::NoticeLine> notices;  ///< not read yet, important ones first
};
BOOST_DESCRIBE_STRUCT(Digest, (), (as_of, todo, fresh, notices))

Digest digest(http::Call const&);

enum class DigestMail { never, daily, weekly };
BOOST_DESCRIBE_ENUM(DigestMail, never, daily, weekly)

struct DigestSetting {
    DigestMail mail = DigestMail::never;
    bool relay = false;   ///< an administrator has named one
    std::string address;  ///< on the roster; empty: nothing can be sent
};
BOOST_DESCRIBE_STRUCT(DigestSetting, (), (mail, relay, address))
struct DigestChoice {
    DigestMail mail = DigestMail::never;
};
BOOST_DESCRIBE_STRUCT(DigestChoice, (), (mail))

DigestSetting digest_setting(http::Call const&);
DigestSetting choose_digest(http::Call const&, DigestChoice const&);

void digest_routes(http::Table&);

}  // namespace home
