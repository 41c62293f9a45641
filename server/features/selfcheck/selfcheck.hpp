// セキュリティ自己点検: each section looks at itself once a year, and what is missing is followed until it is done.
#pragma once
#include "features/selfcheck/answers.hpp"
#include "features/selfcheck/sections.hpp"
#include "features/selfcheck/table.hpp"

namespace selfcheck {

/// What waits for the actor, for the first screen. Asks the database once for who may neither answer nor manage: not at all.
struct Waits {
    struct ToAnswer {
        SelfcheckId check;
        int fiscal_year = 0;
        OrgUnitId unit;
        std::string unit_name;
        Date closes_on;
    };
    std::vector<ToAnswer> to_answer;
    std::int64_t due = 0;              ///< remedies of the own sections, due within two weeks or overdue
    std::int64_t overdue_in_city = 0;  ///< for the office
};
Waits waits(http::Call const&);

void routes(http::Table&);

}  // namespace selfcheck
