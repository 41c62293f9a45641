// The question that the year puts to the planner, out of the database and the index, and what its numbers stand for.
#pragma once
#include "features/seating/planner.hpp"
#include "features/training/obligations.hpp"
#include "platform/core/clock.hpp"

namespace seating {

/// Set by hand: a seat in the run, or none at all.
struct Pin {
    StaffId staff_id;
    std::string course_code;
    std::optional<CourseRunId> run_id;
};
BOOST_DESCRIBE_STRUCT(Pin, (), (staff_id, course_code, run_id))

struct Loaded {
    Question question;
    std::vector<StaffId> people;
    std::vector<OrgUnitId> sections;
    std::vector<std::string> courses;  ///< lower levels first
    std::vector<CourseRunId> runs;
    std::vector<char> asked;  ///< [wish]: has applied or waits for a run of the course
    std::vector<int> months;  ///< [course]: of the last run ahead, else of the day by which the year asks for it; 0 = none
};

struct Frame {
    int fiscal_year = 0;
    int per_day = 0;
    std::vector<std::string> courses;  ///< empty: all of the plan
    std::vector<Pin> pins;
};

/// Everybody who must take one of the courses or has asked to, and has no seat yet; the runs of the year that are open and ahead.
Loaded load(db::Tx&, skills::GapIndex const&, training::YearDuties const&, Frame const&, Clock const&);

}  // namespace seating
