#include "features/categories/membership.hpp"

#include <algorithm>

namespace categories {
namespace {

using plan::Fact;
using plan::Node;

std::string list(people::Words const& words, std::vector<people::Word> const& items)
{
    std::string text;
    for (auto const item : items) text += (text.empty() ? "" : "・") + words.text(item);
    return text;
}

template <class Items>
std::string named(Items const& items, people::Words const& words, std::vector<people::Word> const& codes)
{
    std::string text;
    for (auto const code : codes) {
        auto const item = std::find_if(items.begin(), items.end(), [&](auto const& i) { return i.code == words.text(code); });
        text += (text.empty() ? "" : "・") + (item == items.end() ? words.text(code) : item->name);
    }
    return text;
}

/// The person's side of one predicate, or nothing when there is nothing to say.
std::string fact_of(plan::Plan const& plan, people::Roster const& roster, people::Person const& person, Fact fact)
{
    auto const& words = roster.words;
    switch (fact) {
        case Fact::rank:
        case Fact::band: {
            std::vector<people::Word> ranks;
            for (auto const& post : person.posts) ranks.push_back(post.rank);
            return ranks.empty() ? "" : "職位: " + list(words, ranks);
        }
        case Fact::unit:
        case Fact::unit_tag: return person.place() == people::kNowhere ? "" : "所属: " + roster.tree.path(person.place());
        case Fact::occupation: return "職種: " + words.text(person.occupation);
        case Fact::employment: return "任用形態: " + words.text(person.employment);
        case Fact::recruitment: return "採用区分: " + words.text(person.recruitment);
        case Fact::uses_pc: return person.uses_pc ? "パソコンを使用" : "";
        case Fact::external: return person.is_external ? "外部から登用" : "";
        case Fact::has_system:
        case Fact::system: return person.systems.empty() ? "" : "担当システム: " + list(words, person.systems);
        case Fact::appointed: return person.roles.empty() ? "" : "任命: " + named(plan.roles, words, person.roles);
        case Fact::completed: return person.courses.empty() ? "" : "修了: " + named(plan.courses, words, person.courses);
        case Fact::certified: return person.levels.empty() ? "認定なし" : "認定: " + named(plan.levels, words, person.levels);
        case Fact::everyone:
        case Fact::category:
        case Fact::otherwise: return "";
    }
    return "";
}

void collect_facts(Node const& node, std::vector<Fact>& facts)
{
    if (node.kind == Node::Kind::fact && std::find(facts.begin(), facts.end(), node.fact) == facts.end())
        facts.push_back(node.fact);
    for (auto const& part : node.parts) collect_facts(part, facts);
}

Membership membership(plan::Plan const& plan, people::Roster const& roster, people::Person const& person,
                      plan::Category const& category)
{
    auto const rule = plan::parse_rule(category.rule).root;
    Membership made{category.code,
                    category.name,
                    category.name_en,
                    category.axis,
                    {},
                    {},
                    false,
                    category.reason,
                    plan::sentence_en(rule, plan),
                    {},
                    category.clause,
                    category.note,
                    category.confidence};
    if (made.reason.empty()) made.reason = plan::sentence_ja(rule, plan);
    for (auto const& axis : plan.axes) {
        if (axis.code != category.axis) continue;
        made.axis_name = axis.name;
        made.axis_name_en = axis.name_en;
    }
    std::vector<Fact> facts;
    collect_facts(rule, facts);
    for (auto const fact : facts) {
        auto text = fact_of(plan, roster, person, fact);
        if (!text.empty()) made.because.push_back(std::move(text));
    }
    return made;
}

}  // namespace

std::vector<Membership> memberships(plan::Plan const& plan, people::Roster const& roster, Classifier const& classifier,
                                    people::Person const& person, CategorySet held)
{
    std::vector<std::pair<int, Membership>> found;
    for (std::size_t i = 0; i < std::min(plan.categories.size(), kMostCategories); ++i) {
        if (held >> i & 1) found.emplace_back(plan.categories[i].priority, membership(plan, roster, person, plan.categories[i]));
    }
    std::stable_sort(found.begin(), found.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
    auto const primary = classifier.primary(held);
    std::vector<Membership> result;
    result.reserve(found.size());
    for (auto& [priority, made] : found) {
        made.primary = primary != kNoCategory && made.category == plan.categories[static_cast<std::size_t>(primary)].code;
        result.push_back(std::move(made));
    }
    return result;
}

}  // namespace categories
