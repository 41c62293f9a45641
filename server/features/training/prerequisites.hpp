// 前提の研修: what a course asks to be completed first. A completion whose validity has run out does not do.
#pragma once
#include "features/actor/actor.hpp"
#include "features/training/validity.hpp"
#include "platform/db/tx.hpp"

namespace training {

/// Those that the person still has to complete. Refers into the plan.
std::vector<plan::Course const*> missing_prerequisites(db::Tx&, plan::Plan const&, std::string const& course, StaffId,
                                                       Date today);

/// Refuses with prerequisite_missing; each problem points at a course that comes first, "/courses/C1".
void must_have_prerequisites(db::Tx&, plan::Plan const&, std::string const& course, StaffId, Date today);

}  // namespace training
