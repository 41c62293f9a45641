// The files of a case.
#pragma once
#include "features/attachments/attachments.hpp"
#include "features/improvement/improvement.hpp"

namespace improvement {

/// Refuses with invalid_input what is not the actor's own and not posted elsewhere.
void post_files(http::Call const&, CaseId, std::vector<AttachmentId> const&);
std::vector<attachments::File> files_of(db::Tx&, CaseId);

}  // namespace improvement
