// Who I am, what I may do, and the words of my city: what every page begins with.
#pragma once
#include "features/access/accounts.hpp"
#include "features/access/session.hpp"

namespace accounts {

struct Me {
    AccountId account;
    std::string login, name;
    std::optional<StaffId> staff;
    std::vector<RoleView> roles;
    std::vector<Permission> permissions;
    bool must_change = false;
    std::optional<OrgUnitId> unit;  ///< of the primary posting today
    std::optional<std::string> unit_name;
    MunicipalityName municipality;
    std::string plan_title, plan_title_en;
    std::map<std::string, Word> wording;
    int fiscal_year = 0;
    Date today{};
    bool demo = false;
};
BOOST_DESCRIBE_STRUCT(Me, (),
                      (account, login, name, staff, roles, permissions, must_change, unit, unit_name, municipality, plan_title,
                       plan_title_en, wording, fiscal_year, today, demo))

Me me(db::Tx&, Actor const&, Date today, Settings const&);

}  // namespace accounts
