// One walk over the plan's structs serves YAML, xlsx, check and diff: what each member is, said once.
#pragma once
#include "platform/core/date.hpp"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace plan {

template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;
template <class T>
concept DescribedStruct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

/// visit(name, value&) for each member in the order of the declaration.
template <class Struct, class Visit>
void each_member(Struct& item, Visit&& visit)
{
    using Members = boost::describe::describe_members<std::remove_const_t<Struct>, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Members>([&](auto member) { visit(std::string_view{member.name}, item.*member.pointer); });
}

/// visit(name, items) for each table of the plan: categories, skills, …
template <class Plan, class Visit>
void each_table(Plan& plan, Visit&& visit)
{
    each_member(plan, [&](std::string_view name, auto& member) {
        if constexpr (is_list<std::remove_cvref_t<decltype(member)>>) visit(name, member);
    });
}

template <DescribedEnum Enum>
std::string names_of_enum()
{
    std::string names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto enumerator) {
        if (!names.empty()) names += ", ";
        names += enumerator.name;
    });
    return names;
}

}  // namespace plan
