// JSON Schema (2020-12, as OpenAPI 3.1 uses it) from the same descriptions the reader and the writer follow.
#pragma once
#include "platform/json/limits.hpp"
#include "platform/json/write.hpp"

#include <map>

namespace json {

/// An input may leave optional members out; an answer always names every member.
enum class Side { input, output };

/// The schemas of structs and enums met on the way, named by their C++ type. Where two types share a name, the second one carries
/// its namespace in front (`PlanVersion`); where one type is both read and answered, the second side is named after the side.
class Components {
public:
    /// The component name of a type; `fresh` when its schema is still to be given by `define`.
    struct Name {
        std::string name;
        bool fresh;
    };
    Name name_for(std::string_view cpp_type, Side);
    void define(std::string const& name, std::string schema) { schemas_[name] = std::move(schema); }
    std::map<std::string, std::string> const& schemas() const { return schemas_; }

private:
    std::map<std::string, std::string> names_;    // "type|side" -> component
    std::map<std::string, std::string> owners_;   // component -> type
    std::map<std::string, std::string> schemas_;  // component -> JSON
};

/// `namespace::Type` as the compiler spells it.
template <class T>
std::string_view type_name()
{
    std::string_view const text = __PRETTY_FUNCTION__;
    auto const begin = text.find("T = ") + 4;
    return text.substr(begin, text.find_first_of(";]", begin) - begin);
}

/// `schema` or null.
std::string nullable(std::string const& schema);
/// `schema` with the keywords that fit it ("string", "number" or "array").
std::string limited(std::string schema, std::string_view kind, object const& limits);

template <class T>
std::string schema_of(Components&, Side, object const& limits = {});

template <Enum T>
std::string enum_schema(Components& components, Side side)
{
    static_cast<void>(side);
    auto const [name, fresh] = components.name_for(type_name<T>(), Side::output);
    if (fresh) components.define(name, R"({"type":"string","enum":)" + write(names_of<T>()) + "}");
    return R"({"$ref":"#/components/schemas/)" + name + "\"}";
}

template <Struct T>
std::string struct_schema(Components& components, Side side)
{
    auto const [name, fresh] = components.name_for(type_name<T>(), side);
    if (fresh) {
        std::string properties;
        std::vector<std::string_view> required;
        boost::mp11::mp_for_each<Members<T>>([&](auto member) {
            using M = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
            if (!properties.empty()) properties += ',';
            append_text(properties, member.name);
            properties += ':' + schema_of<M>(components, side, limits_of<T>(member.name));
            if (side == Side::output || !is_optional<M>) required.emplace_back(member.name);
        });
        auto schema = R"({"type":"object","properties":{)" + properties + '}';
        if (!required.empty()) schema += R"(,"required":)" + write(required);
        components.define(name, schema + R"(,"additionalProperties":false})");
    }
    return R"({"$ref":"#/components/schemas/)" + name + "\"}";
}

template <class T>
std::string schema_of(Components& components, Side side, object const& limits)
{
    if constexpr (is_optional<T>)
        return nullable(schema_of<typename T::value_type>(components, side, limits));
    else if constexpr (std::same_as<T, Raw>)
        return "{}";
    else if constexpr (is_written<T>)
        return schema_of<typename T::Type>(components, side, limits);
    else if constexpr (std::same_as<T, bool>)
        return R"({"type":"boolean"})";
    else if constexpr (std::integral<T>)
        return limited(R"({"type":"integer"})", "number", limits);
    else if constexpr (StrongId<T>)
        return R"({"type":"integer","format":"int64"})";
    else if constexpr (std::floating_point<T>)
        return limited(R"({"type":"number"})", "number", limits);
    else if constexpr (std::same_as<T, Date>)
        return R"({"type":"string","format":"date"})";
    else if constexpr (std::same_as<T, Instant>)
        return R"({"type":"string","format":"date-time"})";
    else if constexpr (Enum<T>)
        return enum_schema<T>(components, side);
    else if constexpr (Text<T>)
        return limited(R"({"type":"string"})", "string", limits);
    else if constexpr (Mapping<T>)
        return R"({"type":"object","additionalProperties":)" + schema_of<typename T::mapped_type>(components, side, limits) + '}';
    else if constexpr (Sequence<T>)
        return limited(R"({"type":"array","items":)" + schema_of<typename T::value_type>(components, side, limits) + '}', "array",
                       limits);
    else
        return struct_schema<T>(components, side);
}

}  // namespace json
