#include "features/plan/diff.hpp"

#include "features/plan/items.hpp"

#include <charconv>
#include <map>

namespace plan {
namespace {

std::string text_of(std::string const& value) { return value; }
std::string text_of(bool value) { return value ? "○" : "－"; }
std::string text_of(int value) { return std::to_string(value); }
std::string text_of(Date value) { return to_iso(value); }
std::string text_of(double value)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}
std::string text_of(Mark mark) { return mark == Mark::required ? "●" : "★"; }
template <described::Enum Enum>
std::string text_of(Enum value)
{
    return boost::describe::enum_to_string(value, "");
}
template <class T>
std::string text_of(std::optional<T> const& value)
{
    return value ? text_of(*value) : "";
}
template <class T>
std::string text_of(std::vector<T> const& values)
{
    std::string text;
    for (auto const& value : values) text += (text.empty() ? "" : "、") + text_of(value);
    return text;
}

std::string quoted(std::string const& text) { return text.empty() ? "(なし)" : "「" + text + "」"; }
std::string quoted_en(std::string const& text) { return text.empty() ? "(none)" : "\"" + text + "\""; }

class Differ {
public:
    Differ(Plan const& before, Plan const& after) : before_(before), after_(after) {}

    std::vector<Change> diff()
    {
        single("municipality", before_.municipality, after_.municipality);
        single("document", before_.document, after_.document);
        single("population", before_.population, after_.population);
        boost::mp11::mp_for_each<boost::describe::describe_members<Plan, boost::describe::mod_public>>([&](auto member) {
            auto const& items = before_.*member.pointer;
            if constexpr (described::is_list<std::remove_cvref_t<decltype(items)>>)
                table(member.name, items, after_.*member.pointer);
        });
        return std::move(changes_);
    }

private:
    template <class Item>
    void single(std::string_view table, Item const& before, Item const& after)
    {
        members(table, "", std::string{label_of_table(table).ja}, before, after);
    }

    template <class Item>
    void table(std::string_view name, std::vector<Item> const& before, std::vector<Item> const& after)
    {
        std::map<std::string, Item const*> old_items, new_items;
        for (auto const& item : before) old_items.emplace(key_of(item), &item);
        for (auto const& item : after) new_items.emplace(key_of(item), &item);
        for (auto const& item : before) {
            if (!new_items.contains(key_of(item))) whole(name, item, before_, ChangeKind::removed);
        }
        for (auto const& item : after) {
            auto const old = old_items.find(key_of(item));
            if (old == old_items.end()) {
                whole(name, item, after_, ChangeKind::added);
            } else {
                members(name, key_of(item), name_of_item(after_, item), *old->second, item);
            }
        }
    }

    template <class Item>
    void whole(std::string_view table, Item const& item, Plan const& plan, ChangeKind kind)
    {
        auto const label = name_of_item(plan, item);
        auto const words = label_of_table(table);
        std::string mark;
        if constexpr (std::is_same_v<Item, Requirement>) mark = text_of(item.mark);
        auto const added = kind == ChangeKind::added;
        changes_.push_back({std::string{table}, key_of(item), label, kind, "", added ? "" : mark, added ? mark : "",
                            std::string{words.ja} + "の「" + label + "」" + (mark.empty() ? "" : "(" + mark + ")") +
                                (added ? "を追加します。" : "を削除します。"),
                            std::string{added ? "Adds " : "Removes "} + quoted_en(label) +
                                (mark.empty() ? "" : " (" + mark + ")") + (added ? " to " : " from ") + std::string{words.en} +
                                "."});
    }

    template <class Item>
    void members(std::string_view table, std::string const& code, std::string const& label, Item const& before, Item const& after)
    {
        boost::mp11::mp_for_each<boost::describe::describe_members<Item, boost::describe::mod_public>>([&](auto member) {
            auto const& old_value = before.*member.pointer;
            auto const& new_value = after.*member.pointer;
            if constexpr (described::Struct<std::remove_cvref_t<decltype(old_value)>>) {
                members(table, code, std::string{label_of_member(member.name).ja}, old_value, new_value);
            } else {
                auto const old_text = text_of(old_value);
                auto const new_text = text_of(new_value);
                if (old_text != new_text) changed(table, code, label, member.name, old_text, new_text);
            }
        });
    }

    void changed(std::string_view table, std::string const& code, std::string const& label, std::string_view field,
                 std::string const& before, std::string const& after)
    {
        auto const words = label_of_member(field);
        changes_.push_back(
            {std::string{table}, code, label, ChangeKind::changed, std::string{field}, before, after,
             "「" + label + "」の" + std::string{words.ja} + "を" + quoted(before) + "から" + quoted(after) + "に改めます。",
             "Changes the " + std::string{words.en} + " of " + quoted_en(label) + " from " + quoted_en(before) + " to " +
                 quoted_en(after) + "."});
    }

    Plan const& before_;
    Plan const& after_;
    std::vector<Change> changes_;
};

}  // namespace

std::vector<Change> diff(Plan const& before, Plan const& after) { return Differ{before, after}.diff(); }

}  // namespace plan
