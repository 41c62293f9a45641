// JSON straight from described structs: no document in between, one pass, one string.
#pragma once
#include "platform/json/kinds.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace json {

/// Appends `text` quoted and escaped.
void append_text(std::string& out, std::string_view text);
void append_date(std::string& out, Date);

namespace detail {

// `"name":`, made when compiling.
template <class D>
constexpr auto key_of()
{
    constexpr std::size_t length = std::char_traits<char>::length(D::name);
    std::array<char, length + 3> key{};
    key[0] = '"';
    for (std::size_t i = 0; i < length; ++i) key[i + 1] = D::name[i];
    key[length + 1] = '"';
    key[length + 2] = ':';
    return key;
}

}  // namespace detail

template <class T>
void append(std::string& out, T const& value);

template <class T>
void append_number(std::string& out, T value)
{
    char digits[32];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

template <Struct T>
void append_struct(std::string& out, T const& value)
{
    out += '{';
    bool first = true;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
        static constexpr auto key = detail::key_of<decltype(member)>();
        if (!first) out += ',';
        first = false;
        out.append(key.data(), key.size());
        append(out, value.*member.pointer);
    });
    out += '}';
}

template <class T>
void append_sequence(std::string& out, T const& values)
{
    out += '[';
    bool first = true;
    for (auto const& value : values) {
        if (!first) out += ',';
        first = false;
        append(out, static_cast<typename T::value_type const&>(value));
    }
    out += ']';
}

template <Mapping T>
void append_mapping(std::string& out, T const& values)
{
    out += '{';
    bool first = true;
    for (auto const& [key, value] : values) {
        if (!first) out += ',';
        first = false;
        append_text(out, key);
        out += ':';
        append(out, value);
    }
    out += '}';
}

template <class T>
void append(std::string& out, T const& value)
{
    if constexpr (is_optional<T>) {
        if (value)
            append(out, *value);
        else
            out += "null";
    } else if constexpr (std::same_as<T, Raw> || is_written<T>) {
        out += value.text;
    } else if constexpr (std::same_as<T, bool>) {
        out += value ? "true" : "false";
    } else if constexpr (std::integral<T>) {
        append_number(out, value);
    } else if constexpr (std::floating_point<T>) {
        if (std::isfinite(value))
            append_number(out, value);
        else
            out += "null";
    } else if constexpr (StrongId<T>) {
        append_number(out, value.value);
    } else if constexpr (std::same_as<T, Date>) {
        append_date(out, value);
    } else if constexpr (std::same_as<T, Instant>) {
        append_text(out, to_iso(value));
    } else if constexpr (Enum<T>) {
        append_text(out, boost::describe::enum_to_string(value, ""));
    } else if constexpr (Text<T>) {
        append_text(out, value);
    } else if constexpr (Mapping<T>) {
        append_mapping(out, value);
    } else if constexpr (Sequence<T>) {
        append_sequence(out, value);
    } else {
        static_assert(Struct<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
        append_struct(out, value);
    }
}

template <class T>
std::string write(T const& value)
{
    std::string out;
    out.reserve(512);
    append(out, value);
    return out;
}

template <class T>
Written<T> written(T const& value)
{
    return {write(value)};
}

}  // namespace json
