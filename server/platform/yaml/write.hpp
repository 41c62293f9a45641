// Writes described structs as YAML that reads back equal. Members that equal the default are left out.
#pragma once
#include "platform/core/date.hpp"
#include "platform/core/described.hpp"
#include "platform/yaml/emitter.hpp"

#include <charconv>

namespace yaml {

template <class T>
void write_value(Emitter& out, T const& value);

template <described::Struct T>
void write_item(Emitter& out, T const& item)
{
    static T const untouched{};
    out.begin_mapping();
    boost::mp11::mp_for_each<described::Members<T>>([&](auto member) {
        auto const& value = item.*member.pointer;
        using Value = std::remove_cvref_t<decltype(value)>;
        if constexpr (described::is_list<Value>) {
            if (value.empty()) return;
        } else if constexpr (!described::Struct<Value>) {
            if (value == untouched.*member.pointer) return;
        }
        out.key(member.name);
        write_value(out, value);
    });
    out.end_mapping();
}

template <class T>
void write_value(Emitter& out, T const& value)
{
    if constexpr (described::is_list<T>) {
        out.begin_list(!described::Struct<typename T::value_type>);
        for (auto const& item : value) write_value(out, item);
        out.end_list();
    } else if constexpr (described::is_optional<T>) {
        write_value(out, *value);
    } else if constexpr (described::Struct<T>) {
        write_item(out, value);
    } else if constexpr (std::is_same_v<T, std::string>) {
        out.text(value);
    } else if constexpr (std::is_same_v<T, bool>) {
        out.plain(value ? "true" : "false");
    } else if constexpr (std::is_same_v<T, Date>) {
        out.plain(to_iso(value));
    } else if constexpr (described::Enum<T>) {
        out.plain(boost::describe::enum_to_string(value, ""));
    } else {
        char text[32];
        out.plain({text, std::to_chars(text, text + sizeof text, value).ptr});
    }
}

template <described::Struct T>
std::string write(T const& document)
{
    Emitter out;
    write_item(out, document);
    return out.written();
}

}  // namespace yaml
