#include "features/selfcheck/checklist.hpp"

#include "platform/yaml/read.hpp"
#include "selfcheck_files.hpp"

#include <algorithm>
#include <set>

namespace selfcheck {
namespace {

void missing(std::vector<Problem>& problems, std::string pointer, char const* ja, char const* en)
{
    problems.push_back({std::move(pointer), ja, en});
}

}  // namespace

json::object CheckGroup::limits(std::string_view member)
{
    if (member == "code") return {{"minLength", 1}, {"maxLength", 20}};
    return {{"maxLength", 100}};
}

json::object CheckItem::limits(std::string_view member)
{
    if (member == "code" || member == "group") return {{"maxLength", 20}};
    return {{"maxLength", 500}};
}

json::object Checklist::limits(std::string_view member)
{
    if (member == "groups") return {{"maxItems", 20}};
    if (member == "items") return {{"maxItems", 100}};
    if (member == "intro" || member == "intro_en") return {{"maxLength", 2000}};
    return {{"maxLength", 200}};
}

Checklist const& shipped()
{
    static auto const list = [] {
        Checklist read;
        FromFile from;
        yaml::read(http::find_asset(selfcheck_files(), "/section.yaml")->identity.bytes, read, from,
                   {"点検表のファイルは title, groups, items の見出しで始まります。",
                    "A checklist is a mapping with title, groups and items."});
        if (!from.problems.empty()) throw std::logic_error("selfchecks/section.yaml: " + from.problems.front().en);
        return read;
    }();
    return list;
}

std::vector<Problem> problems_of(Checklist const& list)
{
    std::vector<Problem> problems;
    if (list.title.empty()) missing(problems, "/title", "点検の名前を入力してください。", "Give the check a title.");
    if (list.items.empty()) missing(problems, "/items", "項目を一つ以上入れてください。", "At least one item is needed.");
    std::set<std::string> groups, codes;
    for (std::size_t i = 0; i < list.groups.size(); ++i) {
        auto const at = "/groups/" + std::to_string(i);
        if (list.groups[i].title.empty()) missing(problems, at + "/title", "分類の名前を入力してください。", "Name the group.");
        if (!groups.insert(list.groups[i].code).second)
            missing(problems, at + "/code", "同じ記号の分類があります。", "Another group has this code.");
    }
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        auto const& item = list.items[i];
        auto const at = "/items/" + std::to_string(i);
        if (item.text.empty()) missing(problems, at + "/text", "項目の文を入力してください。", "Write what is checked.");
        if (item.code.empty())
            missing(problems, at + "/code", "項目の記号を入力してください。", "Give the item a code.");
        else if (!codes.insert(item.code).second)
            missing(problems, at + "/code", "同じ記号の項目があります。", "Another item has this code.");
        if (!groups.contains(item.group)) missing(problems, at + "/group", "分類を選んでください。", "Choose a group.");
    }
    return problems;
}

std::optional<std::size_t> find_item(Checklist const& list, std::string_view code)
{
    auto const found = std::find_if(list.items.begin(), list.items.end(), [&](auto const& item) { return item.code == code; });
    if (found == list.items.end()) return std::nullopt;
    return static_cast<std::size_t>(found - list.items.begin());
}

}  // namespace selfcheck
