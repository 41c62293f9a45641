// 相談業務: what can be asked about, who answers for it, and how soon. A new consultation goes to whoever answers for its
// subject.
#pragma once
#include "features/desk/advisers.hpp"
#include "platform/http/table.hpp"
#include "platform/markdown/markdown.hpp"

namespace desk {

struct SubjectAdviser : Adviser {
    bool deputy = false;
};
BOOST_DESCRIBE_STRUCT(SubjectAdviser, (Adviser), (deputy))

struct ConsultationSubject {
    SubjectId id;
    std::string name, name_en;
    std::string about;  ///< for those who ask; Markdown
    std::vector<markdown::Piece> about_pieces;
    int answer_days = 0;  ///< working days until the first answer
    int step_days = 0;    ///< working days until the next step, unless another day is set
    int sort = 0;
    bool closed = false;                   ///< takes no new consultations
    std::vector<SubjectAdviser> advisers;  ///< owners first, in the order in which they are asked
    std::int64_t open = 0;                 ///< consultations going on
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(ConsultationSubject, (),
                      (id, name, name_en, about, about_pieces, answer_days, step_days, sort, closed, advisers, open, revision))
struct ConsultationSubjects {
    std::vector<ConsultationSubject> subjects;
};
BOOST_DESCRIBE_STRUCT(ConsultationSubjects, (), (subjects))

struct SubjectForm {
    std::string name, name_en, about;
    int answer_days = 3, step_days = 10, sort = 0;
    bool closed = false;
    std::vector<StaffId> owners, deputies;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(SubjectForm, (), (name, name_en, about, answer_days, step_days, sort, closed, owners, deputies))
struct SubjectChange : SubjectForm {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(SubjectChange, (SubjectForm), (revision))

struct SubjectState {
    SubjectId id;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(SubjectState, (), (id, revision))

std::vector<ConsultationSubject> subjects(db::Tx&, Advisers const&, bool closed_too);

/// By manage_desk for the whole city (not_allowed). Refuses with invalid_input somebody who is not on the roster today or has no
/// account, and a name twice among owners and deputies; with already_exists the name of another subject.
SubjectId add_subject(http::Call const&, SubjectForm const&);
/// Refuses with changed_meanwhile.
void change_subject(http::Call const&, SubjectId, SubjectChange const&);

/// As it is kept.
struct SubjectRow {
    SubjectId id;
    std::string name, name_en, about;
    int answer_days = 0, step_days = 0, sort = 0;
    bool closed = false;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(SubjectRow, (), (id, name, name_en, about, answer_days, step_days, sort, closed, revision))
/// Refuses with not_found.
SubjectRow subject_row(db::Tx&, SubjectId);
std::vector<SubjectRow> all_subjects(db::Tx&);
/// One that takes consultations. Refuses with invalid_input naming "/subject".
SubjectRow open_subject(db::Tx&, SubjectId);

/// To an owner; to a deputy, no owner being here; to nobody, none of them being here.
enum class RoutedBy { owner, deputy, nobody };
BOOST_DESCRIBE_ENUM(RoutedBy, owner, deputy, nobody)
struct Routed {
    std::optional<StaffId> to;
    RoutedBy by = RoutedBy::nobody;
};
/// The owner who is here and on whom the least rests; the deputies when no owner is here. Never the asker.
Routed route(db::Tx&, Advisers const&, SubjectId, StaffId asker);

}  // namespace desk
