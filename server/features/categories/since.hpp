// Since when a person is in each category: the rules are asked again on the days on which the person's facts, the organisation or
// the plan changed, from the day backwards, until the category no longer holds. Between two such days nothing can change.
#pragma once
#include "features/people/roster_load.hpp"
#include "features/plan/versions.hpp"

namespace categories {

/// What happened on the day on which a membership began.
enum class Cause { posting, engagement, system, appointment, completion, certification, organisation, plan };
BOOST_DESCRIBE_ENUM(Cause, posting, engagement, system, appointment, completion, certification, organisation, plan)

struct MembershipSince {
    std::string category;
    Date since;
    std::vector<Cause> causes;
};
BOOST_DESCRIBE_STRUCT(MembershipSince, (), (category, since, causes))

/// Does not ask who may see it: callers have asked access first. Postings announced after `announced_by` are not seen.
std::vector<MembershipSince> since(db::Tx&, plan::Library&, StaffId, Date on, Date announced_by);

}  // namespace categories
