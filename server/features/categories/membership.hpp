// A membership with its reason: the plan's sentence, the facts that made the rule hold, and the clause.
#pragma once
#include "features/categories/classifier.hpp"

namespace categories {

struct Membership {
    std::string category, name, name_en, axis, axis_name, axis_name_en;
    bool primary = false;
    std::string reason, reason_en;
    std::vector<std::string> because;  ///< the person's own facts: 「職位: 課長」
    std::string clause, note;
    plan::Confidence confidence = plan::Confidence::certain;
};
BOOST_DESCRIBE_STRUCT(Membership, (),
                      (category, name, name_en, axis, axis_name, axis_name_en, primary, reason, reason_en, because, clause, note,
                       confidence))

/// In the plan's order of priority.
std::vector<Membership> memberships(plan::Plan const&, people::Roster const&, Classifier const&, people::Person const&,
                                    CategorySet);

}  // namespace categories
