// UTF-8 as bytes and as characters. Everything stored is UTF-8; what comes from outside is checked here first.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// What stands in for bytes that mean nothing: U+FFFD.
inline constexpr char32_t kReplacement = 0xFFFD;

/// Well-formed UTF-8 without U+0000 (PostgreSQL cannot store it).
bool valid_utf8(std::string_view);
/// Takes one character off the front. Malformed bytes come back one at a time as U+FFFD. `text` must not be empty.
char32_t take_character(std::string_view& text);
void append_character(std::string& to, char32_t);

/// 外字: characters whose shape only the maker of the file knows. Each once, in order of appearance.
std::vector<char32_t> private_use(std::string_view);
bool has_private_use(std::string_view);

/// Ｒ７．４ → R7.4: full-width ASCII and U+3000 become half-width. For codes and numbers, never for names.
std::string to_half_width(std::string_view);
std::string to_half_width_digits(std::string_view);
/// Spaces, tabs, line breaks and U+3000 at both ends are removed.
std::string_view trim(std::string_view);

/// How many characters (code points), of well-formed UTF-8.
std::size_t character_count(std::string_view);
/// Columns on a fixed grid: full-width characters count two, combining ones none.
std::size_t display_width(std::string_view);

}  // namespace text
