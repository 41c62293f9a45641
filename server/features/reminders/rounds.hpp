// 受講の督促: those who have not yet taken what the year asks are reminded, and their heads are told. In the product everybody
// sees it at once; by mail where the house has a relay; whoever has no address is told on paper.
#pragma once
#include "features/people/people.hpp"
#include "features/reminders/outbox.hpp"
#include "platform/http/table.hpp"

namespace reminders {

using RoundId = Id<struct ReminderRoundTag>;
using LetterId = Id<struct LetterTag>;

struct RemindInput {
    std::string course;             ///< empty: every course
    std::optional<OrgUnitId> unit;  ///< and everything below
    std::string note;               ///< the office's own words, in every letter
    bool heads = true;              ///< tell the heads too
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(RemindInput, (), (course, unit, note, heads))

struct ReminderRound {
    RoundId id;
    std::string course, course_name, course_name_en, unit_name, note;
    std::int64_t people = 0, without_address = 0;
    std::int64_t letters = 0, sent = 0, failed = 0;
    Instant created_at;
    std::string created_by;
};
BOOST_DESCRIBE_STRUCT(ReminderRound, (),
                      (id, course, course_name, course_name_en, unit_name, note, people, without_address, letters, sent, failed,
                       created_at, created_by))

struct FailedLetter {
    LetterId id;
    RoundId round;
    StaffId staff;
    std::string name, address, error;
    int attempts = 0;
    Instant ended_at;
};
BOOST_DESCRIBE_STRUCT(FailedLetter, (), (id, round, staff, name, address, error, attempts, ended_at))

struct Reminders {
    bool relay = false;                 ///< an administrator has named one
    std::vector<ReminderRound> rounds;  ///< newest first
    std::vector<FailedLetter> failed;   ///< newest first, at most 200
};
BOOST_DESCRIBE_STRUCT(Reminders, (), (relay, rounds, failed))

/// The rounds and failed letters only for whoever keeps the whole city's training.
Reminders reminders(http::Call const&);
/// Writes the letters and lets the outbox send them. Refuses with conflict without a relay, with not_found as outstanding() does.
ReminderRound remind(http::LongCall const&, RemindInput const&);
/// Every letter that failed goes on its way again.
Reminders send_failed_again(http::Call const&);

}  // namespace reminders
