// Who fits a rule of the plan on one day, whatever they are asked or told.
#pragma once
#include "features/categories/classifier.hpp"
#include "features/skills/everybody.hpp"

namespace audience {

/// How many, before anybody is asked.
struct AudienceCount {
    std::int64_t people = 0;
    std::int64_t on_leave = 0;  ///< of them
    std::string text, text_en;
};
BOOST_DESCRIBE_STRUCT(AudienceCount, (), (people, on_leave, text, text_en))

/// The rule on one day's roster; an empty rule is the plan's population. Refers to the index.
class Audience {
public:
    Audience(skills::GapIndex const&, std::string const& rule);
    Audience(Audience const&) = delete;

    bool operator()(std::size_t row) const;

private:
    skills::GapIndex const& index_;
    people::Words words_;
    categories::Classifier classifier_;
    bool everybody_counted_;
    categories::BoundNode rule_;
};

/// Refuses with invalid_input at "/rule", with not_found when no plan is in force.
AudienceCount count(db::Tx&, skills::Everybody&, std::string const& rule, Date on, Date today);

/// Refuses with invalid_input at `pointer`. An empty rule is one.
void must_be_a_rule(plan::Plan const&, std::string const& rule, char const* pointer);

/// The rule as people read it; the population's where it is empty.
struct Sentence {
    std::string ja, en;
};
Sentence sentence(plan::Plan const&, std::string const& rule);

}  // namespace audience
