#include "features/desk/slots.hpp"

#include "features/audit/audit.hpp"
#include "features/desk/bookings.hpp"

namespace desk {
namespace {

constexpr std::size_t kDayLength = 10;

#define SQL_SLOT                                                                                                        \
    "SELECT t.id, t.kind, t.title, t.about, t.starts_at, t.ends_at, t.place, t.online_address, t.subject_id,"           \
    " t.holder_id, t.guest, t.seats, t.cancelled_why, CASE WHEN t.cancelled_at IS NULL THEN 0 ELSE 1 END AS cancelled," \
    " t.revision, COALESCE(j.name, '') AS subject_name, COALESCE(j.name_en, '') AS subject_name_en,"                    \
    " COALESCE(h.name, '') AS holder_name,"                                                                             \
    " (SELECT count(*) FROM slot_booking b WHERE b.slot_id = t.id AND b.status = 'booked') AS taken,"                   \
    " (SELECT count(*) FROM slot_booking b WHERE b.slot_id = t.id AND b.status = 'waiting') AS waiting"                 \
    " FROM desk_slot t LEFT JOIN consultation_subject j ON j.id = t.subject_id LEFT JOIN staff h ON h.id = t.holder_id "
db::Sql const kOne{SQL_SLOT "WHERE t.id = $1"};
// $1 is now, $2 the person whose bookings count when $3 = 1.
#define SQL_MINE                                                                                                       \
    " AND (CAST($3 AS INTEGER) = 0 OR EXISTS (SELECT 1 FROM slot_booking b WHERE b.slot_id = t.id AND b.staff_id = $2" \
    " AND b.status <> 'cancelled')) "
db::Sql const kAhead{SQL_SLOT "WHERE t.ends_at >= $1" SQL_MINE "ORDER BY t.starts_at, t.id LIMIT 200"};
db::Sql const kPast{SQL_SLOT "WHERE t.ends_at < $1" SQL_MINE "ORDER BY t.starts_at DESC, t.id DESC LIMIT 100"};
db::Sql const kAdd{R"(
    INSERT INTO desk_slot (kind, title, about, starts_at, ends_at, place, online_address, subject_id, holder_id, guest, seats,
                           created_at, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id)"};
db::Sql const kChange{R"(
    UPDATE desk_slot SET kind = $3, title = $4, about = $5, starts_at = $6, ends_at = $7, place = $8, online_address = $9,
           subject_id = $10, holder_id = $11, guest = $12, seats = $13, revision = revision + 1
     WHERE id = $1 AND revision = $2)"};
db::Sql const kCancel{"UPDATE desk_slot SET cancelled_at = $2, cancelled_why = $3, revision = revision + 1 WHERE id = $1"};

bool is_a_minute(std::string const& minute)
{
    return date_from_iso(minute.substr(0, kDayLength)) && minute.substr(11, 2) < "24" && minute.substr(14, 2) < "60";
}

void check(http::Call const& call, SlotForm const& form)
{
    for (auto const& [pointer, minute] : {std::pair{"/starts_at", form.starts_at}, std::pair{"/ends_at", form.ends_at}})
        if (!is_a_minute(minute)) refuse(pointer, "実在する日時を入力してください。", "Enter a time that exists.");
    if (form.starts_at.substr(0, kDayLength) != form.ends_at.substr(0, kDayLength) || form.ends_at <= form.starts_at)
        refuse("/ends_at", "同じ日の、始まりより後の時刻にしてください。", "It must end after it begins, on the same day.");
    if (form.starts_at <= minute_now(call.clock))
        refuse("/starts_at", "これからの日時にしてください。", "Choose a time that lies ahead.");
    if (form.subject) open_subject(call.tx, *form.subject);
    if (form.holder && !Advisers{call.tx, call.clock.today()}.find(*form.holder))
        refuse("/holder", "相談を受ける職員から選んでください。", "Choose somebody who advises.");
}

DeskSlot shown(http::Call const& call, Viewer const& who, SlotRow&& row)
{
    DeskSlot slot;
    slot.id = row.id;
    slot.kind = row.kind;
    slot.title = std::move(row.title);
    slot.about_pieces = markdown::pieces(row.about);
    slot.about = std::move(row.about);
    slot.takes_bookings = !row.cancelled && row.starts_at > minute_now(call.clock);
    slot.starts_at = std::move(row.starts_at);
    slot.ends_at = std::move(row.ends_at);
    slot.place = std::move(row.place);
    slot.online_address = std::move(row.online_address);
    slot.subject = row.subject_id;
    slot.holder = row.holder_id;
    slot.guest = std::move(row.guest);
    slot.seats = row.seats;
    slot.subject_name = std::move(row.subject_name);
    slot.subject_name_en = std::move(row.subject_name_en);
    slot.holder_name = std::move(row.holder_name);
    slot.taken = row.taken;
    slot.waiting = row.waiting;
    slot.cancelled = row.cancelled;
    slot.cancelled_why = std::move(row.cancelled_why);
    slot.revision = row.revision;
    auto const sees_all = who.desk || (row.holder_id && *row.holder_id == who.staff);
    for (auto& booking : bookings_of(call, who, row.id)) {
        if (booking.person.staff == who.staff) slot.mine = booking;
        if (sees_all) slot.bookings.push_back(std::move(booking));
    }
    return slot;
}

}  // namespace

json::object SlotForm::limits(std::string_view member)
{
    if (member == "title") return {{"minLength", 1}, {"maxLength", 120}};
    if (member == "about") return {{"maxLength", 4000}};
    if (member == "starts_at" || member == "ends_at") return {{"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$"}};
    if (member == "place" || member == "guest") return {{"maxLength", 200}};
    if (member == "online_address") return {{"maxLength", 500}};
    if (member == "seats") return {{"minimum", 1}, {"maximum", 1000}};
    return {};
}

std::string minute_now(Clock const& clock)
{
    constexpr std::size_t kMinuteLength = 16;
    return to_iso(clock.now() + std::chrono::hours{9}).substr(0, kMinuteLength);
}

SlotRow slot_row(db::Tx& tx, SlotId id)
{
    auto row = tx.maybe_one<SlotRow>(kOne, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

void must_be_ahead(SlotRow const& row, Clock const& clock)
{
    if (row.cancelled || row.starts_at <= minute_now(clock)) throw Refused{Code::wrong_status};
}

DeskSlots slots(http::Call const& call, SlotQuery const& query)
{
    auto const who = viewer(call);
    DeskSlots list;
    for (auto& row : call.tx.all<SlotRow>(query.past ? kPast : kAhead, minute_now(call.clock), who.staff, query.mine))
        list.slots.push_back(shown(call, who, std::move(row)));
    return list;
}

DeskSlot slot(http::Call const& call, SlotId id) { return shown(call, viewer(call), slot_row(call.tx, id)); }

SlotState add_slot(http::Call const& call, SlotForm const& form)
{
    must_manage(call);
    check(call, form);
    SlotId const id{call.tx.insert(kAdd, form.kind, form.title, form.about, form.starts_at, form.ends_at, form.place,
                                   form.online_address, form.subject, form.holder, form.guest, form.seats, call.clock.now(),
                                   call.actor.account)};
    tell(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.slot_added", "desk_slot", id, form);
    return {id, 1};
}

SlotState change_slot(http::Call const& call, SlotId id, SlotChange const& change)
{
    must_manage(call);
    auto const row = slot_row(call.tx, id);
    if (row.revision != change.revision) throw Refused{Code::changed_meanwhile};
    must_be_ahead(row, call.clock);
    check(call, change);
    if (change.seats < row.taken) throw Refused{Code::in_use};
    call.tx.run(kChange, id, change.revision, change.kind, change.title, change.about, change.starts_at, change.ends_at,
                change.place, change.online_address, change.subject, change.holder, change.guest, change.seats);
    move_up(call, id);
    tell(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.slot_changed", "desk_slot", id, change);
    return {id, change.revision + 1};
}

void cancel_slot(http::Call const& call, SlotId id, SlotReason const& why)
{
    must_manage(call);
    must_be_ahead(slot_row(call.tx, id), call.clock);
    call.tx.run(kCancel, id, call.clock.now(), why.reason);
    tell(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.slot_cancelled", "desk_slot", id, why);
}

}  // namespace desk
