#include "features/levels/level_holders.hpp"

#include "features/levels/rule.hpp"
#include "features/people/seeing.hpp"
#include "platform/core/refused.hpp"

#include <algorithm>

namespace levels {
namespace {

struct Row {
    CertificationId id;
    StaffId staff_id;
    Date certified_on;
    std::optional<Date> valid_until;
    std::optional<std::string> number;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, staff_id, certified_on, valid_until, number))

db::Sql const kHolders{R"(
    SELECT c.id, c.staff_id, c.certified_on, c.valid_until, f.number
      FROM level_certification c LEFT JOIN certificate f ON f.certification_id = c.id AND f.version = 1
     WHERE c.level_code = $1 AND c.certified_on <= $2 AND (c.valid_until IS NULL OR c.valid_until > $2)
       AND (c.revoked_on IS NULL OR c.revoked_on > $2)
     ORDER BY c.certified_on, c.id)"};

LevelHolder holder_of(Row const& row, people::Roster const& roster, people::Person const& person)
{
    LevelHolder holder;
    holder.certification = row.id;
    holder.staff = row.staff_id;
    holder.staff_no = roster.words.text(person.staff_no);
    holder.name = roster.words.text(person.name);
    if (person.place() != people::kNowhere) holder.unit_name = roster.tree.path(person.place());
    holder.on_leave = person.on_leave;
    holder.certified_on = row.certified_on;
    holder.valid_until = row.valid_until;
    holder.number = row.number;
    return holder;
}

}  // namespace

LevelHolders level_holders(db::Tx& tx, Actor const& actor, plan::Plan const& plan, people::Days& days, std::string const& level,
                           Date on, Clock const& clock)
{
    if (!find_level(plan, level)) throw Refused{Code::not_found};
    auto const rows = tx.all<Row>(kHolders, level, on);
    return days.ask(tx, on, clock.today(), [&](people::DayView const& day) {
        auto const& roster = day.roster();
        people::Seeing const seeing{tx, actor, clock.today(), roster, Permission::level_certify};
        LevelHolders holders;
        for (auto const& row : rows) {
            auto const* const person = roster.find(row.staff_id);
            if (person && seeing.sees(*person)) holders.rows.push_back(holder_of(row, roster, *person));
        }
        std::stable_sort(holders.rows.begin(), holders.rows.end(), [&](LevelHolder const& a, LevelHolder const& b) {
            return roster.row_of.at(a.staff.value) < roster.row_of.at(b.staff.value);
        });
        return holders;
    });
}

}  // namespace levels
