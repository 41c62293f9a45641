// 相談: consultations of sections with those who answer for a subject, from the first telling to what came of it. What rooms
// above use of it.
#pragma once
#include "features/desk/board.hpp"
#include "features/practice/practice.hpp"

namespace desk {

/// What a case takes over: nothing private is in it.
struct ConsultationText {
    ConsultationId id;
    std::string no, title, trouble, wanted, outcome, effect;
    std::optional<int> saved_hours;
    OrgUnitId unit;
    std::string unit_name, subject_name;
    ConsultationStatus status = ConsultationStatus::open;
};
/// Refuses with not_found what the actor may not see.
ConsultationText consultation_text(http::Call const&, ConsultationId);

/// Finished in a period. Its title and its topic are told only of what was published.
struct FinishedConsultation {
    ConsultationId id;
    std::string subject_name, subject_name_en, title;
    std::optional<std::int64_t> topic;
    Date on;
};
/// From the first instant up to but not with the last; the newest first.
std::vector<FinishedConsultation> finished(db::Tx&, Instant from, Instant until);

/// For practice::Sources: a finished consultation that the actor owned or went to. It goes by its subject and number.
std::optional<practice::Source> practised(http::Call const&, std::int64_t id);

/// For the files of questions and messages (features/attachments): whether the actor may read it. Of a note: only the desk.
bool may_read_consultation(http::Call const&, std::int64_t id);
bool may_read_message(http::Call const&, std::int64_t id);

void routes(http::Table&);
void slot_routes(http::Table&);
void adviser_routes(http::Table&);

}  // namespace desk
