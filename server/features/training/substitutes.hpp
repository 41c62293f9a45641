// 交代: somebody of the same section takes the seat of who cannot go; and the choice of a session where one of several is
// attended.
#pragma once
#include "features/training/enrolments.hpp"

namespace training {

struct SubstituteInput {
    StaffId staff;
    std::string reason;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(SubstituteInput, (), (staff, reason))
/// In one step, so that nobody of the waiting list comes between: the seat stays, both histories say so. By the head of both, or
/// the office. An order is not handed on: the substitute is recommended. Refuses with wrong_status who has no seat, with
/// run_closed once the run has begun, with invalid_input somebody of another section and with already_enrolled who has a seat or
/// was declined.
Enrolled substitute(http::Call const&, EnrolmentId, SubstituteInput const&);

struct SubstituteChoice {
    StaffId staff;
    std::string staff_no, name, rank;
};
BOOST_DESCRIBE_STRUCT(SubstituteChoice, (), (staff, staff_no, name, rank))
struct Substitutes {
    std::vector<SubstituteChoice> staff;
};
BOOST_DESCRIBE_STRUCT(Substitutes, (), (staff))
/// Who of the section may go instead: employed, without a seat, in the actor's reach.
Substitutes substitutes(db::Tx&, Actor const&, EnrolmentId, Clock const&);

struct SessionChoice {
    std::optional<RunSessionId> session;  ///< none: not decided
};
BOOST_DESCRIBE_STRUCT(SessionChoice, (), (session))
/// By the person, their head, or the office. Refuses with wrong_status where every session is attended, with run_closed a session
/// that has begun.
Enrolment choose_session(db::Tx&, Actor const&, EnrolmentId, SessionChoice const&, Clock const&);

}  // namespace training
