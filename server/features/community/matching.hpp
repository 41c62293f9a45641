// Which topics are for whom: those that speak of a skill one holds.
#pragma once
#include "features/community/community.hpp"

namespace community {

/// What the actor can do, as words to look for; empty for an account without a person, or whose person holds no skill.
class Matching {
public:
    explicit Matching(http::Call const&);
    bool nothing() const { return words_.empty(); }
    /// Whether the text, folded, names one of them.
    bool speaks_of(std::string_view folded) const;

private:
    std::vector<std::string> words_;
};

}  // namespace community
