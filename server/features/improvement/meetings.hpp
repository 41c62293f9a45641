// 共有・報告会 (HKT-21): which cases are told, in which order and for how long, the pack that is handed out, what came of it.
#pragma once
#include "features/improvement/cases.hpp"

namespace improvement {

struct MeetingItemInput {
    CaseId case_id;
    int minutes = 10;
    std::string presenter;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(MeetingItemInput, (), (case_id, minutes, presenter))

struct MeetingForm {
    std::string title;
    Date held_on{};
    std::string starts_at;  ///< 13:30
    std::string place, note;
    std::vector<MeetingItemInput> items;  ///< in the order of the agenda
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(MeetingForm, (), (title, held_on, starts_at, place, note, items))
struct MeetingChange : MeetingForm {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(MeetingChange, (MeetingForm), (revision))

struct MeetingItem {
    int no = 1;
    std::string starts_at, ends_at;  ///< computed: 13:30, 13:40
    int minutes = 10;
    std::string presenter;
    CaseCard told;
};
BOOST_DESCRIBE_STRUCT(MeetingItem, (), (no, starts_at, ends_at, minutes, presenter, told))

struct Meeting {
    MeetingId id;
    std::string title;
    Date held_on{};
    std::string starts_at, ends_at;  ///< 13:30, 15:05
    std::string place, note;
    std::vector<MeetingItem> items;
    int minutes = 0;  ///< of all items
    double hours = 0;
    std::int64_t yen = 0;  ///< a year, of all its cases
    Text result;           ///< empty until it is noted
    std::optional<Instant> result_at;
    std::string result_by;
    std::int64_t revision = 1;
    bool may_edit = false;
};
BOOST_DESCRIBE_STRUCT(Meeting, (),
                      (id, title, held_on, starts_at, ends_at, place, note, items, minutes, hours, yen, result, result_at,
                       result_by, revision, may_edit))

struct MeetingLine {
    MeetingId id;
    std::string title;
    Date held_on{};
    std::string starts_at, place;
    std::int64_t cases = 0;
    bool has_result = false;
};
BOOST_DESCRIBE_STRUCT(MeetingLine, (), (id, title, held_on, starts_at, place, cases, has_result))
struct Meetings {
    std::vector<MeetingLine> meetings;  ///< the latest first
    bool may_add = false;
};
BOOST_DESCRIBE_STRUCT(Meetings, (), (meetings, may_add))

/// What is handed out: the agenda and each case whole, in order; the page prints it.
struct Pack {
    Meeting meeting;
    std::vector<Case> cases;
};
BOOST_DESCRIBE_STRUCT(Pack, (), (meeting, cases))

/// Everybody reads them; manage_improvement keeps them.
Meetings meetings(http::Call const&);
Meeting meeting(http::Call const&, MeetingId);
Pack pack(http::Call const&, MeetingId);
/// Refuses with wrong_status a case that is not confirmed, with invalid_input one that stands twice and an end after midnight.
Meeting add_meeting(http::Call const&, MeetingForm const&);
Meeting change_meeting(http::Call const&, MeetingId, MeetingChange const&);
/// Until its result is noted (wrong_status).
void drop_meeting(http::Call const&, MeetingId);

struct ResultInput {
    std::string text;  ///< Markdown; empty takes it back
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ResultInput, (), (text, revision))
/// Refuses with wrong_status before the day.
Meeting note_result(http::Call const&, MeetingId, ResultInput const&);

/// "13:30" and minutes from there on; nothing when it is no time of day or the end lies behind midnight.
std::optional<std::string> later(std::string_view time, int minutes);

}  // namespace improvement
