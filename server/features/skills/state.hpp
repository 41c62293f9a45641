// From evidence to state. What a person says of themselves, what the head confirmed and what was certified stand apart,
// each with its date; only the plan's rule over the evidence that is not a self-rating decides whether the skill is held.
#pragma once
#include "features/plan/plan.hpp"
#include "platform/core/date.hpp"

#include <boost/describe/enum.hpp>

#include <optional>
#include <span>

namespace skills {

enum class EvidenceKind { self, confirmed, certified, course, exam, project, ojt, consultation, prior };
BOOST_DESCRIBE_ENUM(EvidenceKind, self, confirmed, certified, course, exam, project, ojt, consultation, prior)

/// What one piece of evidence says, without who and why.
struct Finding {
    EvidenceKind kind = EvidenceKind::self;
    bool holds = false;
    Date dated_on;
    std::optional<Date> valid_until;  ///< first day it no longer counts; the skill's validity_months may end it earlier
};

struct State {
    bool holds = false;
    std::optional<Date> expires_on;  ///< first day it is no longer held, when that is known
    int decided_by = -1;             ///< index of the finding that decided, -1 = none counts
};

/// The first day a finding no longer counts for the skill.
std::optional<Date> ends_on(plan::Skill const&, Finding const&);

/// `best`: held while any positive finding counts. `latest`: the newest finding that counts decides, so that a newer negative
/// one (a failed re-examination) takes the skill away (lesson U04). Findings dated after `on` are not looked at.
State state_of(plan::Skill const&, std::span<Finding const>, Date on);

}  // namespace skills
