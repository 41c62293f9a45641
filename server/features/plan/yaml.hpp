// A plan pack: one YAML file per city. Reading reports every problem with its line and column and goes on,
// so that an officer sees all of them at once; writing leaves out what equals the default.
#pragma once
#include "features/plan/plan.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace plan {

/// Where an item stands in the file; lines and columns count from 1, 0 = not from a file.
struct Place {
    int line = 0, column = 0;
};

/// One thing that is wrong: the place, what is wrong and what would be right.
struct PlanProblem {
    int line = 0, column = 0;
    std::string pointer;  ///< /categories/3/rule
    std::string ja, en;
};
BOOST_DESCRIBE_STRUCT(PlanProblem, (), (line, column, pointer, ja, en))

struct ReadPlan {
    Plan plan;
    std::vector<PlanProblem> problems;
    std::map<std::string, Place> places;  ///< by pointer, for later checks
};

ReadPlan read_yaml(std::string_view text);
/// Reads back to an equal plan.
std::string write_yaml(Plan const&);

}  // namespace plan
