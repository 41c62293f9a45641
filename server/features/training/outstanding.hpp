// 未受講: who has not yet taken what the year asks, page by page in the order of the organisation, and as a file.
#pragma once
#include "features/people/people.hpp"
#include "features/training/enrolments.hpp"
#include "features/training/obligations.hpp"
#include "platform/http/table.hpp"

namespace training {

struct OutstandingQuery {
    std::string course;             ///< empty: every course
    std::optional<OrgUnitId> unit;  ///< and everything below
    std::optional<StaffId> after;   ///< the last of the page before
    int size = 50;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(OutstandingQuery, (), (course, unit, after, size))

struct OutstandingCourse {
    std::string course, course_name, course_name_en;
    Date due;
    bool overdue = false;
    std::optional<CourseRunId> run;  ///< where the person has asked for a seat
    std::optional<EnrolmentStatus> status;
    std::optional<std::string> starts_at;
};
BOOST_DESCRIBE_STRUCT(OutstandingCourse, (), (course, course_name, course_name_en, due, overdue, run, status, starts_at))

struct OutstandingPerson {
    StaffId staff;
    std::string staff_no, name, unit_path, rank;
    std::vector<OutstandingCourse> courses;
};
BOOST_DESCRIBE_STRUCT(OutstandingPerson, (), (staff, staff_no, name, unit_path, rank, courses))

struct OutstandingTotal {
    std::string course, course_name, course_name_en;
    Date due;
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(OutstandingTotal, (), (course, course_name, course_name_en, due, people))

struct OutstandingPage {
    int fiscal_year = 0;
    std::vector<OutstandingPerson> people;
    std::int64_t total = 0;                 ///< people, over all pages
    std::vector<OutstandingTotal> courses;  ///< of those people
    std::optional<StaffId> next;            ///< `after` of the next page; none on the last
};
BOOST_DESCRIBE_STRUCT(OutstandingPage, (), (fiscal_year, people, total, courses, next))

/// Today, of the present year, of the people the actor sees. Refuses with not_found a unit that is not there or not in sight, a
/// course the plan does not have and an `after` who is not employed today.
OutstandingPage outstanding(http::Call const&, OutstandingQuery const&);
/// The people of a unit, all on one page.
std::vector<OutstandingPerson> outstanding_within(http::Call const&, skills::GapIndex const&, YearDuties const&, people::Place);

struct OutstandingExport {
    std::string course;
    std::optional<OrgUnitId> unit;
    people::ExportFormat format = people::ExportFormat::csv;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(OutstandingExport, (), (course, unit, format))
/// One row a person and course; the people whom export_data reaches.
http::Download export_outstanding(http::LongCall const&, OutstandingExport const&);

}  // namespace training
