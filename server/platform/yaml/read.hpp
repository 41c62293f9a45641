// Reads a YAML file into described structs. Every wrong place is told with its line and column.
#pragma once
#include "platform/core/date.hpp"
#include "platform/core/described.hpp"
#include "platform/yaml/node.hpp"

#include <algorithm>
#include <charconv>

namespace yaml {

/// What a file of this kind is, said to whoever gives another one.
struct Expected {
    std::string_view ja, en;
};

class Reader {
public:
    explicit Reader(FromFile& from) : from_(from) {}

    template <described::Struct T>
    void file(std::string_view text, T& target, Expected const& expected)
    {
        auto const root = Node::parse(text, from_);
        if (!root) return;
        if (root->kind() != Node::Kind::mapping)
            return problem(root->place(), "", std::string{expected.ja}, std::string{expected.en});
        value(*root, target, "");
    }

private:
    void problem(FilePlace, std::string pointer, std::string ja, std::string en);
    /// What is written in the mapping that has no place in the struct, or is there twice.
    void strangers(std::vector<Node::Member> const&, std::vector<std::string_view> const& known, std::string const& pointer);

    template <class T>
    void value(Node const& node, T& target, std::string const& pointer)
    {
        from_.places[pointer] = node.place();
        if constexpr (described::is_list<T>) {
            list(node, target, pointer);
        } else if constexpr (described::is_optional<T>) {
            if (node.kind() != Node::Kind::nothing) value(node, target.emplace(), pointer);
        } else if constexpr (described::Struct<T>) {
            item(node, target, pointer);
        } else {
            scalar(node, target, pointer);
        }
    }

    template <class T>
    void list(Node const& node, std::vector<T>& target, std::string const& pointer)
    {
        if (node.kind() == Node::Kind::nothing) return;
        if (node.kind() != Node::Kind::list) {
            return problem(node.place(), pointer, "並び(- で始まる行)を書いてください。",
                           "A list (lines starting with -) is needed here.");
        }
        for (auto const& child : node.items()) {
            auto const place = pointer + "/" + std::to_string(target.size());
            value(child, target.emplace_back(), place);
        }
    }

    template <class T>
    void item(Node const& node, T& target, std::string const& pointer)
    {
        if (node.kind() != Node::Kind::mapping) {
            return problem(node.place(), pointer, "「名前: 値」の組を書いてください。",
                           "A mapping (name: value) is needed here.");
        }
        auto const members = node.members();
        std::vector<std::string_view> known;
        described::each_member(target, [&](std::string_view name, auto& member) {
            known.push_back(name);
            auto const found = std::find_if(members.begin(), members.end(), [&](auto const& m) { return m.name == name; });
            if (found != members.end()) value(found->value, member, pointer + "/" + found->name);
        });
        strangers(members, known, pointer);
    }

    template <class T>
    void scalar(Node const& node, T& target, std::string const& pointer)
    {
        if (node.kind() == Node::Kind::nothing && std::is_same_v<T, std::string>) return;
        if (node.kind() != Node::Kind::value)
            return problem(node.place(), pointer, "一つの値を書いてください。", "A single value is needed here.");
        auto const& text = node.text();
        if constexpr (std::is_same_v<T, std::string>) {
            // A block text ends with the line break of its last line, which is not part of what it says.
            target = text.substr(0, text.find_last_not_of('\n') + 1);
        } else if constexpr (std::is_same_v<T, bool>) {
            if (text != "true" && text != "false")
                return problem(node.place(), pointer, "true か false を書いてください。", "Write true or false.");
            target = text == "true";
        } else if constexpr (std::is_same_v<T, Date>) {
            auto const date = date_from_iso(text);
            if (!date)
                return problem(node.place(), pointer, "日付は 2025-04-01 の形で書いてください。",
                               "Write the date as 2025-04-01.");
            target = *date;
        } else if constexpr (described::Enum<T>) {
            if (boost::describe::enum_from_string(text.c_str(), target)) return;
            auto const names = described::names_of_enum<T>();
            problem(node.place(), pointer, "「" + text + "」は使えません。" + names + " のいずれかです。",
                    "\"" + text + "\" is not one of " + names + ".");
        } else {
            auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), target);
            if (error != std::errc{} || end != text.data() + text.size())
                problem(node.place(), pointer, "数値を書いてください。", "A number is needed here.");
        }
    }

    FromFile& from_;
};

/// Fills `target` as far as the text can be read; what is wrong with it is in `from`.
template <described::Struct T>
void read(std::string_view text, T& target, FromFile& from, Expected const& expected)
{
    Reader{from}.file(text, target, expected);
}

}  // namespace yaml
