// Who has a seat of a slot and who waits for one.
#pragma once
#include "features/desk/slots.hpp"

namespace desk {

/// As it is kept, with how many have come.
struct SlotRow {
    SlotId id;
    SlotKind kind = SlotKind::clinic;
    std::string title, about, starts_at, ends_at, place, online_address;
    std::optional<SubjectId> subject_id;
    std::optional<StaffId> holder_id;
    std::string guest;
    int seats = 0;
    std::string cancelled_why;
    bool cancelled = false;
    std::int64_t revision = 1;
    std::string subject_name, subject_name_en, holder_name;
    int taken = 0, waiting = 0;
};
BOOST_DESCRIBE_STRUCT(SlotRow, (),
                      (id, kind, title, about, starts_at, ends_at, place, online_address, subject_id, holder_id, guest, seats,
                       cancelled_why, cancelled, revision, subject_name, subject_name_en, holder_name, taken, waiting))
/// Refuses with not_found.
SlotRow slot_row(db::Tx&, SlotId);
/// Refuses with wrong_status once it has begun or is cancelled.
void must_be_ahead(SlotRow const&, Clock const&);
/// The local minute, as slots write it.
std::string minute_now(Clock const&);

/// Seats first, then those who wait in order. A consultation is named to whoever may see it.
std::vector<SlotBooking> bookings_of(http::Call const&, Viewer const&, SlotId);
/// Seats that are free go to those who wait, in order.
void move_up(http::Call const&, SlotId);

}  // namespace desk
