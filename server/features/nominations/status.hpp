// Where a round and a person in it stand, and which moves there are: one table, asked by everything that moves one.
#pragma once
#include "platform/core/ids.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <string>

using NominationRoundId = Id<struct NominationRoundTag>;
using NomineeId = Id<struct NomineeTag>;

namespace nominations {

enum class RoundStatus { draft, open, decided, cancelled };
BOOST_DESCRIBE_ENUM(RoundStatus, draft, open, decided, cancelled)

/// applied: waits for the head's consent (公募). declined: the head did not consent. nominated: waits for the selection.
enum class NomineeStatus { applied, declined, withdrawn, nominated, selected, reserve, not_selected, appointed };
BOOST_DESCRIBE_ENUM(NomineeStatus, applied, declined, withdrawn, nominated, selected, reserve, not_selected, appointed)

bool may_become(NomineeStatus from, NomineeStatus to);
/// The office has looked at the person: what the section said can no longer be taken back.
bool is_judged(NomineeStatus);
/// Counts against the quota of the section.
bool counts(NomineeStatus);

/// A sentence in both languages.
struct Words {
    std::string ja, en;
};
BOOST_DESCRIBE_STRUCT(Words, (), (ja, en))

/// As the field says it: 選考中.
Words word_of(NomineeStatus);

}  // namespace nominations
