#include "features/imports/tables.hpp"

namespace imports {
namespace {

db::Sql const kFindUnit{R"(
    SELECT id, code, name, kind, parent_id, authority, tags, sort, valid_from, valid_until, succeeded_by
      FROM org_unit WHERE id = $1)"};
db::Sql const kUpdateUnit{R"(
    UPDATE org_unit SET code = $2, name = $3, kind = $4, parent_id = $5, authority = $6, tags = $7, sort = $8, valid_from = $9,
           valid_until = $10, succeeded_by = $11 WHERE id = $1)"};
db::Sql const kRemoveUnit{"DELETE FROM org_unit WHERE id = $1"};

db::Sql const kFindStaff{R"(
    SELECT id, staff_no, name, kana, former_name, legal_name, search_key, email, joined_on, left_on, merged_into, motivation,
           created_at FROM staff WHERE id = $1)"};
db::Sql const kUpdateStaff{R"(
    UPDATE staff SET staff_no = $2, name = $3, kana = $4, former_name = $5, legal_name = $6, search_key = $7, email = $8,
           joined_on = $9, left_on = $10, merged_into = $11, motivation = $12, created_at = $13 WHERE id = $1)"};
db::Sql const kRemoveStaff{"DELETE FROM staff WHERE id = $1"};

db::Sql const kFindNumber{R"(
    SELECT staff_no, staff_id, valid_from, valid_until FROM staff_number
     WHERE staff_id = $1 AND staff_no = $2 AND valid_from = $3)"};
db::Sql const kUpdateNumber{R"(
    UPDATE staff_number SET valid_until = $4 WHERE staff_no = $1 AND staff_id = $2 AND valid_from = $3)"};
db::Sql const kRemoveNumber{"DELETE FROM staff_number WHERE staff_id = $1 AND staff_no = $2 AND valid_from = $3"};

db::Sql const kFindEngagement{R"(
    SELECT id, staff_id, employment, occupation, recruitment, uses_pc, is_external, valid_from, valid_until
      FROM engagement WHERE id = $1)"};
db::Sql const kUpdateEngagement{R"(
    UPDATE engagement SET staff_id = $2, employment = $3, occupation = $4, recruitment = $5, uses_pc = $6, is_external = $7,
           valid_from = $8, valid_until = $9 WHERE id = $1)"};
db::Sql const kRemoveEngagement{"DELETE FROM engagement WHERE id = $1"};

db::Sql const kFindPosting{R"(
    SELECT id, staff_id, unit_id, kind, rank, title, is_head, effective_on, ended_on, announced_on FROM posting WHERE id = $1)"};
db::Sql const kUpdatePosting{R"(
    UPDATE posting SET staff_id = $2, unit_id = $3, kind = $4, rank = $5, title = $6, is_head = $7, effective_on = $8,
           ended_on = $9, announced_on = $10 WHERE id = $1)"};
db::Sql const kRemovePosting{"DELETE FROM posting WHERE id = $1"};

db::Sql const kFindLeave{"SELECT id, staff_id, kind, valid_from, valid_until FROM leave_period WHERE id = $1"};
db::Sql const kUpdateLeave{"UPDATE leave_period SET staff_id = $2, kind = $3, valid_from = $4, valid_until = $5 WHERE id = $1"};
db::Sql const kRemoveLeave{"DELETE FROM leave_period WHERE id = $1"};

db::Sql const kFindDuty{"SELECT id, staff_id, system, valid_from, valid_until FROM system_duty WHERE id = $1"};
db::Sql const kUpdateDuty{"UPDATE system_duty SET staff_id = $2, system = $3, valid_from = $4, valid_until = $5 WHERE id = $1"};
db::Sql const kRemoveDuty{"DELETE FROM system_duty WHERE id = $1"};

TableSql const kUnits{"org_unit", kFindUnit, kUpdateUnit, kRemoveUnit};
TableSql const kStaff{"staff", kFindStaff, kUpdateStaff, kRemoveStaff};
TableSql const kNumbers{"staff_number", kFindNumber, kUpdateNumber, kRemoveNumber};
TableSql const kEngagements{"engagement", kFindEngagement, kUpdateEngagement, kRemoveEngagement};
TableSql const kPostings{"posting", kFindPosting, kUpdatePosting, kRemovePosting};
TableSql const kLeaves{"leave_period", kFindLeave, kUpdateLeave, kRemoveLeave};
TableSql const kDuties{"system_duty", kFindDuty, kUpdateDuty, kRemoveDuty};

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
