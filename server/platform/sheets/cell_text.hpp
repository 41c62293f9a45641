// A member's value as the text of one cell: what a workbook holds and what an edit form sends.
#pragma once
#include "platform/core/date.hpp"
#include "platform/core/described.hpp"

#include <charconv>

namespace sheets {

/// List items stand on lines of their own; a line break or backslash inside an item is escaped.
std::string joined(std::vector<std::string> const& items);
std::vector<std::string> split(std::string_view text);

template <class T>
std::string cell_text(T const& value)
{
    if constexpr (described::is_optional<T>) {
        return value ? cell_text(*value) : "";
    } else if constexpr (described::is_list<T>) {
        std::vector<std::string> items;
        items.reserve(value.size());
        for (auto const& item : value) items.push_back(cell_text(item));
        return joined(items);
    } else if constexpr (std::is_same_v<T, std::string>) {
        return value;
    } else if constexpr (std::is_same_v<T, bool>) {
        return value ? "true" : "false";
    } else if constexpr (std::is_same_v<T, Date>) {
        return to_iso(value);
    } else if constexpr (described::Enum<T>) {
        return boost::describe::enum_to_string(value, "");
    } else {
        char text[32];
        return {text, std::to_chars(text, text + sizeof text, value).ptr};
    }
}

/// False when the text is no such value; an empty text keeps the default.
template <class T>
bool read_text(std::string const& text, T& target)
{
    if (text.empty()) return true;
    if constexpr (described::is_optional<T>) {
        return read_text(text, target.emplace());
    } else if constexpr (described::is_list<T>) {
        for (auto const& item : split(text)) {
            if (!read_text(item, target.emplace_back())) return false;
        }
        return true;
    } else if constexpr (std::is_same_v<T, std::string>) {
        target = text;
        return true;
    } else if constexpr (std::is_same_v<T, bool>) {
        target = text == "true" || text == "TRUE";
        return target || text == "false" || text == "FALSE";
    } else if constexpr (std::is_same_v<T, Date>) {
        auto const date = date_from_iso(text);
        if (date) target = *date;
        return date.has_value();
    } else if constexpr (described::Enum<T>) {
        return boost::describe::enum_from_string(text.c_str(), target);
    } else {
        auto const end = text.data() + text.size();
        auto const [stop, error] = std::from_chars(text.data(), end, target);
        return error == std::errc{} && stop == end;
    }
}

/// What would have been right, in Japanese.
template <class T>
std::string wanted()
{
    if constexpr (described::is_optional<T> || described::is_list<T>) {
        return wanted<typename T::value_type>();
    } else if constexpr (described::Enum<T>) {
        return described::names_of_enum<T>() + " のいずれか";
    } else if constexpr (std::is_same_v<T, bool>) {
        return "true か false";
    } else if constexpr (std::is_same_v<T, Date>) {
        return "2025-04-01 の形の日付";
    } else {
        return "数値";
    }
}

}  // namespace sheets
