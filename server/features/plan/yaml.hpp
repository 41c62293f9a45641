// A plan pack: one YAML file per city.
#pragma once
#include "features/plan/plan.hpp"
#include "platform/core/from_file.hpp"

namespace plan {

struct ReadPlan : FromFile {
    Plan plan;
};

ReadPlan read_yaml(std::string_view text);
/// Reads back to an equal plan; leaves out what equals the default.
std::string write_yaml(Plan const&);

}  // namespace plan
