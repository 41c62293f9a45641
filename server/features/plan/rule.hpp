// The rule language: who belongs to a category, is counted, must take a course. One line of text over dated facts,
// e.g. 「職位 >= 課長 and not 所属 within 医療センター」. The grammar and every predicate are in README.md.
#pragma once
#include "features/plan/plan.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace plan {

enum class Fact {
    everyone,
    rank,
    band,
    unit,
    unit_tag,
    occupation,
    employment,
    recruitment,
    uses_pc,
    external,
    has_system,
    system,
    appointed,
    completed,
    certified,
    category,
    otherwise,
};
enum class Compare { holds, equal, within, at_least, at_most };  ///< `holds` for facts that take no value

struct Node {
    enum class Kind { all, any, negation, fact } kind = Kind::fact;
    std::vector<Node> parts;  ///< all, any: two or more; negation: one
    Fact fact = Fact::everyone;
    Compare compare = Compare::holds;
    std::vector<std::string> values;  ///< any of them satisfies `equal` and `within`
    int column = 0;                   ///< where it stands in the text, in characters from 1
};

/// What is wrong, where (characters from 1), and what would be right.
struct RuleError {
    int column = 0;
    std::string ja, en;
};

struct Parsed {
    Node root;
    std::vector<RuleError> errors;  ///< empty = the rule is well formed
};

/// Never throws; a malformed text yields at least one error.
Parsed parse_rule(std::string_view text);

/// Values that the plan does not know (ranks, roles, courses, levels, categories), comparisons that make no sense.
/// Units, tags, occupations and the like are the roster's and are not checked here.
std::vector<RuleError> check_rule(Node const&, Plan const&);

/// The rule as a person would say it: 「職位が課長以上で、かつ医療センターの所属ではない職員」.
std::string sentence_ja(Node const&, Plan const&);
std::string sentence_en(Node const&, Plan const&);

}  // namespace plan
