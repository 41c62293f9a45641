// The arithmetic of an effect, pure: hours before and after, what was freed, and its worth. Everything that goes in is part of
// the answer, so that a reader can do it again by hand.
//   hours a year of one side = Σ minutes × people × times a year ÷ 60, rounded to 0.1 h (halves away from zero)
//   hours freed = before − after, of the rounded figures
//   yen = hours freed × cost of an hour, rounded to a yen; net = yen − Σ cost of tools a year
#pragma once
#include "platform/json/json.hpp"

#include <span>

namespace improvement {

/// A step of the work: how long it takes one person, how many work at it, how often a year.
struct FlowStep {
    std::string name;
    double minutes = 0;  ///< to a tenth
    std::int64_t people = 1;
    std::int64_t times = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(FlowStep, (), (name, minutes, people, times))

struct Tool {
    std::string name;
    std::int64_t yen = 0;  ///< a year, 0 = nothing beside what is paid anyway
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(Tool, (), (name, yen))

/// What an hour of work costs the city, and who says so; 0 = not decided.
struct HourlyCost {
    std::int64_t yen = 0;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(HourlyCost, (), (yen, source))

struct CountedStep : FlowStep {
    double hours = 0;  ///< of this step a year, for reading; the sums are made of minutes
};
BOOST_DESCRIBE_STRUCT(CountedStep, (FlowStep), (hours))

struct Effect {
    std::vector<CountedStep> before, after;
    double hours_before = 0, hours_after = 0, hours_saved = 0;
    HourlyCost hourly;
    std::vector<Tool> tools;
    std::int64_t tool_yen = 0;
    std::optional<std::int64_t> yen_saved;  ///< hours_saved × hourly.yen; none without a cost of an hour
    std::optional<std::int64_t> yen;        ///< yen_saved − tool_yen
    std::string formula, formula_en;        ///< with the numbers in it
    std::optional<Instant> frozen_at;       ///< when the head confirmed it; from then on nothing in it changes
};
BOOST_DESCRIBE_STRUCT(Effect, (),
                      (before, after, hours_before, hours_after, hours_saved, hourly, tools, tool_yen, yen_saved, yen, formula,
                       formula_en, frozen_at))

/// In tenths of an hour.
std::int64_t tenths_of_hours(std::span<FlowStep const>);
/// hours (in tenths) × yen ÷ 10, halves away from zero.
std::int64_t yen_of(std::int64_t tenths, std::int64_t hourly_yen);

Effect effect(std::vector<FlowStep> const& before, std::vector<FlowStep> const& after, std::vector<Tool> const&,
              HourlyCost const&);

}  // namespace improvement
