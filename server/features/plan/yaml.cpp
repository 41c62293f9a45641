#include "features/plan/yaml.hpp"

#include "features/plan/describe.hpp"

#include <yaml-cpp/yaml.h>

#include <charconv>
#include <set>

namespace plan {
namespace {

class Reader {
public:
    ReadPlan read(std::string_view text)
    {
        YAML::Node root;
        try {
            root = YAML::Load(std::string{text});
        } catch (YAML::ParserException const& error) {
            problem(error.mark, "", "YAML として読み取れません: " + error.msg, "Not valid YAML: " + error.msg);
            return std::move(result_);
        }
        if (!root.IsMap()) {
            problem(root.Mark(), "", "計画ファイルは municipality, document, categories … の見出しで始まります。",
                    "A plan file is a mapping with municipality, document, categories …");
            return std::move(result_);
        }
        value(root, result_.plan, "");
        return std::move(result_);
    }

private:
    void problem(YAML::Mark mark, std::string pointer, std::string ja, std::string en)
    {
        result_.problems.push_back({mark.line + 1, mark.column + 1, std::move(pointer), std::move(ja), std::move(en)});
    }

    template <class T>
    void value(YAML::Node const& node, T& target, std::string const& pointer)
    {
        result_.places[pointer] = {node.Mark().line + 1, node.Mark().column + 1};
        if constexpr (is_list<T>) {
            list(node, target, pointer);
        } else if constexpr (is_optional<T>) {
            if (!node.IsNull()) value(node, target.emplace(), pointer);
        } else if constexpr (DescribedStruct<T>) {
            item(node, target, pointer);
        } else {
            scalar(node, target, pointer);
        }
    }

    template <class T>
    void list(YAML::Node const& node, std::vector<T>& target, std::string const& pointer)
    {
        if (node.IsNull()) return;
        if (!node.IsSequence()) {
            return problem(node.Mark(), pointer, "並び(- で始まる行)を書いてください。",
                           "A list (lines starting with -) is needed here.");
        }
        for (std::size_t i = 0; i < node.size(); ++i) {
            target.emplace_back();
            value(node[i], target.back(), pointer + "/" + std::to_string(i));
        }
    }

    template <class T>
    void item(YAML::Node const& node, T& target, std::string const& pointer)
    {
        if (!node.IsMap()) {
            return problem(node.Mark(), pointer, "「名前: 値」の組を書いてください。", "A mapping (name: value) is needed here.");
        }
        std::string known;
        std::set<std::string> names;
        each_member(target, [&](std::string_view name, auto& member) {
            names.emplace(name);
            known += (known.empty() ? "" : ", ") + std::string{name};
            if (auto const child = node[std::string{name}]) value(child, member, pointer + "/" + std::string{name});
        });
        std::set<std::string> seen;
        for (auto const& pair : node) {
            auto const name = pair.first.Scalar();
            if (!names.contains(name)) {
                problem(pair.first.Mark(), pointer + "/" + name,
                        "「" + name + "」という項目はありません。使えるのは " + known + " です。",
                        "There is no member \"" + name + "\". Known: " + known + ".");
            }
            if (!seen.insert(name).second) {
                problem(pair.first.Mark(), pointer + "/" + name, "「" + name + "」が二度書かれています。一つにまとめてください。",
                        "\"" + name + "\" is written twice; keep one.");
            }
        }
    }

    template <class T>
    void scalar(YAML::Node const& node, T& target, std::string const& pointer)
    {
        if (node.IsNull() && std::is_same_v<T, std::string>) return;
        if (!node.IsScalar())
            return problem(node.Mark(), pointer, "一つの値を書いてください。", "A single value is needed here.");
        auto const& text = node.Scalar();
        if constexpr (std::is_same_v<T, std::string>) {
            // A block text ends with the line break of its last line, which is not part of what it says.
            target = text.substr(0, text.find_last_not_of('\n') + 1);
        } else if constexpr (std::is_same_v<T, bool>) {
            if (text != "true" && text != "false")
                return problem(node.Mark(), pointer, "true か false を書いてください。", "Write true or false.");
            target = text == "true";
        } else if constexpr (std::is_same_v<T, Date>) {
            auto const date = date_from_iso(text);
            if (!date)
                return problem(node.Mark(), pointer, "日付は 2025-04-01 の形で書いてください。", "Write the date as 2025-04-01.");
            target = *date;
        } else if constexpr (DescribedEnum<T>) {
            if (!boost::describe::enum_from_string(text.c_str(), target)) {
                problem(node.Mark(), pointer, "「" + text + "」は使えません。" + names_of_enum<T>() + " のいずれかです。",
                        "\"" + text + "\" is not one of " + names_of_enum<T>() + ".");
            }
        } else {
            auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), target);
            if (error != std::errc{} || end != text.data() + text.size()) {
                problem(node.Mark(), pointer, "数値を書いてください。", "A number is needed here.");
            }
        }
    }

    ReadPlan result_;
};

template <class T>
void write_value(YAML::Emitter& out, T const& value);

/// Members that equal the default are left out, except in lists where the place matters.
template <DescribedStruct T>
void write_item(YAML::Emitter& out, T const& item)
{
    static T const untouched{};
    out << YAML::BeginMap;
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto member) {
        auto const& value = item.*member.pointer;
        using Value = std::remove_cvref_t<decltype(value)>;
        if constexpr (is_list<Value>) {
            if (value.empty()) return;
        } else if constexpr (!DescribedStruct<Value>) {
            if (value == untouched.*member.pointer) return;
        }
        out << YAML::Key << member.name << YAML::Value;
        write_value(out, value);
    });
    out << YAML::EndMap;
}

void write_text(YAML::Emitter& out, std::string const& text)
{
    // A literal block keeps line breaks readable; it cannot hold leading spaces or trailing breaks exactly, a quoted text can.
    auto const readable = text.find('\n') != std::string::npos && text.front() != ' ' && text.front() != '\n' &&
                          text.back() != '\n' && text.find(" \n") == std::string::npos && text.find('\t') == std::string::npos &&
                          text.find('\r') == std::string::npos;
    if (readable) {
        out << YAML::Literal << text;
    } else {
        out << YAML::DoubleQuoted << text;
    }
}

template <class T>
void write_value(YAML::Emitter& out, T const& value)
{
    if constexpr (is_list<T>) {
        constexpr bool short_items = !DescribedStruct<typename T::value_type>;
        if (short_items) out << YAML::Flow;
        out << YAML::BeginSeq;
        for (auto const& item : value) write_value(out, item);
        out << YAML::EndSeq;
    } else if constexpr (is_optional<T>) {
        write_value(out, *value);
    } else if constexpr (DescribedStruct<T>) {
        write_item(out, value);
    } else if constexpr (std::is_same_v<T, std::string>) {
        write_text(out, value);
    } else if constexpr (std::is_same_v<T, Date>) {
        out << to_iso(value);
    } else if constexpr (DescribedEnum<T>) {
        out << boost::describe::enum_to_string(value, "");
    } else if constexpr (std::is_same_v<T, double>) {
        char text[32];
        out << std::string(text, std::to_chars(text, text + sizeof text, value).ptr);
    } else {
        out << value;
    }
}

}  // namespace

ReadPlan read_yaml(std::string_view text) { return Reader{}.read(text); }

std::string write_yaml(Plan const& plan)
{
    YAML::Emitter out;
    out.SetIndent(2);
    write_value(out, plan);
    return std::string{out.c_str()} + "\n";
}

}  // namespace plan
