// A person's dated facts as they are written, with the rules that hold whoever writes them: a form, an import, the demo.
// Nothing here asks who is acting; that is what staff_writes.hpp, postings.hpp and their kin are for.
// Each call notes the change. Periods are half-open: the first day, and the first day no longer.
#pragma once
#include "features/people/roster.hpp"
#include "platform/db/tx.hpp"

#include <boost/describe/class.hpp>

namespace people {

/// 任用: what a person is.
struct Engagement {
    std::string employment, occupation, recruitment;
    bool uses_pc = true, is_external = false;
    Date valid_from;
    std::optional<Date> valid_until;
};
BOOST_DESCRIBE_STRUCT(Engagement, (), (employment, occupation, recruitment, uses_pc, is_external, valid_from, valid_until))

/// 発令: where a person stands.
struct Posting {
    OrgUnitId unit;
    PostingKind kind = PostingKind::primary;
    std::string rank, title;
    bool is_head = false;  ///< 所属長 of the unit
    Date effective_on;
    std::optional<Date> ended_on;
    Date announced_on;  ///< 内示: before this day only HR sees it
};
BOOST_DESCRIBE_STRUCT(Posting, (), (unit, kind, rank, title, is_head, effective_on, ended_on, announced_on))

struct LeavePeriod {
    std::string kind;  ///< 育児休業, 休職 …
    Date valid_from;
    std::optional<Date> valid_until;
};
BOOST_DESCRIBE_STRUCT(LeavePeriod, (), (kind, valid_from, valid_until))

struct SystemDuty {
    std::string system;
    Date valid_from;
    std::optional<Date> valid_until;
};
BOOST_DESCRIBE_STRUCT(SystemDuty, (), (system, valid_from, valid_until))

struct NewPerson {
    std::string staff_no, name, kana, former_name, legal_name, email;
    std::optional<Date> joined_on, left_on;
    std::string motivation;
    std::vector<Engagement> engagements;
    std::vector<Posting> postings;
    std::vector<LeavePeriod> leaves;
    std::vector<SystemDuty> systems;
};

/// Writes whole people, one or fifty thousand, without checking their periods against each other. The numbers must be new.
/// Answers the ids in the same order.
std::vector<StaffId> insert_staff(db::Tx&, std::span<NewPerson const>, Instant now);

/// The living record behind a staff number, the present or an earlier one; merged records lead to the one that took them in.
std::optional<StaffId> find_by_number(db::Tx&, std::string_view staff_no);

/// Closes the engagement before it. Refuses with dates_overlap when one begins on the same day or later.
void begin_engagement(db::Tx&, StaffId, Engagement const&);

/// A primary posting closes the open one before it: that is what a transfer is. Refuses with dates_overlap when there would be
/// two primary postings on a day, or the same unit twice, and with invalid_input for a unit that does not exist on the day.
PostingId begin_posting(db::Tx&, StaffId, Posting const&);
/// Sets or (no day) takes back the end. Refuses with invalid_input and dates_overlap.
void end_posting(db::Tx&, PostingId, std::optional<Date> ended_on);

/// Refuses with dates_overlap.
std::int64_t begin_leave(db::Tx&, StaffId, LeavePeriod const&);
std::int64_t begin_system(db::Tx&, StaffId, SystemDuty const&);

/// A new number from a day on; the earlier one is kept and still finds the person. Refuses with already_exists.
void change_number(db::Tx&, StaffId, std::string const& staff_no, Date from);

/// Refuses with invalid_input at the pointer unless `until` lies behind `from`.
void must_follow(Date from, std::optional<Date> until, std::string_view pointer);

}  // namespace people
