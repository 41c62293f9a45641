#include "features/people/records.hpp"

#include "features/people/changes.hpp"
#include "features/people/names.hpp"
#include "platform/core/refused.hpp"

namespace people {
namespace {

// An open period ends on kForever, so that every comparison is one comparison.
constexpr Date kForever{std::chrono::year{9999}, std::chrono::month{12}, std::chrono::day{31}};

db::Sql const kStaffOfNumber{R"(
    SELECT COALESCE(s.merged_into, s.id) FROM staff s
     WHERE s.staff_no = $1 OR s.id IN (SELECT n.staff_id FROM staff_number n WHERE n.staff_no = $1)
     ORDER BY s.merged_into IS NOT NULL, s.staff_no = $1 DESC, s.id DESC LIMIT 1)"};
db::Sql const kMergedInto{"SELECT merged_into FROM staff WHERE id = $1"};

db::Sql const kLaterEngagement{
    "SELECT valid_from FROM engagement WHERE staff_id = $1 AND valid_from >= $2 AND valid_from < $3 LIMIT 1"};
db::Sql const kCloseEngagement{
    "UPDATE engagement SET valid_until = $2 WHERE staff_id = $1 AND valid_from < $2 AND (valid_until IS NULL OR valid_until > "
    "$2)"};
db::Sql const kAddEngagement{R"(
    INSERT INTO engagement (staff_id, employment, occupation, recruitment, uses_pc, is_external, valid_from, valid_until)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))"};

struct Taken {
    Date effective_on;
    std::optional<Date> ended_on;
    std::string unit_name, rank;
};
BOOST_DESCRIBE_STRUCT(Taken, (), (effective_on, ended_on, unit_name, rank))

struct Held {
    StaffId staff_id;
    OrgUnitId unit_id;
    PostingKind kind = PostingKind::primary;
    Date effective_on;
};
BOOST_DESCRIBE_STRUCT(Held, (), (staff_id, unit_id, kind, effective_on))

db::Sql const kUnitOnDay{
    "SELECT id FROM org_unit WHERE id = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2)"};
db::Sql const kCloseOpenPrimary{
    "UPDATE posting SET ended_on = $2 WHERE staff_id = $1 AND kind = 'primary' AND ended_on IS NULL AND effective_on < $2"};
// Rivals of a posting in [$3, $4): another primary one, or the same kind of post in the same unit.
db::Sql const kRivals{R"(
    SELECT p.effective_on, p.ended_on, u.name AS unit_name, p.rank FROM posting p JOIN org_unit u ON u.id = p.unit_id
     WHERE p.staff_id = $1 AND p.kind = $2 AND p.effective_on < $4 AND (p.ended_on IS NULL OR p.ended_on > $3)
       AND (p.kind = 'primary' OR p.unit_id = $5) AND p.id <> $6
     ORDER BY p.effective_on LIMIT 1)"};
db::Sql const kAddPosting{R"(
    INSERT INTO posting (staff_id, unit_id, kind, rank, title, is_head, effective_on, ended_on, announced_on)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id)"};
db::Sql const kPosting{"SELECT staff_id, unit_id, kind, effective_on FROM posting WHERE id = $1"};
db::Sql const kEndPosting{"UPDATE posting SET ended_on = $2 WHERE id = $1"};

db::Sql const kLeaveThen{R"(
    SELECT id FROM leave_period WHERE staff_id = $1 AND valid_from < $3 AND (valid_until IS NULL OR valid_until > $2) LIMIT 1)"};
db::Sql const kAddLeave{
    "INSERT INTO leave_period (staff_id, kind, valid_from, valid_until) VALUES ($1, $2, $3, $4) RETURNING id"};
db::Sql const kSystemThen{R"(
    SELECT id FROM system_duty
     WHERE staff_id = $1 AND system = $4 AND valid_from < $3 AND (valid_until IS NULL OR valid_until > $2) LIMIT 1)"};
db::Sql const kAddSystem{
    "INSERT INTO system_duty (staff_id, system, valid_from, valid_until) VALUES ($1, $2, $3, $4) RETURNING id"};

db::Sql const kNumberTaken{R"(
    SELECT id FROM staff WHERE staff_no = $1 AND id <> $2 UNION
    SELECT staff_id FROM staff_number WHERE staff_no = $1 AND staff_id <> $2 AND valid_until IS NULL)"};
db::Sql const kCloseNumber{"UPDATE staff_number SET valid_until = $2 WHERE staff_id = $1 AND valid_until IS NULL"};
db::Sql const kAddNumber{"INSERT INTO staff_number (staff_no, staff_id, valid_from) VALUES ($1, $2, $3)"};
db::Sql const kSetNumber{"UPDATE staff SET staff_no = $2 WHERE id = $1"};

void refuse_rival(db::Tx& tx, StaffId staff, PostingKind kind, OrgUnitId unit, Date from, std::optional<Date> until,
                  PostingId self)
{
    auto const rival = tx.maybe_one<Taken>(kRivals, staff, kind, from, until.value_or(kForever), unit, self);
    if (!rival) return;
    auto const end = rival->ended_on ? to_iso(*rival->ended_on) : std::string{};
    throw Refused{Code::dates_overlap, to_iso(rival->effective_on) + "〜" + end + " " + rival->unit_name + " " + rival->rank};
}

}  // namespace

