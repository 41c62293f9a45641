// Asking for a proposal: kept at once, computed by a job, so that a big city waits for nothing and a restart loses nothing.
#pragma once
#include "features/seating/load.hpp"
#include "features/seating/seat_plan.hpp"

namespace seating {

struct SeatPlanForm {
    int fiscal_year = 0;
    std::vector<std::string> courses;
    int per_day = 0;  ///< seats of one section on one day at most; 0 = no limit
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(SeatPlanForm, (), (fiscal_year, courses, per_day))

struct Again {
    std::int64_t revision = 0;
    std::optional<int> per_day;  ///< none: as before
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(Again, (), (revision, per_day))

/// Refuses with invalid_input a course that the plan does not have.
SeatPlanId start(db::Tx&, Actor const&, jobs::Runner&, people::PlanWords&, SeatPlanForm const&, Clock const&);
/// Around what has been set by hand. Refuses with wrong_status once confirmed or while it is computed, with changed_meanwhile.
void start_again(db::Tx&, Actor const&, jobs::Runner&, SeatPlanId, Again const&, Clock const&);
/// Refuses with wrong_status what has been confirmed.
void discard(db::Tx&, Actor const&, SeatPlanId, Clock const&);

/// What could be planned: of each course of the plan who has no seat yet, and what is open ahead.
struct SeatDemand {
    std::string course, course_name, course_name_en;
    std::int64_t required = 0, asked = 0;  ///< people without a seat: those who must, and others who have asked
    std::int64_t runs = 0;
    std::optional<std::int64_t> free_seats;  ///< none: a run without a limit
};
BOOST_DESCRIBE_STRUCT(SeatDemand, (), (course, course_name, course_name_en, required, asked, runs, free_seats))
struct SeatOutlook {
    std::vector<SeatDemand> courses;
};
BOOST_DESCRIBE_STRUCT(SeatOutlook, (), (courses))
SeatOutlook outlook(db::Tx&, skills::Everybody&, training::Obligations&, SeatPlansQuery const&, Clock const&);

/// What the job needs from around it.
struct Surroundings {
    skills::Everybody& everybody;
    training::Obligations& obligations;
    Clock const& clock;
};
void compute(jobs::Work&, Surroundings const&);

inline constexpr std::string_view kPropose = "propose_seats", kConfirm = "confirm_seats";

}  // namespace seating
