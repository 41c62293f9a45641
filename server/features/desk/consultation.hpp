// One consultation as it is kept, and who sees it: who asked, the head of the section, the section when it is shared, and the
// desk. Nobody else finds it.
#pragma once
#include "features/access/sight.hpp"
#include "features/desk/stage.hpp"
#include "features/desk/subjects.hpp"
#include "platform/core/japan.hpp"

namespace desk {

/// Rooms of features/attachments.
inline constexpr std::string_view kQuestionFiles = "consultation", kMessageFiles = "consultation_message";

/// As it is kept.
struct ConsultationRow {
    ConsultationId id;
    int fiscal_year = 0, number = 0;
    StaffId staff_id;
    OrgUnitId unit_id;
    SubjectId subject_id;
    std::optional<StaffId> owner_id;
    std::optional<OrgUnitId> owner_unit_id;  ///< the owner's section when it was given to them
    std::string title, trouble, wanted;
    std::optional<Date> wished_on;
    std::optional<std::int64_t> from_topic;
    bool shared = false;
    ConsultationStatus status = ConsultationStatus::open;
    ConsultationStage stage = ConsultationStage::reception;
    Instant asked_at;
    std::optional<Instant> answered_at, finished_at;
    Date promised_on;  ///< until when the first answer was promised
    std::optional<Date> due_on;
    std::optional<ConsultationOutcome> outcome;
    std::string outcome_text, effect;
    std::optional<int> saved_hours;
    PublishConsent consent = PublishConsent::unasked;
    std::optional<std::int64_t> topic_id;
    std::optional<Instant> published_at;
    Instant last_at;
    std::int64_t revision = 1;
    // beside the row
    std::string subject_name, subject_name_en, asker_name, unit_name, owner_name, owner_unit_name;
    bool advises = false, heads = false, of_section = false;  ///< the actor

