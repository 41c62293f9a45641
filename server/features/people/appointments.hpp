// 任命: a person in a role of the plan (DX推進リーダー …), with the route, the term and the document it rests on.
#pragma once
#include "features/people/days.hpp"
#include "platform/core/clock.hpp"
#include "platform/json/limits.hpp"

namespace people {

struct Appointment {
    AppointmentId id;
    std::string role, role_name, route;
    std::optional<OrgUnitId> unit;
    std::string unit_name;
    Date valid_from;
    std::optional<Date> valid_until;
    std::string basis_no;          ///< 決裁番号
    std::optional<Date> basis_on;  ///< 決裁日
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Appointment, (),
                      (id, role, role_name, route, unit, unit_name, valid_from, valid_until, basis_no, basis_on, reason))

/// The person's appointments, the latest first.
std::vector<Appointment> appointments_of(db::Tx&, PlanWords&, StaffId, Date on);

/// How the plan lets people come to a role.
enum class AppointmentRoute { nomination, recommendation, open_call, position, course, selection, external };
BOOST_DESCRIBE_ENUM(AppointmentRoute, nomination, recommendation, open_call, position, course, selection, external)

struct AppointmentInput {
    std::string role;
    AppointmentRoute route = AppointmentRoute::nomination;
    std::optional<OrgUnitId> unit;  ///< left out: where the person stands that day
    Date valid_from;
    std::optional<Date> valid_until;
    std::optional<std::string> basis_no;
    std::optional<Date> basis_on;
    std::optional<std::string> reason;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(AppointmentInput, (), (role, route, unit, valid_from, valid_until, basis_no, basis_on, reason))
/// Refuses with invalid_input for a role the plan does not have, with dates_overlap when the person holds it then already.
AppointmentId appoint(db::Tx&, Actor const&, PlanWords&, StaffId, AppointmentInput const&, Clock const&);

struct AppointmentEnd {
    std::optional<Date> valid_until;
    std::string reason;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(AppointmentEnd, (), (valid_until, reason))
/// Answers whose appointment it is.
StaffId end_appointment(db::Tx&, Actor const&, AppointmentId, AppointmentEnd const&, Clock const&);

}  // namespace people
