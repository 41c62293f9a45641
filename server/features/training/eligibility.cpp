#include "features/training/eligibility.hpp"

namespace training {

Eligibility::Eligibility(skills::GapIndex const& index)
    : index_(index), words_(people::Words::above(index.roster().words)), classifier_(index.plan(), index.roster(), words_)
{
}

std::vector<Eligibility::Part> Eligibility::against(std::string const& rule, people::Person const& person)
{
    std::vector<Part> unmet;
    if (rule.empty()) return unmet;
    auto const& plan = index_.plan();
    auto const held = classifier_.of(person);
    auto const ask = [&](plan::Node const& node) {
        if (!classifier_.holds(classifier_.bind(node), person, held))
            unmet.push_back({plan::sentence_ja(node, plan), plan::sentence_en(node, plan)});
    };
    auto const parsed = plan::parse_rule(rule);
    if (parsed.errors.empty() && parsed.root.kind == plan::Node::Kind::all) {
        for (auto const& part : parsed.root.parts) ask(part);
    } else {
        ask(parsed.root);
    }
    return unmet;
}

}  // namespace training
