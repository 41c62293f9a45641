// What people do with a person's record by hand: begin it, correct it, dated facts one by one. Each call is audited.
// All refuse with not_found whom the actor does not see and with not_allowed where the permission does not reach.
#pragma once
#include "features/actor/actor.hpp"
#include "features/people/records.hpp"
#include "platform/core/clock.hpp"
#include "platform/json/limits.hpp"

namespace people {

struct StaffInput {
    std::string staff_no, name, kana;
    std::optional<std::string> former_name, legal_name, email;
    Date joined_on;
    std::string employment, occupation;
    std::optional<std::string> recruitment;
    std::optional<bool> uses_pc, is_external;
    std::optional<OrgUnitId> unit;  ///< the first post begins on joined_on
    std::optional<std::string> rank, title;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(StaffInput, (),
                      (staff_no, name, kana, former_name, legal_name, email, joined_on, employment, occupation, recruitment,
                       uses_pc, is_external, unit, rank, title))
/// Refuses with already_exists when the number is or was somebody's.
StaffId add_staff(db::Tx&, Actor const&, StaffInput const&, Clock const&);

/// What the form showed when it was opened; whoever saves over somebody else's change is told.
struct StaffSeen {
    std::optional<std::string> name, kana, former_name, legal_name, email, motivation;
};
BOOST_DESCRIBE_STRUCT(StaffSeen, (), (name, kana, former_name, legal_name, email, motivation))
struct StaffChange {
    std::optional<std::string> name, kana, former_name, legal_name, email;
    std::optional<std::string> motivation;  ///< 意欲: only in the person's own hand
    std::optional<Date> left_on;
    std::optional<StaffSeen> seen;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(StaffChange, (), (name, kana, former_name, legal_name, email, motivation, left_on, seen))
/// Refuses with changed_meanwhile when `seen` is no longer what is stored.
void change_staff(db::Tx&, Actor const&, StaffId, StaffChange const&, Clock const&);

struct NumberInput {
    std::string staff_no;
    Date valid_from;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(NumberInput, (), (staff_no, valid_from))
/// The person's account signs in with the new number. Refuses with already_exists.
void renumber_staff(db::Tx&, Actor const&, StaffId, NumberInput const&, Clock const&);

struct PostingInput {
    OrgUnitId unit;
    PostingKind kind = PostingKind::primary;
    std::string rank;
    std::optional<std::string> title;
    std::optional<bool> is_head;
    Date effective_on;
    std::optional<Date> ended_on;
    std::optional<Date> announced_on;  ///< left out: nobody but HR sees it before it takes effect
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(PostingInput, (), (unit, kind, rank, title, is_head, effective_on, ended_on, announced_on))
/// Refuses as begin_posting does.
PostingId add_posting(db::Tx&, Actor const&, StaffId, PostingInput const&, Clock const&);

struct PostingEnd {
    std::optional<Date> ended_on;
    std::optional<Date> seen_ended_on;  ///< the end the form showed
};
BOOST_DESCRIBE_STRUCT(PostingEnd, (), (ended_on, seen_ended_on))
/// Answers whose posting it is. Refuses with changed_meanwhile when it has another end by now.
StaffId change_posting(db::Tx&, Actor const&, PostingId, PostingEnd const&, Clock const&);
/// Takes back a posting that has not taken effect; the post it would have ended goes on. Refuses with in_use
/// once it has taken effect.
StaffId withdraw_posting(db::Tx&, Actor const&, PostingId, Clock const&);

void add_engagement(db::Tx&, Actor const&, StaffId, Engagement const&, Clock const&);

using LeaveId = Id<struct LeaveTag>;
using SystemDutyId = Id<struct SystemDutyTag>;
struct PeriodEnd {
    std::optional<Date> valid_until;
};
BOOST_DESCRIBE_STRUCT(PeriodEnd, (), (valid_until))
LeaveId add_leave(db::Tx&, Actor const&, StaffId, LeavePeriod const&, Clock const&);
StaffId end_leave(db::Tx&, Actor const&, LeaveId, PeriodEnd const&, Clock const&);
SystemDutyId add_system(db::Tx&, Actor const&, StaffId, SystemDuty const&, Clock const&);
StaffId end_system(db::Tx&, Actor const&, SystemDutyId, PeriodEnd const&, Clock const&);

struct MergeInput {
    StaffId into;
    std::string reason;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(MergeInput, (), (into, reason))
/// Two records of one human become one: the history moves, the numbers are kept and still find it. Refuses with conflict for a
/// record that is merged already, with dates_overlap when both had a primary posting or an engagement on the same day.
void merge_staff(db::Tx&, Actor const&, StaffId from, MergeInput const&, Clock const&);

}  // namespace people
