// What happened to a consultation, in order: nothing is overwritten, everything says who, when and why.
#pragma once
#include "features/desk/consultation.hpp"

namespace desk {

enum class StepKind {
    asked,
    routed,       ///< by the desk's own rule
    assigned,     ///< by hand, to another owner
    handed_over,  ///< the owner is no longer there
    subject_changed,
    stage_moved,
    due_set,
    waits,
    resumed,
    finished,
    reopened,
    withdrawn,
    consented,
    refused_consent,
    published,
};
BOOST_DESCRIBE_ENUM(StepKind, asked, routed, assigned, handed_over, subject_changed, stage_moved, due_set, waits, resumed,
                    finished, reopened, withdrawn, consented, refused_consent, published)

struct ConsultationStep {
    int seq = 0;
    Instant at;
    StepKind kind = StepKind::asked;
    std::string by;  ///< empty: the desk's own rule
    std::optional<ConsultationStage> stage;
    std::string to;  ///< the new owner
    std::optional<Date> day;
    std::optional<RoutedBy> routed_by;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(ConsultationStep, (), (seq, at, kind, by, stage, to, day, routed_by, note))

enum class StageState { done, now, ahead, skipped };
BOOST_DESCRIBE_ENUM(StageState, done, now, ahead, skipped)

/// One of the six, as the consultation stands now.
struct StageProgress {
    ConsultationStage stage = ConsultationStage::reception;
    StageState state = StageState::ahead;
    std::optional<Date> on;        ///< when it was entered, or skipped
    std::optional<Date> until_on;  ///< when it was left
    std::string by, note;          ///< of the move into it, or over it
};
BOOST_DESCRIBE_STRUCT(StageProgress, (), (stage, state, on, until_on, by, note))

struct NewStep {
    StepKind kind = StepKind::asked;
    std::optional<ConsultationStage> stage;
    std::optional<StaffId> to;
    std::optional<Date> day;
    std::string note;
};
void add_step(db::Tx&, Actor const&, ConsultationId, NewStep const&, Instant now);
/// By the desk's own rule.
void add_routed(db::Tx&, ConsultationId, Routed const&, Instant now);
std::vector<ConsultationStep> steps_of(db::Tx&, ConsultationId);
/// All six, replayed from the moves.
std::vector<StageProgress> progress(std::vector<ConsultationStep> const&, ConsultationStatus);

}  // namespace desk
