#include "features/access/roster_accounts.hpp"

namespace accounts {
namespace {

struct Person {
    StaffId id;
    std::string staff_no, name;
};
BOOST_DESCRIBE_STRUCT(Person, (), (id, staff_no, name))

#define SQL_WITHOUT_ACCOUNT                                                                                               \
    " FROM staff s WHERE s.merged_into IS NULL AND (s.joined_on IS NULL OR s.joined_on <= $1) AND (s.left_on IS NULL OR " \
    "s.left_on > $1) AND NOT EXISTS (SELECT 1 FROM account a WHERE a.staff_id = s.id)"                                    \
    " AND EXISTS (SELECT 1 FROM engagement e WHERE e.staff_id = s.id AND e.valid_from <= $1"                              \
    "  AND (e.valid_until IS NULL OR e.valid_until > $1))"
#define SQL_LOGIN_FREE " NOT EXISTS (SELECT 1 FROM account b WHERE b.login = s.staff_no) "

db::Sql const kMissing{"SELECT s.id, s.staff_no, s.name" SQL_WITHOUT_ACCOUNT " AND" SQL_LOGIN_FREE "ORDER BY s.staff_no"};
db::Sql const kMissingCount{"SELECT count(*)" SQL_WITHOUT_ACCOUNT " AND" SQL_LOGIN_FREE};
db::Sql const kTaken{"SELECT s.staff_no" SQL_WITHOUT_ACCOUNT " AND NOT" SQL_LOGIN_FREE "ORDER BY s.staff_no LIMIT 100"};
db::Sql const kLeft{R"(
    SELECT a.id FROM account a JOIN staff s ON s.id = a.staff_id WHERE a.disabled_at IS NULL AND s.left_on <= $1 ORDER BY a.id)"};

}  // namespace

std::vector<NewAccount> missing_accounts(db::Tx& tx, Date today)
{
    std::vector<NewAccount> accounts;
    for (auto& person : tx.all<Person>(kMissing, today))
        accounts.push_back({std::move(person.staff_no), std::move(person.name), person.id, {}, {{Role::staff, {}}}});
    return accounts;
}

RosterAccounts compare_with_roster(db::Tx& tx, Date today)
{
    return {tx.one<std::int64_t>(kMissingCount, today), tx.all<std::string>(kTaken, today),
            static_cast<std::int64_t>(tx.all<AccountId>(kLeft, today).size())};
}

std::int64_t disable_accounts_of_leavers(db::Tx& tx, Actor const& by, Clock const& clock)
{
    AccountChange disabled;
    disabled.disabled = true;
    auto const left = tx.all<AccountId>(kLeft, clock.today());
    for (auto const account : left) change_account(tx, by, account, disabled, {}, clock.now());
    return static_cast<std::int64_t>(left.size());
}

}  // namespace accounts
