// 公募: a person applies, the head consents or not, with the reason.
#pragma once
#include "features/nominations/answers.hpp"

namespace nominations {

struct ApplyInput {
    std::string reason;
    static json::object limits(std::string_view) { return {{"minLength", 1}, {"maxLength", 1000}}; }
};
BOOST_DESCRIBE_STRUCT(ApplyInput, (), (reason))
/// The actor's own. Refuses with wrong_status outside the period, without a post and a second time, with invalid_input naming
/// what the rule says against it.
void apply(http::Call const&, NominationRoundId, ApplyInput const&);
/// Until the office has judged it.
void withdraw(http::Call const&, NominationRoundId);

struct ConsentInput {
    bool consents = false;
    std::string reason;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ConsentInput, (), (consents, reason))
/// By whoever heads the person's section or a unit above it. Refuses with not_allowed one's own application, with invalid_input a
/// refusal without a reason, with wrong_status once the office has judged it.
void consent(http::Call const&, NomineeId, ConsentInput const&);

}  // namespace nominations
