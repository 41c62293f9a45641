// Who is asked: everybody who fits the rule on the day, or those who sit in a run of a course. Beside each stand the groups that
// results may be crossed by, as they were on that day.
#pragma once
#include "features/skills/everybody.hpp"
#include "features/surveys/keys.hpp"
#include "features/surveys/waves.hpp"

namespace surveys {

/// Without pseudonyms. Postings announced after `today` are not known. Refuses with not_found when no plan is in force.
std::vector<Key> audience_of(db::Tx&, skills::Everybody&, WaveRow const&, Date today);

}  // namespace surveys
