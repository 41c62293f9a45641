// 出欠と結果: who came, and who has completed. A completion belongs to the fiscal year of its day and never changes; a wrong one
// is taken out with a reason and kept apart.
#pragma once
#include "features/training/moves.hpp"

namespace training {

enum class Presence { present, late, absent };
BOOST_DESCRIBE_ENUM(Presence, present, late, absent)

struct MarkInput {
    StaffId staff;
    Presence mark = Presence::present;
    std::string reason;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(MarkInput, (), (staff, mark, reason))
struct AttendanceInput {
    RunSessionId session;
    std::vector<MarkInput> marks;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(AttendanceInput, (), (session, marks))
/// Marks stand until they are marked again. Refuses with invalid_input a session that has not begun and people without a seat.
void mark_attendance(db::Tx&, Actor const&, CourseRunId, AttendanceInput const&, Clock const&);

struct NotCompleted {
    EnrolmentId enrolment;
    std::string reason;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(NotCompleted, (), (enrolment, reason))
struct ResultsInput {
    std::vector<EnrolmentId> completed;
    std::vector<NotCompleted> not_completed;
    Date completed_on;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ResultsInput, (), (completed, not_completed, completed_on))
/// All or none. A completion is evidence of the course's skills at once. Saying the other of somebody who has a result is a
/// correction. Refuses with wrong_status who has no seat, with invalid_input a day before the first session or to come.
void enter_results(db::Tx&, Actor const&, CourseRunId, ResultsInput const&, Clock const&);

}  // namespace training
