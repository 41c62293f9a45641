// 横展開: where a case comes from and where it has gone.
#pragma once
#include "features/improvement/record.hpp"
#include "features/improvement/writing.hpp"

namespace improvement {

/// The actor's section as it stands today; nothing for nobody's account.
std::optional<OrgUnitId> own_section(http::Call const&);
/// Confirmed, of another section, and not adopted by the actor's own yet.
bool may_adopt(http::Call const&, CaseRow const&);
/// Refuses as add_case does.
void must_be_adoptable(http::Call const&, CaseId source, OrgUnitId by);
/// The case it adopted, those that adopted it, and their sums.
void relate(http::Call const&, CaseRow const&, Case&);
/// Now that the adoption can be read, the source stands at 横展開.
void note_spread(http::Call const&, CaseRow const& adoption);

}  // namespace improvement
