// Described structs from JSON. Every wrong place is named by its JSON pointer before anything is refused.
#pragma once
#include "platform/core/refused.hpp"
#include "platform/json/kinds.hpp"
#include "platform/json/limits.hpp"

#include <cstdint>
#include <limits>
#include <memory>
#include <utility>

namespace boost::json {
class value;
}

namespace json {

/// One value of a parsed document; valid as long as the document.
class Node {
public:
    explicit Node(boost::json::value const& value) : value_(&value) {}
    bool is_null() const;
    bool is_object() const;
    bool is_array() const;
    std::optional<bool> boolean() const;
    std::optional<std::int64_t> integer() const;  ///< also a number written 3.0
    std::optional<double> number() const;
    std::optional<std::string_view> text() const;
    std::size_t size() const;  ///< members or items
    Node item(std::size_t) const;
    std::pair<std::string_view, Node> entry(std::size_t) const;
    std::optional<Node> member(std::string_view name) const;
    std::string as_json() const;

private:
    boost::json::value const* value_;
};

/// Strict JSON: valid UTF-8, no NUL, at most 32 levels deep; refused with invalid_input otherwise.
class Document {
public:
    explicit Document(std::string_view text);
    Document(Document&&) noexcept;
    ~Document();
    Node root() const;

private:
    std::unique_ptr<boost::json::value> value_;
};

/// The way to the value being read; lives on the stack, spelled out only when something is wrong.
struct Where {
    Where const* parent = nullptr;
    std::string_view name;
    std::size_t index = 0;
    bool indexed = false;
    std::string pointer() const;
};

/// Collects what is wrong and goes on reading.
class Fault {
public:
    enum class Missing { is_wrong, keeps_default };
    explicit Fault(Missing missing = Missing::is_wrong) : missing_(missing) {}
    void type(Where const&, std::string_view expected_ja, std::string_view expected_en);
    void required(Where const&);
    void unknown(Where const&);
    void one_of(Where const&, std::vector<std::string_view> const& names);
    void whole_number(Where const&, double minimum, double maximum);
    void text(Where const&, std::string_view value, object const& limits);
    void number(Where const&, double value, object const& limits);
    void items(Where const&, std::size_t count, object const& limits);
    void add(Where const&, std::string ja, std::string en);
    /// Throws invalid_input when anything was wrong.
    void refuse_if_any();

private:
    Missing missing_;
    std::vector<Problem> problems_;
};

template <class T>
void read_value(Node, T&, Where const&, object const& limits, Fault&);

template <Struct T>
void read_struct(Node node, T& value, Where const& where, Fault& fault)
{
    if (!node.is_object()) return fault.type(where, "オブジェクト", "an object");
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
        using M = std::remove_cvref_t<decltype(value.*member.pointer)>;
        Where const here{&where, member.name};
        if (auto const found = node.member(member.name))
            read_value(*found, value.*member.pointer, here, limits_of<T>(member.name), fault);
        else if constexpr (!is_optional<M>)
            fault.required(here);
    });
    for (std::size_t i = 0; i < node.size(); ++i) {
        auto const name = node.entry(i).first;
        bool known = false;
        boost::mp11::mp_for_each<Members<T>>([&](auto member) { known = known || name == member.name; });
        if (!known) fault.unknown(Where{&where, name});
    }
}

template <class T>
void read_sequence(Node node, T& values, Where const& where, object const& limits, Fault& fault)
{
    if (!node.is_array()) return fault.type(where, "配列", "an array");
    fault.items(where, node.size(), limits);
    values.clear();
    values.reserve(node.size());
    for (std::size_t i = 0; i < node.size(); ++i) {
        typename T::value_type item{};
        read_value(node.item(i), item, Where{&where, {}, i, true}, limits, fault);
        values.push_back(std::move(item));
    }
}

