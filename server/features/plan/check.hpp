// Is the plan whole? Codes are unique, references exist, rules parse, doubts are explained, every item cites its clause.
#pragma once
#include "features/plan/yaml.hpp"

namespace plan {

/// How many a plan may have: memberships and requirements are held as bits (categories/classifier.hpp, skills).
inline constexpr std::size_t kMostCategories = 64;
inline constexpr std::size_t kMostSkills = 128;

/// Everything wrong with the plan; empty = it may be put in force. `places` (from read_yaml) gives lines and columns.
std::vector<PlacedProblem> check(Plan const&, Places const& places = {});

/// A cell or item whose reading is not certain: the first-run list 「要確認」.
struct Doubt {
    std::string table, code, label;
    Confidence confidence = Confidence::certain;
    std::string note, alternative, clause;
};
BOOST_DESCRIBE_STRUCT(Doubt, (), (table, code, label, confidence, note, alternative, clause))
std::vector<Doubt> doubts(Plan const&);

}  // namespace plan
