// What a member may hold beyond its type. A DTO declares it once, the reader enforces it and the schema prints it:
//   static json::object limits(std::string_view member) { return {{"minLength", 1}, {"maxLength", 200}}; }
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace json {

/// One keyword of JSON Schema: minLength, maxLength, pattern (text, in characters), minimum, maximum (numbers), minItems,
/// maxItems (arrays); `required` makes a query parameter required.
struct Limit {
    std::string_view keyword;
    double number = 0;
    std::string_view text;
    constexpr Limit(char const* k, int n) : keyword(k), number(n) {}
    constexpr Limit(char const* k, double n) : keyword(k), number(n) {}
    constexpr Limit(char const* k, char const* t) : keyword(k), text(t) {}
};

struct object : std::vector<Limit> {
    object() = default;
    object(std::initializer_list<Limit> limits) : std::vector<Limit>(limits) {}
    Limit const* find(std::string_view keyword) const
    {
        for (auto const& limit : *this)
            if (limit.keyword == keyword) return &limit;
        return nullptr;
    }
};

template <class T>
object limits_of(std::string_view member)
{
    if constexpr (requires { T::limits(member); })
        return T::limits(member);
    else
        return {};
}

}  // namespace json
