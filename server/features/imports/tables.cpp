#include "features/imports/tables.hpp"

namespace imports {
namespace {

db::Sql const kFindUnits{R"(
    SELECT id, code, name, kind, parent_id, authority, tags, sort, valid_from, valid_until, succeeded_by
      FROM org_unit WHERE id BETWEEN $1 AND $2 ORDER BY id)"};
db::Sql const kUpdateUnit{R"(
    UPDATE org_unit SET code = $2, name = $3, kind = $4, parent_id = $5, authority = $6, tags = $7, sort = $8, valid_from = $9,
           valid_until = $10, succeeded_by = $11 WHERE id = $1)"};
db::Sql const kRemoveUnits{"DELETE FROM org_unit WHERE id BETWEEN $1 AND $2"};

db::Sql const kFindStaff{R"(
    SELECT id, staff_no, name, kana, former_name, legal_name, search_key, email, joined_on, left_on, merged_into, motivation,
           created_at FROM staff WHERE id BETWEEN $1 AND $2 ORDER BY id)"};
db::Sql const kUpdateStaff{R"(
    UPDATE staff SET staff_no = $2, name = $3, kana = $4, former_name = $5, legal_name = $6, search_key = $7, email = $8,
           joined_on = $9, left_on = $10, merged_into = $11, motivation = $12, created_at = $13 WHERE id = $1)"};
db::Sql const kRemoveStaff{"DELETE FROM staff WHERE id BETWEEN $1 AND $2"};

db::Sql const kFindNumbers{
    "SELECT id, staff_no, staff_id, valid_from, valid_until FROM staff_number WHERE id BETWEEN $1 AND $2 ORDER BY id"};
db::Sql const kUpdateNumber{
    "UPDATE staff_number SET staff_no = $2, staff_id = $3, valid_from = $4, valid_until = $5 WHERE id = $1"};
db::Sql const kRemoveNumbers{"DELETE FROM staff_number WHERE id BETWEEN $1 AND $2"};

db::Sql const kFindEngagements{R"(
    SELECT id, staff_id, employment, occupation, recruitment, uses_pc, is_external, valid_from, valid_until
      FROM engagement WHERE id BETWEEN $1 AND $2 ORDER BY id)"};
db::Sql const kUpdateEngagement{R"(
    UPDATE engagement SET staff_id = $2, employment = $3, occupation = $4, recruitment = $5, uses_pc = $6, is_external = $7,
           valid_from = $8, valid_until = $9 WHERE id = $1)"};
db::Sql const kRemoveEngagements{"DELETE FROM engagement WHERE id BETWEEN $1 AND $2"};

db::Sql const kFindPostings{R"(
    SELECT id, staff_id, unit_id, kind, rank, title, is_head, effective_on, ended_on, announced_on FROM posting WHERE id BETWEEN $1 AND $2 ORDER BY id)"};
db::Sql const kUpdatePosting{R"(
    UPDATE posting SET staff_id = $2, unit_id = $3, kind = $4, rank = $5, title = $6, is_head = $7, effective_on = $8,
           ended_on = $9, announced_on = $10 WHERE id = $1)"};
db::Sql const kRemovePostings{"DELETE FROM posting WHERE id BETWEEN $1 AND $2"};

db::Sql const kFindLeaves{
    "SELECT id, staff_id, kind, valid_from, valid_until FROM leave_period WHERE id BETWEEN $1 AND $2 ORDER BY id"};
db::Sql const kUpdateLeave{"UPDATE leave_period SET staff_id = $2, kind = $3, valid_from = $4, valid_until = $5 WHERE id = $1"};
db::Sql const kRemoveLeaves{"DELETE FROM leave_period WHERE id BETWEEN $1 AND $2"};

db::Sql const kFindDuties{
    "SELECT id, staff_id, system, valid_from, valid_until FROM system_duty WHERE id BETWEEN $1 AND $2 ORDER BY id"};
db::Sql const kUpdateDuty{"UPDATE system_duty SET staff_id = $2, system = $3, valid_from = $4, valid_until = $5 WHERE id = $1"};
db::Sql const kRemoveDuties{"DELETE FROM system_duty WHERE id BETWEEN $1 AND $2"};

TableSql const kUnits{"org_unit", kFindUnits, kUpdateUnit, kRemoveUnits};
TableSql const kStaff{"staff", kFindStaff, kUpdateStaff, kRemoveStaff};
TableSql const kNumbers{"staff_number", kFindNumbers, kUpdateNumber, kRemoveNumbers};
TableSql const kEngagements{"engagement", kFindEngagements, kUpdateEngagement, kRemoveEngagements};
TableSql const kPostings{"posting", kFindPostings, kUpdatePosting, kRemovePostings};
TableSql const kLeaves{"leave_period", kFindLeaves, kUpdateLeave, kRemoveLeaves};
TableSql const kDuties{"system_duty", kFindDuties, kUpdateDuty, kRemoveDuties};

}  // namespace

// clang-format off
template <> TableSql const& table_of<UnitRecord>() { return kUnits; }
template <> TableSql const& table_of<StaffRecord>() { return kStaff; }
template <> TableSql const& table_of<NumberRecord>() { return kNumbers; }
template <> TableSql const& table_of<EngagementRecord>() { return kEngagements; }
template <> TableSql const& table_of<PostingRecord>() { return kPostings; }
template <> TableSql const& table_of<LeaveRecord>() { return kLeaves; }
template <> TableSql const& table_of<DutyRecord>() { return kDuties; }
// clang-format on

}  // namespace imports
