// 受講命令: the proposal becomes enrolments, all of it in one transaction or nothing.
#pragma once
#include "features/seating/proposing.hpp"

namespace seating {

struct ConfirmInput {
    std::string basis_no;  ///< 決裁番号
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ConfirmInput, (), (basis_no, revision))

/// Begins it. Refuses with wrong_status unless proposed, with changed_meanwhile, and with conflict a proposal without a seat.
void confirm(db::Tx&, Actor const&, jobs::Runner&, SeatPlanId, ConfirmInput const&, Clock const&);
/// Does it. Refuses with changed_meanwhile, naming whom the seats can no longer be given to and why.
void carry_out(jobs::Work&, Clock const&);

}  // namespace seating
