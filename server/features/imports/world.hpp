// What the database knows on the day of a roster, read once: people by every number they have had, with what holds on that day.
#pragma once
#include "features/imports/records.hpp"
#include "platform/db/tx.hpp"

#include <unordered_map>

namespace imports {

/// A person as the database knows them. `later`: begins after the day.
struct Known {
    StaffRecord staff;
    std::vector<NumberRecord> numbers;
    std::optional<EngagementRecord> engagement, later_engagement;
    std::optional<PostingRecord> primary, later_primary;
    std::vector<PostingRecord> others;  ///< concurrent and acting, on the day
    std::vector<LeaveRecord> leaves;    ///< on the day or later
    std::vector<DutyRecord> duties;     ///< on the day
    bool in_file = false;

    bool employed_on(Date day) const;
    bool left_by(Date day) const { return staff.left_on && *staff.left_on <= day; }
};

/// Identities for new rows: everything above what is there, one after the other; each one taken is inserted, in that order,
/// because undo takes back the run from the first to the last. They hold in a transaction that has locked the tables (see
/// lock_tables); a comparison that only reads has provisional ones.
struct NextIds {
    std::int64_t unit = 1, staff = 1, number = 1, engagement = 1, posting = 1, leave = 1, duty = 1;
};

class World {
public:
    World(db::Tx&, Date as_of);

    std::vector<Known>& people() { return people_; }
    /// By current number, or by one held earlier; merged people lead to the one they were merged into.
    Known* by_number(std::string_view);
    Known* by_id(StaffId);
    /// The one person whose number differs only by leading zeros.
    Known* by_number_without_zeros(std::string_view);
    NextIds& next() { return next_; }

private:
    void load_people(db::Tx&);
    void load_facts(db::Tx&, Date as_of);
    std::vector<Known> people_;
    std::unordered_map<std::int64_t, std::uint32_t> rows_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::unordered_map<std::string, std::uint32_t> bare_numbers_;
    bool bare_ready_ = false;
    NextIds next_;
};

}  // namespace imports
