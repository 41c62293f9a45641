// The SQL of each table an import writes, reached by the type of its record.
#pragma once
#include "features/imports/records.hpp"
#include "platform/db/tx.hpp"

namespace imports {

/// `find` and `remove` take the first and the last id, `update` the whole record, member by member.
struct TableSql {
    std::string_view name;
    db::Sql const& find;
    db::Sql const& update;
    db::Sql const& remove;
};

template <class T>
TableSql const& table_of();
template <>
TableSql const& table_of<UnitRecord>();
template <>
TableSql const& table_of<StaffRecord>();
template <>
TableSql const& table_of<NumberRecord>();
template <>
TableSql const& table_of<EngagementRecord>();
template <>
TableSql const& table_of<PostingRecord>();
template <>
TableSql const& table_of<LeaveRecord>();
template <>
TableSql const& table_of<DutyRecord>();

template <class T>
std::int64_t id_of(T const& record)
{
    if constexpr (requires { record.id.value; })
        return record.id.value;
    else
        return record.id;
}

template <class T>
std::optional<StaffId> person_of(T const& record)
{
    if constexpr (std::same_as<T, StaffRecord>)
        return record.id;
    else if constexpr (requires { record.staff_id; })
        return record.staff_id;
    else
        return std::nullopt;
}

/// The rows as they stand now, by id.
template <class T>
std::vector<T> find_all(db::Tx& tx, std::int64_t first, std::int64_t last)
{
    return tx.all<T>(table_of<T>().find, first, last);
}

template <class T>
void insert_all(db::Tx& tx, std::vector<T> const& records)
{
    auto const& names = db::member_names<T>();
    tx.insert_many<T>(table_of<T>().name, {names.begin(), names.end()}, records);
}

template <class T>
void update(db::Tx& tx, T const& record)
{
    [&]<template <class...> class L, class... D>(L<D...>) {
        tx.run(table_of<T>().update, record.*D::pointer...);
    }(db::MembersOf<T>{});
}

template <class T>
void remove_all(db::Tx& tx, std::int64_t first, std::int64_t last)
{
    tx.run(table_of<T>().remove, first, last);
}

}  // namespace imports
