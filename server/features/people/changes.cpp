#include "features/people/changes.hpp"

namespace people {
namespace {

db::Sql const kOne{"INSERT INTO change_log (staff_id, topic) VALUES ($1, 'staff')"};
db::Sql const kAll{"INSERT INTO change_log (staff_id, topic) VALUES (NULL, 'all')"};

}  // namespace

void note_change(db::Tx& tx, StaffId staff) { tx.run(kOne, staff); }
void note_change_of_all(db::Tx& tx) { tx.run(kAll); }

}  // namespace people
