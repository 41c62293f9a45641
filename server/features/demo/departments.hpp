// The departments of a city hall, as the demo's cities have them: where people work, how many, and as what.
#pragma once
#include <span>
#include <string_view>

namespace demo {

struct Section {
    std::string_view name;
    int weight;                   ///< its share of the city's people
    std::string_view teams = {};  ///< 係, separated by spaces; none: the section has no teams
    std::string_view occupation = "行政職";
    std::string_view tag = {};
};

struct Department {
    std::string_view name, kind, authority;
    std::span<Section const> sections;
};

/// The departments every one of the cities has.
std::span<Department const> common_departments();
/// 保育所 and the like: places of work below one section. Each is a unit of its own.
std::span<std::string_view const> place_names();

}  // namespace demo
