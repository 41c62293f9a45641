#include "features/selfcheck/selfcheck.hpp"

namespace selfcheck {
namespace {

constexpr int kSoonDays = 14;

struct Asked {
    SelfcheckId check_id;
    int fiscal_year = 0;
    OrgUnitId unit_id;
    std::string name;
    Date closes_on;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (check_id, fiscal_year, unit_id, name, closes_on))
db::Sql const kAsked{R"(
    SELECT c.id AS check_id, c.fiscal_year, s.unit_id, s.name, c.closes_on
      FROM selfcheck c JOIN selfcheck_section s ON s.selfcheck_id = c.id
     WHERE c.status = 'open' AND c.opens_on <= $1 AND c.closes_on >= $1 AND s.submitted_at IS NULL ORDER BY s.sort)"};
db::Sql const kDue{"SELECT unit_id FROM selfcheck_remedy WHERE status = 'open' AND due <= $1"};
db::Sql const kOverdue{"SELECT count(*) FROM selfcheck_remedy WHERE status = 'open' AND due < $1"};

}  // namespace

Waits waits(http::Call const& call)
{
    Waits waits;
    auto const today = call.clock.today();
    if (manages(call)) waits.overdue_in_city = call.tx.one<std::int64_t>(kOverdue, today);
    if (!may(call.actor, Permission::answer_selfcheck)) return waits;
    auto const asked = call.tx.all<Asked>(kAsked, today);
    auto const due = call.tx.all<OrgUnitId>(kDue, add_days(today, kSoonDays));
    if (asked.empty() && due.empty()) return waits;
    Reach const reach{call};
    for (auto const& each : asked)
        if (reach.holds(each.unit_id))
            waits.to_answer.push_back({each.check_id, each.fiscal_year, each.unit_id, each.name, each.closes_on});
    for (auto const unit : due) waits.due += reach.holds(unit);
    return waits;
}

}  // namespace selfcheck
