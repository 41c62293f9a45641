// A value that was read, or the reason why it could not be: for cells of a table, where one bad cell must not stop the rest.
#pragma once
#include <string>
#include <utility>
#include <variant>

namespace text {

struct Reason {
    std::string ja;
    std::string en;
};

template <class T>
class Reading {
public:
    Reading(T value) : outcome_(std::in_place_index<0>, std::move(value)) {}
    Reading(Reason reason) : outcome_(std::in_place_index<1>, std::move(reason)) {}

    explicit operator bool() const { return outcome_.index() == 0; }
    T const& operator*() const { return std::get<0>(outcome_); }
    T const* operator->() const { return &std::get<0>(outcome_); }
    /// Says what is wrong and what would be right. Only when there is no value.
    Reason const& reason() const { return std::get<1>(outcome_); }

private:
    std::variant<T, Reason> outcome_;
};

}  // namespace text
