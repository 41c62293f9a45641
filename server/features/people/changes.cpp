#include "features/people/changes.hpp"

#include <algorithm>

namespace people {
namespace {

db::Sql const kOne{"INSERT INTO change_log (staff_id, topic) VALUES ($1, 'staff')"};
db::Sql const kAll{"INSERT INTO change_log (staff_id, topic) VALUES (NULL, 'all')"};

db::Sql const kLast{"SELECT max(seq) FROM change_log"};
// Two look-ups in an index: the log is long.
db::Sql const kChanges{R"(
    SELECT (SELECT count(*) FROM change_log WHERE staff_id = $1 AND seq > $2) +
           (SELECT count(*) FROM change_log WHERE staff_id IS NULL AND seq > $2) AS changes)"};

constexpr std::int64_t kLateCommits = 256;

}  // namespace

void note_change(db::Tx& tx, StaffId staff) { tx.run_later(kOne, staff); }
void note_change_of_all(db::Tx& tx) { tx.run_later(kAll); }

ChangeMark mark_of(db::Tx& tx, StaffId staff)
{
    auto const last = tx.one<std::optional<std::int64_t>>(kLast).value_or(0);
    ChangeMark mark{std::max<std::int64_t>(0, last - kLateCommits), 0};
    mark.later = tx.one<std::int64_t>(kChanges, staff, mark.settled);
    return mark;
}

bool unchanged(db::Tx& tx, StaffId staff, ChangeMark const& mark)
{
    return tx.one<std::int64_t>(kChanges, staff, mark.settled) == mark.later;
}

}  // namespace people
