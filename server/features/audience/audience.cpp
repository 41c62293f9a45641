#include "features/audience/audience.hpp"

namespace audience {

Audience::Audience(skills::GapIndex const& index, std::string const& rule)
    : index_(index),
      words_(people::Words::above(index.roster().words)),
      classifier_(index.plan(), index.roster(), words_),
      everybody_counted_(rule.empty()),
      rule_(classifier_.bind(plan::parse_rule(rule.empty() ? "everyone" : rule).root))
{
}

bool Audience::operator()(std::size_t row) const
{
    auto const& standing = index_.standings()[row];
    if (everybody_counted_) return standing.counted;
    return classifier_.holds(rule_, index_.roster().people[row], standing.categories);
}

AudienceCount count(db::Tx& tx, skills::Everybody& everybody, std::string const& rule, Date on, Date today)
{
    return everybody.ask(tx, on, today, [&](skills::GapIndex const& index) {
        must_be_a_rule(index.plan(), rule, "/rule");
        AudienceCount count;
        Audience const asked{index, rule};
        for (std::size_t row = 0; row < index.roster().people.size(); ++row) {
            if (!asked(row)) continue;
            ++count.people;
            count.on_leave += index.roster().people[row].on_leave;
        }
        auto const said = sentence(index.plan(), rule);
        count.text = said.ja;
        count.text_en = said.en;
        return count;
    });
}

void must_be_a_rule(plan::Plan const& plan, std::string const& rule, char const* pointer)
{
    if (rule.empty()) return;
    auto const parsed = plan::parse_rule(rule);
    auto errors = parsed.errors;
    if (errors.empty()) errors = plan::check_rule(parsed.root, plan);
    if (!errors.empty()) throw Refused{Code::invalid_input, {}, {{pointer, errors.front().ja, errors.front().en}}};
}

Sentence sentence(plan::Plan const& plan, std::string const& rule)
{
    auto const& meant = rule.empty() && !plan.population.rule.empty() ? plan.population.rule : rule;
    auto const root = plan::parse_rule(meant.empty() ? "everyone" : meant).root;
    return {plan::sentence_ja(root, plan), plan::sentence_en(root, plan)};
}

}  // namespace audience
