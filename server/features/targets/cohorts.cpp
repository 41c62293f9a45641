#include "features/targets/cohorts.hpp"

#include <algorithm>

namespace targets {
namespace {

constexpr int kYears = 5;

db::Sql const kLearned{R"(
    SELECT count(DISTINCT staff_id) FROM completion WHERE completed_on BETWEEN $1 AND $2)"};
db::Sql const kFirstLearned{R"(
    SELECT count(*) FROM (SELECT staff_id, min(completed_on) AS first_on FROM completion GROUP BY staff_id) f
     WHERE f.first_on BETWEEN $1 AND $2)"};
db::Sql const kFirstCertified{R"(
    SELECT count(*) FROM (SELECT staff_id, min(certified_on) AS first_on FROM level_certification WHERE level_code = $3 GROUP BY staff_id) f
     WHERE f.first_on BETWEEN $1 AND $2)"};
db::Sql const kCertified{R"(
    SELECT count(DISTINCT c.staff_id) FROM level_certification c JOIN staff s ON s.id = c.staff_id
     WHERE c.level_code = $1 AND c.certified_on <= $2 AND (c.valid_until IS NULL OR c.valid_until > $2)
       AND (c.revoked_on IS NULL OR c.revoked_on > $2) AND (s.left_on IS NULL OR s.left_on > $2))"};
db::Sql const kFirstAppointed{R"(
    SELECT count(*) FROM (SELECT staff_id, min(valid_from) AS first_on FROM appointment WHERE role_code = $3 GROUP BY staff_id) f
     WHERE f.first_on BETWEEN $1 AND $2)"};
db::Sql const kAppointed{R"(
    SELECT count(DISTINCT a.staff_id) FROM appointment a JOIN staff s ON s.id = a.staff_id
     WHERE a.role_code = $1 AND a.valid_from <= $2 AND (a.valid_until IS NULL OR a.valid_until > $2)
       AND (s.left_on IS NULL OR s.left_on > $2))"};

template <class Item>
CohortStep step_of(db::Tx& tx, Item const& item, db::Sql const& entered, db::Sql const& standing, Date first, Date last)
{
    return {item.code, item.name, item.name_en, tx.one<std::int64_t>(entered, first, last, item.code),
            tx.one<std::int64_t>(standing, item.code, last)};
}

CohortYear year_of(db::Tx& tx, plan::Plan const& plan, int year, Date on)
{
    auto const first = first_day_of_fiscal_year(year);
    auto const last = std::min(on, last_day_of_fiscal_year(year));
    CohortYear row{year, last, tx.one<std::int64_t>(kLearned, first, last), tx.one<std::int64_t>(kFirstLearned, first, last),
                   {},   {}};
    for (auto const& level : plan.levels) row.levels.push_back(step_of(tx, level, kFirstCertified, kCertified, first, last));
    for (auto const& role : plan.roles) row.roles.push_back(step_of(tx, role, kFirstAppointed, kAppointed, first, last));
    return row;
}

}  // namespace

Cohorts cohorts(db::Tx& tx, plan::Plan const& plan, Date on)
{
    Cohorts answer;
    for (auto year = fiscal_year(on) - kYears + 1; year <= fiscal_year(on); ++year)
        answer.years.push_back(year_of(tx, plan, year, on));
    return answer;
}

}  // namespace targets
