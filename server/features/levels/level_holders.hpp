// 認定済みの人: who holds a certification of a level on a day, and the number of the certificate each of them was given.
#pragma once
#include "features/levels/certificates.hpp"
#include "features/people/days.hpp"

namespace levels {

struct LevelHolder {
    CertificationId certification;
    StaffId staff;
    std::string staff_no, name, unit_name;
    bool on_leave = false;
    Date certified_on;
    std::optional<Date> valid_until;    ///< the first day it is no longer valid
    std::optional<std::string> number;  ///< of the certificate; none when it was recorded without one
};
BOOST_DESCRIBE_STRUCT(LevelHolder, (),
                      (certification, staff, staff_no, name, unit_name, on_leave, certified_on, valid_until, number))

struct LevelHolders {
    std::vector<LevelHolder> rows;  ///< by section
};
BOOST_DESCRIBE_STRUCT(LevelHolders, (), (rows))

/// Of exactly this level, in force on the day, of the people the actor reaches. Refuses with not_found a level the plan does not
/// have.
LevelHolders level_holders(db::Tx&, Actor const&, plan::Plan const&, people::Days&, std::string const& level, Date on,
                           Clock const&);

}  // namespace levels
