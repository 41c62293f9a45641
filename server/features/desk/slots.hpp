// ワークショップ・相談会: times that can be booked. Whoever comes when all seats are taken waits in order.
#pragma once
#include "features/desk/lines.hpp"

namespace desk {

enum class SlotKind { workshop, clinic };
BOOST_DESCRIBE_ENUM(SlotKind, workshop, clinic)
enum class BookingStatus { booked, waiting, cancelled };
BOOST_DESCRIBE_ENUM(BookingStatus, booked, waiting, cancelled)

struct SlotForm {
    SlotKind kind = SlotKind::clinic;
    std::string title, about;        ///< about: Markdown
    std::string starts_at, ends_at;  ///< local minutes, "2026-07-01T10:00"; one day
    std::string place, online_address;
    std::optional<SubjectId> subject;  ///< none: free
    std::optional<StaffId> holder;     ///< somebody of the desk
    std::string guest;                 ///< somebody from outside
    int seats = 1;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(SlotForm, (),
                      (kind, title, about, starts_at, ends_at, place, online_address, subject, holder, guest, seats))
struct SlotChange : SlotForm {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(SlotChange, (SlotForm), (revision))

struct SlotConsultation {
    ConsultationId id;
    std::string no, title;
};
BOOST_DESCRIBE_STRUCT(SlotConsultation, (), (id, no, title))

struct SlotBooking {
    BookingId id;
    DeskPerson person;
    BookingStatus status = BookingStatus::booked;
    int place = 0;  ///< in the order of those who wait; 0 = has a seat
    std::string note;
    std::optional<SlotConsultation> consultation;
    Instant booked_at;
};
BOOST_DESCRIBE_STRUCT(SlotBooking, (), (id, person, status, place, note, consultation, booked_at))

struct DeskSlot : SlotForm {
    SlotId id;
    std::vector<markdown::Piece> about_pieces;
    std::string subject_name, subject_name_en, holder_name;
    int taken = 0, waiting = 0;
    bool cancelled = false;
    std::string cancelled_why;
    bool takes_bookings = false;        ///< not begun, not cancelled
    std::optional<SlotBooking> mine;    ///< the actor's
    std::vector<SlotBooking> bookings;  ///< for the desk and the holder; else empty
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(DeskSlot, (SlotForm),
                      (id, about_pieces, subject_name, subject_name_en, holder_name, taken, waiting, cancelled, cancelled_why,
                       takes_bookings, mine, bookings, revision))
struct DeskSlots {
    std::vector<DeskSlot> slots;  ///< by the day
};
BOOST_DESCRIBE_STRUCT(DeskSlots, (), (slots))

struct SlotQuery {
    bool past = false;  ///< what is over, the newest first, at most 100
    bool mine = false;  ///< only what the actor has booked
};
BOOST_DESCRIBE_STRUCT(SlotQuery, (), (past, mine))

DeskSlots slots(http::Call const&, SlotQuery const&);
/// Refuses with not_found.
DeskSlot slot(http::Call const&, SlotId);

struct SlotState {
    SlotId id;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(SlotState, (), (id, revision))
/// By manage_desk. Refuses with invalid_input times that do not follow each other or lie on two days, and a holder who does not
/// advise.
SlotState add_slot(http::Call const&, SlotForm const&);
/// More seats let those who wait move up. Refuses with changed_meanwhile, with wrong_status once it has begun or is cancelled,
/// with in_use fewer seats than are taken.
SlotState change_slot(http::Call const&, SlotId, SlotChange const&);

struct SlotReason {
    std::string reason;
    static json::object limits(std::string_view) { return {{"minLength", 1}, {"maxLength", 500}}; }
};
BOOST_DESCRIBE_STRUCT(SlotReason, (), (reason))
void cancel_slot(http::Call const&, SlotId, SlotReason const&);

struct BookingInput {
    std::string note;                            ///< what it is about
    std::optional<ConsultationId> consultation;  ///< that it goes with
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(BookingInput, (), (note, consultation))
struct BookingState {
    BookingId id;
    BookingStatus status = BookingStatus::booked;
    int place = 0;
};
BOOST_DESCRIBE_STRUCT(BookingState, (), (id, status, place))
/// A seat, or the last place of those who wait. Refuses with already_exists a second one, with wrong_status once it has begun,
/// with invalid_input a consultation that the actor does not ask in.
BookingState book(http::Call const&, SlotId, BookingInput const&);
/// One's own before it begins, anybody's by manage_desk. The first who waits gets the seat.
void cancel_booking(http::Call const&, BookingId);

}  // namespace desk
