// What a case holds beside its line, as it is stored.
#pragma once
#include "features/improvement/rows.hpp"

namespace improvement {

struct Record {
    std::string problem, cause, direction, done, support, citizen_benefit, staff_benefit, hours_used_for;
    std::string effect;  ///< JSON; empty until it is frozen
    std::optional<OriginKind> origin_kind;
    std::optional<std::int64_t> origin_id;
    std::string origin_title;
    std::optional<Instant> submitted_at, decided_at;
    std::string decided_by, decided_why;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Record, (),
                      (problem, cause, direction, done, support, citizen_benefit, staff_benefit, hours_used_for, effect,
                       origin_kind, origin_id, origin_title, submitted_at, decided_at, decided_by, decided_why, revision))

Record record_of(db::Tx&, CaseId);
/// Refuses with changed_meanwhile a case that went on since that revision.
void must_be(std::int64_t revision, db::Tx&, CaseId);
/// By the flow and the cost of an hour as they are now.
Effect effect_now(db::Tx&, CaseId);

}  // namespace improvement