template <Mapping T>
void read_mapping(Node node, T& values, Where const& where, object const& limits, Fault& fault)
{
    if (!node.is_object()) return fault.type(where, "オブジェクト", "an object");
    fault.items(where, node.size(), limits);
    values.clear();
    for (std::size_t i = 0; i < node.size(); ++i) {
        auto const [name, item] = node.entry(i);
        read_value(item, values[typename T::key_type(name)], Where{&where, name}, limits, fault);
    }
}

template <std::integral T>
void read_integer(Node node, T& value, Where const& where, object const& limits, Fault& fault)
{
    auto const number = node.integer();
    if (!number || !std::in_range<T>(*number)) {
        return fault.whole_number(where, static_cast<double>(std::numeric_limits<T>::min()),
                                  static_cast<double>(std::numeric_limits<T>::max()));
    }
    fault.number(where, static_cast<double>(*number), limits);
    value = static_cast<T>(*number);
}

/// A value written as text: Date, Instant or an enum, from JSON and from a query string alike.
template <class T>
void read_word(std::string_view text, T& value, Where const& where, Fault& fault)
{
    if constexpr (std::same_as<T, Date>) {
        if (auto const date = date_from_iso(text))
            value = *date;
        else
            fault.type(where, "YYYY-MM-DD 形式の日付", "a date written YYYY-MM-DD");
    } else if constexpr (std::same_as<T, Instant>) {
        if (auto const instant = instant_from_iso(text))
            value = *instant;
        else
            fault.type(where, "YYYY-MM-DDThh:mm:ssZ 形式の日時", "a time written YYYY-MM-DDThh:mm:ssZ");
    } else {
        static_assert(Enum<T>);
        if (!boost::describe::enum_from_string(std::string(text).c_str(), value)) fault.one_of(where, names_of<T>());
    }
}

template <class T>
void read_value(Node node, T& value, Where const& where, object const& limits, Fault& fault)
{
    if constexpr (is_optional<T>) {
        if (node.is_null())
            value.reset();
        else
            read_value(node, value.emplace(), where, limits, fault);
    } else if constexpr (std::same_as<T, Raw>) {
        value.text = node.as_json();
    } else if constexpr (std::same_as<T, bool>) {
        if (auto const b = node.boolean())
            value = *b;
        else
            fault.type(where, "true か false", "true or false");
    } else if constexpr (std::integral<T>) {
        read_integer(node, value, where, limits, fault);
    } else if constexpr (StrongId<T>) {
        read_integer(node, value.value, where, limits, fault);
    } else if constexpr (std::floating_point<T>) {
        auto const number = node.number();
        if (!number) return fault.type(where, "数値", "a number");
        fault.number(where, *number, limits);
        value = static_cast<T>(*number);
    } else if constexpr (Day<T> || Enum<T>) {
        read_word(node.text().value_or(""), value, where, fault);
    } else if constexpr (std::same_as<T, std::string>) {
        auto const text = node.text();
        if (!text) return fault.type(where, "文字列", "text");
        fault.text(where, *text, limits);
        value = *text;
    } else if constexpr (Mapping<T>) {
        read_mapping(node, value, where, limits, fault);
    } else if constexpr (Sequence<T>) {
        read_sequence(node, value, where, limits, fault);
    } else {
        static_assert(Struct<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
        read_struct(node, value, where, fault);
    }
}

/// Refuses with invalid_input and all problems. Members that are not optional are required, unknown members are refused.
template <class T>
T read(std::string_view text)
{
    Document const document(text);
    T value{};
    Fault fault;
    read_value(document.root(), value, Where{}, {}, fault);
    fault.refuse_if_any();
    return value;
}

/// A document this program has stored, perhaps long ago: a member it did not know then keeps its default.
template <class T>
T read_stored(std::string_view text)
{
    Document const document(text);
    T value{};
    Fault fault{Fault::Missing::keeps_default};
    read_value(document.root(), value, Where{}, {}, fault);
    fault.refuse_if_any();
    return value;
}

}  // namespace json
