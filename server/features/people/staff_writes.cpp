#include "features/people/staff_writes.hpp"

#include "features/access/sight.hpp"
#include "features/audit/audit.hpp"
#include "features/people/changes.hpp"
#include "features/people/names.hpp"
#include "platform/core/refused.hpp"

#include <array>

namespace people {
namespace {

struct Texts {
    std::string name, kana, former_name, legal_name, email, motivation;
};
BOOST_DESCRIBE_STRUCT(Texts, (), (name, kana, former_name, legal_name, email, motivation))

struct Posted {
    StaffId staff_id;
    PostingKind kind = PostingKind::primary;
    Date effective_on;
    std::optional<Date> ended_on;
};
BOOST_DESCRIBE_STRUCT(Posted, (), (staff_id, kind, effective_on, ended_on))

struct Period {
    StaffId staff_id;
    Date valid_from;
};
BOOST_DESCRIBE_STRUCT(Period, (), (staff_id, valid_from))

db::Sql const kNumberKnown{
    "SELECT staff_no FROM staff WHERE staff_no = $1 UNION SELECT staff_no FROM staff_number WHERE staff_no = $1"};
db::Sql const kTexts{
    "SELECT name, kana, former_name, legal_name, email, motivation FROM staff WHERE id = $1 AND merged_into IS NULL"};
db::Sql const kSetTexts{R"(
    UPDATE staff SET name = $2, kana = $3, former_name = $4, legal_name = $5, email = $6, motivation = $7 WHERE id = $1)"};
db::Sql const kLeave{"UPDATE staff SET left_on = $2 WHERE id = $1"};
db::Sql const kNumber{"SELECT staff_no FROM staff WHERE id = $1"};
db::Sql const kLogin{"UPDATE account SET login = $2 WHERE staff_id = $1 AND login = $3"};
db::Sql const kPosted{"SELECT staff_id, kind, effective_on, ended_on FROM posting WHERE id = $1"};
db::Sql const kWithdraw{"DELETE FROM posting WHERE id = $1"};
db::Sql const kReopen{"UPDATE posting SET ended_on = NULL WHERE staff_id = $1 AND kind = 'primary' AND ended_on = $2"};
db::Sql const kLeaveOf{"SELECT staff_id, valid_from FROM leave_period WHERE id = $1"};
db::Sql const kEndLeave{"UPDATE leave_period SET valid_until = $2 WHERE id = $1"};
db::Sql const kSystemOf{"SELECT staff_id, valid_from FROM system_duty WHERE id = $1"};
db::Sql const kEndSystem{"UPDATE system_duty SET valid_until = $2 WHERE id = $1"};

/// A kind of period that can be ended, and what the audit calls its end.
struct Ended {
    db::Sql const& find;
    db::Sql const& end;
    std::string_view action;
};
Ended const kLeaveEnded{kLeaveOf, kEndLeave, "people.leave_ended"};
Ended const kSystemEnded{kSystemOf, kEndSystem, "people.system_ended"};

void must_edit(db::Tx& tx, Actor const& actor, StaffId staff, Clock const& clock)
{
    accounts::must_reach(tx, actor, Permission::edit_people, staff, clock.today());
}

/// A field of StaffChange with what it changes and what the form had shown.
struct Field {
    std::optional<std::string> const& wish;
    std::optional<std::string> const& seen;
    std::string& stored;
};

bool differs(std::optional<std::string> const& seen, std::string const& stored) { return seen && *seen != stored; }

template <class RowId>
StaffId end_period(db::Tx& tx, Actor const& actor, Ended const& what, RowId id, PeriodEnd const& end, Clock const& clock)
{
    auto const period = tx.maybe_one<Period>(what.find, id);
    if (!period) throw Refused{Code::not_found};
    must_edit(tx, actor, period->staff_id, clock);
    must_follow(period->valid_from, end.valid_until, "/valid_until");
    tx.run(what.end, id, end.valid_until);
    note_change(tx, period->staff_id);
    audit::record(tx, actor, clock.now(), what.action, "staff", period->staff_id, end);
    return period->staff_id;
}

}  // namespace

json::object StaffInput::limits(std::string_view member)
{
    if (member == "staff_no") return {{"minLength", 1}, {"maxLength", 40}};
    if (member == "name") return {{"minLength", 1}, {"maxLength", 200}};
    if (member == "employment" || member == "occupation") return {{"minLength", 1}, {"maxLength", 100}};
    if (member == "joined_on" || member == "uses_pc" || member == "is_external" || member == "unit") return {};
    return {{"maxLength", 200}};
}

StaffId add_staff(db::Tx& tx, Actor const& actor, StaffInput const& input, Clock const& clock)
{
    if (tx.maybe_one<std::string>(kNumberKnown, input.staff_no)) throw Refused{Code::already_exists, input.staff_no};
    NewPerson person;
    person.staff_no = input.staff_no;
    person.name = input.name;
    person.kana = input.kana;
    person.former_name = input.former_name.value_or("");
    person.legal_name = input.legal_name.value_or("");
    person.email = input.email.value_or("");
    person.joined_on = input.joined_on;
    person.engagements.push_back({input.employment,
                                  input.occupation,
                                  input.recruitment.value_or(""),
                                  input.uses_pc.value_or(true),
                                  input.is_external.value_or(false),
                                  input.joined_on,
                                  {}});
    auto const id = insert_staff(tx, {&person, 1}, clock.now()).front();
    if (input.unit) {
        begin_posting(tx, id,
                      {.unit = *input.unit,
                       .rank = input.rank.value_or(""),
                       .title = input.title.value_or(""),
                       .effective_on = input.joined_on,
                       .ended_on = {},
                       .announced_on = input.joined_on});
    }
    audit::record(tx, actor, clock.now(), "people.staff_added", "staff", id, input);
    return id;
}

json::object StaffChange::limits(std::string_view member)
{
    if (member == "name") return {{"minLength", 1}, {"maxLength", 200}};
    if (member == "motivation") return {{"maxLength", 2000}};
    if (member == "left_on" || member == "seen") return {};
    return {{"maxLength", 200}};
}

void change_staff(db::Tx& tx, Actor const& actor, StaffId id, StaffChange const& change, Clock const& clock)
{
    accounts::must_see(tx, actor, id, clock.today(), clock.today());
    bool const names = change.name || change.kana || change.former_name || change.legal_name || change.email || change.left_on;
    if (names) must_edit(tx, actor, id, clock);
    if (change.motivation && actor.staff != id) throw Refused{Code::not_allowed};

    auto now = tx.maybe_one<Texts>(kTexts, id);
    if (!now) throw Refused{Code::not_found};
    auto const seen = change.seen.value_or(StaffSeen{});
    std::array<Field, 6> const fields{{{change.name, seen.name, now->name},
                                       {change.kana, seen.kana, now->kana},
                                       {change.former_name, seen.former_name, now->former_name},
                                       {change.legal_name, seen.legal_name, now->legal_name},
                                       {change.email, seen.email, now->email},
                                       {change.motivation, seen.motivation, now->motivation}}};
    for (auto const& field : fields) {
        if (field.wish && differs(field.seen, field.stored)) throw Refused{Code::changed_meanwhile, field.stored};
        if (field.wish) field.stored = *field.wish;
    }
    tx.run(kSetTexts, id, now->name, now->kana, now->former_name, now->legal_name, now->email, now->motivation);
    if (change.left_on) tx.run(kLeave, id, *change.left_on);
    renew_search_key(tx, id);
    note_change(tx, id);
    audit::record(tx, actor, clock.now(), "people.staff_changed", "staff", id, change);
}

json::object NumberInput::limits(std::string_view member) { return StaffInput::limits(member == "valid_from" ? "unit" : member); }

void renumber_staff(db::Tx& tx, Actor const& actor, StaffId id, NumberInput const& input, Clock const& clock)
{
    must_edit(tx, actor, id, clock);
    auto const before = tx.one<std::string>(kNumber, id);
    change_number(tx, id, input.staff_no, input.valid_from);
    tx.run(kLogin, id, input.staff_no, before);
    audit::record(tx, actor, clock.now(), "people.number_changed", "staff", id, input);
}

json::object PostingInput::limits(std::string_view member)
{
    if (member == "rank" || member == "title") return {{"maxLength", 100}};
    return {};
}

PostingId add_posting(db::Tx& tx, Actor const& actor, StaffId staff, PostingInput const& input, Clock const& clock)
{
    must_edit(tx, actor, staff, clock);
    auto const announced = input.announced_on.value_or(input.effective_on);
    if (announced > input.effective_on) {
        throw Refused{
            Code::invalid_input,
            {},
            {{"/announced_on", "内示日は発令日以前の日にしてください。", "Announce it on or before the effective day."}}};
    }
    auto const id = begin_posting(tx, staff,
                                  {input.unit, input.kind, input.rank, input.title.value_or(""), input.is_head.value_or(false),
                                   input.effective_on, input.ended_on, announced});
    audit::record(tx, actor, clock.now(), "people.posting_added", "staff", staff, input);
    return id;
}

StaffId change_posting(db::Tx& tx, Actor const& actor, PostingId id, PostingEnd const& end, Clock const& clock)
{
    auto const posted = tx.maybe_one<Posted>(kPosted, id);
    if (!posted) throw Refused{Code::not_found};
    must_edit(tx, actor, posted->staff_id, clock);
    if (posted->ended_on == end.ended_on) return posted->staff_id;
    if (posted->ended_on && posted->ended_on != end.seen_ended_on)
        throw Refused{Code::changed_meanwhile, to_iso(*posted->ended_on)};
    end_posting(tx, id, end.ended_on);
    audit::record(tx, actor, clock.now(), "people.posting_ended", "staff", posted->staff_id, end);
    return posted->staff_id;
}

StaffId withdraw_posting(db::Tx& tx, Actor const& actor, PostingId id, Clock const& clock)
{
    auto const posted = tx.maybe_one<Posted>(kPosted, id);
    if (!posted) throw Refused{Code::not_found};
    must_edit(tx, actor, posted->staff_id, clock);
    if (posted->effective_on <= clock.today()) throw Refused{Code::in_use, to_iso(posted->effective_on)};
    tx.run(kWithdraw, id);
    if (posted->kind == PostingKind::primary) tx.run(kReopen, posted->staff_id, posted->effective_on);
    note_change(tx, posted->staff_id);
    audit::record(tx, actor, clock.now(), "people.posting_withdrawn", "staff", posted->staff_id, *posted);
    return posted->staff_id;
}

void add_engagement(db::Tx& tx, Actor const& actor, StaffId staff, Engagement const& engagement, Clock const& clock)
{
    must_edit(tx, actor, staff, clock);
    begin_engagement(tx, staff, engagement);
    audit::record(tx, actor, clock.now(), "people.engagement_added", "staff", staff, engagement);
}

LeaveId add_leave(db::Tx& tx, Actor const& actor, StaffId staff, LeavePeriod const& leave, Clock const& clock)
{
    must_edit(tx, actor, staff, clock);
    LeaveId const id{begin_leave(tx, staff, leave)};
    audit::record(tx, actor, clock.now(), "people.leave_added", "staff", staff, leave);
    return id;
}

StaffId end_leave(db::Tx& tx, Actor const& actor, LeaveId id, PeriodEnd const& end, Clock const& clock)
{
    return end_period(tx, actor, kLeaveEnded, id, end, clock);
}

SystemDutyId add_system(db::Tx& tx, Actor const& actor, StaffId staff, SystemDuty const& duty, Clock const& clock)
{
    must_edit(tx, actor, staff, clock);
    SystemDutyId const id{begin_system(tx, staff, duty)};
    audit::record(tx, actor, clock.now(), "people.system_added", "staff", staff, duty);
    return id;
}

StaffId end_system(db::Tx& tx, Actor const& actor, SystemDutyId id, PeriodEnd const& end, Clock const& clock)
{
    return end_period(tx, actor, kSystemEnded, id, end, clock);
}

}  // namespace people
