// How C++ types meet JSON: one question per kind, asked by the writer, the reader and the schema printer alike.
//   bool, integers, double, text   as themselves          std::optional<T>   T or null
//   Date, Instant                  ISO 8601 text          std::vector<T>     array
//   Id<Tag>                        number                 std::map<text, T>  object
//   BOOST_DESCRIBE_ENUM            its name               BOOST_DESCRIBE_STRUCT  object, inherited members first
//   json::Raw                      any JSON, kept as text
//   json::Written<T>               as T; only answered
#pragma once
#include "platform/core/date.hpp"
#include "platform/core/ids.hpp"

#include <boost/describe/bases.hpp>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace json {

/// JSON that is passed on without being understood. Must hold one valid value.
struct Raw {
    std::string text = "null";
    friend bool operator==(Raw const&, Raw const&) = default;
};

/// A T that was written before and is answered again.
template <class T>
struct Written {
    using Type = T;
    std::string text;
};
template <class T>
inline constexpr bool is_written = false;
template <class T>
inline constexpr bool is_written<Written<T>> = true;

/// What an endpoint without an answer answers: {}.
struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
concept Text = std::convertible_to<T const&, std::string_view>;
template <class T>
concept Day = std::same_as<T, Date> || std::same_as<T, Instant>;
template <class T>
concept Struct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;
template <class T>
concept Enum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;
template <class T>
concept Sequence = requires(T const& t)
{
    t.begin();
    t.end();
    typename T::value_type;
}
&&!Text<T>;
template <class T>
concept Mapping = Sequence<T> && requires
{
    typename T::mapped_type;
};

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <Enum T>
std::vector<std::string_view> names_of()
{
    std::vector<std::string_view> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto e) { names.emplace_back(e.name); });
    return names;
}

}  // namespace json
