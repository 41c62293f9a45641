// What the planner is asked: who still needs a seat of which course, the runs that have seats, and what is taken already. Plain
// numbers instead of records, so that it can be asked without a database: people, sections, courses, days and runs count from 0.
#pragma once
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace seating {

inline constexpr int kNobody = -1, kNowhere = -1;

/// Why a run is not for a person, or why somebody has no seat at all.
enum class Obstacle {
    none,
    no_run,        ///< the course has no open run ahead
    taken_out,     ///< by hand
    not_meant,     ///< runs for other sections
    decided,       ///< declined, lapsed or not completed on this run before
    leave,         ///< away on its days
    overlap,       ///< elsewhere at the same time
    full,          ///< no free seat
    section_full,  ///< the section has its share of this run
    section_day    ///< the section has as many people in training on that day as it may
};
BOOST_DESCRIBE_ENUM(Obstacle, none, no_run, taken_out, not_meant, decided, leave, overlap, full, section_full, section_day)

struct Slot {
    int day = 0;
    std::string starts_at, ends_at;  ///< as run_session has them
};

struct Offer {
    int course = 0;
    std::optional<int> capacity;  ///< none = no limit
    int per_section = 0;          ///< 0 = no quota
    bool one_of = false;          ///< each takes part on one of the sessions, whichever suits
    std::vector<Slot> sessions;
};

/// One run of the course as it is for one person.
struct Option {
    int run = 0;
    Obstacle obstacle = Obstacle::none;  ///< known beforehand, whoever else sits where
    int liking = 0;                      ///< 0–3: asked for this one, over in time
};
inline constexpr int kMostLiking = 3, kMostDays = 5;

/// One person who needs one seat of one course.
struct Wish {
    enum class Pin { free, seat, out };

    int person = 0, section = kNowhere, course = 0;
    int rank = 0;  ///< the smaller, the sooner
    bool required = false;
    std::int64_t order = 0;  ///< among people of one rank
    std::vector<Option> options;
    Pin pin = Pin::free;
    int pinned_run = kNowhere;
};

/// Seats taken before: of a section in a run, and of a section on a day.
struct Taken {
    int section = kNowhere, where = 0, seats = 0;
};

struct Question {
    int people = 0, sections = 0, courses = 0, days = 0;
    int per_day = 0;              ///< of one section in training on one day at most; 0 = no limit
    std::vector<int> per_day_of;  ///< the same where a run of the day asks for less, by day; 0 or no entry = as above
    std::vector<Offer> runs;
    std::vector<Wish> wishes;
    std::vector<Taken> in_run, on_day;

    /// The limit of one day; 0 = none.
    int limit_of(int day) const
    {
        auto const own = static_cast<std::size_t>(day) < per_day_of.size() ? per_day_of[static_cast<std::size_t>(day)] : 0;
        return per_day == 0 || (own > 0 && own < per_day) ? own : per_day;
    }
};

/// Whether one person can take part in both.
bool can_attend_both(Offer const&, Offer const&);

}  // namespace seating
