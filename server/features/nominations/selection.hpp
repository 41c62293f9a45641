// The office judges, then the decision (決裁) makes appointments of those who were selected: all of them or nobody.
#pragma once
#include "features/nominations/board.hpp"
#include "features/people/appointments.hpp"

namespace nominations {

struct SelectionInput {
    std::vector<NomineeId> nominees;
    NomineeStatus outcome = NomineeStatus::selected;  ///< selected, reserve, not_selected; nominated takes a judgement back
    std::string reason;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(SelectionInput, (), (nominees, outcome, reason))
/// Many at once, all or nobody. Refuses with invalid_input another outcome and not_selected without a reason, with wrong_status
/// what the table of moves does not have, and once decided everything but giving a reserve the place.
void select(http::Call const&, NominationRoundId, SelectionInput const&);

struct AppointmentDecision {
    std::int64_t revision = 0;  ///< of the round whose selection was seen
    std::string basis_no;       ///< 決裁番号
    Date basis_on;              ///< 決裁日
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(AppointmentDecision, (), (revision, basis_no, basis_on))
struct Decided {
    std::int64_t appointed = 0, ended = 0;
};
BOOST_DESCRIBE_STRUCT(Decided, (), (appointed, ended))
/// Appoints the selected for the round's term and ends the appointments that the round ends. A later call appoints those who were
/// reserves. Refuses with wrong_status while somebody waits for a judgement, with invalid_input naming each who cannot be
/// appointed.
Decided decide(http::Call const&, NominationRoundId, AppointmentDecision const&);

}  // namespace nominations
