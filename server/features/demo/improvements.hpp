// What the demo's sections improve: made up, as such work is told in city halls.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace demo {

struct ToldStep {
    std::string_view name;
    double minutes;
    int people, times;
};

struct ToldCase {
    std::string_view section;  ///< where it was done; cities without it leave it out
    std::string_view title, summary, problem, cause, direction, done;
    std::string_view citizen, staff, used_for;
    std::string_view axes;  ///< c, a, w: citizen service, administration, work style
    std::string_view tool;
    std::int64_t tool_yen;
    std::span<ToldStep const> before, after;
};

struct ToldTheme {
    std::string_view section, title, issue, aim;
};

std::span<ToldCase const> told_cases();
std::span<ToldTheme const> told_themes();

}  // namespace demo
