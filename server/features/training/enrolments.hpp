// 受講申込: asking for a seat, the head's release, and taking it back. A seat goes to whoever asked first; who comes later waits.
#pragma once
#include "features/training/attendance.hpp"
#include "features/training/moves.hpp"
#include "platform/http/table.hpp"

namespace training {

struct AttendanceMark {
    RunSessionId session;
    Presence mark = Presence::present;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AttendanceMark, (), (session, mark, reason))

struct Enrolment {
    EnrolmentId id;
    CourseRunId run;
    StaffId staff;
    std::string staff_no, name, unit_name;
    EnrolmentStatus status = EnrolmentStatus::applied;
    std::int64_t place = 0;  ///< on the waiting list, from 1; 0 = not on it
    EnrolmentRoute route = EnrolmentRoute::applied;
    std::string reason;
    std::string proxy;  ///< who typed it for the head; empty = nobody
    std::optional<Instant> released_at;
    std::string released_by;
    std::string basis_no, last_reason;  ///< why it stands where it stands
    std::vector<AttendanceMark> attendance;
    bool attended = false;                ///< as the run asks: all sessions, or one
    std::optional<RunSessionId> session;  ///< of a run of which one session is attended: the one the person has chosen
    std::optional<Instant> reported_at;   ///< 報告: when the participant's report came in
};
BOOST_DESCRIBE_STRUCT(Enrolment, (),
                      (id, run, staff, staff_no, name, unit_name, status, place, route, reason, proxy, released_at, released_by,
                       basis_no, last_reason, attendance, attended, session, reported_at))

struct EnrolmentList {
    std::vector<Enrolment> enrolments;  ///< in the order of asking
};
BOOST_DESCRIBE_STRUCT(EnrolmentList, (), (enrolments))
/// Of the people the actor sees, and the actor's own. Refuses with not_found as run() does.
EnrolmentList enrolments(db::Tx&, Actor const&, people::PlanWords&, CourseRunId, Clock const&);
/// Asks nobody who acts.
Enrolment enrolment(db::Tx&, EnrolmentId);

enum class ConflictKind { overlap, leave, transfer, prerequisite };
BOOST_DESCRIBE_ENUM(ConflictKind, overlap, leave, transfer, prerequisite)
/// Told, never refused: the person may know better.
struct Conflict {
    StaffId staff;
    ConflictKind kind = ConflictKind::overlap;
    std::optional<Date> day;
    std::string text, text_en;
};
BOOST_DESCRIBE_STRUCT(Conflict, (), (staff, kind, day, text, text_en))

struct EnrolInput {
    std::string reason;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(EnrolInput, (), (reason))
struct Enrolled {
    Enrolment enrolment;
    std::vector<Conflict> conflicts;
};
BOOST_DESCRIBE_STRUCT(Enrolled, (), (enrolment, conflicts))
/// The actor asks for a seat. Where the run needs the head's release the application waits for it. Refuses with run_closed
/// outside the period, with already_enrolled a second time, with prerequisite_missing while another course comes first; who has
/// withdrawn asks again behind everybody else.
Enrolled enrol(http::Call const&, CourseRunId, EnrolInput const&);

/// What the head recommends and what the office orders (受講命令) are not asked of the person.
struct RecommendInput {
    std::vector<StaffId> staff;
    std::optional<EnrolmentRoute> route;  ///< none: recommended
    std::string reason;
    std::optional<std::string> basis_no;  ///< 決裁番号
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(RecommendInput, (), (staff, route, reason, basis_no))
struct Recommended {
    std::vector<Enrolment> enrolments;
    std::vector<StaffId> already;  ///< had asked before
    std::vector<Conflict> conflicts;
};
BOOST_DESCRIBE_STRUCT(Recommended, (), (enrolments, already, conflicts))
/// By the head for the section's people, by the training office for anybody; marked as typed for the head when another types it.
/// Only the office orders (not_allowed). A course that comes first is told among the conflicts.
Recommended recommend(http::Call const&, CourseRunId, RecommendInput const&);

/// What stands against an order; `none` when the person has the seat.
enum class AgainstOrder { none, closed, seated, decided, full, section_full };
/// 受講命令 under a decision that has been made (`basis_no`): a seat or nothing. Whoever has asked for the run is taken before
/// their turn; whatever else they have asked for of the course is withdrawn. Sees everybody: the caller has asked whether the
/// actor may, and records it.
AgainstOrder order(db::Tx&, Actor const&, CourseRunId, StaffId, std::string const& basis_no, Clock const&);

/// The head lets go: a seat, or a place on the waiting list by the order of asking. Not one's own (not_allowed).
Enrolment release(db::Tx&, Actor const&, EnrolmentId, Clock const&);
Enrolment decline(db::Tx&, Actor const&, EnrolmentId, RunReason const&, Clock const&);
/// By the person, their head, or the office. The seat goes to the next in line at once. Once the run has begun only the office
/// may.
Enrolment withdraw(db::Tx&, Actor const&, EnrolmentId, RunReason const&, Clock const&);

}  // namespace training
