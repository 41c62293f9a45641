#include "features/training/asking.hpp"

namespace training {
namespace {

db::Sql const kOfPerson{
    "SELECT id, run_id, staff_id, unit_id, status, released_at FROM enrolment WHERE run_id = $1 AND staff_id = $2"};
db::Sql const kNext{"SELECT COALESCE(max(queue), 0) + 1 AS next FROM enrolment WHERE run_id = $1"};
db::Sql const kInsert{R"(
    INSERT INTO enrolment (run_id, staff_id, unit_id, status, queue, route, reason, proxy_by, basis_no)
    VALUES ($1, $2, $3, 'applied', $4, $5, $6, $7, $8) RETURNING id)"};
db::Sql const kAskAgain{R"(
    UPDATE enrolment SET unit_id = $2, queue = $3, route = $4, reason = $5, proxy_by = $6, basis_no = $7, released_at = NULL,
           released_by = NULL, session_id = NULL WHERE id = $1)"};
db::Sql const kRelease{"UPDATE enrolment SET released_at = $2, released_by = $3 WHERE id = $1"};
db::Sql const kHeads{R"(
    WITH RECURSIVE up (id) AS (
        SELECT p.unit_id FROM posting p
         WHERE p.staff_id = $1 AND p.effective_on <= $3 AND (p.ended_on IS NULL OR p.ended_on > $3)
        UNION SELECT u.parent_id FROM org_unit u JOIN up ON u.id = up.id WHERE u.parent_id IS NOT NULL)
    SELECT h.id FROM posting h JOIN up ON up.id = h.unit_id
     WHERE h.staff_id = $2 AND h.is_head = 1 AND h.effective_on <= $3 AND (h.ended_on IS NULL OR h.ended_on > $3) LIMIT 1)"};

constexpr char const* kReleased = "所属長の承認";

}  // namespace

bool heads(db::Tx& tx, Actor const& actor, StaffId staff, Date today)
{
    return actor.staff && tx.maybe_one<PostingId>(kHeads, staff, *actor.staff, today);
}

std::optional<EnrolmentRow> enrolment_of(db::Tx& tx, CourseRunId run, StaffId staff)
{
    return tx.maybe_one<EnrolmentRow>(kOfPerson, run, staff);
}

std::optional<EnrolmentRow> ask(db::Tx& tx, Actor const& actor, RunRow const& run, StaffId staff, Way const& way,
                                Clock const& clock)
{
    auto const section = section_of(tx, staff, clock.today());
    auto const next = tx.one<std::int64_t>(kNext, run.id);
    if (auto const before = enrolment_of(tx, run.id, staff)) {
        if (before->status != EnrolmentStatus::withdrawn) return std::nullopt;
        become(tx, actor, *before, EnrolmentStatus::applied, way.reason, clock);
        tx.run(kAskAgain, before->id, section, next, way.route, way.reason, way.proxy, way.basis_no);
        return enrolment_row(tx, before->id);
    }
    EnrolmentId const id{tx.insert(kInsert, run.id, staff, section, next, way.route, way.reason, way.proxy, way.basis_no)};
    keep_step(tx, actor, id, EnrolmentStatus::applied, way.reason, clock);
    return enrolment_row(tx, id);
}

void let_go(db::Tx& tx, Actor const& actor, EnrolmentRow const& enrolment, Clock const& clock)
{
    tx.run(kRelease, enrolment.id, clock.now(), actor.account);
    keep_step(tx, actor, enrolment.id, EnrolmentStatus::applied, kReleased, clock);
}

}  // namespace training
