// 伴走: the days on which somebody of the desk was there, how long, and what was done.
#pragma once
#include "features/desk/consultation.hpp"

namespace desk {

struct Visitor {
    StaffId staff;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Visitor, (), (staff, name))

struct ConsultationVisit {
    VisitId id;
    Date visited_on;
    int minutes = 0;
    std::string place, text;
    std::vector<Visitor> visitors;
    std::string by;
    bool may_change = false;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(ConsultationVisit, (), (id, visited_on, minutes, place, text, visitors, by, may_change, revision))

struct VisitForm {
    Date visited_on;
    int minutes = 0;
    std::string place, text;
    std::vector<StaffId> visitors;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(VisitForm, (), (visited_on, minutes, place, text, visitors))
struct VisitChange : VisitForm {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(VisitChange, (VisitForm), (revision))
struct VisitState {
    VisitId id;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(VisitState, (), (id, revision))

/// By the desk, also after the end. Refuses with invalid_input a day to come or before it was asked, and visitors who do not
/// advise.
VisitState add_visit(http::Call const&, ConsultationId, VisitForm const&);
/// Refuses with changed_meanwhile.
VisitState change_visit(http::Call const&, VisitId, VisitChange const&);
void drop_visit(http::Call const&, VisitId);

std::vector<ConsultationVisit> visits_of(db::Tx&, ConsultationId, Standing const&);

}  // namespace desk
