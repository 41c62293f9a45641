// What speaks against a person's seat and is told, not refused: another session at the same time, leave, a transfer before it, a
// course that comes first.
#pragma once
#include "features/training/enrolments.hpp"

namespace training {

/// A transfer only as far as it is announced to the actor (内示).
std::vector<Conflict> conflicts(http::Call const&, CourseRunId, StaffId);

}  // namespace training
