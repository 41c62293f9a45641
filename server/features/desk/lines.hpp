// Consultations as lists show them.
#pragma once
#include "features/desk/consultation.hpp"

namespace desk {

struct DeskPerson {
    StaffId staff;
    std::string name, unit_name;
};
BOOST_DESCRIBE_STRUCT(DeskPerson, (), (staff, name, unit_name))

struct ConsultationLine {
    ConsultationId id;
    std::string no;  ///< 「2026-0012」
    std::string title;
    SubjectId subject;
    std::string subject_name, subject_name_en;
    ConsultationStatus status = ConsultationStatus::open;
    ConsultationStage stage = ConsultationStage::reception;
    DeskPerson asker;  ///< with the section it is asked for
    std::optional<DeskPerson> owner;
    AdviserPresence owner_presence = AdviserPresence::here;
    Instant asked_at, last_at;
    bool answered = false;                 ///< the desk has answered once
    std::optional<Date> due_on;            ///< of the first answer, then of the next step
    std::optional<int> working_days_left;  ///< until then; negative when it is past
    bool overdue = false;                  ///< never while the asker is waited for
    bool is_mine = false;                  ///< the actor asked
    bool is_desk = false;                  ///< the actor answers
};
BOOST_DESCRIBE_STRUCT(ConsultationLine, (),
                      (id, no, title, subject, subject_name, subject_name_en, status, stage, asker, owner, owner_presence,
                       asked_at, last_at, answered, due_on, working_days_left, overdue, is_mine, is_desk))

enum class ConsultationScope { mine, section, desk, all };
BOOST_DESCRIBE_ENUM(ConsultationScope, mine, section, desk, all)

struct ConsultationQuery {
    ConsultationScope scope = ConsultationScope::all;
    std::optional<ConsultationStatus> status;
    bool going_on = false;  ///< open, or waiting for the asker
    std::optional<ConsultationStage> stage;
    std::optional<SubjectId> subject;
    std::optional<StaffId> owner;
    bool without_owner = false;
    bool overdue = false;
    std::string q;  ///< in title, texts and number
    int page = 1;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ConsultationQuery, (), (scope, status, going_on, stage, subject, owner, without_owner, overdue, q, page))

struct ConsultationList {
    std::vector<ConsultationLine> lines;  ///< what is due first, then the newest; 50 a page
    std::int64_t total = 0;
};
BOOST_DESCRIBE_STRUCT(ConsultationList, (), (lines, total))

/// What the actor may see.
ConsultationList consultations(http::Call const&, ConsultationQuery const&);
ConsultationLine line_of(Viewer const&, Advisers const&, ConsultationRow const&);
/// The same for a page made of several lists.
std::vector<ConsultationLine> lines(db::Tx&, Viewer const&, Advisers const&, ConsultationQuery const&, int most);
std::vector<ConsultationRow> rows(db::Tx&, Viewer const&, ConsultationQuery const&, int most);

}  // namespace desk
