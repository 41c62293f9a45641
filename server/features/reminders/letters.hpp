// Letters that a round of reminders puts on their way; the outbox sends them.
#pragma once
#include "features/reminders/rounds.hpp"

#include <map>

namespace reminders {

struct Letter {
    StaffId staff;
    std::string address, subject, text;
};

/// Wakes the outbox once they are written for good.
void put_on_their_way(db::Tx&, Outbox&, RoundId, std::vector<Letter> const&, Instant now);

/// The nearest head above the person (not the person) who has an address; nobody when there is none.
struct Head {
    StaffId staff_id;
    std::string name, email;
};
BOOST_DESCRIBE_STRUCT(Head, (), (staff_id, name, email))
std::optional<Head> head_of(db::Tx&, StaffId, Date today);

/// Everybody's address.
std::map<StaffId, std::string> addresses(db::Tx&);

}  // namespace reminders
