#include "features/desk/bookings.hpp"

#include "features/audit/audit.hpp"

namespace desk {
namespace {

struct BookingRow {
    BookingId id;
    SlotId slot_id;
    StaffId staff_id;
    BookingStatus status = BookingStatus::booked;
};
BOOST_DESCRIBE_STRUCT(BookingRow, (), (id, slot_id, staff_id, status))
struct Line {
    BookingId id;
    StaffId staff_id;
    std::string name, unit_name;
    BookingStatus status = BookingStatus::booked;
    std::string note;
    std::optional<ConsultationId> consultation_id;
    Instant booked_at;
};
BOOST_DESCRIBE_STRUCT(Line, (), (id, staff_id, name, unit_name, status, note, consultation_id, booked_at))

db::Sql const kOne{"SELECT id, slot_id, staff_id, status FROM slot_booking WHERE id = $1"};
db::Sql const kOfPerson{"SELECT id, slot_id, staff_id, status FROM slot_booking WHERE slot_id = $1 AND staff_id = $2"};
db::Sql const kOf{R"(
    SELECT b.id, b.staff_id, s.name,
           COALESCE((SELECT u.name FROM posting p JOIN org_unit u ON u.id = p.unit_id WHERE p.staff_id = b.staff_id
                        AND p.kind = 'primary' AND p.effective_on <= $2 AND (p.ended_on IS NULL OR p.ended_on > $2) LIMIT 1),
                    '') AS unit_name, b.status, b.note, b.consultation_id, b.booked_at
      FROM slot_booking b JOIN staff s ON s.id = b.staff_id WHERE b.slot_id = $1 AND b.status <> 'cancelled'
     ORDER BY CASE b.status WHEN 'booked' THEN 0 ELSE 1 END, b.queue)"};
db::Sql const kNext{"SELECT 1 + COALESCE(max(queue), 0) AS queue FROM slot_booking WHERE slot_id = $1"};
db::Sql const kBook{R"(
    INSERT INTO slot_booking (slot_id, staff_id, status, queue, note, consultation_id, booked_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id)"};
db::Sql const kBookAgain{R"(
    UPDATE slot_booking SET status = $2, queue = $3, note = $4, consultation_id = $5, booked_at = $6 WHERE id = $1)"};
db::Sql const kStatus{"UPDATE slot_booking SET status = $2 WHERE id = $1"};
db::Sql const kFirstWaiting{"SELECT id FROM slot_booking WHERE slot_id = $1 AND status = 'waiting' ORDER BY queue LIMIT 1"};
db::Sql const kAhead{R"(
    SELECT count(*) FROM slot_booking b WHERE b.slot_id = $1 AND b.status = 'waiting' AND b.queue <= $2)"};

struct Booked {
    SlotId slot;
    BookingStatus status = BookingStatus::booked;
};
BOOST_DESCRIBE_STRUCT(Booked, (), (slot, status))

void must_ask_in(http::Call const& call, std::optional<ConsultationId> id)
{
    if (!id) return;
    auto const who = viewer(call);
    auto const row = maybe_row(call.tx, who, *id);
    if (!row || !standing(who, *row).asks() || !is_going_on(row->status))
        refuse("/consultation", "ご自分の所属の、続いている相談を選んでください。",
               "Choose a consultation of your section that goes on.");
}

}  // namespace

json::object BookingInput::limits(std::string_view member)
{
    if (member == "note") return {{"maxLength", 1000}};
    return {};
}

std::vector<SlotBooking> bookings_of(http::Call const& call, Viewer const& who, SlotId slot)
{
    std::vector<SlotBooking> bookings;
    int waits = 0;
    for (auto& line : call.tx.all<Line>(kOf, slot, who.today)) {
        std::optional<SlotConsultation> about;
        if (line.consultation_id) {
            if (auto row = maybe_row(call.tx, who, *line.consultation_id))
                about = SlotConsultation{row->id, number_text(*row), std::move(row->title)};
        }
        auto const place = line.status == BookingStatus::waiting ? ++waits : 0;
        bookings.push_back({line.id,
                            {line.staff_id, std::move(line.name), std::move(line.unit_name)},
                            line.status,
                            place,
                            std::move(line.note),
                            std::move(about),
                            line.booked_at});
    }
    return bookings;
}

void move_up(http::Call const& call, SlotId id)
{
    for (auto slot = slot_row(call.tx, id); slot.taken < slot.seats; ++slot.taken) {
        auto const first = call.tx.maybe_one<BookingId>(kFirstWaiting, id);
        if (!first) return;
        call.tx.run(kStatus, *first, BookingStatus::booked);
        audit::record(call.tx, call.actor, call.clock.now(), "desk.slot_moved_up", "slot_booking", *first);
    }
}

BookingState book(http::Call const& call, SlotId id, BookingInput const& input)
{
    if (!call.actor.staff) throw Refused{Code::not_allowed};
    auto const slot = slot_row(call.tx, id);
    must_be_ahead(slot, call.clock);
    auto const before = call.tx.maybe_one<BookingRow>(kOfPerson, id, *call.actor.staff);
    if (before && before->status != BookingStatus::cancelled) throw Refused{Code::already_exists};
    must_ask_in(call, input.consultation);
    auto const status = slot.taken < slot.seats && slot.waiting == 0 ? BookingStatus::booked : BookingStatus::waiting;
    auto const queue = call.tx.one<std::int64_t>(kNext, id);
    auto booking = before ? before->id : BookingId{};
    if (before)
        call.tx.run(kBookAgain, booking, status, queue, input.note, input.consultation, call.clock.now());
    else
        booking = BookingId{
            call.tx.insert(kBook, id, *call.actor.staff, status, queue, input.note, input.consultation, call.clock.now())};
    tell(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.slot_booked", "slot_booking", booking, Booked{id, status});
    return {booking, status, status == BookingStatus::waiting ? call.tx.one<int>(kAhead, id, queue) : 0};
}

void cancel_booking(http::Call const& call, BookingId id)
{
    auto const booking = call.tx.maybe_one<BookingRow>(kOne, id);
    auto const own = booking && call.actor.staff == booking->staff_id;
    if (!booking || (!own && !may_manage(call))) throw Refused{Code::not_found};
    if (booking->status == BookingStatus::cancelled) throw Refused{Code::wrong_status};
    must_be_ahead(slot_row(call.tx, booking->slot_id), call.clock);
    call.tx.run(kStatus, id, BookingStatus::cancelled);
    move_up(call, booking->slot_id);
    tell(call, booking->slot_id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.slot_booking_cancelled", "slot_booking", id);
}

}  // namespace desk
