// What was made from what, as the rooms keep it.
#pragma once
#include "features/trail/trail.hpp"

#include <compare>

namespace trail {

struct Thing {
    TrailKind kind = TrailKind::topic;
    std::int64_t id = 0;
    friend auto operator<=>(Thing const&, Thing const&) = default;  // NOLINT(modernize-use-nullptr)
};

/// Asks nobody who acts.
std::vector<Thing> made_from(db::Tx&, Thing const&);  ///< of the thing: what it was made from
std::vector<Thing> made_of(db::Tx&, Thing const&);    ///< what was made from the thing

}  // namespace trail
