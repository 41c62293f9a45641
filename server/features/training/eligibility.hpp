// Does a person fit a rule, and if not which part of it speaks against them.
#pragma once
#include "features/skills/everybody.hpp"

namespace training {

class Eligibility {
public:
    explicit Eligibility(skills::GapIndex const&);
    Eligibility(Eligibility const&) = delete;

    struct Part {
        std::string ja, en;  ///< whom the part is for
    };
    /// A rule whose parts must all hold says each part that does not. Empty when the person fits, as everybody does an empty
    /// rule.
    std::vector<Part> against(std::string const& rule, people::Person const&);

private:
    skills::GapIndex const& index_;
    people::Words words_;
    categories::Classifier classifier_;
};

}  // namespace training
