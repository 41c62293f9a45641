#include "features/people/appointments.hpp"

#include "features/access/sight.hpp"
#include "features/audit/audit.hpp"
#include "features/people/changes.hpp"
#include "features/people/records.hpp"
#include "platform/core/refused.hpp"

namespace people {
namespace {

struct Row {
    AppointmentId id;
    std::string role_code, route;
    std::optional<OrgUnitId> unit_id;
    std::string unit_name;
    Date valid_from;
    std::optional<Date> valid_until;
    std::string basis_no;
    std::optional<Date> basis_on;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, role_code, route, unit_id, unit_name, valid_from, valid_until, basis_no, basis_on, reason))

struct Held {
    StaffId staff_id;
    Date valid_from;
};
BOOST_DESCRIBE_STRUCT(Held, (), (staff_id, valid_from))

db::Sql const kOfStaff{R"(
    SELECT a.id, a.role_code, a.route, a.unit_id, COALESCE(u.name, '') AS unit_name, a.valid_from, a.valid_until, a.basis_no, a.basis_on,
           a.reason
      FROM appointment a LEFT JOIN org_unit u ON u.id = a.unit_id
     WHERE a.staff_id = $1 ORDER BY a.valid_from DESC, a.id DESC)"};
db::Sql const kHolds{R"(
    SELECT id FROM appointment
     WHERE staff_id = $1 AND role_code = $2 AND valid_from < $4 AND (valid_until IS NULL OR valid_until > $3) LIMIT 1)"};
db::Sql const kUnitThen{R"(
    SELECT unit_id FROM posting
     WHERE staff_id = $1 AND kind = 'primary' AND effective_on <= $2 AND (ended_on IS NULL OR ended_on > $2) LIMIT 1)"};
db::Sql const kUnitKnown{"SELECT id FROM org_unit WHERE id = $1"};
db::Sql const kInsert{R"(
    INSERT INTO appointment (staff_id, role_code, route, unit_id, valid_from, valid_until, basis_no, basis_on, reason, created_at,
                             created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id)"};
db::Sql const kHeld{"SELECT staff_id, valid_from FROM appointment WHERE id = $1"};
db::Sql const kEnd{"UPDATE appointment SET valid_until = $2, reason = $3 WHERE id = $1"};

constexpr Date kForever{std::chrono::year{9999}, std::chrono::month{12}, std::chrono::day{31}};

Refused unknown(std::string pointer, std::string ja, std::string en)
{
    return Refused{Code::invalid_input, {}, {{std::move(pointer), std::move(ja), std::move(en)}}};
}

}  // namespace

std::vector<Appointment> appointments_of(db::Tx& tx, PlanWords& words, StaffId staff, Date on)
{
    std::vector<Appointment> appointments;
    for (auto& row : tx.all<Row>(kOfStaff, staff)) {
        auto const name = words.name(tx, on, PlanTerm::role, row.role_code);
        appointments.push_back({row.id, row.role_code, name ? name->ja : row.role_code, std::move(row.route), row.unit_id,
                                std::move(row.unit_name), row.valid_from, row.valid_until, std::move(row.basis_no), row.basis_on,
                                std::move(row.reason)});
    }
    return appointments;
}

json::object AppointmentInput::limits(std::string_view member)
{
    if (member == "role") return {{"minLength", 1}, {"maxLength", 40}};
    if (member == "basis_no") return {{"maxLength", 100}};
    if (member == "reason") return {{"maxLength", 500}};
    return {};
}

json::object AppointmentEnd::limits(std::string_view member)
{
    if (member == "reason") return {{"maxLength", 500}};
    return {};
}

AppointmentId appoint(db::Tx& tx, Actor const& actor, PlanWords& words, StaffId staff, AppointmentInput const& input,
                      Clock const& clock)
{
    accounts::must_reach(tx, actor, Permission::appoint, staff, clock.today());
    if (!words.name(tx, input.valid_from, PlanTerm::role, input.role))
        throw unknown("/role", "計画にない役割です。", "The plan in force that day has no such role.");
    if (input.unit && !tx.maybe_one<OrgUnitId>(kUnitKnown, *input.unit))
        throw unknown("/unit", "所属が見つかりません。", "There is no such section.");
    must_follow(input.valid_from, input.valid_until, "/valid_until");
    if (tx.maybe_one<AppointmentId>(kHolds, staff, input.role, input.valid_from, input.valid_until.value_or(kForever)))
        throw Refused{Code::dates_overlap};

    auto const unit = input.unit ? input.unit : tx.maybe_one<OrgUnitId>(kUnitThen, staff, input.valid_from);
    AppointmentId const id{tx.insert(kInsert, staff, input.role, input.route, unit, input.valid_from, input.valid_until,
                                     input.basis_no.value_or(""), input.basis_on, input.reason.value_or(""), clock.now(),
                                     actor.account)};
    note_change(tx, staff);
    audit::record(tx, actor, clock.now(), "people.appointed", "staff", staff, input);
    return id;
}

StaffId end_appointment(db::Tx& tx, Actor const& actor, AppointmentId id, AppointmentEnd const& end, Clock const& clock)
{
    auto const held = tx.maybe_one<Held>(kHeld, id);
    if (!held) throw Refused{Code::not_found};
    accounts::must_reach(tx, actor, Permission::appoint, held->staff_id, clock.today());
    must_follow(held->valid_from, end.valid_until, "/valid_until");
    tx.run(kEnd, id, end.valid_until, end.reason);
    note_change(tx, held->staff_id);
    audit::record(tx, actor, clock.now(), "people.appointment_changed", "staff", held->staff_id, end);
    return held->staff_id;
}

}  // namespace people
