// Query strings as described structs, with the same limits and the same complaints as JSON bodies.
#pragma once
#include "platform/http/message.hpp"
#include "platform/json/read.hpp"

#include <charconv>

namespace http {

/// The day a question is asked as of; nearly every query starts with it.
struct AsOf {
    std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(AsOf, (), (on))

using QueryPairs = std::vector<std::pair<std::string, std::string>>;

template <class T>
bool number_from(std::string_view text, T& value)
{
    auto const end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && stop == end;
}

template <class T>
void read_parameter(std::string_view text, T& value, json::Where const& where, json::object const& limits, json::Fault& fault)
{
    if constexpr (json::is_optional<T>) {
        read_parameter(text, value.emplace(), where, limits, fault);
    } else if constexpr (std::same_as<T, bool>) {
        value = text == "true" || text == "1";
        if (!value && text != "false" && text != "0") fault.type(where, "true か false", "true or false");
    } else if constexpr (StrongId<T>) {
        if (!number_from(text, value.value)) fault.type(where, "整数", "a whole number");
    } else if constexpr (std::is_arithmetic_v<T>) {
        if (!number_from(text, value)) return fault.type(where, "数値", "a number");
        fault.number(where, static_cast<double>(value), limits);
    } else if constexpr (json::Day<T> || json::Enum<T>) {
        json::read_word(text, value, where, fault);
    } else if constexpr (std::same_as<T, std::string>) {
        fault.text(where, text, limits);
        value = text;
    } else {
        static_assert(json::Sequence<T>, "a query member is a word, a number, a day, or a vector of those");
        read_parameter(text, value.emplace_back(), where, limits, fault);
    }
}

/// A parameter that is left out, or empty and not text, keeps the member's default; an unknown one is refused.
template <json::Struct Query>
Query read_query(QueryPairs const& pairs)
{
    Query query{};
    json::Fault fault;
    json::Where const root;
    boost::mp11::mp_for_each<json::Members<Query>>([&](auto member) {
        auto& value = query.*member.pointer;
        json::Where const here{&root, member.name};
        auto const limits = json::limits_of<Query>(member.name);
        bool given = false;
        for (auto const& [name, text] : pairs) {
            if (name != member.name || text.empty()) continue;
            read_parameter(text, value, here, limits, fault);
            given = true;
        }
        if (!given && limits.find("required")) fault.required(here);
    });
    for (auto const& pair : pairs) {
        bool known = false;
        boost::mp11::mp_for_each<json::Members<Query>>([&](auto member) { known = known || pair.first == member.name; });
        if (!known) fault.unknown(json::Where{&root, pair.first});
    }
    fault.refuse_if_any();
    return query;
}

}  // namespace http
