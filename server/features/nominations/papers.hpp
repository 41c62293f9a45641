// 決定通知: what was decided of a person, as it is printed and handed over.
#pragma once
#include "features/nominations/answers.hpp"

namespace nominations {

struct Notice {
    StaffId staff;
    std::string staff_no, name;
    OrgUnitId unit;
    std::string unit_name;
    NomineeStatus status = NomineeStatus::appointed;  ///< appointed, reserve or not_selected
    bool applied = false;
    std::string reason;    ///< of the selection
    std::string basis_no;  ///< of the appointment, else of the round's decision
    Date basis_on;
};
BOOST_DESCRIBE_STRUCT(Notice, (), (staff, staff_no, name, unit, unit_name, status, applied, reason, basis_no, basis_on))

struct Notices {
    Round round;
    Words title;
    std::vector<Notice> notices;  ///< by section
};
BOOST_DESCRIBE_STRUCT(Notices, (), (round, title, notices))

struct NoticesQuery {
    std::optional<StaffId> staff;
    std::optional<OrgUnitId> unit;
};
BOOST_DESCRIBE_STRUCT(NoticesQuery, (), (staff, unit))
/// For the office everybody's, for a head those of the sections in reach, for a person the own. Refuses with not_found before the
/// decision, and when there is none for this reader.
Notices notices(http::Call const&, NominationRoundId, NoticesQuery const&);

}  // namespace nominations
