// What people write into the cells of a roster: yes and no in many ways, several things in one cell, numbers that Excel has
// spoilt.
#pragma once
#include "features/people/roster.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace imports {

/// An empty cell is no; nothing when it is neither.
std::optional<bool> yes_or_no_of(std::string_view);
/// An empty cell is the primary post.
std::optional<people::PostingKind> posting_kind_of(std::string_view);
/// What payroll systems write where there is no date.
bool means_no_date(std::string_view);
/// 1.23457E+10: what Excel makes of a long number.
bool exponent_form(std::string_view);
bool is_ascii(std::string_view);

/// "総務課、人事課" taken apart.
std::vector<std::string_view> split_list(std::string_view);
/// The names of several things as one text.
std::string join_list(std::vector<std::string> const&, std::string_view between = "、");

/// How characters that cannot be shown are told: "81 20", "U+E000 U+E001".
std::string in_hexadecimal(std::string_view bytes);
std::string code_points(std::vector<char32_t> const&);

}  // namespace imports
