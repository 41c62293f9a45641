// The plan from outside: read it as a document, edit a draft, put it in force.
#pragma once
#include "features/plan/versions.hpp"
#include "platform/http/table.hpp"

namespace plan {

/// A category's rule as a person would say it.
struct RuleSentence {
    std::string category, sentence, sentence_en;
};
BOOST_DESCRIBE_STRUCT(RuleSentence, (), (category, sentence, sentence_en))

struct PlanDocument {
    Version version;
    Plan plan;
    std::vector<Doubt> to_confirm;
    std::vector<PlacedProblem> problems;  ///< of a draft: what keeps it from being put in force
    std::vector<RuleSentence> rules;
};
BOOST_DESCRIBE_STRUCT(PlanDocument, (), (version, plan, to_confirm, problems, rules))

struct Versions {
    std::vector<Version> versions;
};
BOOST_DESCRIBE_STRUCT(Versions, (), (versions))

struct Changes {
    std::vector<Change> changes;
};
BOOST_DESCRIBE_STRUCT(Changes, (), (changes))

struct RuleInput {
    std::string rule;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(RuleInput, (), (rule))

struct RuleReading {
    bool ok = false;
    std::vector<Problem> problems;
    std::string sentence, sentence_en;
};
BOOST_DESCRIBE_STRUCT(RuleReading, (), (ok, problems, sentence, sentence_en))

void routes(http::Table&);

}  // namespace plan
