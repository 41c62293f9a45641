// The plan's rule for a level: every required course completed and, where the plan says so, the level below held (HKT-12,
// HKT-13). ★ is no part of it: whether a person's work needs such a skill is the head's decision and never blocks a
// certification. A level whose courses the plan does not list is reached by nobody through the rule, only on another stated
// basis.
#pragma once
#include "features/plan/plan.hpp"
#include "platform/core/ids.hpp"
#include "platform/db/tx.hpp"

#include <map>

namespace levels {

using CertificationId = Id<struct CertificationTag>;

/// Nothing when the plan has no such level.
plan::Level const* find_level(plan::Plan const&, std::string_view code);
/// The level below; nothing for the first one.
plan::Level const* level_below(plan::Plan const&, plan::Level const&);

/// The certifications that are valid on a day.
class Holders {
public:
    Holders(db::Tx&, plan::Plan const&, Date on);
    /// Since when the person has held the level or a higher one.
    std::optional<Date> since(StaffId, plan::Level const&) const;
    std::size_t count(plan::Level const&) const;

private:
    std::map<StaffId, std::map<int, Date>> held_;  ///< by the level's order
};

struct CompletedCourse {
    std::string course;
    Date completed_on;
};

/// How far somebody has come towards a level.
struct Progress {
    StaffId staff;
    std::vector<CompletedCourse> done;  ///< of the required courses
    std::vector<std::string> missing;   ///< the others, in the plan's order
    bool needs_below = false;
    std::optional<Date> below_since;  ///< the level below, when the plan asks for it
    bool below_fits() const { return !needs_below || below_since; }
    bool fulfils() const { return !done.empty() && missing.empty() && below_fits(); }
    /// Is expected to arrive within the year: the level below is held and at least half of the courses are completed.
    bool near() const { return below_fits() && !done.empty() && done.size() >= missing.size(); }
};

/// Who is employed on the day, has completed a course the level requires and holds neither it nor a higher one; by person.
std::vector<Progress> towards(db::Tx&, plan::Plan const&, plan::Level const&, Holders const&, Date on);

}  // namespace levels
