// The rows an import writes, each table's as one described struct: what is inserted in bulk, kept as JSON for undo, and compared.
#pragma once
#include "features/people/roster.hpp"
#include "platform/core/date.hpp"
#include "platform/core/ids.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace imports {

struct UnitRecord {
    OrgUnitId id;
    std::string code, name, kind;
    std::optional<OrgUnitId> parent_id;
    std::string authority, tags;
    int sort = 0;
    Date valid_from{};
    std::optional<Date> valid_until;
    std::optional<OrgUnitId> succeeded_by;
};
BOOST_DESCRIBE_STRUCT(UnitRecord, (),
                      (id, code, name, kind, parent_id, authority, tags, sort, valid_from, valid_until, succeeded_by))

struct StaffRecord {
    StaffId id;
    std::string staff_no, name, kana, former_name, legal_name, search_key, email;
    std::optional<Date> joined_on, left_on;
    std::optional<StaffId> merged_into;
    std::string motivation;
    Instant created_at{};
};
BOOST_DESCRIBE_STRUCT(StaffRecord, (),
                      (id, staff_no, name, kana, former_name, legal_name, search_key, email, joined_on, left_on, merged_into,
                       motivation, created_at))

struct NumberRecord {
    std::int64_t id = 0;
    std::string staff_no;
    StaffId staff_id;
    Date valid_from{};
    std::optional<Date> valid_until;
};
BOOST_DESCRIBE_STRUCT(NumberRecord, (), (id, staff_no, staff_id, valid_from, valid_until))

struct EngagementRecord {
    std::int64_t id = 0;
    StaffId staff_id;
    std::string employment, occupation, recruitment;
    bool uses_pc = true;
    bool is_external = false;
    Date valid_from{};
    std::optional<Date> valid_until;
};
BOOST_DESCRIBE_STRUCT(EngagementRecord, (),
                      (id, staff_id, employment, occupation, recruitment, uses_pc, is_external, valid_from, valid_until))

struct PostingRecord {
    PostingId id;
    StaffId staff_id;
    OrgUnitId unit_id;
    people::PostingKind kind = people::PostingKind::primary;
    std::string rank, title;
    bool is_head = false;
    Date effective_on{};
    std::optional<Date> ended_on;
    Date announced_on{};
};
BOOST_DESCRIBE_STRUCT(PostingRecord, (),
                      (id, staff_id, unit_id, kind, rank, title, is_head, effective_on, ended_on, announced_on))

struct LeaveRecord {
    std::int64_t id = 0;
    StaffId staff_id;
    std::string kind;
    Date valid_from{};
    std::optional<Date> valid_until;
};
BOOST_DESCRIBE_STRUCT(LeaveRecord, (), (id, staff_id, kind, valid_from, valid_until))

struct DutyRecord {
    std::int64_t id = 0;
    StaffId staff_id;
    std::string system;
    Date valid_from{};
    std::optional<Date> valid_until;
};
BOOST_DESCRIBE_STRUCT(DutyRecord, (), (id, staff_id, system, valid_from, valid_until))

/// What is to become of one table.
template <class T>
struct Writes {
    std::vector<T> inserted;
    std::vector<std::pair<T, T>> updated;  ///< before, after
    std::vector<T> removed;

    bool empty() const { return inserted.empty() && updated.empty() && removed.empty(); }
};

/// Everything one import writes. Identities of new rows are already given.
struct ChangeSet {
    Writes<UnitRecord> units;
    Writes<StaffRecord> staff;
    Writes<NumberRecord> numbers;
    Writes<EngagementRecord> engagements;
    Writes<PostingRecord> postings;
    Writes<LeaveRecord> leaves;
    Writes<DutyRecord> duties;

    /// In the order in which rows may refer to earlier ones.
    template <class F>
    void each_table(F&& f)
    {
        f(units), f(staff), f(numbers), f(engagements), f(postings), f(leaves), f(duties);
    }
};

}  // namespace imports
