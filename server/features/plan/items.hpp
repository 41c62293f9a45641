// What every item of a plan has whatever its table: a key that stays the same between versions, a name to call it by,
// and Japanese and English words for its table and its members.
#pragma once
#include "features/plan/plan.hpp"
#include "platform/core/described.hpp"

namespace plan {

struct Label {
    std::string_view ja, en;
};
/// Words for a table ("categories" → 人材区分) or a member ("clause" → 出典); the name itself when there are none.
Label label_of_table(std::string_view name);
Label label_of_member(std::string_view name);

/// Identifies the item within its table from version to version.
template <class Item>
std::string key_of(Item const& item)
{
    if constexpr (requires { item.code; }) {
        return item.code;
    } else if constexpr (requires {
                             item.category;
                             item.skill;
                         }) {
        return item.category + "/" + item.skill;
    } else if constexpr (requires {
                             item.level;
                             item.people;
                         }) {
        return item.level + "/" + std::to_string(item.fiscal_year);
    } else if constexpr (requires {
                             item.band;
                             item.course;
                         }) {
        return std::to_string(item.fiscal_year) + "/" + item.band + "/" + item.course + item.activity;
    } else if constexpr (requires { item.option; }) {
        return item.survey + "/" + item.question_code + "/" + item.option;
    } else if constexpr (requires { item.term; }) {
        return item.term;
    } else if constexpr (requires { item.title; }) {
        return item.title;
    } else {
        return item.name;
    }
}

/// What people call the item.
template <class Item>
std::string name_of_item(Plan const&, Item const& item)
{
    if constexpr (requires { item.name; }) {
        return item.name;
    } else if constexpr (requires { item.term; }) {
        return item.term;
    } else if constexpr (requires { item.title; }) {
        return item.title;
    } else if constexpr (requires { item.option; }) {
        return item.question + ": " + item.option;
    } else if constexpr (requires { item.action; }) {
        return item.action;
    } else {
        return key_of(item);
    }
}
std::string name_of_item(Plan const&, Requirement const&);  ///< 「DX基礎 × 課長補佐」
std::string name_of_item(Plan const&, Target const&);       ///< 「レベル1 令和7年度」
std::string name_of_item(Plan const&, YearRow const&);
std::string name_of_item(Plan const&, GuidelineItem const&);
std::string name_of_item(Plan const&, PracticeRule const&);

}  // namespace plan
