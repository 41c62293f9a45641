// Which sections are asked, and which of them are the actor's: those below a unit they head, and for a 推進員 the one they stand
// in. A section that was renamed or merged after it was asked is carried on by its successor.
#pragma once
#include "features/people/units.hpp"
#include "features/selfcheck/lists.hpp"
#include "features/skills/everybody.hpp"

namespace selfcheck {

/// Everything that is no team within a section and no department above sections, with somebody in it; in the organisation's
/// order.
struct AskedSection {
    OrgUnitId unit;
    std::string name;  ///< from the top down
};
std::vector<AskedSection> sections_of_day(skills::GapIndex const&);

/// The units of today for which the actor may answer. Empty for who may answer for none.
class Reach {
public:
    explicit Reach(http::Call const&);
    /// The unit as it was asked, or what carries it on today.
    bool holds(OrgUnitId) const;
    bool nowhere() const { return units_.empty(); }

private:
    std::vector<OrgUnitId> units_;
    std::optional<people::Lineage> lineage_;
    Date today_;
};

/// Refuses with not_found a section that was not asked, and one that is neither the actor's nor the office's to see.
void must_see_section(http::Call const&, SelfcheckId, OrgUnitId);
/// The same, for writing: only who answers for the section.
void must_answer_for(http::Call const&, SelfcheckId, OrgUnitId);

}  // namespace selfcheck
