// Where an application for a seat stands and which moves there are: one table, asked by everything that moves one.
#pragma once
#include <boost/describe/enum.hpp>

#include <string_view>

namespace training {

enum class EnrolmentStatus { applied, accepted, waiting, declined, withdrawn, lapsed, completed, not_completed };
BOOST_DESCRIBE_ENUM(EnrolmentStatus, applied, accepted, waiting, declined, withdrawn, lapsed, completed, not_completed)

bool may_become(EnrolmentStatus from, EnrolmentStatus to);
/// Counts against the capacity and the section's quota.
bool holds_seat(EnrolmentStatus);
/// As the field says it: 受講決定.
std::string_view word_of(EnrolmentStatus);

}  // namespace training
