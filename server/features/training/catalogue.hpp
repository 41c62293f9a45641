// 研修一覧: what fits the actor first (what the year asks, what closes a gap from the lowest level up, what is meant for people
// like them), then everything else the plan offers, each with the runs that are open.
#pragma once
#include "features/training/materials.hpp"
#include "features/training/my_year.hpp"

namespace training {

enum class Fit { obligation, gap, audience, other };
BOOST_DESCRIBE_ENUM(Fit, obligation, gap, audience, other)

struct SkillName {
    std::string skill, name, name_en;
};
BOOST_DESCRIBE_STRUCT(SkillName, (), (skill, name, name_en))

/// A course that comes first.
struct Prerequisite {
    std::string course, name, name_en;
    bool completed = false;  ///< by the actor, and it still counts
};
BOOST_DESCRIBE_STRUCT(Prerequisite, (), (course, name, name_en, completed))

struct CourseLine {
    std::string code, name, name_en, summary;
    plan::TrainingKind kind = plan::TrainingKind::elective;
    plan::Delivery delivery = plan::Delivery::unspecified;
    plan::Provider provider = plan::Provider::city;
    plan::Reachable reachable_from = plan::Reachable::both;
    Fit fit = Fit::other;
    std::optional<Date> due;           ///< of an obligation that is still open
    std::vector<SkillName> closes;     ///< the actor's gaps
    std::vector<SkillName> gives;      ///< everything it gives
    std::optional<std::string> level;  ///< the lowest whose certification needs it
    std::optional<Date> completed_on;  ///< by the actor, the last time
    std::optional<Date> valid_until;   ///< the first day that completion no longer counts
    std::vector<Prerequisite> prerequisites;
    int capacity = 0;         ///< the usual seats of a run, 0 = none said
    int validity_months = 0;  ///< 0 = a completion counts for good
    std::string audience, audience_en;
    std::vector<Run> runs;  ///< open, and not over
};
BOOST_DESCRIBE_STRUCT(CourseLine, (),
                      (code, name, name_en, summary, kind, delivery, provider, reachable_from, fit, due, closes, gives, level,
                       completed_on, valid_until, prerequisites, capacity, validity_months, audience, audience_en, runs))

struct Catalogue {
    std::vector<CourseLine> courses;
};
BOOST_DESCRIBE_STRUCT(Catalogue, (), (courses))
Catalogue catalogue(http::Call const&);

struct CoursePage {
    CourseLine course;
    std::string note, clause;
    std::vector<Run> runs;  ///< every one of the year that the actor may know of
    std::vector<Material> materials;
};
BOOST_DESCRIBE_STRUCT(CoursePage, (), (course, note, clause, runs, materials))
/// Refuses with not_found a course the plan does not have.
CoursePage course_page(http::Call const&, std::string const& code);

}  // namespace training
