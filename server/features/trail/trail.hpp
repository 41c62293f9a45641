// The chain of one thing: topic → consultation → case → adopted cases → newsletter, and the evidence of skill that grew out of
// it. Each room says itself who may see its own; what the actor may not see is left out, and what grew out of it stays.
#pragma once
#include "platform/http/table.hpp"

namespace trail {

enum class TrailKind { topic, consultation, improvement_case, newsletter, evidence };
BOOST_DESCRIBE_ENUM(TrailKind, topic, consultation, improvement_case, newsletter, evidence)

/// Kinds one may ask for: a piece of evidence is found from what it grew out of.
enum class TrailBegin { topic, consultation, improvement_case, newsletter };
BOOST_DESCRIBE_ENUM(TrailBegin, topic, consultation, improvement_case, newsletter)

struct TrailStep {
    TrailKind kind = TrailKind::topic;
    std::int64_t id = 0;
    std::string title, detail;  ///< detail: the section, the person of a piece of evidence
    std::optional<Date> on;
    std::string state, state_en;
    std::string url;
    bool here = false;                 ///< what was asked for
    std::optional<std::int64_t> from;  ///< position in `steps` of what it was made from
};
BOOST_DESCRIBE_STRUCT(TrailStep, (), (kind, id, title, detail, on, state, state_en, url, here, from))

struct Trail {
    std::vector<TrailStep> steps;  ///< what came first, first
};
BOOST_DESCRIBE_STRUCT(Trail, (), (steps))

struct TrailQuery {
    TrailBegin kind = TrailBegin::topic;
    std::int64_t id = 0;
    static json::object limits(std::string_view) { return {{"required", 1}}; }
};
BOOST_DESCRIBE_STRUCT(TrailQuery, (), (kind, id))

/// Refuses with not_found what the actor may not see.
Trail trail(http::Call const&, TrailQuery const&);

void routes(http::Table&);

}  // namespace trail
