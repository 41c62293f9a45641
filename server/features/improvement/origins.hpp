// What a case is made from: a topic of the community or a consultation, taken over without retyping.
#pragma once
#include "features/improvement/record.hpp"
#include "features/improvement/writing.hpp"

namespace improvement {

/// What there is to take over; refuses with not_found what the actor may not see.
struct Told {
    std::string title, url;
    std::string problem, direction, done, support;
};
Told told_by(http::Call const&, OriginInput const&);

/// With its title only where the actor may see the thing itself.
std::optional<Origin> origin_of(http::Call const&, Record const&);

}  // namespace improvement
