// What a rule means to the plan: values it does not know, and the sentence a person would say.
#include "features/plan/rule.hpp"

#include <algorithm>

namespace plan {
namespace {

struct BandName {
    RankBand band;
    std::string_view ja, en;
};
constexpr BandName kBandNames[] = {
    {RankBand::executive, "経営層", "executive"},
    {RankBand::management, "管理職", "management"},
    {RankBand::supervisory, "監督職", "supervisory"},
    {RankBand::staff, "係員", "staff"},
};

BandName const* band_named(std::string_view text)
{
    auto const* found =
        std::find_if(std::begin(kBandNames), std::end(kBandNames), [&](auto const& b) { return b.ja == text || b.en == text; });
    return found == std::end(kBandNames) ? nullptr : found;
}

template <class Items, class Name>
auto const* item_named(Items const& items, std::string_view text, Name name)
{
    auto const found =
        std::find_if(items.begin(), items.end(), [&](auto const& item) { return item.*name == text || item.name == text; });
    return found == items.end() ? nullptr : &*found;
}

bool knows(Plan const& plan, Fact fact, std::string_view value)
{
    switch (fact) {
        case Fact::rank: return item_named(plan.ranks, value, &Rank::name) != nullptr;
        case Fact::band: return band_named(value) != nullptr;
        case Fact::appointed: return item_named(plan.roles, value, &AppointedRole::code) != nullptr;
        case Fact::completed: return item_named(plan.courses, value, &Course::code) != nullptr;
        case Fact::certified: return item_named(plan.levels, value, &Level::code) != nullptr;
        case Fact::category: return item_named(plan.categories, value, &Category::code) != nullptr;
        default: return true;  // the roster's words
    }
}

struct FactWords {
    std::string_view ja, en, table_ja, table_en;
};
FactWords words_of(Fact fact)
{
    switch (fact) {
        case Fact::rank: return {"職位", "rank", "職位一覧(ranks)", "ranks"};
        case Fact::band:
            return {"職位帯", "rank band", "経営層・管理職・監督職・係員", "executive, management, supervisory, staff"};
        case Fact::appointed: return {"任命", "role", "役割(roles)", "roles"};
        case Fact::completed: return {"研修修了", "course", "研修(courses)", "courses"};
        case Fact::certified: return {"レベル認定", "level", "レベル(levels)", "levels"};
        case Fact::category: return {"区分", "category", "人材区分(categories)", "categories"};
        default: return {};
    }
}

enum class Language { ja, en };

/// The value as people call it: a code becomes the item's name.
std::string called(Plan const& plan, Fact fact, std::string const& value, Language language)
{
    auto const name = [&](auto const* item) -> std::string {
        if (!item) return value;
        return language == Language::en && !item->name_en.empty() ? item->name_en : item->name;
    };
    switch (fact) {
        case Fact::appointed: return name(item_named(plan.roles, value, &AppointedRole::code));
        case Fact::completed: return name(item_named(plan.courses, value, &Course::code));
        case Fact::certified: return name(item_named(plan.levels, value, &Level::code));
        case Fact::category: return name(item_named(plan.categories, value, &Category::code));
        case Fact::band:
            if (auto const* band = band_named(value)) return std::string{language == Language::ja ? band->ja : band->en};
            return value;
        default: return value;
    }
}

std::string values_of(Node const& node, Plan const& plan, Language language)
{
    std::string text;
    for (auto const& value : node.values) {
        if (!text.empty()) text += language == Language::ja ? "・" : ", ";
        text += called(plan, node.fact, value, language);
    }
    if (node.values.size() < 2) return text;
    return language == Language::ja ? text + "のいずれか" : "one of " + text;
}

std::string fact_ja(Node const& node, std::string const& values)
{
    auto const bound = node.compare == Compare::at_least ? "以上" : node.compare == Compare::at_most ? "以下" : "";
    switch (node.fact) {
        case Fact::everyone: return "すべての職員";
        case Fact::rank: return "職位が" + values + bound;
        case Fact::band: return "職位帯が" + values + bound;
        case Fact::unit: return node.compare == Compare::within ? "所属が" + values + "(配下を含む)" : "所属が" + values;
        case Fact::unit_tag: return values + "に所属";
        case Fact::occupation: return "職種が" + values;
        case Fact::employment: return "任用形態が" + values;
        case Fact::recruitment: return "採用区分が" + values;
        case Fact::uses_pc: return "パソコンを使用";
        case Fact::external: return "外部から登用";
        case Fact::has_system: return "業務システムを担当";
        case Fact::system: return values + "を担当";
        case Fact::appointed: return values + "に任命";
        case Fact::completed: return values + "を修了";
        case Fact::certified: return values + bound + "の認定";
        case Fact::category: return values + "に該当";
        case Fact::otherwise: return "ほかの区分に該当しない";
    }
    return {};
}

std::string fact_en(Node const& node, std::string const& values)
{
    auto const bound = std::string{node.compare == Compare::at_least  ? " or above"
                                   : node.compare == Compare::at_most ? " or below"
                                                                      : ""};
    switch (node.fact) {
        case Fact::everyone: return "all staff";
        case Fact::rank: return "rank is " + values + bound;
        case Fact::band: return "rank band is " + values + bound;
        case Fact::unit: return node.compare == Compare::within ? "works in " + values + " or below it" : "works in " + values;
        case Fact::unit_tag: return "works in a unit tagged " + values;
        case Fact::occupation: return "occupation is " + values;
        case Fact::employment: return "employment is " + values;
        case Fact::recruitment: return "recruitment class is " + values;
        case Fact::uses_pc: return "uses a PC";
        case Fact::external: return "appointed from outside";
        case Fact::has_system: return "is in charge of a system";
        case Fact::system: return "is in charge of " + values;
        case Fact::appointed: return "is appointed " + values;
        case Fact::completed: return "has completed " + values;
        case Fact::certified: return "is certified " + values + bound;
        case Fact::category: return "belongs to " + values;
        case Fact::otherwise: return "belongs to no other category";
    }
    return {};
}

std::string phrase(Node const& node, Plan const& plan, Language language, bool inner = false)
{
    auto const ja = language == Language::ja;
    switch (node.kind) {
        case Node::Kind::fact: {
            auto const values = values_of(node, plan, language);
            return ja ? fact_ja(node, values) : fact_en(node, values);
        }
        case Node::Kind::negation: {
            auto const text = phrase(node.parts.front(), plan, language, true);
            return ja ? "「" + text + "」ではない" : "not (" + text + ")";
        }
        case Node::Kind::all:
        case Node::Kind::any: {
            auto const all = node.kind == Node::Kind::all;
            std::string text;
            for (auto const& part : node.parts) {
                if (!text.empty()) text += ja ? (all ? "、かつ" : "、または") : (all ? " and " : " or ");
                text += phrase(part, plan, language, true);
            }
            return inner ? (ja ? "(" + text + ")" : "(" + text + ")") : text;
        }
    }
    return {};
}

void check_into(Node const& node, Plan const& plan, std::vector<RuleError>& errors)
{
    for (auto const& part : node.parts) check_into(part, plan, errors);
    if (node.kind != Node::Kind::fact) return;
    for (auto const& value : node.values) {
        if (knows(plan, node.fact, value)) continue;
        auto const words = words_of(node.fact);
        errors.push_back({node.column, "「" + value + "」は計画の" + std::string{words.table_ja} + "にありません。",
                          "\"" + value + "\" is not among the plan's " + std::string{words.table_en} + "."});
    }
    if ((node.compare == Compare::at_least || node.compare == Compare::at_most) && node.values.size() > 1) {
        errors.push_back({node.column, "以上・以下の後に書ける値は一つです。", ">= and <= take a single value."});
    }
}

}  // namespace

std::vector<RuleError> check_rule(Node const& node, Plan const& plan)
{
    std::vector<RuleError> errors;
    check_into(node, plan, errors);
    return errors;
}

std::string sentence_ja(Node const& node, Plan const& plan)
{
    auto const text = phrase(node, plan, Language::ja);
    return node.kind == Node::Kind::fact && node.fact == Fact::everyone ? text : text + "の職員";
}

std::string sentence_en(Node const& node, Plan const& plan)
{
    auto const text = phrase(node, plan, Language::en);
    return node.kind == Node::Kind::fact && node.fact == Fact::everyone ? text : "staff who: " + text;
}

}  // namespace plan
