#include "features/categories/classifier.hpp"

#include <algorithm>

namespace categories {
using plan::Compare;
using plan::Fact;
using plan::Node;
using plan::parse_rule;

namespace {

constexpr int kUnknown = -1;

/// Bands compare by seniority: 経営層 is the greatest.
int seniority(plan::RankBand band) { return static_cast<int>(plan::RankBand::staff) - static_cast<int>(band); }

std::optional<plan::RankBand> band_called(std::string_view text)
{
    if (text == "経営層" || text == "executive") return plan::RankBand::executive;
    if (text == "管理職" || text == "management") return plan::RankBand::management;
    if (text == "監督職" || text == "supervisory") return plan::RankBand::supervisory;
    if (text == "係員" || text == "staff") return plan::RankBand::staff;
    return std::nullopt;
}

bool contains(std::vector<people::Word> const& words, people::Word word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool share(std::vector<people::Word> const& wanted, std::vector<people::Word> const& held)
{
    return std::any_of(held.begin(), held.end(), [&](people::Word word) { return contains(wanted, word); });
}

void collect_categories(BoundNode const& node, CategorySet& asked)
{
    asked |= node.categories;
    for (auto const& part : node.parts) collect_categories(part, asked);
}

/// A role may be written by its code or by its name; records hold the code.
template <class Item>
std::string code_of(std::vector<Item> const& items, std::string const& value)
{
    for (auto const& item : items) {
        if (item.code == value || item.name == value) return item.code;
    }
    return value;
}

/// A malformed rule must not let anybody in: "any of nothing" holds for nobody.
BoundNode nobody() { return BoundNode{.kind = Node::Kind::any, .parts = {}, .words = {}, .ranges = {}, .orders = {}}; }

}  // namespace

Classifier::Classifier(plan::Plan const& plan, people::Roster const& roster, people::Words& words)
    : plan_(plan), roster_(roster), words_(words)
{
    for (auto const& rank : plan.ranks) {
        rank_orders_[words.of(rank.name)] = rank.order;
        for (auto const& alias : rank.aliases) rank_orders_[words.of(alias)] = rank.order;
        band_of_order_[rank.order] = rank.band;
    }
    for (auto const& level : plan.levels) level_orders_[words.of(level.code)] = level.order;

    for (std::size_t i = 0; i < std::min(plan.categories.size(), kMostCategories); ++i) {
        auto const parsed = parse_rule(plan.categories[i].rule);
        rules_.push_back(parsed.errors.empty() ? bind(parsed.root) : nobody());
        by_priority_.push_back(i);
    }
    std::stable_sort(by_priority_.begin(), by_priority_.end(),
                     [&](std::size_t a, std::size_t b) { return plan.categories[a].priority < plan.categories[b].priority; });
    auto const population = parse_rule(plan.population.rule.empty() ? "everyone" : plan.population.rule);
    population_ = population.errors.empty() ? bind(population.root) : nobody();
    order_categories();
}

BoundNode Classifier::bind(Node const& node)
{
    BoundNode bound{
        .kind = node.kind, .parts = {}, .fact = node.fact, .compare = node.compare, .words = {}, .ranges = {}, .orders = {}};
    for (auto const& part : node.parts) bound.parts.push_back(bind(part));
    for (auto const& value : node.values) {
        switch (node.fact) {
            case Fact::rank: bound.orders.push_back(order_of_rank(words_.of(value))); break;
            case Fact::band: {
                auto const band = band_called(value);
                bound.orders.push_back(band ? seniority(*band) : kUnknown);
                break;
            }
            case Fact::certified: bound.orders.push_back(order_of_level(words_.of(code_of(plan_.levels, value)))); break;
            case Fact::unit:
                for (auto const place : roster_.tree.named(value)) {
                    bound.ranges.emplace_back(place, node.compare == Compare::within ? roster_.tree.at(place).end : place + 1);
                }
                break;
            case Fact::category:
                for (std::size_t i = 0; i < std::min(plan_.categories.size(), kMostCategories); ++i) {
                    if (plan_.categories[i].code == value || plan_.categories[i].name == value)
                        bound.categories |= CategorySet{1} << i;
                }
                break;
            case Fact::appointed: bound.words.push_back(words_.of(code_of(plan_.roles, value))); break;
            case Fact::completed: bound.words.push_back(words_.of(code_of(plan_.courses, value))); break;
            default: bound.words.push_back(words_.of(value));
        }
    }
    if (!bound.orders.empty()) bound.order = bound.orders.front();
    return bound;
}

void Classifier::order_categories()
{
    // 「その他」 asks about every rival of its axis; rivals that are themselves 「その他」 are not asked, or none could be first.
    auto const is_otherwise = [&](std::size_t i) {
        return rules_[i].kind == Node::Kind::fact && rules_[i].fact == Fact::otherwise;
    };
    for (std::size_t i = 0; i < rules_.size(); ++i) {
        if (!is_otherwise(i)) continue;
        for (std::size_t rival = 0; rival < rules_.size(); ++rival) {
            auto const same_axis = plan_.categories[rival].axis == plan_.categories[i].axis;
            if (rival != i && same_axis && !is_otherwise(rival)) rules_[i].categories |= CategorySet{1} << rival;
        }
    }
    CategorySet placed = 0;
    for (bool moved = true; moved;) {
        moved = false;
        for (std::size_t i = 0; i < rules_.size(); ++i) {
            if (placed >> i & 1) continue;
            CategorySet asked = 0;
            collect_categories(rules_[i], asked);
            if (asked & ~placed) continue;
            sequence_.push_back(i);
            placed |= CategorySet{1} << i;
            moved = true;
        }
    }  // categories in a cycle are never placed and match nobody; plan check names them
}

CategorySet Classifier::of(people::Person const& person) const
{
    CategorySet held = 0;
    for (auto const i : sequence_) {
        if (holds(rules_[i], person, held)) held |= CategorySet{1} << i;
    }
    return held;
}

bool Classifier::counted(people::Person const& person) const { return holds(population_, person, of(person)); }

int Classifier::primary(CategorySet held) const
{
    for (auto const i : by_priority_) {
        if (held >> i & 1) return static_cast<int>(i);
    }
    return kNoCategory;
}

bool Classifier::holds(BoundNode const& node, people::Person const& person, CategorySet held) const
{
    auto const part_holds = [&](BoundNode const& part) { return holds(part, person, held); };
    switch (node.kind) {
        case Node::Kind::all: return std::all_of(node.parts.begin(), node.parts.end(), part_holds);
        case Node::Kind::any: return std::any_of(node.parts.begin(), node.parts.end(), part_holds);
        case Node::Kind::negation: return !part_holds(node.parts.front());
        case Node::Kind::fact: return fact_holds(node, person, held);
    }
    return false;
}

bool Classifier::fact_holds(BoundNode const& node, people::Person const& person, CategorySet held) const
{
    auto const posted = [&](auto&& matches) { return std::any_of(person.posts.begin(), person.posts.end(), matches); };
    switch (node.fact) {
        case Fact::everyone: return true;
        case Fact::rank: return compare(node, rank_order(person));
        case Fact::band: {
            auto const own = band(person);
            return own && compare(node, seniority(*own));
        }
        case Fact::unit:
            return posted([&](people::Post const& post) {
                return std::any_of(node.ranges.begin(), node.ranges.end(),
                                   [&](auto const& range) { return post.place >= range.first && post.place < range.second; });
            });
        case Fact::unit_tag:
            return posted([&](people::Post const& post) {
                return post.place != people::kNowhere && share(node.words, roster_.tree.at(post.place).tags);
            });
        case Fact::occupation: return contains(node.words, person.occupation);
        case Fact::employment: return contains(node.words, person.employment);
        case Fact::recruitment: return contains(node.words, person.recruitment);
        case Fact::uses_pc: return person.uses_pc;
        case Fact::external: return person.is_external;
        case Fact::has_system: return !person.systems.empty();
        case Fact::system: return share(node.words, person.systems);
        case Fact::appointed: return share(node.words, person.roles);
        case Fact::completed: return share(node.words, person.courses);
        case Fact::certified: {
            int highest = kUnknown;
            for (auto const level : person.levels) highest = std::max(highest, order_of_level(level));
            return compare(node, highest);
        }
        case Fact::category: return (held & node.categories) != 0;
        case Fact::otherwise: return (held & node.categories) == 0;
    }
    return false;
}

bool Classifier::compare(BoundNode const& node, int order) const
{
    if (order == kUnknown) return false;
    switch (node.compare) {
        case Compare::at_least: return node.order != kUnknown && order >= node.order;
        case Compare::at_most: return node.order != kUnknown && order <= node.order;
        default: return std::find(node.orders.begin(), node.orders.end(), order) != node.orders.end();
    }
}

int Classifier::order_of_rank(people::Word word) const
{
    auto const known = rank_orders_.find(word);
    return known == rank_orders_.end() ? kUnknown : known->second;
}

int Classifier::order_of_level(people::Word word) const
{
    auto const known = level_orders_.find(word);
    return known == level_orders_.end() ? kUnknown : known->second;
}

int Classifier::rank_order(people::Person const& person) const
{
    int highest = kUnknown;
    for (auto const& post : person.posts) highest = std::max(highest, order_of_rank(post.rank));
    return highest;
}

std::optional<plan::RankBand> Classifier::band(people::Person const& person) const
{
    auto const known = band_of_order_.find(rank_order(person));
    return known == band_of_order_.end() ? std::nullopt : std::optional{known->second};
}

}  // namespace categories
