// 引継ぎ: whose consultations wait for somebody who is no longer there, and how they go to somebody else.
#pragma once
#include "features/desk/lines.hpp"

namespace desk {

struct HandOverNeed {
    Adviser from;                         ///< not here, moved, or about to move
    std::vector<ConsultationLine> lines;  ///< going on
};
BOOST_DESCRIBE_STRUCT(HandOverNeed, (), (from, lines))
struct HandOverNeeds {
    std::vector<HandOverNeed> needs;
    std::vector<ConsultationLine> without_owner;
};
BOOST_DESCRIBE_STRUCT(HandOverNeeds, (), (needs, without_owner))
/// For the desk (not_allowed).
HandOverNeeds hand_over_needs(http::Call const&);

struct HandOver {
    StaffId from, to;
    std::vector<ConsultationId> consultations;  ///< empty: all that go on
    std::string note;
    bool subjects_too = false;  ///< also what `from` answers for; by manage_desk
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(HandOver, (), (from, to, consultations, note, subjects_too))
struct HandedOver {
    std::int64_t consultations = 0, subjects = 0;
};
BOOST_DESCRIBE_STRUCT(HandedOver, (), (consultations, subjects))
/// One's own, or anybody's by the desk. Refuses with invalid_input a receiver who does not advise or is not here and
/// consultations that are not `from`'s, with not_found when there is nothing to hand over.
HandedOver hand_over(http::Call const&, HandOver const&);

}  // namespace desk
