// How somebody comes to a run: the application as it is first kept, by whatever way, with the section of the day.
#pragma once
#include "features/people/teams.hpp"
#include "features/training/moves.hpp"

namespace training {

/// How somebody comes to a run, beside who they are.
struct Way {
    EnrolmentRoute route = EnrolmentRoute::applied;
    std::string reason;
    std::optional<AccountId> proxy;
    std::string basis_no;
};

using people::section_of;
/// Whether the actor heads the person's unit or one above it.
bool heads(db::Tx&, Actor const&, StaffId, Date today);

std::optional<EnrolmentRow> enrolment_of(db::Tx&, CourseRunId, StaffId);
/// Nothing when the person has asked before and not withdrawn.
std::optional<EnrolmentRow> ask(db::Tx&, Actor const&, RunRow const&, StaffId, Way const&, Clock const&);
/// The head's consent, kept as a step of its own.
void let_go(db::Tx&, Actor const&, EnrolmentRow const&, Clock const&);

}  // namespace training
