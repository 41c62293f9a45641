// Accounts follow the roster: whoever is employed gets one, and those who have left lose theirs. Kept by administrators.
#pragma once
#include "features/access/accounts.hpp"

namespace accounts {

/// An account for each person employed on the day who has none: the staff number is its login. Nobody can sign in with it until
/// an administrator has given it a first password.
std::vector<NewAccount> missing_accounts(db::Tx&, Date today);

/// Where the roster and the accounts differ.
struct RosterAccounts {
    std::int64_t missing = 0;
    std::vector<std::string> taken;  ///< staff numbers without an account that are somebody else's login; the first 100
    std::int64_t left = 0;           ///< accounts, not yet disabled, of people who have left
};
BOOST_DESCRIBE_STRUCT(RosterAccounts, (), (missing, taken, left))

RosterAccounts compare_with_roster(db::Tx&, Date today);

/// Disables the accounts of those who have left; how many. Refuses with in_use when no administrator would be left.
std::int64_t disable_accounts_of_leavers(db::Tx&, Actor const& by, Clock const&);

}  // namespace accounts
