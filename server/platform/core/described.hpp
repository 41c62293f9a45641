// One walk over a document's described structs serves YAML, xlsx, check and diff: what each member is, said once.
#pragma once
#include <boost/describe/bases.hpp>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace described {

template <class T>
concept Enum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;
template <class T>
concept Struct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

/// A list of structs: a table of its own wherever it stands.
template <class T>
inline constexpr bool is_table = false;
template <Struct T>
inline constexpr bool is_table<std::vector<T>> = true;

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

/// visit(name, value&) for each member in the order of the declaration, inherited ones first.
template <class T, class Visit>
void each_member(T& item, Visit&& visit)
{
    boost::mp11::mp_for_each<Members<std::remove_const_t<T>>>(
        [&](auto member) { visit(std::string_view{member.name}, item.*member.pointer); });
}

/// visit(name, items) for each table of a document: categories, skills, …
template <class Document, class Visit>
void each_table(Document& document, Visit&& visit)
{
    each_member(document, [&](std::string_view name, auto& member) {
        if constexpr (is_table<std::remove_cvref_t<decltype(member)>>) visit(name, member);
    });
}

template <Enum T>
std::string names_of_enum()
{
    std::string names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
        if (!names.empty()) names += ", ";
        names += enumerator.name;
    });
    return names;
}

}  // namespace described
