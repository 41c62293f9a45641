#include "features/desk/desk.hpp"
#include "features/desk/slots.hpp"

namespace desk {
namespace {

using http::Access;
using http::Call;

SlotId id(Call const& c) { return c.path<SlotId>(0); }

}  // namespace

void slot_routes(http::Table& table)
{
    auto const all = Access::needs(Permission::take_part);
    auto const office = Access::needs(Permission::manage_desk);
    std::vector<Code> const refusals{Code::not_found,    Code::not_allowed, Code::invalid_input,
                                     Code::wrong_status, Code::in_use,      Code::changed_meanwhile};
    table.get("/desk/slots", {.id = "deskSlots", .access = all, .summary = "ワークショップ・相談会の一覧"}, slots);
    table.get(
        "/desk/slots/{id}",
        {.id = "deskSlot", .access = all, .summary = "一つのワークショップ・相談会", .refusals = {Code::not_found}},
        +[](Call const& c) { return slot(c, id(c)); });
    table.post(
        "/desk/slots",
        {.id = "addDeskSlot",
         .access = office,
         .summary = "ワークショップ・相談会を設ける",
         .refusals = {Code::not_allowed, Code::invalid_input},
         .success = 201},
        +[](Call const& c, SlotForm const& in) { return add_slot(c, in); });
    table.patch(
        "/desk/slots/{id}",
        {.id = "changeDeskSlot", .access = office, .summary = "ワークショップ・相談会を改める", .refusals = refusals},
        +[](Call const& c, SlotChange const& in) { return change_slot(c, id(c), in); });
    table.post(
        "/desk/slots/{id}/cancellation",
        {.id = "cancelDeskSlot",
         .access = office,
         .summary = "ワークショップ・相談会を中止する",
         .refusals = {Code::not_found, Code::not_allowed, Code::wrong_status}},
        +[](Call const& c, SlotReason const& in) { cancel_slot(c, id(c), in); });
    table.post(
        "/desk/slots/{id}/bookings",
        {.id = "bookDeskSlot",
         .access = all,
         .summary = "予約する。満席なら待ち順に並ぶ",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input, Code::wrong_status, Code::already_exists},
         .success = 201},
        +[](Call const& c, BookingInput const& in) { return book(c, id(c), in); });
    table.del(
        "/desk/bookings/{id}",
        {.id = "cancelDeskBooking",
         .access = all,
         .summary = "予約を取り消す",
         .refusals = {Code::not_found, Code::not_allowed, Code::wrong_status}},
        +[](Call const& c) { cancel_booking(c, c.path<BookingId>(0)); });
}

}  // namespace desk
