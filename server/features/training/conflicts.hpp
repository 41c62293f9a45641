// What speaks against a person's seat and is told, not refused: another session at the same time, leave, a transfer before it.
#pragma once
#include "features/training/enrolments.hpp"

namespace training {

/// A transfer only as far as it is announced to the actor (内示).
std::vector<Conflict> conflicts(db::Tx&, Actor const&, people::PlanWords&, CourseRunId, StaffId, Clock const&);

}  // namespace training
