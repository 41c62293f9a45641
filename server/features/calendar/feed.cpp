#include "features/calendar/feed.hpp"

#include "features/access/secrets.hpp"
#include "features/audit/audit.hpp"
#include "features/calendar/ical.hpp"
#include "platform/core/refused.hpp"

namespace calendar {
namespace {

constexpr std::size_t kSecretBytes = 20;
constexpr int kAsksAMinute = 30;
constexpr std::size_t kSecretsKept = 10'000;
constexpr int kDaysBack = 92;

db::Sql const kOfAccount{"SELECT created_at FROM calendar_feed WHERE account_id = $1 AND revoked_at IS NULL"};
db::Sql const kRevoke{"UPDATE calendar_feed SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL"};
db::Sql const kMake{"INSERT INTO calendar_feed (account_id, secret_hash, created_at) VALUES ($1, $2, $3)"};
db::Sql const kOwner{R"(
    SELECT a.staff_id FROM calendar_feed f JOIN account a ON a.id = f.account_id JOIN staff s ON s.id = a.staff_id
     WHERE f.secret_hash = $1 AND f.revoked_at IS NULL AND a.disabled_at IS NULL AND (s.left_on IS NULL OR s.left_on > $2)
       AND (NOT EXISTS (SELECT 1 FROM posting o WHERE o.staff_id = a.staff_id)
            OR EXISTS (SELECT 1 FROM posting o WHERE o.staff_id = a.staff_id AND (o.ended_on IS NULL OR o.ended_on > $2))))"};

struct Row {
    RunSessionId id;
    std::string course_code, run_name, starts_at, ends_at, place, online_address, note;
    bool one = false, chosen = false;
    std::optional<Instant> decided_at;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, course_code, run_name, starts_at, ends_at, place, online_address, note, one, chosen, decided_at))
db::Sql const kSessions{R"(
    SELECT d.id, r.course_code, r.name AS run_name, d.starts_at, d.ends_at, d.place, d.online_address, r.note,
           CASE WHEN r.attend = 'one' THEN 1 ELSE 0 END AS one, CASE WHEN e.session_id IS NULL THEN 0 ELSE 1 END AS chosen,
           e.decided_at
      FROM enrolment e JOIN course_run r ON r.id = e.run_id JOIN run_session d ON d.run_id = r.id
     WHERE e.staff_id = $1 AND e.status IN ('accepted', 'completed', 'not_completed') AND d.starts_at >= $2
       AND (e.session_id IS NULL OR e.session_id = d.id) ORDER BY d.starts_at, d.id)"};

// ワークショップ・相談会 that the person has booked; one that they only wait for is tentative.
struct Slot {
    std::int64_t id = 0;
    std::string title, starts_at, ends_at, place, online_address, note;
    bool waits = false;
    Instant booked_at;
};
BOOST_DESCRIBE_STRUCT(Slot, (), (id, title, starts_at, ends_at, place, online_address, note, waits, booked_at))
db::Sql const kSlots{R"(
    SELECT t.id, t.title, t.starts_at, t.ends_at, t.place, t.online_address, b.note,
           CASE WHEN b.status = 'waiting' THEN 1 ELSE 0 END AS waits, b.booked_at
      FROM slot_booking b JOIN desk_slot t ON t.id = b.slot_id
     WHERE b.staff_id = $1 AND b.status <> 'cancelled' AND t.cancelled_at IS NULL AND t.starts_at >= $2
     ORDER BY t.starts_at, t.id)"};

Event event_of(Slot&& slot, StaffId staff)
{
    return {"slot-" + std::to_string(slot.id) + "-" + std::to_string(staff.value) + "@hagukumi",
            slot.booked_at,
            std::move(slot.starts_at),
            std::move(slot.ends_at),
            slot.waits ? slot.title + "(空き待ち)" : slot.title,
            std::move(slot.place),
            std::move(slot.note),
            slot.online_address.starts_with("http") ? slot.online_address : "",
            slot.waits};
}

Event event_of(db::Tx& tx, people::PlanWords& words, Row const& row, StaffId staff, Date today)
{
    auto const course = words.name(tx, today, people::PlanTerm::course, row.course_code);
    auto const undecided = row.one && !row.chosen;
    auto name = course ? course->ja : row.course_code;
    if (!row.run_name.empty()) name += " " + row.run_name;
    if (undecided) name += "(いずれか1回)";
    auto about = row.note;
    if (!row.online_address.empty()) about += (about.empty() ? "" : "\n") + row.online_address;
    return {"session-" + std::to_string(row.id.value) + "-" + std::to_string(staff.value) + "@hagukumi",
            row.decided_at.value_or(Instant{}),
            row.starts_at,
            row.ends_at,
            std::move(name),
            row.place,
            std::move(about),
            row.online_address.starts_with("http") ? row.online_address : "",
            undecided};
}

}  // namespace

void Door::knock(std::string const& secret_hash, Instant now)
{
    auto const minute = std::chrono::floor<std::chrono::minutes>(now).time_since_epoch().count();
    std::lock_guard const lock{guard_};
    if (minute != minute_ || asked_.size() > kSecretsKept) asked_.clear();
    minute_ = minute;
    if (++asked_[secret_hash] > kAsksAMinute) throw Refused{Code::rate_limited};
}

Feed feed(db::Tx& tx, Actor const& actor)
{
    auto const created_at = tx.maybe_one<Instant>(kOfAccount, actor.account);
    return {created_at.has_value(), created_at};
}

NewFeed renew(db::Tx& tx, Actor const& actor, std::string const& slug, Clock const& clock)
{
    if (!actor.staff) throw Refused{Code::not_allowed};
    auto const secret = accounts::random_token(kSecretBytes);
    tx.run(kRevoke, actor.account, clock.now());
    tx.run(kMake, actor.account, accounts::token_hash(secret), clock.now());
    audit::record(tx, actor, clock.now(), "calendar.feed_made", "account", actor.account);
    return {"/" + slug + "/api/calendar.ics?key=" + secret, clock.now()};
}

void revoke(db::Tx& tx, Actor const& actor, Clock const& clock)
{
    if (tx.run(kRevoke, actor.account, clock.now()) == 0) return;
    audit::record(tx, actor, clock.now(), "calendar.feed_revoked", "account", actor.account);
}

std::string calendar_of(db::Tx& tx, people::PlanWords& words, std::string_view secret, Clock const& clock)
{
    auto const today = clock.today();
    auto const staff = tx.maybe_one<StaffId>(kOwner, accounts::token_hash(secret), today);
    if (!staff) throw Refused{Code::not_found};
    std::vector<Event> events;
    for (auto const& row : tx.all<Row>(kSessions, *staff, to_iso(add_days(today, -kDaysBack))))
        events.push_back(event_of(tx, words, row, *staff, today));
    for (auto& slot : tx.all<Slot>(kSlots, *staff, to_iso(add_days(today, -kDaysBack))))
        events.push_back(event_of(std::move(slot), *staff));
    return ical("研修の日程", events);
}

}  // namespace calendar
