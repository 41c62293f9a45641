// People in a round as they are shown, and the one way in which anything moves one of them.
#pragma once
#include "features/nominations/judge.hpp"

namespace nominations {

struct NomineeRow {
    NomineeId id;
    NominationRoundId round_id;
    StaffId staff_id;
    OrgUnitId unit_id;
    NomineeStatus status = NomineeStatus::nominated;
    bool applied = false;
    std::string reason;
    int place = 0;
    std::string head_reason, decision_reason, basis_no;
    std::optional<Date> basis_on;
    std::string staff_no, name, unit_name;
    std::optional<Date> left_on;
};
BOOST_DESCRIBE_STRUCT(NomineeRow, (),
                      (id, round_id, staff_id, unit_id, status, applied, reason, place, head_reason, decision_reason, basis_no,
                       basis_on, staff_no, name, unit_name, left_on))

/// Asks nobody who acts. Refuses with not_found.
NomineeRow nominee_row(db::Tx&, NomineeId);
std::optional<NomineeRow> nominee_of(db::Tx&, NominationRoundId, StaffId);
/// By section, then the section's own order.
std::vector<NomineeRow> nominees_of(db::Tx&, NominationRoundId);

/// What those are told who are not the office: a judgement is told with the decision.
NomineeRow as_told(NomineeRow, RoundRow const&);

/// Refuses with wrong_status, naming the person, a move that the table does not have.
void become(db::Tx&, Actor const&, NomineeRow const&, NomineeStatus to, Clock const&);

struct NewNominee {
    StaffId staff;
    OrgUnitId unit;
    NomineeStatus status = NomineeStatus::nominated;
    bool applied = false;
    std::string reason;
    int place = 0;
};
/// The first time, or once more after it was taken back. Refuses with wrong_status when the person is in the round already.
NomineeId put_nominee(db::Tx&, Actor const&, NominationRoundId, NewNominee const&, Clock const&);

struct Nominee {
    NomineeId id;
    StaffId staff;
    std::string staff_no, name, rank;
    OrgUnitId unit;  ///< the section that named them, or in which they applied
    std::string unit_name;
    std::string now_in;  ///< the section of today, when it is another one
    NomineeStatus status = NomineeStatus::nominated;
    bool applied = false, on_leave = false;
    std::string reason, head_reason, decision_reason;
    int place = 0;
    std::optional<LastTerm> last;
    std::optional<MoveAhead> move;
    std::vector<Words> against;  ///< what the rule says against them today
};
BOOST_DESCRIBE_STRUCT(Nominee, (),
                      (id, staff, staff_no, name, rank, unit, unit_name, now_in, status, applied, on_leave, reason, head_reason,
                       decision_reason, place, last, move, against))
Nominee shown(people::Roster const&, Judge const&, NomineeRow);

std::string rank_of(people::Roster const&, people::Person const&);

}  // namespace nominations
