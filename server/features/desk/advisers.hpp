// Who answers at the desk: where each of them stands today, and how much already rests on them. The load is shown before
// anybody is asked or assigned (CGS-05).
#pragma once
#include "features/actor/actor.hpp"
#include "features/desk/stage.hpp"
#include "platform/core/clock.hpp"
#include "platform/db/tx.hpp"
#include "platform/json/json.hpp"

#include <map>

namespace desk {

/// moved: to another section than when the matter was given to them. absent: left, or without an account to answer from.
enum class AdviserPresence { here, on_leave, moved, absent };
BOOST_DESCRIBE_ENUM(AdviserPresence, here, on_leave, moved, absent)

struct Adviser {
    StaffId staff;
    std::string name, unit_name;
    AdviserPresence presence = AdviserPresence::here;
    std::optional<Date> moves_on;        ///< a transfer that is announced and lies ahead
    std::int64_t open = 0, overdue = 0;  ///< consultations that rest on them
    std::int64_t minutes = 0;            ///< of visits in the last 30 days
    std::int64_t concurrent_posts = 0;   ///< 兼務
};
BOOST_DESCRIBE_STRUCT(Adviser, (), (staff, name, unit_name, presence, moves_on, open, overdue, minutes, concurrent_posts))

/// Everybody who may be asked: named for a subject, holding a role that advises, or with consultations open. As of one day.
class Advisers {
public:
    Advisers(db::Tx&, Date today);

    std::vector<Adviser> const& all() const { return all_; }  ///< by name
    Adviser const* find(StaffId) const;
    /// As find(), and moved when the section is no longer the one the matter was given to.
    AdviserPresence presence(StaffId, std::optional<OrgUnitId> given_in) const;
    std::optional<OrgUnitId> section(StaffId) const;

private:
    std::vector<Adviser> all_;
    std::map<StaffId, std::size_t> at_;
    std::map<StaffId, std::optional<OrgUnitId>> sections_;
    std::map<OrgUnitId, OrgUnitId> succeeded_;
};

}  // namespace desk
