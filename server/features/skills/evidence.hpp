// Evidence: one dated finding about one skill of one person, as it is told, written, shown and withdrawn.
// A write answers with the evidence alone: others wait for the writer, and what a finding changes is a question for readers.
#pragma once
#include "features/actor/actor.hpp"
#include "features/skills/state.hpp"
#include "platform/core/clock.hpp"
#include "platform/db/tx.hpp"
#include "platform/json/json.hpp"

#include <span>

namespace skills {

struct EvidenceInput {
    EvidenceKind kind = EvidenceKind::self;
    bool holds = true;
    Date dated_on;
    std::optional<Date> valid_until;
    std::string source, note;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(EvidenceInput, (), (kind, holds, dated_on, valid_until, source, note))

/// A row of skill_evidence as it is written.
struct EvidenceLine : EvidenceInput {
    StaffId staff_id;
    std::string skill_code;
    Instant created_at;
    std::optional<AccountId> created_by;
};
BOOST_DESCRIBE_STRUCT(EvidenceLine, (EvidenceInput), (staff_id, skill_code, created_at, created_by))

/// A piece of evidence as shown; `id` is absent for a completed course, whose record is the completion.
struct Evidence {
    std::optional<EvidenceId> id;
    EvidenceKind kind = EvidenceKind::self;
    bool holds = false;
    Date dated_on;
    std::optional<Date> valid_until;
    std::string source, note, by;
    std::string url;  ///< where the source can be read, below the municipality; empty = nowhere in this house
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (id, kind, holds, dated_on, valid_until, source, note, by, url))

/// Many at once, as found elsewhere: no right is asked, nothing is audited.
void write_evidence(db::Tx&, std::span<EvidenceLine const>);

/// Adds a piece of evidence. A self-rating is one's own (rate_self), a confirmation the head's (confirm_skills), anything else a
/// record (record_evidence, or confirm_skills for the head's own people). Refuses with not_allowed, not_found for a skill the
/// plan does not have, invalid_input for a day to come. `url`, from rooms above only, leads to the source.
Evidence add_evidence(db::Tx&, Actor const&, plan::Plan const&, StaffId, std::string_view skill, EvidenceInput const&,
                      Clock const&, std::string_view url = {});

struct Withdrawn {
    EvidenceId id;
    StaffId staff;
    std::string skill;
};
BOOST_DESCRIBE_STRUCT(Withdrawn, (), (id, staff, skill))
/// Withdraws it; it stays in the database. Who added it may, and who may record evidence.
Withdrawn withdraw_evidence(db::Tx&, Actor const&, EvidenceId, Clock const&);
/// The same for rooms above that have asked who may: whoever heads the person now takes back what the head before confirmed.
Withdrawn take_back_evidence(db::Tx&, Actor const&, EvidenceId, Clock const&);

}  // namespace skills