void must_follow(Date from, std::optional<Date> until, std::string_view pointer)
{
    if (!until || *until > from) return;
    throw Refused{
        Code::invalid_input,
        {},
        {{std::string{pointer}, to_iso(from) + " より後の日を入れてください。", "Enter a day after " + to_iso(from) + "."}}};
}

std::optional<StaffId> find_by_number(db::Tx& tx, std::string_view staff_no)
{
    auto staff = tx.maybe_one<StaffId>(kStaffOfNumber, staff_no);
    while (staff) {
        auto const into = tx.one<std::optional<StaffId>>(kMergedInto, *staff);
        if (!into) break;
        staff = into;
    }
    return staff;
}

void begin_engagement(db::Tx& tx, StaffId staff, Engagement const& engagement)
{
    must_follow(engagement.valid_from, engagement.valid_until, "/valid_until");
    if (tx.maybe_one<Date>(kLaterEngagement, staff, engagement.valid_from, engagement.valid_until.value_or(kForever)))
        throw Refused{Code::dates_overlap};
    tx.run(kCloseEngagement, staff, engagement.valid_from);
    tx.run(kAddEngagement, staff, engagement.employment, engagement.occupation, engagement.recruitment, engagement.uses_pc,
           engagement.is_external, engagement.valid_from, engagement.valid_until);
    note_change(tx, staff);
}

PostingId begin_posting(db::Tx& tx, StaffId staff, Posting const& posting)
{
    must_follow(posting.effective_on, posting.ended_on, "/ended_on");
    if (!tx.maybe_one<OrgUnitId>(kUnitOnDay, posting.unit, posting.effective_on)) {
        throw Refused{
            Code::invalid_input,
            {},
            {{"/unit", "発令日に存在する所属を選んでください。", "Choose a section that exists on the effective day."}}};
    }
    if (posting.kind == PostingKind::primary) tx.run(kCloseOpenPrimary, staff, posting.effective_on);
    refuse_rival(tx, staff, posting.kind, posting.unit, posting.effective_on, posting.ended_on, PostingId{});
    auto const id = tx.insert(kAddPosting, staff, posting.unit, posting.kind, posting.rank, posting.title, posting.is_head,
                              posting.effective_on, posting.ended_on, posting.announced_on);
    note_change(tx, staff);
    return PostingId{id};
}

void end_posting(db::Tx& tx, PostingId id, std::optional<Date> ended_on)
{
    auto const held = tx.maybe_one<Held>(kPosting, id);
    if (!held) throw Refused{Code::not_found};
    must_follow(held->effective_on, ended_on, "/ended_on");
    refuse_rival(tx, held->staff_id, held->kind, held->unit_id, held->effective_on, ended_on, id);
    tx.run(kEndPosting, id, ended_on);
    note_change(tx, held->staff_id);
}

std::int64_t begin_leave(db::Tx& tx, StaffId staff, LeavePeriod const& leave)
{
    must_follow(leave.valid_from, leave.valid_until, "/valid_until");
    if (tx.maybe_one<std::int64_t>(kLeaveThen, staff, leave.valid_from, leave.valid_until.value_or(kForever)))
        throw Refused{Code::dates_overlap};
    auto const id = tx.insert(kAddLeave, staff, leave.kind, leave.valid_from, leave.valid_until);
    note_change(tx, staff);
    return id;
}

std::int64_t begin_system(db::Tx& tx, StaffId staff, SystemDuty const& duty)
{
    must_follow(duty.valid_from, duty.valid_until, "/valid_until");
    if (tx.maybe_one<std::int64_t>(kSystemThen, staff, duty.valid_from, duty.valid_until.value_or(kForever), duty.system))
        throw Refused{Code::dates_overlap};
    auto const id = tx.insert(kAddSystem, staff, duty.system, duty.valid_from, duty.valid_until);
    note_change(tx, staff);
    return id;
}

void change_number(db::Tx& tx, StaffId staff, std::string const& staff_no, Date from)
{
    if (tx.maybe_one<StaffId>(kNumberTaken, staff_no, staff)) throw Refused{Code::already_exists};
    tx.run(kCloseNumber, staff, from);
    tx.run(kAddNumber, staff_no, staff, from);
    tx.run(kSetNumber, staff, staff_no);
    renew_search_key(tx, staff);
    note_change(tx, staff);
}

}  // namespace people