    bool is_overdue(Date today) const { return status == ConsultationStatus::open && due_on && *due_on < today; }
};
BOOST_DESCRIBE_STRUCT(ConsultationRow, (),
                      (id, fiscal_year, number, staff_id, unit_id, subject_id, owner_id, owner_unit_id, title, trouble, wanted,
                       wished_on, from_topic, shared, status, stage, asked_at, answered_at, finished_at, promised_on, due_on,
                       outcome, outcome_text, effect, saved_hours, consent, topic_id, published_at, last_at, revision,
                       subject_name, subject_name_en, asker_name, unit_name, owner_name, owner_unit_name, advises, heads,
                       of_section))

/// 「2026-0012」.
std::string number_text(int fiscal_year, int number);
inline std::string number_text(ConsultationRow const& row) { return number_text(row.fiscal_year, row.number); }

/// The actor as the desk's statements ask about them.
struct Viewer {
    accounts::Sight sight;
    StaffId staff;      ///< 0 = no person of the roster
    OrgUnitId section;  ///< 0 = none
    bool desk = false;  ///< advises on everything
    Date today;
};
Viewer viewer(http::Call const&);
/// Advises on every subject: a role that advises, not one that is granted for a unit.
bool is_of_the_desk(Actor const&);
/// Manages the desk of the whole city. Refuses with not_allowed.
void must_manage(http::Call const&);
bool may_manage(http::Call const&);

/// Answers for something: of the desk, named for a subject, or the owner of a consultation. Refuses with not_allowed.
bool answers(db::Tx&, Viewer const&);
void must_answer(http::Call const&, Viewer const&);

/// Where the actor stands to one consultation.
struct Standing {
    bool asker = false;    ///< who asked
    bool section = false;  ///< speaks for the section: its head, or a colleague it is shared with
    bool head = false;
    bool desk = false;  ///< answers: of the desk, of the subject, or its owner
    bool asks() const { return asker || section || head; }
};
Standing standing(Viewer const&, ConsultationRow const&);

/// Begins with SQL_SIGHT; the parameters $1…$7 are of the viewer.
#define SQL_SEES_CONSULTATION                                                                                  \
    " ($4 = $4 AND (CAST($7 AS INTEGER) = 1 OR c.staff_id = $5 OR c.owner_id = $5"                             \
    " OR EXISTS (SELECT 1 FROM subject_adviser sa WHERE sa.subject_id = c.subject_id AND sa.staff_id = $5)"    \
    " OR (c.shared = 1 AND c.unit_id IN (SELECT u.id FROM org_unit u WHERE u.id = $6 OR u.succeeded_by = $6))" \
    " OR c.unit_id IN (SELECT u.id FROM org_unit u JOIN sight_unit v ON v.id = u.id OR v.id = u.succeeded_by))) "

// Behind SQL_SIGHT; more conditions and the order follow.
#define SQL_CONSULTATION                                                                                                       \
    "SELECT c.id, c.fiscal_year, c.number, c.staff_id, c.unit_id, c.subject_id, c.owner_id, c.owner_unit_id, c.title,"         \
    " c.trouble, c.wanted, c.wished_on, c.from_topic, c.shared, c.status, c.stage, c.asked_at, c.answered_at, c.finished_at,"  \
    " c.promised_on, c.due_on, c.outcome, c.outcome_text, c.effect, c.saved_hours, c.consent, c.topic_id, c.published_at,"     \
    " c.last_at, c.revision, j.name AS subject_name, j.name_en AS subject_name_en, k.name AS asker_name, n.name AS unit_name," \
    " COALESCE(o.name, '') AS owner_name, COALESCE(w.name, '') AS owner_unit_name,"                                            \
    " CASE WHEN c.owner_id = $5 OR EXISTS (SELECT 1 FROM subject_adviser sa WHERE sa.subject_id = c.subject_id"                \
    "  AND sa.staff_id = $5) THEN 1 ELSE 0 END AS advises,"                                                                    \
    " CASE WHEN c.unit_id IN (SELECT u.id FROM org_unit u JOIN sight_unit v ON v.id = u.id OR v.id = u.succeeded_by)"          \
    "  THEN 1 ELSE 0 END AS heads,"                                                                                            \
    " CASE WHEN c.unit_id IN (SELECT u.id FROM org_unit u WHERE u.id = $6 OR u.succeeded_by = $6) THEN 1 ELSE 0 END"           \
    "  AS of_section"                                                                                                          \
    " FROM consultation c JOIN consultation_subject j ON j.id = c.subject_id JOIN staff k ON k.id = c.staff_id"                \
    " JOIN org_unit n ON n.id = c.unit_id LEFT JOIN staff o ON o.id = c.owner_id"                                              \
    " LEFT JOIN org_unit w ON w.id = c.owner_unit_id WHERE" SQL_SEES_CONSULTATION

/// What the actor may see of it.
std::optional<ConsultationRow> maybe_row(db::Tx&, Viewer const&, ConsultationId);
/// Refuses with not_found.
ConsultationRow consultation_row(db::Tx&, Viewer const&, ConsultationId);
/// For what the desk does: refuses with not_found what the actor may not see, with not_allowed whoever only sees it.
ConsultationRow row_for_desk(http::Call const&, ConsultationId);
/// The same of a revision that was shown: refuses with changed_meanwhile, with wrong_status once it is over.
ConsultationRow going_on_for_desk(http::Call const&, ConsultationId, std::int64_t revision);
void must_be(std::int64_t revision, ConsultationRow const&);
void must_go_on(ConsultationRow const&);
/// Open pages hear that it changed, once the write is durable. Nothing is said but its id.
void tell(http::Call const&, ConsultationId);
void tell(http::Call const&, SlotId);

/// What a write answers with; the whole is asked for again.
struct ConsultationState {
    ConsultationId id;
    ConsultationStatus status = ConsultationStatus::open;
    ConsultationStage stage = ConsultationStage::reception;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(ConsultationState, (), (id, status, stage, revision))
ConsultationState state(http::Call const&, ConsultationId);

[[noreturn]] void refuse(std::string pointer, std::string ja, std::string en);

}  // namespace desk
