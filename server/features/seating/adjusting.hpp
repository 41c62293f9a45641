// Changing a proposal by hand: somebody is moved, taken out, or left to the planner again.
#pragma once
#include "features/seating/seat_plan.hpp"
#include "platform/http/table.hpp"

namespace seating {

struct MoveInput {
    StaffId staff;
    std::string course;
    std::optional<CourseRunId> run;  ///< none: no seat
    bool pinned = true;              ///< false: stays for now, and the next proposal decides
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(MoveInput, (), (staff, course, run, pinned, revision))

struct Caution {
    std::string text, text_en;
};
BOOST_DESCRIBE_STRUCT(Caution, (), (text, text_en))
struct Moved {
    std::int64_t revision = 0;
    std::vector<Caution> cautions;  ///< told, not refused: who moves somebody by hand may know better
};
BOOST_DESCRIBE_STRUCT(Moved, (), (revision, cautions))

/// Refuses with not_found whom the proposal does not have, with changed_meanwhile, with wrong_status unless proposed, with
/// run_closed a run that is not open or not of the course, and with conflict where capacity or the section's share are used up.
Moved move(http::Call const&, SeatPlanId, MoveInput const&);

}  // namespace seating
