// 所属の研修: what waits for the head's release, who goes where, and who has not yet taken what the year asks.
#pragma once
#include "features/training/my_year.hpp"
#include "features/training/outstanding.hpp"

namespace training {

struct SectionSeat {
    EnrolmentId enrolment;
    CourseRunId run;
    StaffId staff;
    std::string staff_no, name, course_name, course_name_en, run_name;
    EnrolmentStatus status = EnrolmentStatus::applied;
    EnrolmentRoute route = EnrolmentRoute::applied;
    std::string reason;
    std::optional<std::string> starts_at;
    std::optional<int> capacity;
    std::int64_t seated = 0;          ///< of the run, by everybody
    std::vector<Conflict> conflicts;  ///< told where there is something to decide
};
BOOST_DESCRIBE_STRUCT(SectionSeat, (),
                      (enrolment, run, staff, staff_no, name, course_name, course_name_en, run_name, status, route, reason,
                       starts_at, capacity, seated, conflicts))

struct SectionYear {
    int fiscal_year = 0;
    OrgUnitId unit;
    std::string unit_name;
    std::vector<SectionSeat> to_release;  ///< by the order of asking
    std::vector<SectionSeat> going;       ///< seats and places on waiting lists, by the first session
    std::vector<OutstandingPerson> outstanding;
};
BOOST_DESCRIBE_STRUCT(SectionYear, (), (fiscal_year, unit, unit_name, to_release, going, outstanding))

/// Of the unit and everything below, in the present year. Refuses with not_found what is not in sight.
SectionYear section_year(http::Call const&, OrgUnitId);

}  // namespace training
