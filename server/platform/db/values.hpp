// How C++ values travel: what a parameter may be and what a column may be read as.
// Days and instants are ISO text, booleans 0/1, described enums their names, ids integers.
#pragma once
#include "platform/core/date.hpp"
#include "platform/core/ids.hpp"
#include "platform/db/statement.hpp"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <array>
#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace db {

template <class T>
concept Described = std::is_class_v<T> && boost::describe::has_describe_members<T>::value && !StrongId<T>;
template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

namespace detail {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

void put(Binder&, int position, Date);
void put(Binder&, int position, Instant);
Date date_at(Statement const&, int column);
Instant instant_at(Statement const&, int column);
[[noreturn]] void unexpected_null(Statement const&, int column);
[[noreturn]] void out_of_range(Statement const&, int column);
[[noreturn]] void unknown_name(Statement const&, int column);

}  // namespace detail

template <class T>
void put_value(Binder& to, int position, T const& value)
{
    if constexpr (detail::is_optional<T>) {
        if (value) return put_value(to, position, *value);
        to.null(position);
    } else if constexpr (std::same_as<T, std::nullopt_t>) {
        to.null(position);
    } else if constexpr (std::same_as<T, bool>) {
        to.integer(position, value ? 1 : 0);
    } else if constexpr (StrongId<T>) {
        to.integer(position, value.value);
    } else if constexpr (std::integral<T>) {
        static_assert(sizeof(T) < 8 || std::signed_integral<T>, "a 64 bit column is signed");
        to.integer(position, value);
    } else if constexpr (std::floating_point<T>) {
        to.real(position, value);
    } else if constexpr (DescribedEnum<T>) {
        to.text(position, boost::describe::enum_to_string(value, ""));
    } else if constexpr (std::same_as<T, Date> || std::same_as<T, Instant>) {
        detail::put(to, position, value);
    } else if constexpr (std::convertible_to<T const&, std::string_view>) {
        to.text(position, value);
    } else if constexpr (std::convertible_to<T const&, BlobView>) {
        to.blob(position, value);
    } else {
        static_assert(sizeof(T) == 0, "this type cannot be stored; an enum needs BOOST_DESCRIBE_ENUM");
    }
}

template <class T>
T value_at(Statement const& row, int column)
{
    if constexpr (detail::is_optional<T>) {
        if (row.is_null(column)) return std::nullopt;
        return value_at<typename T::value_type>(row, column);
    } else {
        if (row.is_null(column)) detail::unexpected_null(row, column);
        if constexpr (std::same_as<T, bool>) {
            return row.integer_at(column) != 0;
        } else if constexpr (StrongId<T>) {
            return T{row.integer_at(column)};
        } else if constexpr (std::integral<T>) {
            auto const wide = row.integer_at(column);
            if (!std::in_range<T>(wide)) detail::out_of_range(row, column);
            return static_cast<T>(wide);
        } else if constexpr (std::floating_point<T>) {
            return static_cast<T>(row.real_at(column));
        } else if constexpr (std::same_as<T, std::string>) {
            return std::string{row.text_at(column)};
        } else if constexpr (std::same_as<T, Date>) {
            return detail::date_at(row, column);
        } else if constexpr (std::same_as<T, Instant>) {
            return detail::instant_at(row, column);
        } else if constexpr (std::same_as<T, Blob>) {
            return row.blob_at(column);
        } else if constexpr (DescribedEnum<T>) {
            T value{};
            if (!boost::describe::enum_from_string(std::string{row.text_at(column)}.c_str(), value))
                detail::unknown_name(row, column);
            return value;
        } else {
            static_assert(sizeof(T) == 0, "this type cannot be read from a column; an enum needs BOOST_DESCRIBE_ENUM");
        }
    }
}

template <Described T>
using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

/// The names of a described struct's members, in order.
template <Described T>
auto const& member_names()
{
    static auto const names = [] {
        std::array<std::string_view, boost::mp11::mp_size<MembersOf<T>>::value> all;
        std::size_t i = 0;
        boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) { all[i++] = member.name; });
        return all;
    }();
    return names;
}

namespace detail {
template <class T>
inline constexpr char type_tag = 0;
}

/// Reads the rows of one running statement as T: a described struct by column name, anything else from the first column.
template <class T>
class RowReader {
public:
    explicit RowReader(Statement& statement) : statement_(statement)
    {
        if constexpr (Described<T>) columns_ = statement.columns_named(&detail::type_tag<T>, member_names<T>());
    }
    T operator()() const
    {
        if constexpr (Described<T>) {
            T row{};
            std::size_t i = 0;
            boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
                auto& place = row.*member.pointer;
                place = value_at<std::remove_reference_t<decltype(place)>>(statement_, columns_[i++]);
            });
            return row;
        } else {
            return value_at<T>(statement_, 0);
        }
    }

private:
    Statement& statement_;
    std::span<int const> columns_;
};

}  // namespace db
