// How a case is written, with nothing asked and nothing audited: for this room's own use-cases, and for the demo.
#pragma once
#include "features/improvement/writing.hpp"

namespace improvement {

CaseId keep_new(db::Tx&, NewCase const&, std::string_view origin_title, std::optional<AccountId> by, Date on, Instant now);
void keep_changes(db::Tx&, CaseId, CaseForm const&, Instant now);
void keep_member(db::Tx&, CaseId, StaffId, std::string_view part);
void keep_move(db::Tx&, CaseId, Stage, Date on, std::string_view note, std::optional<AccountId> by, Instant now);
void keep_submitted(db::Tx&, CaseId, Instant now);
/// Confirmed: the figures stay as they are now, with all that went in.
Effect freeze(db::Tx&, CaseId, std::optional<AccountId> by, std::string_view word, Instant now);
void keep_returned(db::Tx&, CaseId, std::optional<AccountId> by, std::string_view word, Instant now);
/// With everything that belongs to it.
void forget(db::Tx&, CaseId);

/// In the index of everything while everybody may read it, and not otherwise.
void let_find(db::Tx&, CaseId);

}  // namespace improvement
